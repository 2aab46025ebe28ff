<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>AgendaText</name>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::AgendaView</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::BookingForm</name>
    <message>
        <source>Name, birth date or phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Free times (F3 more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>visit type, length</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, No. %2</source>
        <comment>born, record number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>time, length, doctor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, held for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::BookingPanel</name>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+N books the next one. Ctrl+Z takes this one back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>read-back: Tuesday 24 November, 10:20, Dr Osei</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The doctor still has to confirm it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::BookingPatientForm</name>
    <message>
        <source>&amp;Family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Given name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth d&amp;ate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day, month, year: 3.5.1985</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::CancelDialog</name>
    <message>
        <source>%1, %2</source>
        <comment>date and time, doctor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient called to cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient is ill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to another clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>digit, reason</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reason or write one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::CollisionDialog</name>
    <message>
        <source>That time has gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2 has just been taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is free within the booking period.    Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter books 1    F3 more    Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter books %1    1-%2 choose    F3 more    Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your entries are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>person at desk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is booking it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 booked it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 booked it %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::CommandPalette</name>
    <message>
        <source>Do or find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command, a patient, or: kim osei tue 10 20m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ConnectionModel</name>
    <message>
        <source>No connection since %1. You see the day as of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection since %1. You can look; booking returns with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DayHeader</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show cancelled and rejected appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DoctorDayModel</name>
    <message>
        <source>Started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not come: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DoctorTexts</name>
    <message>
        <source>from the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from reception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2y)</source>
        <extracomment>A patient&apos;s name and age in years: &quot;KIM, Soo (41y)&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <extracomment>&quot;confirmed by Dr Ba, 3 s ago&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 late</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::DoctorWindow</name>
    <message>
        <source>%1 - %2 - ClinicDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is back. Everything is up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Complete the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests. New ones appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No appointments today. Confirmed requests for today appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 request waits for an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests wait for an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reject...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo the last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm  C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject  R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did &amp;not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancel...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show  Ctrl+F9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel  Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest &amp;message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do &amp;anything...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject the request of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong visit type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a longer visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the patient first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the appointment of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next request or appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the list of reasons: take that one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the requests to the day and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::IdentityLabel</name>
    <message>
        <source>No. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::KeyMap</name>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New key for &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New key: choose a command above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alone would be typed. Press it together with Ctrl or Alt, or a function key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moves through every window and stays as it is. Press another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is now the key of &quot;%2&quot;. &quot;%3&quot; has lost it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is now the key of &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::LoginDialog</name>
    <message>
        <source>Stop the t&amp;est</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your name, as the administrator gave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of the clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where the clinic&apos;s server is, then sign in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::MiniMonth</name>
    <message>
        <source>Previous month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::NewPatientForm</name>
    <message>
        <source>May be the same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create a new record anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::OfferList</name>
    <message>
        <source>held for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientBar</name>
    <message>
        <source>Phone %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientDelegate</name>
    <message>
        <source>closed record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientPicker</name>
    <message>
        <source>1 patient found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n patients found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::PatientSearchModel</name>
    <message>
        <source>+ New patient &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReasonDialog</name>
    <message>
        <source>Enter a reason: reception tells it to the patient.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::RecentActions</name>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionActions</name>
    <message>
        <source>&amp;Find patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More free times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as n&amp;o-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel appointment...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next p&amp;ane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest &amp;message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do or find &amp;anything...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take free time %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a free &amp;time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionCancelDialog</name>
    <message>
        <source>Cancel appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it cancelled?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionSidebar</name>
    <message>
        <source>Doctors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctors shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, off</source>
        <comment>doctor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, full</source>
        <comment>doctor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n free</source>
        <comment>doctor</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionStatusBar</name>
    <message>
        <source>Nobody is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting %1, longest %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionTopBar</name>
    <message>
        <source>Find patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find patient: name, born, phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find patient (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book  Ctrl+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, desk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>○ Not live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ReceptionWindow</name>
    <message>
        <source>%1 - Reception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect  F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected again. You see the day as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next slot, next doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open an appointment, or book a free slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a free slot: book it for the patient of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Up, Shift+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lengthen a free selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that can be done here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the panel: next field, at the end book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the list, then free the time, then close the panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day and booking panel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::RequestInboxModel</name>
    <message>
        <source>Confirmed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::ServerTestTexts</name>
    <message>
        <source>No server &quot;%1&quot; is known on this network. Check the spelling, or ask the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is there, but nothing answers at port %1. Check the port, or ask the administrator to start the clinic&apos;s server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way to the server. Check this computer&apos;s network cable or Wi-Fi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer within 3 s. The server may be off, or a firewall is in the way. Ask the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not encrypt the connection. Ask the administrator to switch it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else than the clinic&apos;s server answers at this port. Check the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server stopped answering. Try again, or ask the administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot prove that it is the clinic&apos;s. Do not sign in. Ask the administrator for the clinic&apos;s certificate and choose it below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in: enter name and password above to test it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or password is wrong. Type both again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no database &quot;%1&quot;. Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; may not use this clinic&apos;s database. An administrator can allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no free connection. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is just starting. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not let this computer in. Ask the administrator to look at the server&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s database is older than this program. An administrator updates it with &quot;clinicctl migrate&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s database is newer than this program. Update ClinicDesk on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database is not a clinic&apos;s. Check the database&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 min behind the server&apos;s. Set it; appointments follow the server&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 min ahead of the server&apos;s. Set it; appointments follow the server&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted and the clinic&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of the clinic&apos;s database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::SignInModel</name>
    <message>
        <source>Enter your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or password is wrong. %1 try left before a %2-minute lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or password is wrong. %1 tries left before a %2-minute lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wrong passwords. This name is locked on this computer until %2. Another name can sign in meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no database &quot;%1&quot;. Correct it under &quot;Other server&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is not an active member of staff. An administrator can change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s server does not answer at %1. Check the network, or test the connection under &quot;Other server&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s database is newer than this program. Update ClinicDesk on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s database is older than this program. An administrator updates the database with &quot;clinicctl migrate&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::Toast</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::VisitStrip</name>
    <message>
        <source>Close  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, doctor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicDesk::WindowMenus</name>
    <message>
        <source>&amp;Clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ormal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes the next time the program starts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoctorReasonDialog</name>
    <message>
        <source>Reason &amp;for reception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DoctorWindow</name>
    <message>
        <source>ClinicDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>at a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next free: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>person at desk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time has just been taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>time with doctor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was taken a moment ago and may be free again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being booked by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is already taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has just been taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 booked it %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already has a visit in progress. Complete that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient already has an appointment at %1 with %2. Choose another time or move that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient already has an appointment at that time. Choose another time or move that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room is taken at %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The room is taken at that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another time or no room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free rooms: %1. Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes no appointments then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another doctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no room for more appointments that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is away then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not work then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be booked that far ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs more notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed this%2. Compare before you save.</source>
        <comment>%2: &apos; 4 s ago&apos; or nothing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This appointment can no longer be changed that way. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a no-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This appointment is %1. %2 changed it%3. Look at it again.</source>
        <comment>%3: &apos; 4 s ago&apos; or nothing</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry is missing or not complete. Check what you typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else is changing the same record, so nothing was changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is changing the same record, so nothing was changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient&apos;s record is closed. Open another record or make it active again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not found, or is not yours to see. Check what you looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request&apos;s number was used for something else, so nothing was changed. Close the form and begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another patient&apos;s record has this national id. Open that record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask the doctor or an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others changed the same records at the same moment, so nothing was changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to the clinic&apos;s server, so nothing was changed. Try again when it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke while this was being saved; whether it was is not known yet. Do not enter it again: look first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program is older than the clinic&apos;s database. Update ClinicDesk on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s database is older than this program. Ask the administrator to update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or password is wrong. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ClinicDesk is closing, so nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong, so nothing was changed. Tell your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong, so nothing was changed. Tell your administrator this number: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient&apos;s family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient&apos;s given name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient&apos;s birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient&apos;s sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the national id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the emergency contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the note for the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the consent date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why the rule is overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the start time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the length in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the slot&apos;s length in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the visit type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the room&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the visit type&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the login name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the licence number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the specialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the appointment&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the request&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the password file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule to override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hours&apos; number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the exception&apos;s number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of doctors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth date must be in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An appointment ends after it starts and lasts at most 12 hours. Check the times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours end after they begin. Check the times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end must come after the beginning. Check the times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These hours overlap others of that day. Check the times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A login name begins with a small letter and holds small letters, digits, dots and dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry is too long or holds a character that cannot be stored. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is empty, too long or holds a character that cannot be stored. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text is too long or holds a character that cannot be stored. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colour is written as # and six small hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no desk number. Set it up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too long. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too short. Lengthen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a character that cannot be stored. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such time on that day: the clocks change. Choose another time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is already in use. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s address must not hold a password. Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is out of range. Check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read as it is. Check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL is not installed on this computer. Install it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no user &quot;postgres&quot; to run the server as. Install PostgreSQL and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be created or written. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s user cannot reach the data folder. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder cannot be written. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program already runs this clinic&apos;s server. Close that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s database could not be created. The log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s password file cannot be written. Check the data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no folder for its connections. Check the temporary folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s port is used by another program. Choose another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s server did not start. The log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered, but it is not certain that it is the clinic&apos;s. Ask the administrator for its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was not made. The log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup could not be read back, so it was not kept. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time has passed. Choose a later time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This appointment has not begun. Mark a no-show after its start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too late to cancel this appointment here. Ask reception.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request&apos;s time has passed, so it can no longer be confirmed. Move it or reject it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This appointment is not today. Move it to today first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You hold times at too many desks. Release one of them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic is closed that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time does not begin a slot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This change can no longer be undone. Change the appointment itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a confirmed appointment can be checked in, and only once. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server took too long, so nothing was changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no free connection. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no clinic of that name on this server. Check the database&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic already holds data. Demo data needs an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This login is not an active member of the staff. Ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s database was set up by other files than this program&apos;s. Install the right version.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range of times, &quot;10:40 to 11:00&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born %1 (%2y)</source>
        <extracomment>Birth date and age in years, &quot;Born 14-Mar-1985 (41y)&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A status and why: &quot;cancelled: patient is ill&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Sign in - ClinicDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s administrator knows these. Paste an address such as postgresql://server/clinic into the first field to fill them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ser&amp;ver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Certificate of the clinic (when the administrator gave one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of &amp;this computer, as colleagues see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceptionTexts</name>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 booked %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cancelled, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marked as no-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo  Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You hold this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is booking this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 is booking this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time is free again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>command (key)</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
