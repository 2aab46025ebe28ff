#include "views/reception/VisitStrip.h"

#include "models/ReceptionModels.h"
#include "views/reception/ReceptionActions.h"
#include "widgets/Format.h"
#include "widgets/IdentityLabel.h"
#include "widgets/StatusPill.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

VisitStrip::VisitStrip(ReceptionModels &models, const ReceptionActions &actions, QWidget *parent)
    : QFrame(parent)
    , m_models(models)
    , m_identity(new IdentityLabel(this))
    , m_status(new StatusPill(this))
    , m_when(new TextLabel({}, TextRole::BodyStrong, Token::Text, this))
    , m_details(new TextLabel({}, TextRole::Body, Token::SecondaryText, this))
    , m_top(new QHBoxLayout)
    , m_first(buttonFor(actions.checkIn))
{
    setObjectName(u"visitStrip"_s);
    setFrameShape(QFrame::StyledPanel);
    const int gap = Theme::of(this).px(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    auto *bottom = new QHBoxLayout;
    m_top->addWidget(m_identity, 1);
    m_top->addWidget(m_status);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_when);
    middle->addSpacing(gap);
    m_details->setWordWrap(true);
    middle->addWidget(m_details, 1);
    auto *close = new QPushButton(tr("Close  Esc"), this);
    for (QPushButton *button : {m_first, buttonFor(actions.noShow), buttonFor(actions.cancel)})
        bottom->addWidget(button);
    bottom->addStretch();
    bottom->addWidget(close);
    layout->addLayout(m_top);
    layout->addLayout(middle);
    layout->addLayout(bottom);
    hide();
    connect(close, &QPushButton::clicked, this, &VisitStrip::close);
    for (auto signal : {&DayModel::figuresChanged, &DayModel::doctorsChanged})
        connect(&models.day(), signal, this, &VisitStrip::refresh);
    connect(&models.day(), &QAbstractItemModel::dataChanged, this, &VisitStrip::refresh);
    connect(&models.day(), &QAbstractItemModel::rowsRemoved, this, &VisitStrip::refresh);
    connect(&models.day(), &QAbstractItemModel::modelReset, this, &VisitStrip::refresh);
}

void VisitStrip::openVisit(AppointmentId id)
{
    m_visit = id;
    refresh();
    if (!m_visit.isValid())
        return;
    show();
    m_first->isEnabled() ? m_first->setFocus(Qt::OtherFocusReason) : setFocus(Qt::OtherFocusReason);
}

void VisitStrip::close()
{
    if (!m_visit.isValid())
        return;
    m_visit = {};
    m_identity->clear();
    hide();
    Q_EMIT closed();
}

void VisitStrip::refresh()
{
    if (!m_visit.isValid())
        return;
    const AppointmentRow *const row = m_models.day().row(m_visit);
    if (!row) {
        close();
        return;
    }
    const Appointment &visit = row->appointment;
    const ClinicClock &clock = m_models.clock();
    m_identity->setPatient(row->familyName, row->givenName, row->birthDate, row->recordNumber,
                           clock.today());
    m_status->setStatus(visit.status, visit.checkedInAt.has_value());
    m_when->setText(tr("%1, %2", "time, doctor")
                        .arg(Format::timeRange(visit.start, visit.end, clock.zone()),
                             m_models.catalogue().doctorName(visit.doctor)));
    // The strip itself takes the focus where the patient cannot be checked in.
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

void VisitStrip::addCommand(QAction *action)
{
    QPushButton *const button = buttonFor(action);
    button->setAccessibleName(action->text().remove(u'&'));
    button->setText(action->shortcut().toString(QKeySequence::NativeText));
    m_top->insertWidget(1, button);
}

QPushButton *VisitStrip::buttonFor(QAction *action)
{
    QString text = action->text();
    text.remove(u'&').remove(u"..."_s);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    auto *button = new QPushButton(action->icon(), text + u"  "_s + key, this);
    button->setAutoDefault(true);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, button, follow);
    follow();
    return button;
}

} // namespace ClinicDesk
