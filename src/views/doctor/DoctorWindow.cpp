#include "views/doctor/DoctorWindow.h"

#include "models/DoctorModels.h"
#include "views/doctor/DoctorHeader.h"
#include "views/inbox/InboxPage.h"
#include "views/notices/Messages.h"
#include "views/ownday/OwnDayPage.h"
#include "views/shell/CommonActions.h"
#include "views/shell/PatientBar.h"
#include "views/visits/EventTexts.h"
#include "widgets/Toast.h"
#include "widgets/theme/Theme.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
constexpr int lowHeight = 560;
}

DoctorWindow::DoctorWindow(DoctorModels &models, QWidget *parent)
    : Shell({models.clock(), models.connection(), models.notifications(), models.commands()},
            parent)
    , m_models(models)
    , m_header(new DoctorHeader(models, this))
    , m_inbox(new InboxPage(models, this))
    , m_day(new OwnDayPage(models, this))
    , m_footer(new QWidget(this))
    , m_patient(new PatientBar(m_footer))
    , m_messageRoom(new QWidget(m_patient))
{
    setObjectName(u"DoctorWindow"_s);
    setWindowTitle(
        tr("%1 - %2 - ClinicDesk").arg(models.session().name(), models.session().clinic.name));
    setHeader(m_header);
    pages().add({m_inbox, m_day});
    m_inbox->setUndo(*common().undo);
    m_inbox->addToTitle(&bellButton());
    makeFooter();
    connect(&pages(), &PageStack::currentChanged, this, &DoctorWindow::showCurrent);
    connect(this, &Shell::newsChosen, this, &DoctorWindow::showNews);
    connect(this, &Shell::fitNeeded, this, &DoctorWindow::fit);
    // A doctor without requests begins with the day: the window names who is next.
    connect(&models.inbox(), &RequestInboxModel::loaded, this, [this] {
        if (!std::exchange(m_opened, true) && m_inbox->isAncestorOf(focusWidget())
            && m_models.inbox().rowCount() == 0)
            m_day->focusFirst();
    });
    finish();
    showCurrent();
    fit();
}

void DoctorWindow::makeFooter()
{
    m_patient->setObjectName(u"patientBar"_s);
    m_patient->setBeside(m_messageRoom);
    auto *const layout = new QVBoxLayout(m_footer);
    layout->addWidget(m_patient);
    setFooter(m_footer);
    placeMessages(*m_messageRoom, nullptr);
    connect(&messages(), &Messages::presenting, m_messageRoom, &QWidget::show);
    connect(&messages().toast(), &Toast::dismissed, this, &DoctorWindow::fit);
}

void DoctorWindow::showCurrent()
{
    const Current current = pages().current();
    if (current.visit)
        m_patient->setAppointment(*current.visit, m_models.clock());
    else
        m_patient->clear();
}

/// Selects what it is about where that is in sight, else says it.
void DoctorWindow::showNews(const BellEntry &entry)
{
    if (!m_inbox->goTo(entry.about()) && !m_day->goTo(entry.about()))
        messages().hint(entry.news ? EventTexts::of(*entry.news, m_models.clock()) : entry.message);
}

void DoctorWindow::fit()
{
    const Theme &theme = Theme::of(this);
    const bool low = height() < theme.px(lowHeight);
    m_header->setVisible(!low);
    // There the message goes below the patient, and takes its room only while it stands.
    m_patient->setStacked(low);
    m_messageRoom->setVisible(!low || !messages().toast().isHidden());
    // Room for one message, so that none covers a row or a button, nor moves one.
    m_messageRoom->setFixedHeight(theme.controlHeight() + theme.px(24));
    m_footer->layout()->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(12));
}

} // namespace ClinicDesk
