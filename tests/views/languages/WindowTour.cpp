#include "views/languages/WindowTour.h"

#include "domain/ErrorText.h"
#include "models/DayModel.h"
#include "views/bars/EventWait.h"
#include "views/login/LockPage.h"
#include "views/login/LoginDialog.h"
#include "views/reception/ReceptionDesk.h"
#include "views/visits/ReasonDialog.h"
#include "widgets/FieldError.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

bool isAt(const char *name)
{
    return waitUntil([name] { return ReceptionDesk::focus() == QLatin1StringView(name); });
}

QString refusal()
{
    const Error busy {ErrorKind::Busy, {}, BusyDetails {u"Ben Cole"_s, u"Empfang 3"_s, 4000}, {}};
    return errorText(busy, QTimeZone::utc(), {});
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    ReceptionDesk::key(key, modifiers);
}

} // namespace

void WindowTour::TearDown()
{
    m_window = nullptr;
    BarsFixture::TearDown();
}

void WindowTour::fillMorning()
{
    load(u"completed"_s, {u"osei"_s, 3, 1, at(8, 0), 20});
    load(u"no_show"_s, {u"osei"_s, 4, 0, at(8, 20), 20});
    load(u"in_progress"_s, {u"osei"_s, 5, 2, at(9, 20), 20});
    load(u"confirmed"_s, {u"lindqvist"_s, 8, 3, at(9, 0), 40});
    load(u"cancelled"_s, {u"lindqvist"_s, 7, 0, at(10, 20), 20});
    m_requests = {load(u"pending"_s, {u"osei"_s, 10, 0, at(12, 40), 20}),
                  load(u"pending"_s, {u"osei"_s, 7, 0, at(13, 20), 20})};
    m_visit = load(u"confirmed"_s, {u"osei"_s, 2, 4, at(10, 40), 20});
    ownerSql(uR"(
UPDATE app.patient SET family_name = 'الحسيني', given_name = 'عمر' WHERE id IN (%1, %2);
UPDATE app.appointment SET reason = 'ألم في الظهر منذ 3 أيام' WHERE patient_id IN (%1, %2);)"_s
                 .arg(patient(2))
                 .arg(patient(10)));
}

void WindowTour::giveLongNames()
{
    ownerSql(uR"(
UPDATE app.patient SET family_name = 'Wolfeschlegelsteinhausen-Bergerdorff',
                       given_name = 'Maximiliane Theodora Eva' WHERE id IN (%1, %2, %3))"_s
                 .arg(patient(2))
                 .arg(patient(7))
                 .arg(patient(10)));
}

void WindowTour::tour(const Look &look)
{
    startProgram(superuserSettings().host, port());
    meet(look);
    m_window = signIn(u"ana"_s);
    ASSERT_NE(m_window, nullptr);
    m_window->resize(1366, 768);
    workReception(look);
    if (HasFatalFailure())
        return;
    m_window->findChild<QAction *>(u"signOutAction"_s)->trigger();
    m_window = nullptr;
    ASSERT_TRUE(
        waitUntil([] { return shown<LoginDialog>() && shown<LoginDialog>()->isActiveWindow(); }));
    shown<LoginDialog>()->findChild<QWidget *>(u"nameEdit"_s)->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    m_window = signIn(u"osei"_s);
    ASSERT_NE(m_window, nullptr);
    m_window->resize(1366, 768);
    workDoctor(look);
}

void WindowTour::meet(const Look &look)
{
    ASSERT_TRUE(
        waitUntil([] { return shown<LoginDialog>() && shown<LoginDialog>()->isActiveWindow(); }));
    auto *const login = shown<LoginDialog>();
    ASSERT_TRUE(isAt("nameEdit"));
    look(*login, u"sign-in"_s);
    press(Qt::Key_Return); // without a name
    auto *const server = login->findChild<QAbstractButton *>(u"serverToggle"_s);
    ASSERT_NE(server, nullptr);
    server->click();
    look(*login, u"sign-in-server"_s);
    server->click();
    login->findChild<QWidget *>(u"nameEdit"_s)->setFocus();
}

