#include "demo/Morning.h"

#include "domain/ErrorText.h"
#include "views/booking/CollisionDialog.h"
#include "widgets/agenda/AgendaView.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int activationMs = 500;
constexpr int patience = 20000; ///< ms a step may take before the morning is called off

/// A step that did not happen.
struct Stuck
{
    QString what;
};

template<typename T> T *child(QWidget *window, const QString &name = {})
{
    T *found = window->findChild<T *>(name);
    if (!found)
        throw Stuck {u"the window has no "_s + name};
    return found;
}

} // namespace

Morning::Morning(const ConnectionSettings &desks, const ConnectionSettings &administrator,
                 Theme &theme, const QDir &pictures)
    : m_witness(administrator)
    , m_ana(desks, u"ana"_s, u"Desk 1"_s)
    , m_ben(desks, u"ben"_s, u"Desk 2"_s)
    , m_osei(desks, u"osei"_s, u"Room 1"_s)
    , m_theme(theme)
    , m_folder(pictures)
{
}

bool Morning::play()
{
    const Step steps[] = {
        {u"Ana and Ben open the reception, Dr Osei his requests"_s, [this] { openDesks(); }},
        {u"Both receptionists want the same slot at the same moment"_s,
         [this] { fightForOneSlot(); }},
        {u"The slower desk keeps its entries and takes the time it is offered"_s,
         [this] { loserTakesTheNext(); }},
        {u"Dr Osei confirms one request and rejects another"_s, [this] { doctorAnswers(); }},
        {u"A patient arrives and is checked in"_s, [this] { checkIn(); }},
        {u"Ben's desk loses its connection while he types"_s, [this] { loseConnection(); }},
        {u"The connection comes back"_s, [this] { regainConnection(); }},
        {u"The same windows in the dark and at 200 %"_s, [this] { showOtherLooks(); }},
    };
    int number = 0;
    try {
        m_witness.connect();
        for (const Step &step : steps) {
            say(u"\n%1. %2"_s.arg(++number).arg(step.title));
            step.run();
        }
    } catch (const Stuck &stuck) {
        say(u"   STOPPED: "_s + stuck.what);
        for (DemoDesk *desk : {&m_ana, &m_ben, &m_osei}) {
            if (desk->window())
                picture(desk->window(), u"stopped-"_s + desk->login());
        }
        return false;
    } catch (const SqlError &error) {
        say(u"   STOPPED: the database did not answer (%1)"_s.arg(error.sqlState));
        return false;
    }
    return true;
}

void Morning::openDesks()
{
    for (DemoDesk *desk : {&m_ana, &m_ben, &m_osei}) {
        desk->signIn();
        until(u"%1 to sign in"_s.arg(desk->login()),
              [desk] { return desk->window() || desk->failure(); });
        if (desk->failure())
            throw Stuck {
                errorText(*desk->failure(), QTimeZone::utc(), QDateTime::currentDateTimeUtc())};
        until(u"the desk to be live"_s,
              [desk] { return desk->live().state() == LiveUpdates::State::Live; });
    }
    until(u"the day on both desks"_s, [this] {
        return m_ana.reception().day().day().isValid() && m_ben.reception().day().day().isValid();
    });
    until(u"the requests"_s, [this] {
        return m_osei.doctor().inbox().isLoaded() && m_osei.doctor().day().isLoaded();
    });
    picture(m_ana.window(), u"reception-light"_s);
    picture(m_osei.window(), u"doctor-light"_s);
    say(u"   %1 visits today, %2 requests wait for Dr Osei"_s
            .arg(m_ana.reception().day().rowCount())
            .arg(m_osei.doctor().inbox().rowCount()));
}

void Morning::beginBooking(DemoDesk &desk, const QString &patient)
{
    press(desk.window(), Qt::Key_N, Qt::ControlModifier);
    auto *field = child<QLineEdit>(desk.window(), u"bookingPatient"_s);
    until(u"the patient field of "_s + desk.login(),
          [field] { return field->window()->focusWidget() == field; });
    type(field, patient);
    until(u"the patient's name to be found"_s,
          [&desk] { return desk.reception().bookingSearch().rowCount() > 1; });
    // The first one without a visit to come: whose own visits are in no time's way.
    const QList<PatientMatch> found = desk.reception().bookingSearch().matches();
    const auto wanted
        = std::ranges::find_if(found, [](const PatientMatch &match) { return !match.nextVisit; });
    for (auto row = wanted == found.cend() ? 0 : wanted - found.cbegin(); row > 0; --row)
        press(field, Qt::Key_Down);
    press(field, Qt::Key_Return);
    BookingModel &booking = desk.reception().booking();
    until(u"the patient"_s, [&booking] { return booking.patient().has_value(); });
    auto *doctor = child<QComboBox>(desk.window(), u"bookingDoctor"_s);
    doctor->setFocus(Qt::OtherFocusReason);
    press(doctor, Qt::Key_Home); // Dr Osei is the first
    until(u"free times of Dr Osei"_s, [&booking, doctor] {
        return doctor->currentText().startsWith("Dr Osei"_L1) && !booking.freeTimes().isAsking()
            && !booking.freeTimes().list().isEmpty();
    });
    // Back in the list of free times, as after Enter.
    child<QWidget>(desk.window(), u"suggestions"_s)->setFocus(Qt::OtherFocusReason);
}

