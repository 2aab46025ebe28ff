<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AgendaText</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 verspätet</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 überzogen</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>wird gespeichert</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>held</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>held by you</source>
        <translation>hier vorgemerkt</translation>
    </message>
    <message>
        <source>being booked</source>
        <translation>wird gebucht</translation>
    </message>
    <message>
        <source>%1 is booking</source>
        <translation>%1 bucht gerade</translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>late %1</source>
        <translation>spät %1</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 min</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, doctor</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>This doctor is not shown</source>
        <translation>Ärztin/Arzt ist ausgeblendet</translation>
    </message>
    <message>
        <source>Closed then</source>
        <translation>Dann geschlossen</translation>
    </message>
    <message>
        <source>Already past</source>
        <translation>Schon vorbei</translation>
    </message>
    <message>
        <source>Taken by %1</source>
        <translation>Belegt durch %1</translation>
    </message>
    <message>
        <source>Being booked at another desk</source>
        <translation>Wird an einem anderen Platz gebucht</translation>
    </message>
    <message>
        <source>%1 is booking this time</source>
        <translation>%1 bucht gerade diese Zeit</translation>
    </message>
    <message>
        <source>You are booking this time</source>
        <translation>Diese Zeit wird hier gerade gebucht</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::AgendaView</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::Bell</name>
    <message>
        <source>Bell</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>No messages. What others change appears here.</source>
        <translation>Keine Meldungen. Was andere ändern, erscheint hier.</translation>
    </message>
    <message>
        <source>Mark all &amp;read</source>
        <translation>Alle als &amp;gelesen markieren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>command (key)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Bell %1</source>
        <translation>Meldungen %1</translation>
    </message>
    <message numerus="yes">
        <source>Bell, %n unread messages</source>
        <translation>
            <numerusform>Meldungen, %n ungelesen</numerusform>
            <numerusform>Meldungen, %n ungelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::BookingDesk</name>
    <message>
        <source>%1 is booked into the running slot. Check in as well?</source>
        <translation>%1 ist in die laufende Zeit gebucht. Auch die Ankunft eintragen?</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::BookingForm</name>
    <message>
        <source>Name, birth date or phone</source>
        <translation>Name, Geburtsdatum oder Telefon</translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation>Pati&amp;ent</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Freiwillig</translation>
    </message>
    <message>
        <source>&amp;Doctor</source>
        <translation>Är&amp;ztin/Arzt</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>Ter&amp;minart</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Freie Zeiten</translation>
    </message>
    <message>
        <source>&amp;Free times (F3 more)</source>
        <translation>&amp;Freie Zeiten (F3 mehr)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>visit type, length</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, No. %2</source>
        <comment>born, record number</comment>
        <translation>%1, Nr. %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>time, length, doctor</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, held for you</source>
        <translation>%1, hier vorgemerkt</translation>
    </message>
    <message>
        <source>Booking...</source>
        <translation>Wird gebucht...</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Checking whether it was saved...</source>
        <translation>Wird geprüft, ob es gespeichert ist...</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>R&amp;oom</source>
        <translation>Ra&amp;um</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::BookingPanel</name>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the booking</source>
        <translation>Buchung schließen</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Ctrl+N books the next one. Ctrl+Z takes this one back.</source>
        <translation>Strg+N bucht den nächsten. Strg+Z nimmt diesen zurück.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>read-back: Tuesday 24 November, 10:20, Dr Osei</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1. The doctor still has to confirm it.</source>
        <translation>%1. Noch nicht ärztlich bestätigt.</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Neuer Patient</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>patient, room</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Ctrl+N books the next one.</source>
        <translation>Strg+N bucht den nächsten.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::BookingPatientForm</name>
    <message>
        <source>&amp;Given name</source>
        <translation>&amp;Vorname</translation>
    </message>
    <message>
        <source>day, month, year: 3.5.1985</source>
        <translation>Tag, Monat, Jahr: 3.5.1985</translation>
    </message>
    <message>
        <source>Family &amp;name</source>
        <translation>Na&amp;chname</translation>
    </message>
    <message>
        <source>&amp;Birth date</source>
        <translation>Ge&amp;burtsdatum</translation>
    </message>
    <message>
        <source>Ph&amp;one</source>
        <translation>Te&amp;lefon</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::CalendarPage</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Day and booking panel</source>
        <translation>Tag und Buchung</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>next slot, next doctor</source>
        <translation>nächste Zeit, nächste Spalte</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open an appointment, or book a free slot</source>
        <translation>Termin öffnen oder freie Zeit buchen</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>on a free slot: book it for the patient of that name</source>
        <translation>auf freier Zeit: für den Patienten dieses Namens buchen</translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down</source>
        <translation>Umschalt+Auf, Umschalt+Ab</translation>
    </message>
    <message>
        <source>lengthen a free selection</source>
        <translation>freie Auswahl verlängern</translation>
    </message>
    <message>
        <source>Enter, Esc</source>
        <translation>Eingabe, Esc</translation>
    </message>
    <message>
        <source>while an appointment is being moved: leave it there, give up</source>
        <translation>beim Verschieben eines Termins: dort ablegen, aufgeben</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>on the shelf: take it off, it stays booked</source>
        <translation>in der Ablage: herausnehmen, bleibt gebucht</translation>
    </message>
    <message>
        <source>Shift+F10</source>
        <translation>Umschalt+F10</translation>
    </message>
    <message>
        <source>all that can be done here</source>
        <translation>alles, was hier möglich ist</translation>
    </message>
    <message>
        <source>in the panel: next field, at the end book</source>
        <translation>in der Buchung: nächstes Feld, am Ende buchen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close the list, then free the time, then close the panel</source>
        <translation>Liste schließen, dann Zeit freigeben, dann Buchung schließen</translation>
    </message>
    <message>
        <source>Book here</source>
        <translation>Hier buchen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>patient, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 was out of sight and is shown now. Press again to go on.</source>
        <translation>%1 war nicht zu sehen und wird jetzt gezeigt. Zum Weitermachen noch einmal drücken.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::CalendarViews</name>
    <message>
        <source>&amp;Previous day</source>
        <translation>&amp;Vorheriger Tag</translation>
    </message>
    <message>
        <source>&amp;Previous week</source>
        <translation>&amp;Vorherige Woche</translation>
    </message>
    <message>
        <source>&amp;Previous month</source>
        <translation>&amp;Vorheriger Monat</translation>
    </message>
    <message>
        <source>&amp;Next day</source>
        <translation>&amp;Nächster Tag</translation>
    </message>
    <message>
        <source>&amp;Next week</source>
        <translation>&amp;Nächste Woche</translation>
    </message>
    <message>
        <source>&amp;Next month</source>
        <translation>&amp;Nächster Monat</translation>
    </message>
    <message>
        <source>today, %1</source>
        <comment>free times</comment>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>nearly full</source>
        <translation>fast voll</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ClinicApplication</name>
    <message>
        <source>Saving before closing...</source>
        <translation>Wird vor dem Schließen gespeichert...</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::CollisionDialog</name>
    <message>
        <source>That time has gone</source>
        <translation>Diese Zeit ist vergeben</translation>
    </message>
    <message>
        <source>%1 with %2 has just been taken</source>
        <translation>%1 bei %2 wurde soeben vergeben</translation>
    </message>
    <message>
        <source>Nothing else is free.</source>
        <translation>Sonst ist nichts frei.</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Zurück zum Formular</translation>
    </message>
    <message>
        <source>More times</source>
        <translation>Weitere Zeiten</translation>
    </message>
    <message>
        <source>Book this time</source>
        <translation>Diese Zeit buchen</translation>
    </message>
    <message>
        <source>Booking...</source>
        <translation>Wird gebucht...</translation>
    </message>
    <message>
        <source>Nothing is free within the booking period.    Esc back</source>
        <translation>Im Buchungszeitraum ist nichts frei.    Esc zurück</translation>
    </message>
    <message>
        <source>Enter books 1    F3 more    Esc back</source>
        <translation>Enter bucht 1    F3 mehr    Esc zurück</translation>
    </message>
    <message>
        <source>Enter books %1    1-%2 choose    F3 more    Esc back</source>
        <translation>Enter bucht %1    1-%2 wählen    F3 mehr    Esc zurück</translation>
    </message>
    <message>
        <source>Your entries are kept.</source>
        <translation>Alle Eingaben bleiben erhalten.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>person at desk</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 is booking it.</source>
        <translation>%1 bucht sie gerade.</translation>
    </message>
    <message>
        <source>%1 booked it.</source>
        <translation>%1 hat sie gebucht.</translation>
    </message>
    <message>
        <source>%1 booked it %2.</source>
        <translation>%1 hat sie %2 gebucht.</translation>
    </message>
    <message>
        <source>Leave it where it is</source>
        <translation>Nicht verschieben</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Hierher verschieben</translation>
    </message>
    <message>
        <source>Moving...</source>
        <translation>Wird verschoben...</translation>
    </message>
    <message>
        <source>Enter moves to 1    F3 more    Esc back</source>
        <translation>Enter verschiebt auf 1    F3 mehr    Esc zurück</translation>
    </message>
    <message>
        <source>Enter moves to %1    1-%2 choose    F3 more    Esc back</source>
        <translation>Enter verschiebt auf %1    1-%2 wählen    F3 mehr    Esc zurück</translation>
    </message>
    <message>
        <source>The appointment stays where it was until you choose.</source>
        <translation>Der Termin bleibt bis zur Wahl, wo er war.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::CommandPalette</name>
    <message>
        <source>Do or find anything</source>
        <translation>Alles tun und finden</translation>
    </message>
    <message>
        <source>A command, a patient, or: kim osei tue 10 20m</source>
        <translation>Befehl, Patient oder: kim osei di 10 20m</translation>
    </message>
    <message>
        <source>A command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::CommonActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wie&amp;derholen</translation>
    </message>
    <message>
        <source>Next pan&amp;e</source>
        <translation>N&amp;ächster Bereich</translation>
    </message>
    <message>
        <source>Ne&amp;west message</source>
        <translation>N&amp;eueste Meldung</translation>
    </message>
    <message>
        <source>&amp;Bell</source>
        <translation>Mel&amp;dungen</translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation>Neu ver&amp;binden</translation>
    </message>
    <message>
        <source>Do or find &amp;anything...</source>
        <translation>Befehl oder Patient su&amp;chen...</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>command (key)</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ConnectionModel</name>
    <message>
        <source>No connection since %1. You see the day as of %1.</source>
        <translation>Seit %1 keine Verbindung. Zu sehen ist der Tag, wie er um %1 war.</translation>
    </message>
    <message>
        <source>No connection since %1. You can look and print; booking returns with it.</source>
        <translation>Keine Verbindung seit %1. Sie können nachsehen und drucken; buchen wieder mit der Verbindung.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DayHeader</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagte</translation>
    </message>
    <message>
        <source>Show cancelled and rejected appointments</source>
        <translation>Abgesagte und abgelehnte Termine zeigen</translation>
    </message>
    <message>
        <source>loading...</source>
        <translation>wird geladen...</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Doctor of the week</source>
        <translation>Woche von</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>diese Woche</translation>
    </message>
    <message>
        <source>next week</source>
        <translation>nächste Woche</translation>
    </message>
    <message>
        <source>last week</source>
        <translation>letzte Woche</translation>
    </message>
    <message numerus="yes">
        <source>in %n weeks</source>
        <translation>
            <numerusform>in %n Woche</numerusform>
            <numerusform>in %n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks ago</source>
        <translation>
            <numerusform>vor %n Woche</numerusform>
            <numerusform>vor %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>this month</source>
        <translation>dieser Monat</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DayListPrint</name>
    <message>
        <source>Day list saved: %1</source>
        <translation>Tagesliste gespeichert: %1</translation>
    </message>
    <message>
        <source>Day list sent to printer %1</source>
        <translation>Tagesliste an Drucker %1 gesendet</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DoctorHeader</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Times of %1</source>
        <translation>Zeiten von %1</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DoctorWindow</name>
    <message>
        <source>%1 - %2 - ClinicDesk</source>
        <translation>%1 - %2 - ClinicDesk</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::GoToDateDialog</name>
    <message>
        <source>Go to date</source>
        <translation>Gehe zu Datum</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Type a day as 24/11, 24 nov, tue, +3 or today.</source>
        <translation>Einen Tag eingeben: 24.11., 24 nov, di, +3 oder heute.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::IdentityLabel</name>
    <message>
        <source>No. %1</source>
        <translation>Nr. %1</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::InboxPage</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>&amp;Reject...</source>
        <translation>Ab&amp;lehnen...</translation>
    </message>
    <message>
        <source>&amp;Undo the last answer</source>
        <translation>Letzte Antwort &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>next request or appointment</source>
        <translation>nächste Anfrage oder nächster Termin</translation>
    </message>
    <message>
        <source>1 to 6</source>
        <translation>1 bis 6</translation>
    </message>
    <message>
        <source>in the list of reasons: take that one</source>
        <translation>in der Liste der Gründe: diesen nehmen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>from the requests to the day and back</source>
        <translation>zwischen Anfragen und Tag wechseln</translation>
    </message>
    <message>
        <source>Requests %1</source>
        <translation>Anfragen %1</translation>
    </message>
    <message>
        <source>No requests. New ones appear here.</source>
        <translation>Keine Anfragen. Neue erscheinen hier.</translation>
    </message>
    <message>
        <source>Loading...</source>
        <translation>Wird geladen...</translation>
    </message>
    <message numerus="yes">
        <source>%n requests wait for an answer</source>
        <translation>
            <numerusform>%n Anfrage wartet auf Antwort</numerusform>
            <numerusform>%n Anfragen warten auf Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject the request of %1?</source>
        <translation>Anfrage von %1 ablehnen?</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Wrong visit type</source>
        <translation>Falsche Terminart</translation>
    </message>
    <message>
        <source>Needs a longer visit</source>
        <translation>Braucht mehr Zeit</translation>
    </message>
    <message>
        <source>See a colleague</source>
        <translation>Besser im Kollegium</translation>
    </message>
    <message>
        <source>Call the patient first</source>
        <translation>Erst den Patienten anrufen</translation>
    </message>
    <message>
        <source>Reason &amp;for reception</source>
        <translation>Grund &amp;für den Empfang</translation>
    </message>
    <message>
        <source>Enter a reason: reception tells it to the patient.</source>
        <translation>Einen Grund eingeben: Der Empfang nennt ihn dem Patienten.</translation>
    </message>
    <message>
        <source>Rejecting...</source>
        <translation>Wird abgelehnt...</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::JoinPage</name>
    <message>
        <source>&amp;Open a join file...</source>
        <translation>&amp;Beitrittsdatei öffnen...</translation>
    </message>
    <message>
        <source>&amp;Paste it</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Server&apos;s name or address</source>
        <translation>&amp;Name oder Adresse des Servers</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>Join file</source>
        <translation>Beitrittsdatei</translation>
    </message>
    <message>
        <source>Join files (*.json *.clinicdesk);;All files (*)</source>
        <translation>Beitrittsdateien (*.json *.clinicdesk);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Stop the t&amp;est</source>
        <translation>Test abb&amp;rechen</translation>
    </message>
    <message>
        <source>Open the join file, or enter the server&apos;s name and the database.</source>
        <translation>Die Beitrittsdatei öffnen oder Namen des Servers und Datenbank eingeben.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::KeyMap</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>submenu, choice</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>&amp;Restore its key</source>
        <translation>&amp;Ursprüngliche Taste</translation>
    </message>
    <message>
        <source>&amp;New key for &quot;%1&quot;</source>
        <translation>&amp;Neue Taste für „%1“</translation>
    </message>
    <message>
        <source>&amp;New key: choose a command above</source>
        <translation>&amp;Neue Taste: oben einen Befehl wählen</translation>
    </message>
    <message>
        <source>%1 alone would be typed. Press it together with Ctrl or Alt, or a function key.</source>
        <translation>%1 allein wäre eine Eingabe. Zusammen mit Strg oder Alt drücken oder eine Funktionstaste wählen.</translation>
    </message>
    <message>
        <source>%1 moves through every window and stays as it is. Press another key.</source>
        <translation>%1 bewegt durch jedes Fenster und bleibt, wie es ist. Eine andere Taste drücken.</translation>
    </message>
    <message>
        <source>%1 is now the key of &quot;%2&quot;. &quot;%3&quot; has lost it.</source>
        <translation>%1 ist jetzt die Taste für „%2“. „%3“ hat sie verloren.</translation>
    </message>
    <message>
        <source>%1 is now the key of &quot;%2&quot;.</source>
        <translation>%1 ist jetzt die Taste für „%2“.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::LockPage</name>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
    <message>
        <source>Someone &amp;else...</source>
        <translation>&amp;Jemand anders...</translation>
    </message>
    <message>
        <source>What is typed here and not saved will be lost.</source>
        <translation>Was hier getippt und nicht gespeichert ist, geht verloren.</translation>
    </message>
    <message>
        <source>&amp;Sign out and lose it</source>
        <translation>Ab&amp;melden und verwerfen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Your password brings you back to where you were. Nothing you typed is lost.</source>
        <translation>Das Passwort führt zurück an dieselbe Stelle. Nichts Getipptes geht verloren.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Unlocking...</source>
        <translation>Wird entsperrt...</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::LoginDialog</name>
    <message>
        <source>Stop the t&amp;est</source>
        <translation>Test a&amp;bbrechen</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Enter your name, as the administrator gave it.</source>
        <translation>Den Namen eingeben, den die Verwaltung vergeben hat.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Passwort eingeben.</translation>
    </message>
    <message>
        <source>Signing in...</source>
        <translation>Anmeldung läuft...</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Certificate of the clinic</source>
        <translation>Zertifikat der Praxis</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation>Zertifikate (*.crt *.pem *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>Say where the clinic&apos;s server is, then sign in.</source>
        <translation>Angeben, wo der Server der Praxis ist, dann anmelden.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::MiniMonth</name>
    <message>
        <source>Previous month</source>
        <translation>Vorheriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::MonthGrid</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::NewPatientForm</name>
    <message>
        <source>May be the same person</source>
        <translation>Vielleicht dieselbe Person</translation>
    </message>
    <message>
        <source>Save patient</source>
        <translation>Patient speichern</translation>
    </message>
    <message>
        <source>&amp;Create a new record anyway</source>
        <translation>Trotzdem neue A&amp;kte anlegen</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Wird gespeichert...</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::NoticePopup</name>
    <message>
        <source>%1, unread</source>
        <translation>%1, ungelesen</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::OfferList</name>
    <message>
        <source>held for you</source>
        <translation>hier vorgemerkt</translation>
    </message>
    <message>
        <source>same time</source>
        <translation>gleiche Zeit</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation>Morgen %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::OverrideRow</name>
    <message>
        <source>Book anyway...</source>
        <translation>Trotzdem buchen...</translation>
    </message>
    <message>
        <source>Book anyway</source>
        <translation>Trotzdem buchen</translation>
    </message>
    <message>
        <source>R&amp;eason for booking anyway</source>
        <translation>G&amp;rund, trotzdem zu buchen</translation>
    </message>
    <message>
        <source>This books %1.</source>
        <comment>a rule in words</comment>
        <translation>Buchung %1.</translation>
    </message>
    <message>
        <source>Only reception or the doctor may book it anyway.</source>
        <translation>Nur Empfang oder Arzt dürfen trotzdem buchen.</translation>
    </message>
    <message>
        <source>Book anyway...  %1</source>
        <translation>Trotzdem buchen...  %1</translation>
    </message>
    <message>
        <source>Enter why this is booked anyway.</source>
        <translation>Geben Sie an, warum trotzdem gebucht wird.</translation>
    </message>
    <message>
        <source>Reception or the doctor may book it anyway.</source>
        <translation>Empfang oder Arzt dürfen trotzdem buchen.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::OwnDayPage</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>&amp;Start the visit</source>
        <translation>Besuch be&amp;ginnen</translation>
    </message>
    <message>
        <source>Did &amp;not come</source>
        <translation>&amp;Nicht erschienen</translation>
    </message>
    <message>
        <source>C&amp;ancel...</source>
        <translation>&amp;Absagen...</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>&amp;Complete the visit</source>
        <translation>Besuch ab&amp;schließen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>seen %1 of %2</source>
        <translation>%1 von %2 gesehen</translation>
    </message>
    <message>
        <source>No appointments today. Confirmed requests for today appear here.</source>
        <translation>Heute keine Termine. Bestätigte Anfragen für heute erscheinen hier.</translation>
    </message>
    <message>
        <source>Loading...</source>
        <translation>Wird geladen...</translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>Cancel the appointment of %1?</source>
        <translation>Termin von %1 absagen?</translation>
    </message>
    <message>
        <source>The patient asked for it</source>
        <translation>Patient hat darum gebeten</translation>
    </message>
    <message>
        <source>Doctor away</source>
        <translation>Ärztin/Arzt abwesend</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>Irrtümlich gebucht</translation>
    </message>
    <message>
        <source>Reason &amp;for reception</source>
        <translation>Grund &amp;für den Empfang</translation>
    </message>
    <message>
        <source>Enter a reason: reception tells it to the patient.</source>
        <translation>Einen Grund eingeben: Der Empfang nennt ihn dem Patienten.</translation>
    </message>
    <message>
        <source>Cancelling...</source>
        <translation>Wird abgesagt...</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PaperDialog</name>
    <message>
        <source>Pa&amp;ges</source>
        <translation>Seite&amp;n</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>all, or for example 2-5</source>
        <translation>alle, oder zum Beispiel 2-5</translation>
    </message>
    <message>
        <source>&amp;Print...</source>
        <translation>&amp;Drucken...</translation>
    </message>
    <message>
        <source>&amp;Save as PDF...</source>
        <translation>Als &amp;PDF speichern...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Laying out the pages...</source>
        <translation>Seiten werden gesetzt...</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n pages. Choose some of them.</source>
        <translation>
            <numerusform>Es gibt %n Seite. Diese wählen.</numerusform>
            <numerusform>Es gibt %n Seiten. Davon welche wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter pages as 2 or 2-5, or nothing for all.</source>
        <translation>Seiten als 2 oder 2-5 eingeben, oder nichts für alle.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Saving %1...</source>
        <translation>%1 wird gespeichert...</translation>
    </message>
    <message>
        <source>Printing on %1...</source>
        <translation>Wird auf %1 gedruckt...</translation>
    </message>
    <message>
        <source>This is still being written. Wait for it, or close again: how it ends is not told then.</source>
        <translation>Es wird noch geschrieben. Darauf warten oder noch einmal schließen: Dann wird nicht gemeldet, wie es ausgeht.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PaperPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Preview, page %1 of %2</source>
        <translation>Vorschau, Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PasswordDialog</name>
    <message>
        <source>&amp;Change password</source>
        <translation>Passwort &amp;ändern</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>&amp;Present password</source>
        <translation>&amp;Bisheriges Passwort</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;Neues Passwort</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>Neues Passwort &amp;wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Changing...</source>
        <translation>Wird geändert...</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PasswordEdit</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PasswordModel</name>
    <message>
        <source>At least %1 characters, and not your sign-in name. Several words make a good one.</source>
        <translation>Mindestens %1 Zeichen und nicht der Anmeldename. Mehrere Wörter ergeben ein gutes Passwort.</translation>
    </message>
    <message>
        <source>Use at least %1 characters.</source>
        <translation>Mindestens %1 Zeichen verwenden.</translation>
    </message>
    <message>
        <source>Choose a password that is not your sign-in name.</source>
        <translation>Ein Passwort wählen, das nicht der Anmeldename ist.</translation>
    </message>
    <message>
        <source>Enter your present password.</source>
        <translation>Das bisherige Passwort eingeben.</translation>
    </message>
    <message>
        <source>The two new passwords differ. Type it again.</source>
        <translation>Die beiden neuen Passwörter sind verschieden. Noch einmal eingeben.</translation>
    </message>
    <message numerus="yes">
        <source>Your present password is wrong. %n tries left before a %1-minute lock.</source>
        <translation>
            <numerusform>Das bisherige Passwort ist falsch. Noch %n Versuch bis zur Sperre von %1 Minuten.</numerusform>
            <numerusform>Das bisherige Passwort ist falsch. Noch %n Versuche bis zur Sperre von %1 Minuten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientActions</name>
    <message>
        <source>Patient &amp;record</source>
        <translation>Patienten&amp;akte</translation>
    </message>
    <message>
        <source>&amp;Save record</source>
        <translation>Akte &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>Appointment &amp;card...</source>
        <translation>Termin&amp;karte...</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientBar</name>
    <message>
        <source>Phone %1</source>
        <translation>Telefon %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>No patient selected</source>
        <translation>Kein Patient ausgewählt</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientCardDialog</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Card, as a bank card</source>
        <translation>Karte, wie eine Bankkarte</translation>
    </message>
    <message>
        <source>Slip, A6</source>
        <translation>Zettel, A6</translation>
    </message>
    <message>
        <source>Make a new &amp;code</source>
        <translation>Neuen &amp;Code erzeugen</translation>
    </message>
    <message>
        <source>The new code has not been printed or saved. Print or save it now, or close again to do without a card.</source>
        <translation>Der neue Code ist weder gedruckt noch gespeichert. Jetzt drucken oder speichern; noch einmal schließen verzichtet auf die Karte.</translation>
    </message>
    <message>
        <source>printer &quot;%1&quot;</source>
        <translation>Drucker „%1“</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Fertig: %1.</translation>
    </message>
    <message>
        <source>Without a code this is a reminder only. As soon as a new code is made, a card printed earlier stops working.</source>
        <translation>Ohne Code nur eine Erinnerung. Sobald ein neuer Code erzeugt ist, gilt eine früher gedruckte Karte nicht mehr.</translation>
    </message>
    <message>
        <source>This code is shown only now. A card printed earlier has stopped working.</source>
        <translation>Dieser Code ist nur jetzt zu sehen. Eine früher gedruckte Karte gilt nicht mehr.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientCompareDialog</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Choose what to keep in each field. Nothing is saved yet.</source>
        <translation>In jedem Feld wählen, was bleibt. Gespeichert ist noch nichts.</translation>
    </message>
    <message>
        <source>Keep these</source>
        <translation>Diese übernehmen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>Theirs (%1)</source>
        <translation>Dort (%1)</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>field, whose, text</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>dort</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>hier</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientDelegate</name>
    <message>
        <source>closed record</source>
        <translation>geschlossene Akte</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>ähnlicher Name</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>nächster %1</translation>
    </message>
    <message>
        <source>visit %1</source>
        <translation>Besuch %1</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientPicker</name>
    <message numerus="yes">
        <source>%n patients found</source>
        <translation>
            <numerusform>%n Patient gefunden</numerusform>
            <numerusform>%n Patienten gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>found, where</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientRecordView</name>
    <message>
        <source>Patient record</source>
        <translation>Patientenakte</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>Schließen  Esc</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert %1</translation>
    </message>
    <message>
        <source>%1, born %2, has this national id. Open that record or change the id.</source>
        <translation>%1, geb. %2, hat diese Ausweisnummer. Diese Akte öffnen oder die Nummer ändern.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>First decide between their changes and yours.</source>
        <translation>Erst zwischen den fremden und den eigenen Änderungen wählen.</translation>
    </message>
    <message>
        <source>Changed at another desk</source>
        <translation>An einem anderen Platz geändert</translation>
    </message>
    <message>
        <source>Changed by %1</source>
        <translation>Geändert durch %1</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Wird gespeichert...</translation>
    </message>
    <message>
        <source>Changes not saved yet.</source>
        <translation>Änderungen noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Fremde übernehmen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientSearchModel</name>
    <message>
        <source>+ New patient &quot;%1&quot;</source>
        <translation>+ Neuer Patient „%1“</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientVisitList</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Ärztin/Arzt</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>No visits yet. Book the first one with Ctrl+N.</source>
        <translation>Noch keine Besuche. Strg+N bucht den ersten.</translation>
    </message>
    <message>
        <source>Visits, newest first</source>
        <translation>Besuche, neueste zuerst</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReasonDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>digit, reason</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReasonMenu</name>
    <message>
        <source>Other...</source>
        <translation>Anderer Grund...</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionActions</name>
    <message>
        <source>&amp;Find patient</source>
        <translation>Patient &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>&amp;Buchen</translation>
    </message>
    <message>
        <source>New &amp;patient</source>
        <translation>&amp;Neuer Patient</translation>
    </message>
    <message>
        <source>&amp;More free times</source>
        <translation>&amp;Weitere freie Zeiten</translation>
    </message>
    <message>
        <source>Book &amp;now</source>
        <translation>&amp;Jetzt buchen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Check &amp;in</source>
        <translation>An&amp;kunft</translation>
    </message>
    <message>
        <source>&amp;Cancel appointment...</source>
        <translation>Termin &amp;absagen...</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Heute</translation>
    </message>
    <message>
        <source>&amp;Previous day</source>
        <translation>&amp;Vorheriger Tag</translation>
    </message>
    <message>
        <source>&amp;Next day</source>
        <translation>&amp;Nächster Tag</translation>
    </message>
    <message>
        <source>Show &amp;cancelled</source>
        <translation>&amp;Abgesagte zeigen</translation>
    </message>
    <message>
        <source>Take a free &amp;time</source>
        <translation>&amp;Freie Zeit nehmen</translation>
    </message>
    <message>
        <source>Mo&amp;ve</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>Put on the &amp;shelf</source>
        <translation>In die Ab&amp;lage</translation>
    </message>
    <message>
        <source>Pl&amp;ace from the shelf</source>
        <translation>Aus der Abla&amp;ge einsetzen</translation>
    </message>
    <message>
        <source>Mark as no-sho&amp;w</source>
        <translation>Nicht &amp;erschienen</translation>
    </message>
    <message>
        <source>Pending re&amp;quests</source>
        <translation>Ausstehende Anf&amp;ragen</translation>
    </message>
    <message>
        <source>Take free time &amp;%1</source>
        <translation>Freie Zeit &amp;%1 nehmen</translation>
    </message>
    <message>
        <source>Move step b&amp;y step</source>
        <translation>S&amp;chrittweise verschieben</translation>
    </message>
    <message>
        <source>Move &amp;earlier</source>
        <translation>&amp;Früher legen</translation>
    </message>
    <message>
        <source>Move &amp;later</source>
        <translation>&amp;Später legen</translation>
    </message>
    <message>
        <source>Move a column le&amp;ft</source>
        <translation>Eine Spalte nach &amp;links</translation>
    </message>
    <message>
        <source>Move a column &amp;right</source>
        <translation>Eine Spalte nach &amp;rechts</translation>
    </message>
    <message>
        <source>Make &amp;shorter</source>
        <translation>&amp;Kürzer machen</translation>
    </message>
    <message>
        <source>Make lon&amp;ger</source>
        <translation>Län&amp;ger machen</translation>
    </message>
    <message>
        <source>C&amp;hange room...</source>
        <translation>Ra&amp;um wechseln...</translation>
    </message>
    <message>
        <source>Wa&amp;lk-in now</source>
        <translation>&amp;Ohne Termin, jetzt</translation>
    </message>
    <message>
        <source>Boo&amp;k anyway...</source>
        <translation>&amp;Trotzdem buchen...</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionModels</name>
    <message>
        <source>Only today&apos;s list: no connection</source>
        <translation>Nur die Liste von heute: keine Verbindung</translation>
    </message>
    <message>
        <source>Only the days shown: no connection</source>
        <translation>Nur die gezeigten Tage: keine Verbindung</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionMoves</name>
    <message>
        <source>It is off the shelf.</source>
        <translation>Aus der Ablage genommen.</translation>
    </message>
    <message>
        <source>%1 is on the shelf already.</source>
        <translation>%1 ist schon in der Ablage.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon dort.</translation>
    </message>
    <message>
        <source>Moving %1: %2.</source>
        <comment>patient, target</comment>
        <translation>Verschieben von %1: %2.</translation>
    </message>
    <message>
        <source>%1 cannot go to %2. %3.</source>
        <comment>patient, target, reason</comment>
        <translation>%1 kann nicht auf %2. %3.</translation>
    </message>
    <message>
        <source>Your move has ended.</source>
        <translation>Das Verschieben ist beendet.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionNotices</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>No requests. New ones appear here.</source>
        <translation>Keine Anfragen. Neue erscheinen hier.</translation>
    </message>
    <message>
        <source>Pending %1</source>
        <translation>Ausstehend %1</translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation>angefragt %1</translation>
    </message>
    <message>
        <source>%1: not answered</source>
        <translation>%1: nicht beantwortet</translation>
    </message>
    <message numerus="yes">
        <source>%n requests wait for an answer</source>
        <translation>
            <numerusform>%n Anfrage wartet auf Antwort</numerusform>
            <numerusform>%n Anfragen warten auf Antwort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionSidebar</name>
    <message>
        <source>Doctors</source>
        <translation>Ärzteteam</translation>
    </message>
    <message>
        <source>Doctors shown</source>
        <translation>Gezeigte Ärztinnen und Ärzte</translation>
    </message>
    <message>
        <source>%1, off</source>
        <comment>doctor</comment>
        <translation>%1, nicht da</translation>
    </message>
    <message>
        <source>%1, full</source>
        <comment>doctor</comment>
        <translation>%1, voll</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n free</source>
        <comment>doctor</comment>
        <translation>
            <numerusform>%1, %n frei</numerusform>
            <numerusform>%1, %n frei</numerusform>
        </translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>closed, %1</source>
        <comment>closed day&apos;s name</comment>
        <translation>geschlossen, %1</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionStatusBar</name>
    <message>
        <source>Nobody is waiting</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>Waiting %1, longest %2 min</source>
        <translation>Wartende: %1, längstens %2 min</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionTopBar</name>
    <message>
        <source>Find patient</source>
        <translation>Patient suchen</translation>
    </message>
    <message>
        <source>Find patient: name, born, phone</source>
        <translation>Patient suchen: Name, Geburt, Telefon</translation>
    </message>
    <message>
        <source>Find patient (Ctrl+F)</source>
        <translation>Patient suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Book  Ctrl+N</source>
        <translation>Buchen  Strg+N</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, desk</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>● Live</source>
        <translation>● Live</translation>
    </message>
    <message>
        <source>○ Not live</source>
        <translation>○ Nicht live</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionWindow</name>
    <message>
        <source>%1 - Reception</source>
        <translation>%1 - Empfang</translation>
    </message>
    <message>
        <source>No patient is chosen. Find one with Ctrl+F, then press F2.</source>
        <translation>Kein Patient gewählt. Mit Strg+F suchen, dann F2 drücken.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::RecordField</name>
    <message>
        <source>Sho&amp;w</source>
        <translation>Z&amp;eigen</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::RecordForm</name>
    <message>
        <source>Fa&amp;mily name</source>
        <translation>Na&amp;chname</translation>
    </message>
    <message>
        <source>&amp;Given name</source>
        <translation>V&amp;orname</translation>
    </message>
    <message>
        <source>&amp;Born</source>
        <translation>Ge&amp;boren</translation>
    </message>
    <message>
        <source>Se&amp;x</source>
        <translation>&amp;Geschlecht</translation>
    </message>
    <message>
        <source>Addre&amp;ss</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>Emergenc&amp;y contact</source>
        <translation>Not&amp;fallkontakt</translation>
    </message>
    <message>
        <source>Natio&amp;nal id</source>
        <translation>A&amp;usweisnummer</translation>
    </message>
    <message>
        <source>Notes for the des&amp;k</source>
        <translation>Noti&amp;z für den Empfang</translation>
    </message>
    <message>
        <source>Ph&amp;one</source>
        <translation>Te&amp;lefon</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>E-&amp;Mail</translation>
    </message>
    <message>
        <source>&amp;Consent given on</source>
        <translation>Ein&amp;willigung vom</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::RecordPage</name>
    <message>
        <source>Patient record</source>
        <translation>Patientenakte</translation>
    </message>
    <message>
        <source>Record of %1 saved</source>
        <translation>Akte von %1 gespeichert</translation>
    </message>
    <message>
        <source>Your changes to %1 are kept, but not saved. Open the record again to save them.</source>
        <translation>Die Änderungen an %1 sind noch da, aber nicht gespeichert. Zum Speichern die Akte wieder öffnen.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::RoomDialog</name>
    <message>
        <source>Change room</source>
        <translation>Raum wechseln</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Raum</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>Kein Raum</translation>
    </message>
    <message>
        <source>%1, as now</source>
        <comment>room</comment>
        <translation>%1, wie jetzt</translation>
    </message>
    <message>
        <source>%1, taken then</source>
        <translation>%1, dann belegt</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::RoomField</name>
    <message>
        <source>No room</source>
        <translation>Kein Raum</translation>
    </message>
    <message>
        <source>%1, taken then</source>
        <translation>%1, dann belegt</translation>
    </message>
    <message>
        <source>Automatic: %1</source>
        <comment>room</comment>
        <translation>Automatisch: %1</translation>
    </message>
    <message>
        <source>Automatic: no room</source>
        <translation>Automatisch: kein Raum</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ScreenLockModel</name>
    <message>
        <source>Enter your password.</source>
        <translation>Passwort eingeben.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SessionGuard</name>
    <message>
        <source>&amp;Lock the screen</source>
        <translation>Bildschirm &amp;sperren</translation>
    </message>
    <message>
        <source>Change your &amp;password...</source>
        <translation>&amp;Passwort ändern...</translation>
    </message>
    <message>
        <source>Lock when &amp;idle</source>
        <translation>Bei &amp;Untätigkeit sperren</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>&amp;Nie</translation>
    </message>
    <message numerus="yes">
        <source>After %n minutes</source>
        <translation>
            <numerusform>Nach %n Minute</numerusform>
            <numerusform>Nach %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SetupChecks</name>
    <message>
        <source>Use small letters a to z and digits, beginning with a letter.</source>
        <translation>Kleinbuchstaben a bis z und Ziffern verwenden, mit einem Buchstaben beginnen.</translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>Dieser Name ist vergeben. Anderen wählen.</translation>
    </message>
    <message>
        <source>Enter your name.</source>
        <translation>Den eigenen Namen eingeben.</translation>
    </message>
    <message>
        <source>The two passwords differ. Type it again.</source>
        <translation>Die beiden Passwörter sind verschieden. Noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Enter the doctor&apos;s name.</source>
        <translation>Namen der Ärztin oder des Arztes eingeben.</translation>
    </message>
    <message>
        <source>You sign in with this name. Choose another one for the doctor.</source>
        <translation>Dieser Name ist schon die eigene Anmeldung. Für die Ärztin oder den Arzt einen anderen wählen.</translation>
    </message>
    <message>
        <source>Enter the doctor&apos;s licence number.</source>
        <translation>Zulassungsnummer der Ärztin oder des Arztes eingeben.</translation>
    </message>
    <message>
        <source>Tick at least one day.</source>
        <translation>Mindestens einen Tag ankreuzen.</translation>
    </message>
    <message>
        <source>The day must end after it begins, and hold one appointment.</source>
        <translation>Der Tag muss nach seinem Beginn enden und Platz für einen Termin haben.</translation>
    </message>
    <message>
        <source>The break must lie inside the day.</source>
        <translation>Die Pause muss innerhalb des Tages liegen.</translation>
    </message>
    <message>
        <source>Enter a name, such as &quot;Desk 2&quot;: others see it.</source>
        <translation>Einen Namen wie „Platz 2“ eingeben: Andere sehen ihn.</translation>
    </message>
    <message>
        <source>Enter the clinic&apos;s name.</source>
        <translation>Namen der Praxis eingeben.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Einen Ordner wählen.</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Beratung</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Vorsorge</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>Erstbesuch</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SetupDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Welcome to ClinicDesk</source>
        <translation>Willkommen bei ClinicDesk</translation>
    </message>
    <message>
        <source>Stopping. What was made so far is removed again.</source>
        <translation>Wird beendet. Was bisher angelegt ist, wird wieder entfernt.</translation>
    </message>
    <message>
        <source>&amp;Use this server</source>
        <translation>Diesen &amp;Server verwenden</translation>
    </message>
    <message>
        <source>&amp;Create the clinic</source>
        <translation>Praxis an&amp;legen</translation>
    </message>
    <message>
        <source>What should this computer do?</source>
        <translation>Was soll dieser Computer tun?</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>Die Praxis</translation>
    </message>
    <message>
        <source>Everyone who works here sees its name and its time.</source>
        <translation>Alle, die hier arbeiten, sehen ihren Namen und ihre Zeit.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Die Verwaltung</translation>
    </message>
    <message>
        <source>You are the administrator: you add people, hours and rooms later.</source>
        <translation>Wer die Praxis anlegt, verwaltet sie: Personal, Sprechzeiten und Räume kommen später.</translation>
    </message>
    <message>
        <source>The first doctor</source>
        <translation>Die erste Ärztin, der erste Arzt</translation>
    </message>
    <message>
        <source>More doctors can be added at any time.</source>
        <translation>Weitere lassen sich jederzeit hinzufügen.</translation>
    </message>
    <message>
        <source>The doctor&apos;s week</source>
        <translation>Die Woche</translation>
    </message>
    <message>
        <source>When appointments can be booked. Exceptions come later.</source>
        <translation>Wann Termine buchbar sind. Ausnahmen kommen später.</translation>
    </message>
    <message>
        <source>Join a clinic&apos;s server</source>
        <translation>Mit einem Praxis-Server verbinden</translation>
    </message>
    <message>
        <source>Open the administrator&apos;s join file, or enter where the server is.</source>
        <translation>Die Beitrittsdatei der Verwaltung öffnen oder angeben, wo der Server ist.</translation>
    </message>
    <message>
        <source>Creating the clinic</source>
        <translation>Praxis wird angelegt</translation>
    </message>
    <message>
        <source>This takes less than a minute.</source>
        <translation>Das dauert weniger als eine Minute.</translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SetupModel</name>
    <message>
        <source>Create the clinic&apos;s database</source>
        <translation>Datenbank der Praxis anlegen</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>Datenbank starten</translation>
    </message>
    <message>
        <source>Make the tables</source>
        <translation>Tabellen anlegen</translation>
    </message>
    <message>
        <source>Add sample patients and appointments</source>
        <translation>Beispielpatienten und -termine hinzufügen</translation>
    </message>
    <message>
        <source>Add you, the doctor and the hours</source>
        <translation>Verwaltung, Ärztin/Arzt und Sprechzeiten eintragen</translation>
    </message>
    <message>
        <source>Sign you in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>This join file is newer than this program. Update ClinicDesk on this computer.</source>
        <translation>Diese Beitrittsdatei ist neuer als dieses Programm. ClinicDesk auf diesem Computer aktualisieren.</translation>
    </message>
    <message>
        <source>This file holds a password. Ask the administrator for a join file without one.</source>
        <translation>Diese Datei enthält ein Passwort. Die Verwaltung um eine Beitrittsdatei ohne Passwort bitten.</translation>
    </message>
    <message>
        <source>This is not a join file. The administrator makes one with &quot;clinicctl join-file&quot;.</source>
        <translation>Das ist keine Beitrittsdatei. Die Verwaltung erstellt eine mit „clinicctl join-file“.</translation>
    </message>
    <message>
        <source>The certificate in this file could not be kept. Free some disk space.</source>
        <translation>Das Zertifikat in dieser Datei ließ sich nicht ablegen. Speicherplatz schaffen.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SetupPages</name>
    <message>
        <source>&amp;Create a private clinic on this computer</source>
        <translation>&amp;Eigene Praxis auf diesem Computer anlegen</translation>
    </message>
    <message>
        <source>&amp;Join a clinic&apos;s server</source>
        <translation>Mit einem Praxis-Server &amp;verbinden</translation>
    </message>
    <message>
        <source>Everything is kept here, and works without a network.</source>
        <translation>Alles liegt hier und läuft ohne Netzwerk.</translation>
    </message>
    <message>
        <source>An administrator gives you a join file, or the server&apos;s address.</source>
        <translation>Die Verwaltung gibt eine Beitrittsdatei oder die Adresse des Servers.</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Ärztin/Arzt</translation>
    </message>
    <message>
        <source>&amp;This computer is for</source>
        <translation>&amp;Dieser Computer ist für</translation>
    </message>
    <message>
        <source>&amp;Name of this desk, as others see it</source>
        <translation>&amp;Name dieses Platzes, wie ihn andere sehen</translation>
    </message>
    <message>
        <source>&amp;Name of the clinic</source>
        <translation>&amp;Name der Praxis</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>Zei&amp;tzone</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>Wä&amp;hlen...</translation>
    </message>
    <message>
        <source>Kept in the &amp;folder</source>
        <translation>Liegt im &amp;Ordner</translation>
    </message>
    <message>
        <source>Folder of the clinic</source>
        <translation>Ordner der Praxis</translation>
    </message>
    <message>
        <source>Add &amp;sample patients and appointments, to try things out</source>
        <translation>&amp;Beispielpatienten und -termine zum Ausprobieren hinzufügen</translation>
    </message>
    <message>
        <source>Your &amp;name, as others see it</source>
        <translation>Eigener &amp;Name, wie ihn andere sehen</translation>
    </message>
    <message>
        <source>Name to &amp;sign in with</source>
        <translation>&amp;Anmeldename</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>Passwort w&amp;iederholen</translation>
    </message>
    <message>
        <source>I also work at the &amp;reception desk</source>
        <translation>Ich arbeite auch am &amp;Empfang</translation>
    </message>
    <message>
        <source>&amp;Name, as others see it (&quot;Dr Osei&quot;)</source>
        <translation>&amp;Name, wie ihn andere sehen („Dr. Osei“)</translation>
    </message>
    <message>
        <source>&amp;Password for the first sign-in</source>
        <translation>&amp;Passwort für die erste Anmeldung</translation>
    </message>
    <message>
        <source>The doctor changes it after signing in.</source>
        <translation>Nach der ersten Anmeldung wird es geändert.</translation>
    </message>
    <message>
        <source>Special&amp;isation</source>
        <translation>&amp;Fachrichtung</translation>
    </message>
    <message>
        <source>&amp;Licence number</source>
        <translation>Zu&amp;lassungsnummer</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;bis</translation>
    </message>
    <message>
        <source>&amp;Break from</source>
        <translation>&amp;Pause von</translation>
    </message>
    <message>
        <source>Break from</source>
        <translation>Pause von</translation>
    </message>
    <message>
        <source>Break to</source>
        <translation>Pause bis</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>An &amp;appointment takes</source>
        <translation>Ein Te&amp;rmin dauert</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>You administer the clinic.</source>
        <translation>Diese Anmeldung verwaltet die Praxis.</translation>
    </message>
    <message>
        <source>You sign in as &quot;%1&quot; at the desk, and as &quot;%1.admin&quot; to administer the clinic. Both have this password.</source>
        <translation>Anmeldung am Empfang als „%1“, zur Verwaltung der Praxis als „%1.admin“. Beide haben dieses Passwort.</translation>
    </message>
    <message>
        <source>You administer the clinic as &quot;%1&quot;.</source>
        <translation>Anmeldung zur Verwaltung der Praxis als „%1“.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SetupSteps</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ShelfList</name>
    <message>
        <source>Shelf</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Empty. Ctrl+X puts an appointment here.</source>
        <translation>Leer. Strg+X legt einen Termin hierher.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ShelfModel</name>
    <message>
        <source>%1, booked for %2 with %3</source>
        <comment>patient, time, doctor</comment>
        <translation>%1, gebucht für %2 bei %3</translation>
    </message>
    <message>
        <source>ddd dd-MMM-yyyy, HH:mm</source>
        <comment>date pattern</comment>
        <translation>ddd dd.MM.yyyy, HH:mm</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::Shell</name>
    <message>
        <source>Connected again. You see the day as it is now.</source>
        <translation>Wieder verbunden. Zu sehen ist der Tag, wie er jetzt ist.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SignInModel</name>
    <message>
        <source>Enter your password.</source>
        <translation>Passwort eingeben.</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SignInTexts</name>
    <message>
        <source>%1 wrong passwords. This name is locked on this computer until %2. Another name can sign in meanwhile.</source>
        <translation>%1 falsche Passwörter. Dieser Name ist auf diesem Computer bis %2 gesperrt. Ein anderer Name kann sich anmelden.</translation>
    </message>
    <message>
        <source>The server has no database &quot;%1&quot;. Correct it under &quot;Other server&quot;.</source>
        <translation>Der Server hat keine Datenbank „%1“. Unter „Anderer Server“ berichtigen.</translation>
    </message>
    <message>
        <source>This is the name of a kiosk or a display. It cannot sign in here: use the name of a person.</source>
        <translation>Das ist der Name eines Terminals oder einer Anzeige. Er kann sich hier nicht anmelden: den Namen einer Person verwenden.</translation>
    </message>
    <message>
        <source>This program does not know your role. Update ClinicDesk on this computer, or ask an administrator.</source>
        <translation>Dieses Programm kennt Ihre Rolle nicht. ClinicDesk auf diesem Computer aktualisieren oder die Verwaltung fragen.</translation>
    </message>
    <message>
        <source>This name is not an active member of staff. An administrator can change that.</source>
        <translation>Dieser Name gehört nicht zum aktiven Personal. Die Verwaltung kann das ändern.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server does not answer at %1. Check the network, or test the connection under &quot;Other server&quot;.</source>
        <translation>Der Server der Praxis antwortet nicht an %1. Netzwerk prüfen oder unter „Anderer Server“ die Verbindung testen.</translation>
    </message>
    <message>
        <source>The clinic&apos;s database is newer than this program. Update ClinicDesk on this computer.</source>
        <translation>Die Datenbank der Praxis ist neuer als dieses Programm. ClinicDesk auf diesem Computer aktualisieren.</translation>
    </message>
    <message>
        <source>The clinic&apos;s database is older than this program. An administrator updates the database with &quot;clinicctl migrate&quot;.</source>
        <translation>Die Datenbank der Praxis ist älter als dieses Programm. Die Verwaltung aktualisiert sie mit „clinicctl migrate“.</translation>
    </message>
    <message>
        <source>PostgreSQL is not installed on this computer. Install the package &quot;postgresql&quot;, then try again.</source>
        <translation>PostgreSQL ist auf diesem Computer nicht installiert. Das Paket „postgresql“ installieren, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The folder already holds something. Choose a new one.</source>
        <translation>Der Ordner enthält schon etwas. Einen neuen wählen.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server may not pass through %1. Choose another folder.</source>
        <translation>Der Server der Praxis darf %1 nicht durchqueren. Anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The folder cannot be written. Choose another one.</source>
        <translation>Der Ordner lässt sich nicht beschreiben. Anderen wählen.</translation>
    </message>
    <message>
        <source>This computer&apos;s own server did not start. Restart the computer, or ask the administrator. The program&apos;s log says more.</source>
        <translation>Der Server dieses Computers startete nicht. Computer neu starten oder die Verwaltung fragen. Mehr steht im Protokoll des Programms.</translation>
    </message>
    <message numerus="yes">
        <source>Name or password is wrong. %n tries left before a %1-minute lock.</source>
        <translation>
            <numerusform>Name oder Passwort ist falsch. Noch %n Versuch bis zur Sperre von %1 Minuten.</numerusform>
            <numerusform>Name oder Passwort ist falsch. Noch %n Versuche bis zur Sperre von %1 Minuten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::StaleNotice</name>
    <message>
        <source>Use theirs</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::Toast</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ViewActions</name>
    <message>
        <source>&amp;Go to date...</source>
        <translation>&amp;Gehe zu Datum...</translation>
    </message>
    <message>
        <source>T&amp;aller rows</source>
        <translation>Höhere &amp;Zeilen</translation>
    </message>
    <message>
        <source>S&amp;horter rows</source>
        <translation>Niedrigere Ze&amp;ilen</translation>
    </message>
    <message>
        <source>Ne&amp;xt doctor&apos;s week</source>
        <translation>Person dana&amp;ch (Woche)</translation>
    </message>
    <message>
        <source>Da&amp;y</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>Wee&amp;k</source>
        <translation>&amp;Woche</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Monat</translation>
    </message>
    <message>
        <source>Print day l&amp;ist...</source>
        <translation>Tages&amp;liste drucken...</translation>
    </message>
    <message>
        <source>Pre&amp;vious doctor&apos;s week</source>
        <translation>&amp;Person davor (Woche)</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::VisitCommands</name>
    <message>
        <source>Cancel appointment</source>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>Why is it cancelled?</source>
        <translation>Warum wird abgesagt?</translation>
    </message>
    <message>
        <source>Patient called to cancel</source>
        <translation>Patient hat telefonisch abgesagt</translation>
    </message>
    <message>
        <source>Patient is ill</source>
        <translation>Patient ist krank</translation>
    </message>
    <message>
        <source>Doctor is away</source>
        <translation>Ärztin/Arzt ist abwesend</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>Irrtümlich gebucht</translation>
    </message>
    <message>
        <source>Moved to another clinic</source>
        <translation>In andere Praxis gewechselt</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>Choose a reason or write one.</source>
        <translation>Einen Grund wählen oder schreiben.</translation>
    </message>
    <message>
        <source>Cancelling...</source>
        <translation>Wird abgesagt...</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::VisitCompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::VisitStrip</name>
    <message>
        <source>Close  Esc</source>
        <translation>Schließen  Esc</translation>
    </message>
    <message>
        <source>phone %1</source>
        <translation>Telefon %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>patient, appointment</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ClinicDesk::WindowMenus</name>
    <message>
        <source>&amp;Larger</source>
        <translation>Schrift gr&amp;ößer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>Schrift &amp;kleiner</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Ab&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>As the &amp;computer</source>
        <translation>Wie der &amp;Computer</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language changes the next time the program starts.</source>
        <translation>Die Sprache wechselt beim nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>Normal si&amp;ze</source>
        <translation>Schrift n&amp;ormal</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Re&amp;duce motion</source>
        <translation>Beweg&amp;ung verringern</translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>Diesen Tag gibt es nicht.</translation>
    </message>
    <message>
        <source>Type a day as 24/11, 24 nov, tue, +3 or today.</source>
        <translation>Einen Tag eingeben: 24.11., 24 nov, di, +3 oder heute.</translation>
    </message>
</context>
<context>
    <name>DayListPaper</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>No appointments.</source>
        <translation>Keine Termine.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>Day list, %1</source>
        <translation>Tagesliste, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n doctors</source>
        <translation>
            <numerusform>%n Arzt</numerusform>
            <numerusform>%n Ärzte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled or rejected</source>
        <translation>
            <numerusform>%n abgesagten oder abgelehnten</numerusform>
            <numerusform>%n abgesagte oder abgelehnte</numerusform>
        </translation>
    </message>
    <message>
        <source>Without: %1</source>
        <translation>Ohne: %1</translation>
    </message>
    <message>
        <source>Not on this list: %1.</source>
        <comment>doctors</comment>
        <translation>Nicht auf dieser Liste: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled or rejected appointments are not on this list.</source>
        <translation>
            <numerusform>%n abgesagter oder abgelehnter Termin steht nicht auf dieser Liste.</numerusform>
            <numerusform>%n abgesagte oder abgelehnte Termine stehen nicht auf dieser Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>doctor, how many are free</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, continued</source>
        <comment>doctor</comment>
        <translation>%1, Fortsetzung</translation>
    </message>
</context>
<context>
    <name>DoneTexts</name>
    <message>
        <source>%1 booked %2</source>
        <translation>%1 gebucht für %2</translation>
    </message>
    <message>
        <source>Moved: %1 to %2</source>
        <translation>Verschoben: %1 auf %2</translation>
    </message>
    <message>
        <source>Length changed: %1, %2</source>
        <comment>patient, time range</comment>
        <translation>Dauer geändert: %1, %2</translation>
    </message>
    <message>
        <source>Room changed: %1, %2</source>
        <comment>patient, date and time</comment>
        <translation>Raum gewechselt: %1, %2</translation>
    </message>
    <message>
        <source>%1 cancelled, %2</source>
        <translation>%1 abgesagt, %2</translation>
    </message>
    <message>
        <source>%1 checked in</source>
        <translation>%1 eingetroffen</translation>
    </message>
    <message>
        <source>%1 marked as no-show</source>
        <translation>%1 nicht erschienen</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>Bestätigt: %1</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Begonnen: %1</translation>
    </message>
    <message>
        <source>Completed: %1</source>
        <translation>Abgeschlossen: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>The change of %1 was not saved. Enter it again.</source>
        <translation>Die Änderung an %1 ist nicht gespeichert. Noch einmal eingeben.</translation>
    </message>
    <message>
        <source>The change of %1 was saved.</source>
        <translation>Die Änderung an %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>The change of %1 was saved: %2, %3</source>
        <comment>time, patient, date and time</comment>
        <translation>Die Änderung an %1 ist gespeichert: %2, %3</translation>
    </message>
    <message>
        <source>Checking whether it was saved...</source>
        <translation>Wird geprüft, ob es gespeichert ist...</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>patient, what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>at a time</comment>
        <translation>um %1</translation>
    </message>
    <message>
        <source>Next free: %1.</source>
        <translation>Nächste freie Zeit: %1.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>person at desk</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The doctor</source>
        <translation>Ärztin/Arzt</translation>
    </message>
    <message>
        <source>Choose another time.</source>
        <translation>Andere Zeit wählen.</translation>
    </message>
    <message>
        <source>That time has just been taken.</source>
        <translation>Diese Zeit wurde soeben vergeben.</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>time with doctor</comment>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1 was taken a moment ago and may be free again.</source>
        <translation>%1 wurde eben belegt und wird vielleicht wieder frei.</translation>
    </message>
    <message>
        <source>%1 is being booked by %2.</source>
        <translation>%1 wird gerade gebucht von %2.</translation>
    </message>
    <message>
        <source>%1 is already taken.</source>
        <translation>%1 ist schon belegt.</translation>
    </message>
    <message>
        <source>%1 has just been taken.</source>
        <translation>%1 wurde soeben vergeben.</translation>
    </message>
    <message>
        <source>%1 booked it %2.</source>
        <translation>%1 hat %2 gebucht.</translation>
    </message>
    <message>
        <source>%1 already has a visit in progress. Complete that one first.</source>
        <translation>%1 hat schon einen Besuch in Behandlung. Diesen zuerst abschließen.</translation>
    </message>
    <message>
        <source>The patient already has an appointment at %1 with %2. Choose another time or move that one.</source>
        <translation>Der Patient hat schon einen Termin um %1 bei %2. Andere Zeit wählen oder jenen verschieben.</translation>
    </message>
    <message>
        <source>The patient already has an appointment at that time. Choose another time or move that one.</source>
        <translation>Der Patient hat zu dieser Zeit schon einen Termin. Andere Zeit wählen oder jenen verschieben.</translation>
    </message>
    <message>
        <source>The room is taken at %1 by %2.</source>
        <translation>Der Raum ist um %1 belegt durch %2.</translation>
    </message>
    <message>
        <source>The room is taken at that time.</source>
        <translation>Der Raum ist zu dieser Zeit belegt.</translation>
    </message>
    <message>
        <source>Choose another time or no room.</source>
        <translation>Andere Zeit oder keinen Raum wählen.</translation>
    </message>
    <message>
        <source>Free rooms: %1. Choose one of them.</source>
        <translation>Freie Räume: %1. Einen davon wählen.</translation>
    </message>
    <message>
        <source>%1 takes no appointments then.</source>
        <translation>%1 nimmt dann keine Termine an.</translation>
    </message>
    <message>
        <source>Choose another doctor.</source>
        <translation>Andere Ärztin oder anderen Arzt wählen.</translation>
    </message>
    <message>
        <source>%1 has no room for more appointments that day.</source>
        <translation>%1 hat an diesem Tag keinen Platz für weitere Termine.</translation>
    </message>
    <message>
        <source>Choose another day.</source>
        <translation>Anderen Tag wählen.</translation>
    </message>
    <message>
        <source>%1 is away then.</source>
        <translation>%1 ist dann abwesend.</translation>
    </message>
    <message>
        <source>%1 does not work then.</source>
        <translation>%1 hat dann keine Sprechzeit.</translation>
    </message>
    <message>
        <source>%1 cannot be booked that far ahead.</source>
        <translation>%1: So weit voraus ist nichts buchbar.</translation>
    </message>
    <message>
        <source>%1 needs more notice.</source>
        <translation>%1 braucht mehr Vorlauf.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>%1 changed this%2. Compare before you save.</source>
        <comment>%2: &apos; 4 s ago&apos; or nothing</comment>
        <translation>%1 hat das%2 geändert. Vor dem Speichern vergleichen.</translation>
    </message>
    <message>
        <source>This appointment can no longer be changed that way. Look at it again.</source>
        <translation>Dieser Termin lässt sich so nicht mehr ändern. Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Behandlung</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>a no-show</source>
        <translation>nicht erschienen</translation>
    </message>
    <message>
        <source>This appointment is %1. %2 changed it%3. Look at it again.</source>
        <comment>%3: &apos; 4 s ago&apos; or nothing</comment>
        <translation>Status dieses Termins: %1. %2 hat ihn%3 geändert. Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>An entry is missing or not complete. Check what you typed.</source>
        <translation>Eine Angabe fehlt oder ist nicht vollständig. Eingaben prüfen.</translation>
    </message>
    <message>
        <source>Somebody else is changing the same record, so nothing was changed. Try again.</source>
        <translation>Jemand anders ändert gerade dieselbe Akte, darum ist nichts geändert. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 is changing the same record, so nothing was changed. Try again.</source>
        <translation>%1 ändert gerade dieselbe Akte, darum ist nichts geändert. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This patient&apos;s record is closed. Open another record or make it active again.</source>
        <translation>Diese Patientenakte ist geschlossen. Andere Akte öffnen oder diese wieder aktivieren.</translation>
    </message>
    <message>
        <source>It was not found, or is not yours to see. Check what you looked for.</source>
        <translation>Nicht gefunden oder hier nicht einsehbar. Suche prüfen.</translation>
    </message>
    <message>
        <source>This request&apos;s number was used for something else, so nothing was changed. Close the form and begin again.</source>
        <translation>Die Nummer dieser Anfrage ist schon anders verwendet, darum ist nichts geändert. Formular schließen und neu beginnen.</translation>
    </message>
    <message>
        <source>Another patient&apos;s record has this national id. Open that record.</source>
        <translation>Die Akte eines anderen Patienten hat diese Ausweisnummer. Jene Akte öffnen.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask the doctor or an administrator.</source>
        <translation>Diese Rolle erlaubt das nicht. Ärztin, Arzt oder Verwaltung fragen.</translation>
    </message>
    <message>
        <source>Others changed the same records at the same moment, so nothing was changed. Try again.</source>
        <translation>Andere haben im selben Moment dieselben Akten geändert, darum ist nichts geändert. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No connection to the clinic&apos;s server, so nothing was changed. Try again when it is back.</source>
        <translation>Keine Verbindung zum Server der Praxis, darum ist nichts geändert. Noch einmal versuchen, wenn sie wieder da ist.</translation>
    </message>
    <message>
        <source>The connection broke while this was being saved; whether it was is not known yet. Do not enter it again: look first.</source>
        <translation>Die Verbindung brach beim Speichern ab; ob gespeichert ist, steht noch nicht fest. Nicht neu eingeben, erst nachsehen.</translation>
    </message>
    <message>
        <source>This program is older than the clinic&apos;s database. Update ClinicDesk on this computer.</source>
        <translation>Dieses Programm ist älter als die Datenbank der Praxis. ClinicDesk auf diesem Computer aktualisieren.</translation>
    </message>
    <message>
        <source>The clinic&apos;s database is older than this program. Ask the administrator to update it.</source>
        <translation>Die Datenbank der Praxis ist älter als dieses Programm. Die Verwaltung bitten, sie zu aktualisieren.</translation>
    </message>
    <message>
        <source>Name or password is wrong. Try again.</source>
        <translation>Name oder Passwort ist falsch. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>ClinicDesk is closing, so nothing was changed.</source>
        <translation>ClinicDesk schließt gerade, darum ist nichts geändert.</translation>
    </message>
    <message>
        <source>Something went wrong, so nothing was changed. Tell your administrator.</source>
        <translation>Etwas ging schief, darum ist nichts geändert. Der Verwaltung melden.</translation>
    </message>
    <message>
        <source>Something went wrong, so nothing was changed. Tell your administrator this number: %1.</source>
        <translation>Etwas ging schief, darum ist nichts geändert. Der Verwaltung diese Nummer nennen: %1.</translation>
    </message>
    <message>
        <source>the patient&apos;s family name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>the patient&apos;s given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>the patient&apos;s birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>the patient&apos;s sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>the phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>the e-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>the national id</source>
        <translation>Ausweisnummer</translation>
    </message>
    <message>
        <source>the emergency contact</source>
        <translation>Notfallkontakt</translation>
    </message>
    <message>
        <source>the note for the desk</source>
        <translation>Notiz für den Empfang</translation>
    </message>
    <message>
        <source>the consent date</source>
        <translation>Datum der Einwilligung</translation>
    </message>
    <message>
        <source>the reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>why the rule is overridden</source>
        <translation>Grund der Ausnahme</translation>
    </message>
    <message>
        <source>the start time</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>the end time</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>the length in minutes</source>
        <translation>Dauer in Minuten</translation>
    </message>
    <message>
        <source>the slot&apos;s length in minutes</source>
        <translation>Länge der Zeiteinheit in Minuten</translation>
    </message>
    <message>
        <source>the doctor</source>
        <translation>Ärztin/Arzt</translation>
    </message>
    <message>
        <source>the patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>the room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>the visit type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>the room&apos;s name</source>
        <translation>Name des Raums</translation>
    </message>
    <message>
        <source>the visit type&apos;s name</source>
        <translation>Name der Terminart</translation>
    </message>
    <message>
        <source>the login name</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>the role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>the password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>the licence number</source>
        <translation>Zulassungsnummer</translation>
    </message>
    <message>
        <source>the specialisation</source>
        <translation>Fachrichtung</translation>
    </message>
    <message>
        <source>the colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>the weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>the day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>the time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>the server&apos;s address</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>the port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>the database&apos;s name</source>
        <translation>Name der Datenbank</translation>
    </message>
    <message>
        <source>the appointment&apos;s number</source>
        <translation>Nummer des Termins</translation>
    </message>
    <message>
        <source>the version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>the request&apos;s id</source>
        <translation>Kennung der Anfrage</translation>
    </message>
    <message>
        <source>what to look for</source>
        <translation>Suchbegriff</translation>
    </message>
    <message>
        <source>the number of days</source>
        <translation>Zahl der Tage</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>the password file</source>
        <translation>Passwortdatei</translation>
    </message>
    <message>
        <source>the rule to override</source>
        <translation>Regel, von der abgewichen wird</translation>
    </message>
    <message>
        <source>the kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>the hours&apos; number</source>
        <translation>Nummer der Sprechzeit</translation>
    </message>
    <message>
        <source>the exception&apos;s number</source>
        <translation>Nummer der Ausnahme</translation>
    </message>
    <message>
        <source>the number of doctors</source>
        <translation>Zahl der Ärztinnen und Ärzte</translation>
    </message>
    <message>
        <source>the number of patients</source>
        <translation>Zahl der Patienten</translation>
    </message>
    <message>
        <source>the number of appointments</source>
        <translation>Zahl der Termine</translation>
    </message>
    <message>
        <source>the seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>the limit</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>the argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>whether appointments may be booked</source>
        <translation>Ob gebucht werden darf</translation>
    </message>
    <message>
        <source>whether requests wait for the doctor</source>
        <translation>Ob Anfragen auf den Arzt warten</translation>
    </message>
    <message>
        <source>whether the licence was checked</source>
        <translation>Ob die Zulassung geprüft ist</translation>
    </message>
    <message>
        <source>whether it is in use</source>
        <translation>Ob es in Gebrauch ist</translation>
    </message>
    <message>
        <source>whether patients may book it at the kiosk</source>
        <translation>Ob Patienten es am Terminal buchen dürfen</translation>
    </message>
    <message>
        <source>the booking horizon in days</source>
        <translation>Buchungszeitraum in Tagen</translation>
    </message>
    <message>
        <source>the lead time in minutes</source>
        <translation>Vorlauf in Minuten</translation>
    </message>
    <message>
        <source>the pause after a visit in minutes</source>
        <translation>Pause nach einem Termin in Minuten</translation>
    </message>
    <message>
        <source>the most appointments a day</source>
        <translation>Höchstzahl der Termine am Tag</translation>
    </message>
    <message>
        <source>the last working day</source>
        <translation>Letzter Arbeitstag</translation>
    </message>
    <message>
        <source>the number of connections</source>
        <translation>Zahl der Verbindungen</translation>
    </message>
    <message>
        <source>the number of rounds</source>
        <translation>Zahl der Runden</translation>
    </message>
    <message>
        <source>the server&apos;s host</source>
        <translation>Rechner des Servers</translation>
    </message>
    <message>
        <source>the certificate&apos;s file</source>
        <translation>Datei des Zertifikats</translation>
    </message>
    <message>
        <source>the desk&apos;s name</source>
        <translation>Name des Platzes</translation>
    </message>
    <message>
        <source>Birth date must be in the past.</source>
        <translation>Das Geburtsdatum muss in der Vergangenheit liegen.</translation>
    </message>
    <message>
        <source>An appointment ends after it starts and lasts at most 12 hours. Check the times.</source>
        <translation>Ein Termin endet nach seinem Beginn und dauert höchstens 12 Stunden. Zeiten prüfen.</translation>
    </message>
    <message>
        <source>Hours end after they begin. Check the times.</source>
        <translation>Sprechzeiten enden nach ihrem Beginn. Zeiten prüfen.</translation>
    </message>
    <message>
        <source>The end must come after the beginning. Check the times.</source>
        <translation>Das Ende muss nach dem Anfang liegen. Zeiten prüfen.</translation>
    </message>
    <message>
        <source>These hours overlap others of that day. Check the times.</source>
        <translation>Diese Sprechzeit überschneidet sich mit einer anderen des Tages. Zeiten prüfen.</translation>
    </message>
    <message>
        <source>A login name begins with a small letter and holds small letters, digits, dots and dashes.</source>
        <translation>Ein Anmeldename beginnt mit einem Kleinbuchstaben und enthält Kleinbuchstaben, Ziffern, Punkte und Striche.</translation>
    </message>
    <message>
        <source>An entry is too long or holds a character that cannot be stored. Type it again.</source>
        <translation>Eine Angabe ist zu lang oder enthält ein Zeichen, das sich nicht speichern lässt. Neu eingeben.</translation>
    </message>
    <message>
        <source>A name is empty, too long or holds a character that cannot be stored. Type it again.</source>
        <translation>Ein Name ist leer, zu lang oder enthält ein Zeichen, das sich nicht speichern lässt. Neu eingeben.</translation>
    </message>
    <message>
        <source>A text is too long or holds a character that cannot be stored. Type it again.</source>
        <translation>Ein Text ist zu lang oder enthält ein Zeichen, das sich nicht speichern lässt. Neu eingeben.</translation>
    </message>
    <message>
        <source>A colour is written as # and six small hex digits.</source>
        <translation>Eine Farbe besteht aus # und sechs kleinen Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>This computer has no desk number. Set it up again.</source>
        <translation>Dieser Computer hat keine Platznummer. Neu einrichten.</translation>
    </message>
    <message>
        <source>this entry</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Enter %1.</source>
        <translation>%1 eingeben.</translation>
    </message>
    <message>
        <source>%1 must be in the past.</source>
        <translation>%1 muss in der Vergangenheit liegen.</translation>
    </message>
    <message>
        <source>%1 is too long. Shorten it.</source>
        <translation>%1 ist zu lang. Kürzen.</translation>
    </message>
    <message>
        <source>%1 is too short. Lengthen it.</source>
        <translation>%1 ist zu kurz. Verlängern.</translation>
    </message>
    <message>
        <source>%1 holds a character that cannot be stored. Type it again.</source>
        <translation>%1 enthält ein Zeichen, das sich nicht speichern lässt. Neu eingeben.</translation>
    </message>
    <message>
        <source>There is no such time on that day: the clocks change. Choose another time.</source>
        <translation>Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden umgestellt. Andere Zeit wählen.</translation>
    </message>
    <message>
        <source>%1 is already in use. Choose another.</source>
        <translation>%1 ist schon vergeben. Anders wählen.</translation>
    </message>
    <message>
        <source>The server&apos;s address must not hold a password. Leave it out.</source>
        <translation>Die Adresse des Servers darf kein Passwort enthalten. Weglassen.</translation>
    </message>
    <message>
        <source>%1 is given twice. Give it once.</source>
        <translation>%1 ist doppelt angegeben. Nur einmal angeben.</translation>
    </message>
    <message>
        <source>%1 is out of range. Check it.</source>
        <translation>%1 liegt außerhalb des Erlaubten. Prüfen.</translation>
    </message>
    <message>
        <source>%1 cannot be read as it is. Check it.</source>
        <translation>%1 ist so nicht lesbar. Prüfen.</translation>
    </message>
    <message>
        <source>PostgreSQL is not installed on this computer. Install it and try again.</source>
        <translation>PostgreSQL ist auf diesem Computer nicht installiert. Installieren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This computer has no user &quot;postgres&quot; to run the server as. Install PostgreSQL and try again.</source>
        <translation>Diesem Computer fehlt der Benutzer „postgres“, unter dem der Server läuft. PostgreSQL installieren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The data folder cannot be created or written. Choose another folder.</source>
        <translation>Der Datenordner lässt sich nicht anlegen oder beschreiben. Anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The server&apos;s user cannot reach the data folder. Choose another folder.</source>
        <translation>Der Benutzer des Servers erreicht den Datenordner nicht. Anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The folder cannot be written. Choose another folder.</source>
        <translation>Der Ordner lässt sich nicht beschreiben. Anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space or choose another folder.</source>
        <translation>Der Datenträger ist voll. Platz schaffen oder anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Another program already runs this clinic&apos;s server. Close that one first.</source>
        <translation>Ein anderes Programm betreibt den Server dieser Praxis schon. Jenes zuerst schließen.</translation>
    </message>
    <message>
        <source>The clinic&apos;s database could not be created. The log says why.</source>
        <translation>Die Datenbank der Praxis ließ sich nicht anlegen. Warum, steht im Protokoll.</translation>
    </message>
    <message>
        <source>The server&apos;s password file cannot be written. Check the data folder.</source>
        <translation>Die Passwortdatei des Servers lässt sich nicht schreiben. Datenordner prüfen.</translation>
    </message>
    <message>
        <source>The server has no folder for its connections. Check the temporary folder.</source>
        <translation>Dem Server fehlt ein Ordner für seine Verbindungen. Ordner für temporäre Dateien prüfen.</translation>
    </message>
    <message>
        <source>The server&apos;s port is used by another program. Choose another port.</source>
        <translation>Den Port des Servers benutzt ein anderes Programm. Anderen Port wählen.</translation>
    </message>
    <message>
        <source>The clinic&apos;s server did not start. The log says why.</source>
        <translation>Der Server der Praxis startete nicht. Warum, steht im Protokoll.</translation>
    </message>
    <message>
        <source>The server answered, but it is not certain that it is the clinic&apos;s. Ask the administrator for its certificate.</source>
        <translation>Der Server hat geantwortet, aber es ist nicht sicher, dass er zur Praxis gehört. Die Verwaltung nach seinem Zertifikat fragen.</translation>
    </message>
    <message>
        <source>The backup was not made. The log says why.</source>
        <translation>Die Sicherung ist nicht erstellt. Warum, steht im Protokoll.</translation>
    </message>
    <message>
        <source>The backup could not be read back, so it was not kept. Try again.</source>
        <translation>Die Sicherung ließ sich nicht zurücklesen und ist darum nicht behalten. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>That time has passed. Choose a later time.</source>
        <translation>Diese Zeit ist vorbei. Spätere Zeit wählen.</translation>
    </message>
    <message>
        <source>This appointment has not begun. Mark a no-show after its start.</source>
        <translation>Dieser Termin hat noch nicht begonnen. „Nicht erschienen“ erst nach dem Beginn setzen.</translation>
    </message>
    <message>
        <source>It is too late to cancel this appointment here. Ask reception.</source>
        <translation>Zum Absagen ist es hier zu spät. Am Empfang fragen.</translation>
    </message>
    <message>
        <source>This request&apos;s time has passed, so it can no longer be confirmed. Move it or reject it.</source>
        <translation>Die Zeit dieser Anfrage ist vorbei, sie lässt sich nicht mehr bestätigen. Verschieben oder ablehnen.</translation>
    </message>
    <message>
        <source>This appointment is not today. Move it to today first.</source>
        <translation>Dieser Termin ist nicht heute. Zuerst auf heute verschieben.</translation>
    </message>
    <message>
        <source>You hold times at too many desks. Release one of them first.</source>
        <translation>Zeiten sind an zu vielen Plätzen vorgemerkt. Zuerst eine freigeben.</translation>
    </message>
    <message>
        <source>The clinic is closed that day.</source>
        <translation>Die Praxis ist an diesem Tag geschlossen.</translation>
    </message>
    <message>
        <source>That time does not begin a slot.</source>
        <translation>Zu dieser Uhrzeit beginnt keine Zeiteinheit.</translation>
    </message>
    <message>
        <source>This change can no longer be undone. Change the appointment itself.</source>
        <translation>Diese Änderung lässt sich nicht mehr zurücknehmen. Den Termin selbst ändern.</translation>
    </message>
    <message>
        <source>Only a confirmed appointment can be checked in, and only once. Look at it again.</source>
        <translation>Nur ein bestätigter Termin kann eintreffen, und nur einmal. Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>The server took too long, so nothing was changed. Try again.</source>
        <translation>Der Server brauchte zu lange, darum ist nichts geändert. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server has no free connection. Try again in a minute.</source>
        <translation>Der Server hat keine Verbindung frei. In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is no clinic of that name on this server. Check the database&apos;s name.</source>
        <translation>Auf diesem Server gibt es keine Praxis dieses Namens. Namen der Datenbank prüfen.</translation>
    </message>
    <message>
        <source>The clinic already holds data. Demo data needs an empty one.</source>
        <translation>Die Praxis enthält schon Daten. Beispieldaten brauchen eine leere.</translation>
    </message>
    <message>
        <source>This login is not an active member of the staff. Ask an administrator.</source>
        <translation>Diese Anmeldung gehört nicht zum aktiven Personal. Die Verwaltung fragen.</translation>
    </message>
    <message>
        <source>The clinic&apos;s database was set up by other files than this program&apos;s. Install the right version.</source>
        <translation>Die Datenbank der Praxis stammt aus anderen Dateien als denen dieses Programms. Die richtige Version installieren.</translation>
    </message>
    <message>
        <source>ddd dd-MMM-yyyy</source>
        <comment>date pattern</comment>
        <translation>ddd dd.MM.yyyy</translation>
    </message>
    <message>
        <source>%1 changed this appointment%2, so your change cannot be undone. Look at it again.</source>
        <comment>%2: &apos; 4 s ago&apos; or nothing</comment>
        <translation>%1 hat diesen Termin%2 geändert, darum lässt sich die Änderung nicht zurücknehmen. Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>%1 changed this appointment%2. Look at it again.</source>
        <comment>%2: &apos; 4 s ago&apos; or nothing</comment>
        <translation>%1 hat diesen Termin%2 geändert. Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>It is certain now: this was not saved. Book it again.</source>
        <translation>Jetzt steht fest: Es ist nicht gespeichert. Noch einmal buchen.</translation>
    </message>
    <message>
        <source>This doctor confirms each request, and cannot once its time has begun. Choose another doctor or a later time.</source>
        <translation>Dieser Arzt bestätigt jede Anfrage und kann es nicht mehr, wenn ihre Zeit begonnen hat. Wählen Sie einen anderen Arzt oder eine spätere Zeit.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full, so nothing was changed. Ask your administrator to make room, then try again.</source>
        <translation>Die Festplatte des Servers ist voll, darum ist nichts geändert. Den Administrator bitten, Platz zu schaffen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The appointment is there already. Nothing was changed.</source>
        <translation>Der Termin liegt schon dort. Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>EventTexts</name>
    <message>
        <source>this</source>
        <comment>appointment, object of a sentence</comment>
        <translation>diesen Termin</translation>
    </message>
    <message>
        <source>this visit</source>
        <comment>object of a sentence</comment>
        <translation>diesen Besuch</translation>
    </message>
    <message>
        <source>this patient</source>
        <comment>object of a sentence</comment>
        <translation>diese Person</translation>
    </message>
    <message>
        <source>the appointment of %1</source>
        <comment>object of a sentence</comment>
        <translation>den Termin von %1</translation>
    </message>
    <message>
        <source>the visit of %1</source>
        <comment>object of a sentence</comment>
        <translation>den Besuch von %1</translation>
    </message>
    <message>
        <source>%1 booked %2</source>
        <comment>who, appointment</comment>
        <translation>%1 hat %2 gebucht</translation>
    </message>
    <message>
        <source>%1 confirmed %2</source>
        <comment>who, appointment</comment>
        <translation>%1 hat %2 bestätigt</translation>
    </message>
    <message>
        <source>%1 rejected %2</source>
        <comment>who, appointment</comment>
        <translation>%1 hat %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1 cancelled %2</source>
        <comment>who, appointment</comment>
        <translation>%1 hat %2 abgesagt</translation>
    </message>
    <message>
        <source>%1 started %2</source>
        <comment>who, visit</comment>
        <translation>%1 hat %2 begonnen</translation>
    </message>
    <message>
        <source>%1 completed %2</source>
        <comment>who, visit</comment>
        <translation>%1 hat %2 abgeschlossen</translation>
    </message>
    <message>
        <source>%1 marked %2 as a no-show</source>
        <comment>who, appointment</comment>
        <translation>%1 hat %2 als nicht erschienen vermerkt</translation>
    </message>
    <message>
        <source>%1 checked %2 in</source>
        <comment>who, patient</comment>
        <translation>%1 hat %2 als angekommen vermerkt</translation>
    </message>
    <message>
        <source>%1 took a change of %2 back</source>
        <comment>who, appointment</comment>
        <translation>%1 hat %2 auf den Stand davor zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 changed %2</source>
        <comment>who, appointment</comment>
        <translation>%1 hat %2 geändert</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>time, doctor</comment>
        <translation>%1 zu %2</translation>
    </message>
    <message>
        <source>%1 moved %2 to %3</source>
        <comment>who, appointment, time</comment>
        <translation>%1 hat %2 auf %3 verschoben</translation>
    </message>
    <message>
        <source>%1 changed the length or room of %2</source>
        <comment>who, appointment</comment>
        <translation>%1 hat %2 in Dauer oder Raum geändert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what happened, time of it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>a moment ago</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>what happened, how long ago</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>person at desk</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>an appointment</source>
        <translation>einen Termin</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This appointment is another doctor&apos;s now.</source>
        <translation>Dieser Termin gehört jetzt zu einer anderen Ärztin oder einem anderen Arzt.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range of times, &quot;10:40 to 11:00&quot;</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>Born %1 (%2y)</source>
        <extracomment>Birth date and age in years, &quot;Born 14-Mar-1985 (41y)&quot;</extracomment>
        <translation>geb. %1 (%2 J.)</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>checked in</source>
        <translation>eingetroffen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Behandlung</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>nicht erschienen</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A status and why: &quot;cancelled: patient is ill&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <extracomment>A range of days, &quot;23-Nov to 29-Nov-2026&quot;</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>dd-MMM-yyyy</source>
        <comment>date pattern</comment>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>ddd dd-MMM-yyyy</source>
        <comment>date pattern</comment>
        <translation>ddd dd.MM.yyyy</translation>
    </message>
    <message>
        <source>ddd dd-MMM</source>
        <comment>date pattern</comment>
        <translation>ddd dd.MM.</translation>
    </message>
    <message>
        <source>dddd dd-MMM-yyyy</source>
        <comment>date pattern</comment>
        <translation>dddd, dd.MM.yyyy</translation>
    </message>
    <message>
        <source>dd-MMM</source>
        <comment>date pattern</comment>
        <translation>dd.MM.</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>date pattern</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
</context>
<context>
    <name>InboxTexts</name>
    <message>
        <source>from the kiosk</source>
        <translation>vom Terminal</translation>
    </message>
    <message>
        <source>own booking</source>
        <translation>selbst gebucht</translation>
    </message>
    <message>
        <source>from reception</source>
        <translation>vom Empfang</translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation>angefragt %1</translation>
    </message>
    <message>
        <source>saving...</source>
        <translation>wird gespeichert...</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <extracomment>&quot;confirmed by Dr Ba, 3 s ago&quot;</extracomment>
        <translation>%1 von %2, %3</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Sign in - ClinicDesk</source>
        <translation>Anmelden - ClinicDesk</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Feststelltaste ist an</translation>
    </message>
    <message>
        <source>&amp;Other server</source>
        <translation>Anderer Ser&amp;ver</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>The clinic&apos;s administrator knows these. Paste an address such as postgresql://server/clinic into the first field to fill them all.</source>
        <translation>Die Verwaltung der Praxis kennt diese Angaben. Eine Adresse wie postgresql://server/praxis, ins erste Feld eingefügt, füllt alle.</translation>
    </message>
    <message>
        <source>Ser&amp;ver</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>&amp;Certificate of the clinic (when the administrator gave one)</source>
        <translation>Zertifikat der Praxis (falls die Verwaltung eines &amp;gab)</translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation>D&amp;urchsuchen...</translation>
    </message>
    <message>
        <source>Name of &amp;this computer, as colleagues see it</source>
        <translation>Name dieses &amp;Computers, wie ihn das Team sieht</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Po&amp;rt</source>
        <translation>P&amp;ort</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>C&amp;linic</source>
        <translation>&amp;Praxis</translation>
    </message>
    <message>
        <source>Edi&amp;t</source>
        <translation>Bearbeite&amp;n</translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation>An&amp;frage</translation>
    </message>
    <message>
        <source>&amp;Appointment</source>
        <translation>&amp;Termin</translation>
    </message>
    <message>
        <source>Pat&amp;ient</source>
        <translation>Pat&amp;ient</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MoveTexts</name>
    <message>
        <source>a moment ago</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 changed the appointment of %2, %3, so it was not moved. Look where it is now.</source>
        <translation>%1 hat den Termin von %2 geändert, %3, darum ist er nicht verschoben. Ansehen, wo er jetzt ist.</translation>
    </message>
    <message>
        <source>%1 is on the shelf and stays booked for %2 until you place it.</source>
        <translation>%1 ist in der Ablage und bleibt gebucht für %2, bis der Termin eingesetzt ist.</translation>
    </message>
    <message>
        <source>Enter or a click moves it there. Esc leaves it where it is.</source>
        <translation>Enter oder ein Klick verschiebt den Termin dorthin. Esc lässt ihn, wo er ist.</translation>
    </message>
</context>
<context>
    <name>NoticeTexts</name>
    <message>
        <source>%1  %2, %3</source>
        <comment>time, patient, doctor</comment>
        <translation>%1  %2, %3</translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>outside working hours</source>
        <translation>außerhalb der Sprechzeiten</translation>
    </message>
    <message>
        <source>at shorter notice than the doctor asks for</source>
        <translation>kurzfristiger, als der Arzt verlangt</translation>
    </message>
    <message>
        <source>further ahead than the doctor&apos;s calendar is open</source>
        <translation>weiter im Voraus, als der Kalender des Arztes offen ist</translation>
    </message>
    <message>
        <source>above the doctor&apos;s most appointments a day</source>
        <translation>über der Höchstzahl der Termine des Arztes am Tag</translation>
    </message>
</context>
<context>
    <name>OwnDayTexts</name>
    <message>
        <source>saving...</source>
        <translation>wird gespeichert...</translation>
    </message>
    <message>
        <source>in progress %1</source>
        <translation>in Behandlung %1</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>%1, %2 late</source>
        <translation>%1, %2 verspätet</translation>
    </message>
</context>
<context>
    <name>PaperJob</name>
    <message numerus="yes">
        <source>The chosen pages do not exist: there are %n pages. Choose other pages.</source>
        <translation>
            <numerusform>Die gewählten Seiten gibt es nicht: Es ist nur %n Seite. Andere Seiten wählen.</numerusform>
            <numerusform>Die gewählten Seiten gibt es nicht: Es sind %n Seiten. Andere Seiten wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not saved: the disk is full. Free some space or choose another folder.</source>
        <translation>%1 ist nicht gespeichert: Der Datenträger ist voll. Platz schaffen oder anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>%1 was not saved: the folder %2 cannot be written to. Choose another folder.</source>
        <translation>%1 ist nicht gespeichert: Der Ordner %2 lässt sich nicht beschreiben. Anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Not printed: printer %1 does not answer. Print again or save as PDF.</source>
        <translation>Nicht gedruckt: Der Drucker %1 antwortet nicht. Noch einmal drucken oder als PDF speichern.</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>as of %1</source>
        <comment>time</comment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Day list %1.pdf</source>
        <comment>file name</comment>
        <translation>Tagesliste %1.pdf</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>doctor, day</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PatientCard</name>
    <message>
        <source>No appointment is booked.</source>
        <translation>Kein Termin gebucht.</translation>
    </message>
    <message>
        <source>Your next appointments</source>
        <translation>Ihre nächsten Termine</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date and time, doctor</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show this code when you come.</source>
        <translation>Diesen Code beim Kommen zeigen.</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>Tuesday 24 November, year, time</comment>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>Appointment card</source>
        <translation>Terminkarte</translation>
    </message>
    <message>
        <source>%1, %2 (not confirmed yet)</source>
        <comment>date and time, doctor</comment>
        <translation>%1, %2 (noch nicht bestätigt)</translation>
    </message>
    <message>
        <source>appointment-card.pdf</source>
        <translation>terminkarte.pdf</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>appointments</comment>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientTexts</name>
    <message>
        <source>Family name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>National id</source>
        <translation>Ausweisnummer</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>Notfallkontakt</translation>
    </message>
    <message>
        <source>Notes for the desk</source>
        <translation>Notiz für den Empfang</translation>
    </message>
    <message>
        <source>Consent given on</source>
        <translation>Einwilligung vom</translation>
    </message>
    <message>
        <source>Record in use</source>
        <translation>Akte in Gebrauch</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht erfasst</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>other</source>
        <translation>divers</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Another desk</source>
        <translation>Ein anderer Platz</translation>
    </message>
    <message>
        <source>%1 changed this: %2.</source>
        <comment>who, which fields</comment>
        <translation>%1 hat geändert: %2.</translation>
    </message>
    <message>
        <source>%1 changed this %2: %3.</source>
        <comment>who, how long ago, which fields</comment>
        <translation>%1 hat %2 geändert: %3.</translation>
    </message>
</context>
<context>
    <name>QuickBooking</name>
    <message>
        <source>Book %1 with %2</source>
        <translation>%1 bei %2 buchen</translation>
    </message>
    <message>
        <source>Book %1</source>
        <translation>%1 buchen</translation>
    </message>
</context>
<context>
    <name>ReceptionTexts</name>
    <message>
        <source>off</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n frei</numerusform>
            <numerusform>%n frei</numerusform>
        </translation>
    </message>
    <message>
        <source>You hold this time.</source>
        <translation>Diese Zeit ist hier vorgemerkt.</translation>
    </message>
    <message>
        <source>%1 is booking this time.</source>
        <translation>%1 bucht gerade diese Zeit.</translation>
    </message>
    <message>
        <source>%1 at %2 is booking this time.</source>
        <translation>%1 (%2) bucht gerade diese Zeit.</translation>
    </message>
    <message>
        <source>This time is free again.</source>
        <translation>Diese Zeit ist wieder frei.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>command (key)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2 booked</source>
        <comment>figures of a day</comment>
        <translation>%1 von %2 gebucht</translation>
    </message>
    <message>
        <source>free times, %1</source>
        <translation>freie Zeiten, %1</translation>
    </message>
    <message>
        <source>nearly full, %1</source>
        <translation>fast voll, %1</translation>
    </message>
    <message>
        <source>full, %1</source>
        <translation>voll, %1</translation>
    </message>
    <message numerus="yes">
        <source>closed, %n booked</source>
        <translation>
            <numerusform>geschlossen, %n gebucht</numerusform>
            <numerusform>geschlossen, %n gebucht</numerusform>
        </translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Booked anyway, %1: %2. %3, %4.</source>
        <comment>rule, reason, person, date and time</comment>
        <translation>Trotzdem gebucht, %1: %2. %3, %4.</translation>
    </message>
    <message>
        <source>No doctor is free now. Next free today: %1 with %2.</source>
        <comment>time, doctor</comment>
        <translation>Jetzt ist kein Arzt frei. Heute als Nächstes frei: %1 bei %2.</translation>
    </message>
    <message>
        <source>No doctor is free now or later today. Choose another day.</source>
        <translation>Heute ist kein Arzt mehr frei. Wählen Sie einen anderen Tag.</translation>
    </message>
</context>
<context>
    <name>RowTexts</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>%1 (%2y)</source>
        <extracomment>A patient&apos;s name and age in years: &quot;KIM, Soo (41y)&quot;</extracomment>
        <translation>%1 (%2 J.)</translation>
    </message>
</context>
<context>
    <name>ServerTestTexts</name>
    <message>
        <source>No server &quot;%1&quot; is known on this network. Check the spelling, or ask the administrator.</source>
        <translation>Kein Server „%1“ in diesem Netz bekannt. Schreibweise prüfen oder die Verwaltung fragen.</translation>
    </message>
    <message>
        <source>The server is there, but nothing answers at port %1. Check the port, or ask the administrator to start the clinic&apos;s server.</source>
        <translation>Der Server ist da, aber an Port %1 antwortet nichts. Port prüfen oder die Verwaltung bitten, den Server der Praxis zu starten.</translation>
    </message>
    <message>
        <source>No way to the server. Check this computer&apos;s network cable or Wi-Fi.</source>
        <translation>Kein Weg zum Server. Netzwerkkabel oder WLAN dieses Computers prüfen.</translation>
    </message>
    <message>
        <source>No answer within 3 s. The server may be off, or a firewall is in the way. Ask the administrator.</source>
        <translation>Keine Antwort in 3 s. Vielleicht ist der Server aus oder eine Firewall im Weg. Die Verwaltung fragen.</translation>
    </message>
    <message>
        <source>The server does not encrypt the connection. Ask the administrator to switch it on.</source>
        <translation>Der Server verschlüsselt die Verbindung nicht. Die Verwaltung bitten, das einzuschalten.</translation>
    </message>
    <message>
        <source>Something else than the clinic&apos;s server answers at this port. Check the port.</source>
        <translation>An diesem Port antwortet etwas anderes als der Server der Praxis. Port prüfen.</translation>
    </message>
    <message>
        <source>The server stopped answering. Try again, or ask the administrator.</source>
        <translation>Der Server antwortet nicht mehr. Noch einmal versuchen oder die Verwaltung fragen.</translation>
    </message>
    <message>
        <source>The server cannot prove that it is the clinic&apos;s. Do not sign in. Ask the administrator for the clinic&apos;s certificate and choose it below.</source>
        <translation>Der Server kann nicht beweisen, dass er zur Praxis gehört. Nicht anmelden. Die Verwaltung nach dem Zertifikat der Praxis fragen und es unten auswählen.</translation>
    </message>
    <message>
        <source>Sign-in: enter name and password above to test it too.</source>
        <translation>Anmeldung: Oben Name und Passwort eingeben, um auch sie zu testen.</translation>
    </message>
    <message>
        <source>Name or password is wrong. Type both again.</source>
        <translation>Name oder Passwort ist falsch. Beides neu eingeben.</translation>
    </message>
    <message>
        <source>The server has no database &quot;%1&quot;. Check its name.</source>
        <translation>Der Server hat keine Datenbank „%1“. Namen prüfen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may not use this clinic&apos;s database. An administrator can allow it.</source>
        <translation>„%1“ darf die Datenbank dieser Praxis nicht benutzen. Die Verwaltung kann es erlauben.</translation>
    </message>
    <message>
        <source>The server has no free connection. Try again in a minute.</source>
        <translation>Der Server hat keine Verbindung frei. In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server is just starting. Try again in a minute.</source>
        <translation>Der Server startet gerade. In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server did not let this computer in. Ask the administrator to look at the server&apos;s log.</source>
        <translation>Der Server hat diesen Computer nicht eingelassen. Die Verwaltung bitten, ins Protokoll des Servers zu sehen.</translation>
    </message>
    <message>
        <source>The clinic&apos;s database is older than this program. An administrator updates it with &quot;clinicctl migrate&quot;.</source>
        <translation>Die Datenbank der Praxis ist älter als dieses Programm. Die Verwaltung aktualisiert sie mit „clinicctl migrate“.</translation>
    </message>
    <message>
        <source>The clinic&apos;s database is newer than this program. Update ClinicDesk on this computer.</source>
        <translation>Die Datenbank der Praxis ist neuer als dieses Programm. ClinicDesk auf diesem Computer aktualisieren.</translation>
    </message>
    <message>
        <source>This database is not a clinic&apos;s. Check the database&apos;s name.</source>
        <translation>Diese Datenbank gehört zu keiner Praxis. Namen der Datenbank prüfen.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 min behind the server&apos;s. Set it; appointments follow the server&apos;s.</source>
        <translation>Die Uhr dieses Computers geht gegenüber der des Servers %1 min nach. Richtig stellen; Termine folgen der des Servers.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 min ahead of the server&apos;s. Set it; appointments follow the server&apos;s.</source>
        <translation>Die Uhr dieses Computers geht gegenüber der des Servers %1 min vor. Richtig stellen; Termine folgen der des Servers.</translation>
    </message>
    <message>
        <source>Server&apos;s name</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>Server answers</source>
        <translation>Server antwortet</translation>
    </message>
    <message>
        <source>Encrypted and the clinic&apos;s own</source>
        <translation>Verschlüsselt und Server der Praxis</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>Name und Passwort</translation>
    </message>
    <message>
        <source>Version of the clinic&apos;s database</source>
        <translation>Version der Praxisdatenbank</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
</context>
<context>
    <name>VisitTexts</name>
    <message>
        <source>%1, %2</source>
        <comment>date and time, doctor</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Ärztin/Arzt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Visit type</source>
        <translation>Terminart</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2, was %3</source>
        <comment>field, now, before</comment>
        <translation>%1: %2, vorher %3</translation>
    </message>
    <message>
        <source>First look at what was changed.</source>
        <translation>Sehen Sie zuerst nach, was geändert wurde.</translation>
    </message>
</context>
</TS>