void WindowTour::workReception(const Look &look)
{
    auto *const agenda = m_window->findChild<AgendaView *>();
    ASSERT_TRUE(waitUntil([agenda] { return agenda->model() && agenda->model()->rowCount() > 6; }));
    agenda->setFocus();
    look(*m_window, u"day"_s);
    press(Qt::Key_2, Qt::ControlModifier);
    waitForLoaded();
    look(*m_window, u"week"_s);
    press(Qt::Key_3, Qt::ControlModifier);
    waitForLoaded();
    look(*m_window, u"month"_s);
    press(Qt::Key_1, Qt::ControlModifier);
    agenda->setFocus();
    for (const auto step :
         {&WindowTour::book, &WindowTour::collide, &WindowTour::overrideRule,
          &WindowTour::workVisit, &WindowTour::openDialogs, &WindowTour::openRecord,
          &WindowTour::openPopups, &WindowTour::lockScreen}) {
        (this->*step)(look);
        if (HasFatalFailure())
            return;
    }
}

void WindowTour::book(const Look &look)
{
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(isAt("bookingPatient"));
    look(*m_window, u"book"_s);
    ReceptionDesk::type(u"kim"_s);
    look(*m_window, u"book-matches"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    ReceptionDesk::type(u"quist lena"_s);
    ASSERT_TRUE(waitUntil([this] {
        const auto lists = m_window->findChildren<QListView *>(u"patientMatches"_s);
        return std::ranges::any_of(lists, [](const QListView *list) {
            return list->isVisible() && list->model()->rowCount() == 1
                && list->currentIndex().isValid();
        });
    }));
    press(Qt::Key_Return);
    ASSERT_TRUE(isAt("birthDate"));
    look(*m_window, u"book-new"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
}

void WindowTour::collide(const Look &look)
{
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(isAt("bookingPatient"));
    ReceptionDesk::type(u"kim soo"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(isAt("suggestions"));
    const auto *const times = m_window->findChild<QListView *>(u"suggestions"_s);
    ASSERT_TRUE(waitUntil([times] { return times->model()->rowCount() > 0; }));
    look(*m_window, u"book-times"_s);
    ownerSql(uR"(
INSERT INTO app.appointment(doctor_id, patient_id, visit_type_id, starts_at, ends_at, status, source)
    SELECT d.id, %1, (SELECT min(id) FROM app.visit_type), t, t + interval '10 minutes', 'confirmed', 'desk'
    FROM app.doctor d, generate_series(timestamptz '2026-11-24 10:00 Europe/Berlin',
                                       timestamptz '2026-11-24 11:30 Europe/Berlin', interval '10 minutes') t
    WHERE NOT EXISTS (SELECT FROM app.appointment a WHERE a.doctor_id = d.id AND a.status IN
                          ('pending', 'confirmed', 'checked_in', 'in_progress', 'completed', 'no_show')
                      AND a.starts_at < t + interval '10 minutes' AND a.ends_at > t)
      AND d.id = %2)"_s.arg(patient(9))
                 .arg(doctor(u"osei"_s)));
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return dialog(u"collisionDialog"_s) != nullptr; }));
    look(*dialog(u"collisionDialog"_s), u"collision"_s);
    closeDialog(u"collisionDialog"_s);
    for (int n = 0; n < 3; ++n)
        press(Qt::Key_Escape);
}

void WindowTour::overrideRule(const Look &look)
{
    auto *const agenda = m_window->findChild<AgendaView *>();
    agenda->setCursor(DoctorId {doctor(u"ba"_s)}, at(12, 0));
    agenda->setFocus();
    press(Qt::Key_Return);
    ASSERT_TRUE(isAt("bookingPatient"));
    ReceptionDesk::type(u"kim soo"_s);
    press(Qt::Key_Return);
    auto *const offer = m_window->findChild<QWidget *>(u"offerOverride"_s);
    ASSERT_TRUE(waitUntil([offer] { return offer->isVisible(); }));
    look(*m_window, u"override"_s);
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(isAt("overrideReason"));
    press(Qt::Key_Return); // without a reason
    look(*m_window, u"override-reason"_s);
    for (int n = 0; n < 3; ++n)
        press(Qt::Key_Escape);
}