void Morning::fightForOneSlot()
{
    beginBooking(m_ana, u"kim"_s);
    beginBooking(m_ben, u"abe"_s);
    BookingModel &anas = m_ana.reception().booking();
    BookingModel &bens = m_ben.reception().booking();
    press(focusOf(m_ana), Qt::Key_Return);
    press(focusOf(m_ben), Qt::Key_Return);
    until(u"one desk to hold the slot and the other to be told"_s, [&] {
        return (anas.isHeld() && bens.collision()) || (bens.isHeld() && anas.collision());
    });
    DemoDesk &winner = anas.isHeld() && !anas.collision() ? m_ana : m_ben;
    until(u"the slot's hold on the screen"_s,
          [&winner] { return !winner.reception().day().holds().isEmpty(); });
    picture(winner.window(), u"booking-held"_s);
    press(focusOf(winner), Qt::Key_Return);
    until(u"the booking"_s,
          [&winner] { return winner.reception().booking().lastBooked().has_value(); });
    const AppointmentId id = winner.reception().booking().lastBooked()->appointment.id;
    say(u"   %1 was faster"_s.arg(winner.login()));
    picture(winner.window(), u"booked"_s);
    sayDatabase(u"a.id = %1"_s.arg(id.value));
}

void Morning::loserTakesTheNext()
{
    DemoDesk &loser = m_ana.reception().booking().collision() ? m_ana : m_ben;
    auto *dialog = child<CollisionDialog>(loser.window());
    until(u"the first alternative to be held"_s,
          [&loser] { return loser.reception().booking().collision()->isHeld(); });
    until(u"the dialog to take keys"_s, [dialog] { return dialog->isListening(); });
    picture(dialog, u"collision"_s);
    press(dialog, Qt::Key_Return);
    until(u"the alternative to be booked"_s,
          [&loser] { return loser.reception().booking().lastBooked().has_value(); });
    say(u"   %1 has the next time"_s.arg(loser.login()));
    sayDatabase(u"a.id = %1"_s.arg(loser.reception().booking().lastBooked()->appointment.id.value));
    until(u"both visits on both desks"_s, [this] {
        const auto &anas = m_ana.reception().booking().lastBooked()->appointment;
        const auto &bens = m_ben.reception().booking().lastBooked()->appointment;
        DayModel &first = m_ana.reception().day();
        DayModel &second = m_ben.reception().day();
        return anas.start.date() != bens.start.date()
            || ((first.row(anas.id) != nullptr) == (first.row(bens.id) != nullptr)
                && (second.row(anas.id) != nullptr) == (second.row(bens.id) != nullptr));
    });
}

void Morning::doctorAnswers()
{
    RequestInboxModel &inbox = m_osei.doctor().inbox();
    auto *list = child<QWidget>(m_osei.window(), u"inboxList"_s);
    list->setFocus(Qt::OtherFocusReason);
    const auto nextWaiting = [&inbox] {
        for (int row = 0; row < inbox.rowCount(); ++row) {
            if (inbox.request(row).state == InboxRequest::State::Waiting
                && !inbox.request(row).unanswered)
                return inbox.request(row).id();
        }
        throw Stuck {u"no request waits"_s};
    };
    const auto select = [&](AppointmentId id) {
        press(list, Qt::Key_Home);
        for (int step = 0; step < inbox.rowOf(id); ++step)
            press(list, Qt::Key_Down);
    };
    const AppointmentId confirmed = nextWaiting();
    select(confirmed);
    press(list, Qt::Key_C);
    const auto isNow = [this](AppointmentId id, const QString &status) {
        return m_witness.count(
                   u"SELECT count(*) FROM app.appointment WHERE id = %1 AND status = '%2'"_s
                       .arg(id.value)
                       .arg(status))
            == 1;
    };
    until(u"the confirmation"_s, [&] { return isNow(confirmed, u"confirmed"_s); });
    const AppointmentId rejected = nextWaiting();
    select(rejected);
    press(list, Qt::Key_R);
    until(u"the reasons"_s, [] { return QApplication::activePopupWidget() != nullptr; });
    press(QApplication::activePopupWidget(), Qt::Key_1);
    until(u"the rejection"_s, [&] { return isNow(rejected, u"rejected"_s); });
    picture(m_osei.window(), u"doctor-answered"_s);
    sayDatabase(u"a.id IN (%1, %2)"_s.arg(confirmed.value).arg(rejected.value));
}

