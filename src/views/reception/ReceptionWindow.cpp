#include "views/reception/ReceptionWindow.h"

#include "domain/ErrorText.h"
#include "models/DaySearch.h"
#include "models/ReceptionModels.h"
#include "views/booking/BookingForm.h"
#include "views/booking/BookingPanel.h"
#include "views/booking/QuickBooking.h"
#include "views/calendar/BookingDesk.h"
#include "views/calendar/CalendarPage.h"
#include "views/calendar/CalendarViews.h"
#include "views/calendar/DayListPrint.h"
#include "views/calendar/VisitFinder.h"
#include "views/commands/CommandPalette.h"
#include "views/notices/Messages.h"
#include "views/notices/ReceptionNotices.h"
#include "views/reception/PatientPicker.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionSidebar.h"
#include "views/reception/ReceptionStatusBar.h"
#include "views/reception/ReceptionTopBar.h"
#include "views/reception/ShelfList.h"
#include "views/reception/ViewActions.h"
#include "views/record/PatientActions.h"
#include "views/record/RecordPage.h"
#include "views/shell/CommonActions.h"
#include "widgets/MiniMonth.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ReceptionWindow::ReceptionWindow(ReceptionModels &models, QWidget *parent)
    : Shell({models.clock(), models.connection(), models.notifications(), models.commands(),
             &models.paletteSearch()},
            parent)
    , m_models(models)
    , m_actions(new ReceptionActions(this))
    , m_patientActions(new PatientActions(this))
    , m_viewActions(new ViewActions(this))
{
    setObjectName(u"receptionWindow"_s);
    setWindowTitle(tr("%1 - Reception").arg(models.session().clinic.name));
    build();
    connectSearch();
    connectCalendar();
    connectRecord();
    connectPalette();
    finish();
    fitParts();
}

void ReceptionWindow::build()
{
    QWidget *const central = centralWidget();
    m_topBar = new ReceptionTopBar(m_models, *m_actions, bellButton(), central);
    m_sidebar = new ReceptionSidebar(m_models, central);
    m_calendar = new CalendarPage(m_models, {*m_actions, *m_viewActions, *m_patientActions},
                                  *m_sidebar, messages(), central);
    m_record = new RecordPage(m_models, *m_patientActions, central);
    m_panel = new BookingPanel(m_models, central);
    m_panel->hide();
    m_status = new ReceptionStatusBar(m_models, central);
    m_booking = new BookingDesk(m_models, *m_actions, {m_panel, m_calendar, &messages()}, this);
    setHeader(m_topBar);
    addSide(m_sidebar, Side::Start);
    pages().add({m_calendar});
    pages().add({m_record});
    addSide(m_panel, Side::End);
    pages().addBeside(m_panel, [this] { return m_models.booking().isOpen(); });
    pages().addBeside(&m_sidebar->shelf(),
                      [this] { return m_sidebar->shelf().current().isValid(); });
    const QLineEdit *const search = m_topBar->search().field();
    pages().addBeside(&m_topBar->search(), [this, search] {
        return !search->text().isEmpty() || m_models.booking().isOpen();
    });
    connect(search, &QLineEdit::textChanged, &pages(), &PageStack::lookBeside);
    connect(&m_models.booking(), &BookingModel::changed, &pages(), &PageStack::lookBeside);
    setFooter(m_status);
    placeMessages(*central, m_status);
    // The parts give way by themselves (fitParts); large text must not push the window off a small
    // screen.
    central->setMinimumSize(640, 400);
    connect(this, &Shell::fitNeeded, this, &ReceptionWindow::fitParts);
    connect(m_booking, &BookingDesk::fitNeeded, this, &ReceptionWindow::fitParts);
    connect(m_calendar, &CalendarPage::fitNeeded, this, &ReceptionWindow::fitParts);
}

