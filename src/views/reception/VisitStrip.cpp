#include "views/reception/VisitStrip.h"

#include "models/ReceptionModels.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionTexts.h"
#include "views/shell/CommandButton.h"
#include "views/shell/Page.h"
#include "views/visits/StaleNotice.h"
#include "views/visits/VisitWhen.h"
#include "widgets/Banner.h"
#include "widgets/Format.h"
#include "widgets/IdentityLabel.h"
#include "widgets/StatusPill.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

VisitStrip::VisitStrip(ReceptionModels &models, const ReceptionActions &actions, Page &page)
    : QFrame(&page)
    , m_models(models)
    , m_visit(models.makeOpenVisit(this))
    , m_banner(new Banner(this))
    , m_identity(new IdentityLabel(this))
    , m_status(new StatusPill(this))
    , m_when(new VisitWhen(*m_visit, models.clock(), VisitTexts::namesFrom(models.catalogue()),
                           VisitWhen::Day::Hidden, this))
    , m_details(new TextLabel({}, TextRole::Body, Token::SecondaryText, this))
    , m_override(new TextLabel({}, TextRole::Body, Token::Text, this))
    , m_top(new QHBoxLayout)
    , m_buttons(new QWidget(this))
    , m_first(buttonFor(actions.checkIn, page))
{
    setObjectName(u"visitStrip"_s);
    setFrameShape(QFrame::StyledPanel);
    const int gap = Theme::of(this).px(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    auto *bottom = new QHBoxLayout(m_buttons);
    bottom->setContentsMargins(0, 0, 0, 0);
    m_top->addWidget(m_identity, 1);
    m_top->addWidget(m_status);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_when);
    middle->addSpacing(gap);
    m_details->setWordWrap(true);
    middle->addWidget(m_details, 1);
    auto *close = new QPushButton(tr("Close  Esc"), this);
    for (QPushButton *button :
         {m_first, buttonFor(actions.noShow, page), buttonFor(actions.cancel, page)})
        bottom->addWidget(button);
    bottom->addStretch();
    bottom->addWidget(close);
    layout->addWidget(m_banner);
    layout->addLayout(m_top);
    layout->addLayout(middle);
    layout->addWidget(m_when->mark());
    m_override->setObjectName(u"visitOverride"_s);
    m_override->setWordWrap(true);
    m_override->hide();
    layout->addWidget(m_override);
    layout->addWidget(m_buttons);
    hide();
    connect(close, &QPushButton::clicked, this, &VisitStrip::close);
    new StaleNotice(*m_visit, models.clock(), VisitTexts::namesFrom(models.catalogue()), *m_banner);
    connect(m_visit, &OpenVisit::updated, this, &VisitStrip::onUpdated);
    connect(&models.day(), &DayModel::doctorsChanged, this, &VisitStrip::refresh);
    connect(&models.day(), &QAbstractItemModel::modelReset, this, [this] {
        if (!m_models.day().row(visit()))
            this->close(); // another day is shown
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(200ms);
    connect(&m_rest, &QTimer::timeout, this, [this] { m_models.visitOverride().show(visit()); });
    connect(&m_models.visitOverride(), &VisitOverride::changed, this, &VisitStrip::refreshOverride);
}

void VisitStrip::openVisit(AppointmentId id)
{
    const AppointmentRow *const row = m_models.day().row(id);
    if (!row) {
        close();
        return;
    }
    // What another desk changed of one that is open already has still to be looked at.
    if (id != visit())
        m_visit->open(*row);
    m_rest.stop();
    m_models.visitOverride().show(id);
    show();
    setFocus(
        Qt::OtherFocusReason); // the second press of a double Enter does nothing to the patient
}

void VisitStrip::follow(AppointmentId id)
{
    const AppointmentRow *const row = m_models.day().row(id);
    if (!row || !m_visit->isOpen() || id == visit())
        return;
    m_banner->clear();
    m_models.visitOverride().show({});
    m_rest.start();
    m_visit->open(*row);
}

void VisitStrip::close()
{
    if (!m_visit->isOpen())
        return;
    m_rest.stop();
    m_visit->close();
    m_banner->clear();
    m_models.visitOverride().show({});
    m_identity->clear();
    hide();
    Q_EMIT closed();
}

AppointmentId VisitStrip::visit() const
{
    return m_visit->seen().appointment.id;
}

const AppointmentRow *VisitStrip::row() const
{
    return m_visit->isOpen() ? &m_visit->seen() : nullptr;
}

bool VisitStrip::isStale() const
{
    return m_visit->isStale();
}

void VisitStrip::onUpdated()
{
    const bool wasStale = std::exchange(m_wasStale, isStale());
    if (m_visit->isGone()) {
        close();
        return;
    }
    const Appointment &visit = m_visit->now().appointment;
    if (!isStale() && !m_models.day().covers(visit)) {
        const PatientId patient = visit.patient;
        const QDateTime start = visit.start;
        close();
        if (wasStale)
            Q_EMIT movedAway(patient, start);
        return;
    }
    refresh();
    if (isStale() && m_first->hasFocus())
        setFocus(Qt::OtherFocusReason); // not on to what takes the change over
    giveWay();
    Q_EMIT updated();
}

void VisitStrip::setLow(bool low)
{
    m_isLow = low;
    giveWay();
}

void VisitStrip::giveWay()
{
    const bool isTight = m_isLow && isStale();
    m_details->setHidden(isTight);
    m_override->setHidden(isTight || m_override->text().isEmpty());
    m_buttons->setHidden(isTight);
}

void VisitStrip::refresh()
{
    if (!m_visit->isOpen())
        return;
    const AppointmentRow *const row = &m_visit->now();
    const Appointment &visit = row->appointment;
    const ClinicClock &clock = m_models.clock();
    m_identity->setPatient(row->familyName, row->givenName, row->birthDate, row->recordNumber,
                           clock.today());
    m_status->setStatus(visit.status, visit.checkedInAt.has_value());
    // The strip itself takes the focus when it opens.
    setAccessibleName(
        tr("%1, %2", "patient, appointment").arg(m_identity->accessibleName(), m_when->text()));
    QStringList details {row->visitTypeName, row->roomName};
    if (!row->phone.isEmpty())
        details << tr("phone %1").arg(Format::isolated(row->phone));
    if (!visit.reason.isEmpty())
        details << visit.reason;
    if (!visit.statusNote.isEmpty())
        details << Format::statusNote(visit.status, visit.statusNote);
    details.removeAll(QString());
    m_details->setText(details.join(u"  \u00b7  "_s));
}

void VisitStrip::refreshOverride()
{
    const std::optional<AppointmentEvent> &event = m_models.visitOverride().event();
    m_override->setText(event ? ReceptionTexts::overridden(*event, m_models.clock()) : QString());
    giveWay();
}

void VisitStrip::addRecordButton(const QAction &record)
{
    auto *button = new QPushButton(record.icon(),
                                   record.shortcut().toString(QKeySequence::NativeText), this);
    button->setAutoDefault(true);
    button->setAccessibleName(record.text().remove(u'&'));
    button->setToolTip(record.toolTip());
    connect(button, &QPushButton::clicked, this, [this] {
        if (const AppointmentRow *const shown = row())
            Q_EMIT recordWanted(shown->appointment.patient);
    });
    m_top->insertWidget(1, button);
}

QPushButton *VisitStrip::buttonFor(QAction *action, Page &page)
{
    auto *const button = new CommandButton(*action, page, this);
    button->setAutoDefault(true); // Enter presses it
    return button;
}

} // namespace ClinicDesk