void Morning::checkIn()
{
    const AppointmentId id {m_witness.visitToCheckIn()};
    if (!id.isValid())
        throw Stuck {u"nobody is expected today"_s};
    auto *agenda = child<AgendaView>(m_ana.window());
    press(m_ana.window(), Qt::Key_T, Qt::ControlModifier);
    until(u"the visit on the screen"_s, [&] { return m_ana.reception().day().row(id) != nullptr; });
    agenda->setFocus(Qt::OtherFocusReason);
    agenda->selectVisit(id);
    press(agenda, Qt::Key_F9);
    until(u"the check-in at the other desk"_s, [&] {
        const AppointmentRow *row = m_ben.reception().day().row(id);
        return row && row->appointment.checkedInAt.has_value();
    });
    picture(m_ana.window(), u"checked-in"_s);
    sayDatabase(u"a.id = %1"_s.arg(id.value));
}

void Morning::loseConnection()
{
    press(m_ben.window(), Qt::Key_N, Qt::ControlModifier);
    auto *field = child<QLineEdit>(m_ben.window(), u"bookingPatient"_s);
    until(u"the patient field of "_s + m_ben.login(),
          [field] { return field->window()->focusWidget() == field; });
    type(field, u"svens"_s);
    m_witness.cutOff(u"ben"_s);
    press(m_ben.window(), Qt::Key_F5);
    until(u"the banner"_s, [this] { return !m_ben.reception().connection().isLive(); });
    if (field->text() != "svens"_L1)
        throw Stuck {u"what was typed is gone"_s};
    say(u"   "_s + m_ben.reception().connection().lostText());
    picture(m_ben.window(), u"outage"_s);
}

void Morning::regainConnection()
{
    m_witness.letBackIn(u"ben"_s);
    press(m_ben.window(), Qt::Key_F5);
    until(u"the connection"_s, [this] { return m_ben.reception().connection().isLive(); });
    auto *field = child<QLineEdit>(m_ben.window(), u"bookingPatient"_s);
    if (field->text() != "svens"_L1)
        throw Stuck {u"what was typed is gone"_s};
    say(u"   live again, and what Ben typed is still there: \"%1\""_s.arg(field->text()));
    picture(m_ben.window(), u"regained"_s);
}

void Morning::showOtherLooks()
{
    m_theme.setScheme(ColourScheme::Dark);
    picture(m_ana.window(), u"reception-dark"_s);
    picture(m_osei.window(), u"doctor-dark"_s);
    m_theme.setScheme(ColourScheme::Light);
    m_theme.setZoom(200);
    picture(m_ana.window(), u"reception-light-200"_s);
    picture(m_osei.window(), u"doctor-light-200"_s);
    m_theme.setZoom(100);
}

/// Keys go to the window in front, as a person's do.
void Morning::bringToFront(QWidget *widget) const
{
    QWidget *window = widget->window();
    if (window->isActiveWindow() || QApplication::activePopupWidget())
        return;
    // A dialog that opens meanwhile comes to the front itself: then once more, as a person clicks
    // again.
    const QDeadlineTimer limit(patience);
    do {
        window->raise();
        window->activateWindow();
    } while (!QTest::qWaitForWindowActive(window, activationMs) && !limit.hasExpired());
    if (!window->isActiveWindow())
        throw Stuck {u"a window would not come to the front"_s};
}

void Morning::press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    bringToFront(widget);
    // A window's key goes to what has the focus in it.
    QWidget *focus = widget->isWindow() && widget->focusWidget() ? widget->focusWidget() : widget;
    QTest::keyClick(focus, key, modifiers);
}

void Morning::type(QWidget *widget, const QString &text) const
{
    bringToFront(widget);
    QTest::keyClicks(widget, text);
}

QWidget *Morning::focusOf(const DemoDesk &desk) const
{
    QWidget *focus = desk.window()->focusWidget();
    return focus ? focus : desk.window();
}

void Morning::until(const QString &what, const std::function<bool()> &condition)
{
    if (!QTest::qWaitFor(condition, patience))
        throw Stuck {u"waited in vain for %1 (%2 has the focus)"_s.arg(
            what,
            QApplication::focusWidget() ? QApplication::focusWidget()->objectName()
                                        : u"nothing"_s)};
}

void Morning::picture(QWidget *window, const QString &name)
{
    QTest::qWait(50); // lets the last change be laid out and painted
    if (window->grab().save(m_folder.filePath(name + u".png"_s)))
        ++m_pictures;
}

void Morning::say(const QString &text) const
{
    QTextStream(stdout) << text << Qt::endl;
}

void Morning::sayDatabase(const QString &condition)
{
    for (const QString &line : m_witness.visits(condition))
        say(u"   database: "_s + line);
}

} // namespace ClinicDesk