void ReceptionWindow::connectSearch()
{
    connect(m_actions->findPatient, &QAction::triggered, this, [this] {
        m_topBar->search().field()->setFocus(Qt::ShortcutFocusReason);
        m_topBar->search().field()->selectAll();
    });
    connect(&m_topBar->search(), &PatientPicker::chosen, this, &ReceptionWindow::onPatientFound);
    connect(&m_topBar->search(), &PatientPicker::newPatientWanted, m_booking,
            &BookingDesk::beginNewPatient);
}

void ReceptionWindow::connectCalendar()
{
    VisitFinder &finder = m_calendar->finder();
    const auto goTo = [&finder](const AppointmentRow &row) { finder.goTo(row); };
    connect(&m_calendar->views(), &CalendarViews::calendarWanted, this,
            &ReceptionWindow::closeRecord);
    connect(m_calendar, &CalendarPage::recordWanted, this, &ReceptionWindow::openRecord);
    connect(m_actions->book, &QAction::triggered, this, &ReceptionWindow::beginBooking);
    connect(m_viewActions->print, &QAction::triggered, this, [this] {
        auto *print = new DayListPrint(m_models, *m_sidebar, messages(), this);
        print->open(m_actions->showCancelled->isChecked());
    });
    auto *notices
        = new ReceptionNotices(m_models, *m_actions, m_topBar->requests(), centralWidget());
    connect(notices, &ReceptionNotices::visitWanted, this, goTo);
    // Where it is now, which is not always where the message says.
    connect(this, &Shell::newsChosen, &m_models,
            [this](const BellEntry &entry) { m_models.findVisit(entry.about()); });
    connect(&m_models, &ReceptionModels::visitFound, this, goTo);
    connect(&m_models, &ReceptionModels::findFailed, this, &ReceptionWindow::say);
    connect(&m_models.day(), &DayModel::failed, this, &ReceptionWindow::say);
}

void ReceptionWindow::connectRecord()
{
    connect(m_patientActions->record, &QAction::triggered, this, &ReceptionWindow::openRecordHere);
    connect(m_record, &RecordPage::opened, this, [this] {
        if (!pages().open(*m_record))
            m_record->focusFirst();
    });
    connect(&pages(), &PageStack::pageShown, this, [this] {
        if (!isRecordShown())
            m_record->left();
        fitParts();
    });
    connect(m_record, &RecordPage::closeWanted, this, &ReceptionWindow::closeRecord);
    connect(m_record, &RecordPage::visitWanted, this,
            [this](const AppointmentRow &visit) { m_calendar->finder().goTo(visit); });
    connect(m_record, &RecordPage::saved, this,
            [this](const QString &text) { m_models.notifications().keep(text); });
    connect(m_record, &RecordPage::kept, this,
            [this](const QString &text) { messages().say(text); });
    connect(m_record, &RecordPage::failed, this, &ReceptionWindow::say);
}

void ReceptionWindow::connectPalette()
{
    connect(this, &Shell::paletteOpened, this, [this](CommandPalette *palette) {
        connect(palette, &CommandPalette::patientChosen, this, &ReceptionWindow::onPatientFound);
        connect(palette, &CommandPalette::wordsChanged, palette,
                [this, palette](const QString &words) {
                    const auto booking = QuickBooking::read(words, m_models.catalogue().doctors(),
                                                            m_models.catalogue().visitTypes(),
                                                            m_models.clock().today());
                    palette->setBooking(booking ? booking->text() : QString());
                });
        connect(palette, &CommandPalette::bookingChosen, m_booking, &BookingDesk::beginInWords);
    });
}