void WindowTour::workVisit(const Look &look)
{
    auto *const agenda = m_window->findChild<AgendaView *>();
    const AppointmentId visit {m_visit};
    agenda->selectVisit(visit);
    agenda->setFocus();
    press(Qt::Key_Return);
    look(*m_window, u"visit"_s);
    auto *const strip = m_window->findChild<QWidget *>(u"visitStrip"_s);
    disturb(*strip, {m_visit}, 3);
    look(*m_window, u"visit-changed"_s);
    strip->findChild<QWidget *>(u"staleBar"_s)->findChildren<QAbstractButton *>().last()->click();
    ASSERT_TRUE(waitUntil([this] { return dialog(u"visitCompareDialog"_s) != nullptr; }));
    look(*dialog(u"visitCompareDialog"_s), u"visit-compare"_s);
    closeDialog(u"visitCompareDialog"_s);
    strip->setFocus();
    press(Qt::Key_Escape);
    agenda->setFocus();
    agenda->selectVisit(visit);
    press(Qt::Key_Down, Qt::AltModifier);
    look(*m_window, u"move"_s);
    press(Qt::Key_Escape);
    openWith(look, u"reasonDialog"_s, Qt::Key_Delete);
    const auto whileChanged = [&](QWidget &form, const QString &name) {
        disturb(form, {m_visit}, 4);
        look(form, name + u"-changed"_s);
    };
    openWith(whileChanged, u"reasonDialog"_s, Qt::Key_Delete);
    const auto whileRefused = [&](QWidget &form, const QString &name) {
        auto *const details = form.findChild<QLineEdit *>(u"reasonEdit"_s);
        details->setFocus();
        qobject_cast<ReasonDialog *>(&form)->refuse(refusal());
        look(form, name + u"-refused"_s);
        EXPECT_EQ(details->visibleRegion().boundingRect(), details->rect()) << "the field in use";
    };
    openWith(whileRefused, u"reasonDialog"_s, Qt::Key_Delete);
    agenda->selectVisit(visit);
    const auto withRooms = [&](QWidget &form, const QString &name) {
        const auto *const rooms = form.findChild<QListView *>(u"rooms"_s);
        ASSERT_TRUE(waitUntil([rooms] { return rooms->model()->rowCount() > 0; }));
        look(form, name);
    };
    openWith(withRooms, u"roomDialog"_s, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    agenda->selectVisit(visit);
    press(Qt::Key_X, Qt::ControlModifier);
    look(*m_window, u"shelf"_s);
    agenda->selectVisit(visit);
    press(Qt::Key_F9);
    look(*m_window, u"checked-in"_s);
}

void WindowTour::openDialogs(const Look &look)
{
    openWith(look, u"keysDialog"_s, Qt::Key_F1);
    openWith(look, u"commandPalette"_s, Qt::Key_K, Qt::ControlModifier);
    openWith(look, u"goToDateDialog"_s, Qt::Key_G, Qt::ControlModifier);
    m_window->findChild<QAction *>(u"passwordAction"_s)->trigger();
    ASSERT_TRUE(waitUntil([this] { return dialog(u"passwordDialog"_s) != nullptr; }));
    look(*dialog(u"passwordDialog"_s), u"password"_s);
    closeDialog(u"passwordDialog"_s);
}

void WindowTour::openRecord(const Look &look)
{
    auto *const agenda = m_window->findChild<AgendaView *>();
    agenda->setFocus();
    agenda->selectVisit(AppointmentId {m_visit});
    press(Qt::Key_F2);
    auto *const record = m_window->findChild<QWidget *>(u"patientRecordView"_s);
    ASSERT_NE(record, nullptr);
    ASSERT_TRUE(waitUntil([record] { return record->isVisible(); }));
    look(*m_window, u"record"_s);
    openWith(look, u"cardDialog"_s, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Escape);
}

void WindowTour::openPopups(const Look &look)
{
    const qint64 answered = bookAs(u"ana"_s, {u"osei"_s, 10, 0, at(15, 0), 20});
    ASSERT_TRUE(
        done(updateAs(u"osei"_s, answered, u"status = 'rejected', status_note = 'away'"_s)));
    auto *const agenda = m_window->findChild<AgendaView *>();
    for (const auto &[name, modifiers] :
         {std::pair(u"bellPopup"_s, Qt::KeyboardModifiers()),
          std::pair(u"requestPopup"_s, Qt::KeyboardModifiers(Qt::ShiftModifier))}) {
        agenda->setFocus();
        press(Qt::Key_F7, modifiers);
        ASSERT_TRUE(isAt("noticeList"));
        const auto *const list = qobject_cast<QListWidget *>(QApplication::focusWidget());
        ASSERT_TRUE(waitUntil([list] { return list->count() > 1; }));
        look(*list->parentWidget(), name);
        press(Qt::Key_Escape);
    }
}

void WindowTour::lockScreen(const Look &look)
{
    m_window->findChild<AgendaView *>()->setFocus();
    press(Qt::Key_L, Qt::ControlModifier);
    ASSERT_TRUE(isAt("lockPassword"));
    auto *const page = m_window->findChild<LockPage *>();
    look(*page, u"locked"_s);
    ReceptionDesk::type(u"not it"_s);
    press(Qt::Key_Return);
    const auto *const problem = m_window->findChild<FieldError *>(u"lockProblem"_s);
    ASSERT_TRUE(waitUntil([problem] { return problem->hasError(); }));
    look(*page, u"locked-refused"_s);
    ASSERT_TRUE(isAt("lockPassword"));
    press(Qt::Key_A, Qt::ControlModifier);
    ReceptionDesk::type(password());
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return m_window->findChild<LockPage *>() == nullptr; }));
}