void ReceptionWindow::fitParts()
{
    const Theme &theme = Theme::of(this);
    const int side = std::max(theme.px(220), m_sidebar->minimumSizeHint().width());
    m_sidebar->setFixedWidth(side);
    m_panel->setFixedWidth(std::min(theme.px(340), std::max(theme.px(280), width() / 2)));
    const bool record = isRecordShown();
    const bool card = !record && m_calendar->isCardOpen();
    const int centre = record ? std::max(theme.px(360), m_record->minimumPageWidth())
                              : m_calendar->minimumPageWidth();
    m_calendar->setLow(height() < theme.px(480));
    const int room = width() - theme.px(48);
    // Where both do not fit, what is open comes first; the booking waits with its entries.
    const bool panel
        = m_booking->isPanelWanted() && (!(card || record) || room >= centre + m_panel->width());
    m_panel->setVisible(panel);
    m_sidebar->setVisible(room >= side + centre + (panel ? m_panel->width() : 0));
}

QList<Pane> ReceptionWindow::panes()
{
    return QList<Pane> {{m_topBar->search().field()},
                        {&m_sidebar->month()},
                        {&m_sidebar->doctors()},
                        {&m_sidebar->shelf()}}
    + Shell::panes() + QList<Pane> {{m_panel, [this] { m_panel->form().focusNext(); }}};
}

void ReceptionWindow::stepBack()
{
    if (m_calendar->cancelMove() || m_record->cancelOpening())
        return;
    const QWidget *const now = QApplication::focusWidget();
    const bool inPanel = m_panel->isVisible() && now && m_panel->isAncestorOf(now);
    if (isRecordShown() && !inPanel)
        closeRecord();
    else if (m_panel->isVisible() && (inPanel || !m_calendar->isCardOpen()))
        m_panel->stepBack();
    else
        m_calendar->stepBack();
}

void ReceptionWindow::onPatientFound(const PatientMatch &patient)
{
    if (patient.nextVisit)
        m_calendar->finder().goTo({{}, patient.id, *patient.nextVisit});
    else
        m_booking->beginFor(patient);
}

void ReceptionWindow::beginBooking()
{
    m_booking->begin(namedPatient());
}

void ReceptionWindow::openRecord(PatientId patient)
{
    m_topBar->search().closeList();
    m_record->open(patient);
}

void ReceptionWindow::openRecordHere()
{
    const PatientId patient = patientHere();
    if (isRecordShown() && patient == m_record->current().patient)
        m_record->focusFirst();
    else if (patient.isValid())
        openRecord(patient);
    else
        messages().hint(tr("No patient is chosen. Find one with Ctrl+F, then press F2."));
}

void ReceptionWindow::closeRecord()
{
    if (isRecordShown())
        pages().goBack();
}

void ReceptionWindow::say(const Error &error)
{
    messages().fail(errorText(error, m_models.clock().zone(), m_models.clock().now()));
}

bool ReceptionWindow::isRecordShown() const
{
    return pages().active() == m_record;
}

std::optional<PatientMatch> ReceptionWindow::namedPatient() const
{
    if (isRecordShown()) {
        const Patient &patient = m_models.record().stored();
        PatientMatch match;
        match.id = patient.id;
        match.recordNumber = patient.recordNumber;
        match.familyName = patient.familyName;
        match.givenName = patient.givenName;
        match.birthDate = patient.birthDate;
        match.sex = patient.sex;
        match.phone = patient.phone;
        match.active = patient.active;
        return match;
    }
    const Current &current = m_calendar->current();
    if (!m_calendar->isCardOpen() || !current.visit)
        return std::nullopt;
    return patientOf(*current.visit);
}

PatientId ReceptionWindow::patientHere() const
{
    if (m_topBar->search().isAncestorOf(QApplication::focusWidget())) {
        if (const auto match = m_topBar->search().highlighted())
            return match->id;
    }
    if (const auto patient = m_booking->patientInFocus())
        return *patient;
    if (m_sidebar->shelf().hasFocus()) {
        const AppointmentRow *const shelved = m_models.shelf().row(m_sidebar->shelf().current());
        return shelved ? shelved->appointment.patient : PatientId {};
    }
    const Current current = pages().current();
    if (current.patient.isValid())
        return current.patient;
    const std::optional<PatientMatch> &booking = m_models.booking().patient();
    return booking ? booking->id : PatientId {};
}

} // namespace ClinicDesk