void WindowTour::workDoctor(const Look &look)
{
    auto *const inbox = m_window->findChild<QListView *>(u"inboxList"_s);
    ASSERT_TRUE(waitUntil([inbox] { return inbox->model()->rowCount() > 0; }));
    inbox->setFocus();
    waitForLoaded();
    look(*m_window, u"doctor"_s);
    press(Qt::Key_R);
    const auto reasons = [this] { return m_window->findChild<QMenu *>(u"reasonMenu"_s); };
    ASSERT_TRUE(waitUntil([reasons] { return reasons() && reasons()->isVisible(); }));
    look(*reasons(), u"doctor-reasons"_s);
    QTest::keyClick(reasons(), Qt::Key_6);
    ASSERT_TRUE(waitUntil([this] { return dialog(u"reasonDialog"_s) != nullptr; }));
    look(*dialog(u"reasonDialog"_s), u"doctor-reason"_s);
    qobject_cast<ReasonDialog *>(dialog(u"reasonDialog"_s))->refuse(refusal());
    look(*dialog(u"reasonDialog"_s), u"doctor-reason-refused"_s);
    disturb(*dialog(u"reasonDialog"_s), m_requests, 1);
    look(*dialog(u"reasonDialog"_s), u"doctor-reason-changed"_s);
    closeDialog(u"reasonDialog"_s);
    inbox->setFocus();
    press(Qt::Key_C);
    look(*m_window, u"doctor-confirmed"_s);
    openWith(look, u"keysDialog"_s, Qt::Key_F1);
}

void WindowTour::disturb(const QWidget &form, const QList<qint64> &visits, int room)
{
    for (const qint64 visit : visits)
        ASSERT_TRUE(done(updateAs(u"ben"_s, visit, u"room_id = %1"_s.arg(this->room(room)))));
    const auto *const bar = form.findChild<QWidget *>(u"staleBar"_s);
    ASSERT_TRUE(waitUntil([bar] { return bar->isVisible(); }));
}

void WindowTour::waitForLoaded()
{
    const QString texts[] = {QCoreApplication::translate("ClinicDesk::DayHeader", "loading..."),
                             QCoreApplication::translate("ClinicDesk::InboxPage", "Loading...")};
    EXPECT_TRUE(waitUntil([&] {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::ranges::none_of(labels, [&](const QLabel *label) {
            return label->isVisible() && std::ranges::count(texts, label->text()) > 0;
        });
    }));
}

void WindowTour::openWith(const Look &look, const QString &name, Qt::Key key,
                          Qt::KeyboardModifiers modifiers)
{
    press(key, modifiers);
    ASSERT_TRUE(waitUntil([&] { return dialog(name) != nullptr; })) << qPrintable(name);
    look(*dialog(name), name);
    closeDialog(name);
}

void WindowTour::closeDialog(const QString &name)
{
    // Once more where a dialog is deaf at first.
    ASSERT_TRUE(QTest::qWaitFor([&] {
        if (QWidget *const open = dialog(name))
            QTest::keyClick(open, Qt::Key_Escape);
        return dialog(name) == nullptr;
    })) << qPrintable(name);
    m_window->activateWindow();
    ASSERT_TRUE(waitUntil([this] { return m_window->isActiveWindow(); }));
}

QWidget *WindowTour::dialog(const QString &name) const
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && window->objectName() == name)
            return window;
    }
    return nullptr;
}

} // namespace ClinicDesk
