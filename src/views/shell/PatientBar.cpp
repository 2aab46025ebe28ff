#include "views/shell/PatientBar.h"

#include "models/ClinicClock.h"
#include "views/visits/RowTexts.h"
#include "widgets/Format.h"
#include "widgets/IdentityLabel.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

PatientBar::PatientBar(QWidget *parent)
    : QWidget(parent)
    , m_identity(new IdentityLabel(this))
    , m_visit(new TextLabel({}, TextRole::Body, Token::SecondaryText, this))
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_identity->setObjectName(u"identity"_s);
    m_visit->setObjectName(u"visitLine"_s);
    m_visit->setWordWrap(true);
    auto *column = new QVBoxLayout;
    column->addWidget(m_identity);
    column->addWidget(m_visit);
    m_parts->addLayout(column, 3);
    restyle();
    clear();
}

void PatientBar::setAppointment(const AppointmentRow &row, const ClinicClock &clock)
{
    m_identity->show();
    m_identity->setPatient(row.familyName, row.givenName, row.birthDate, row.recordNumber,
                           clock.today());
    QStringList parts {RowTexts::when(row.appointment.start, clock), RowTexts::visitDetail(row)};
    if (!row.phone.isEmpty())
        parts.append(tr("Phone %1").arg(Format::isolated(row.phone)));
    if (!row.appointment.reason.isEmpty())
        parts.append(tr("Reason: %1").arg(row.appointment.reason));
    if (!row.appointment.statusNote.isEmpty())
        parts.append(Format::statusNote(row.appointment.status, row.appointment.statusNote));
    m_visit->setText(parts.join(u"   "_s));
}

void PatientBar::clear()
{
    m_identity->clear();
    m_identity->hide();
    m_visit->setText(tr("No patient selected"));
}

void PatientBar::setBeside(QWidget *other)
{
    m_parts->addWidget(other, 2);
}

void PatientBar::setStacked(bool stacked)
{
    m_parts->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PatientBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void PatientBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colour(Token::Border));
    painter.setBrush(theme.colour(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6),
                            theme.px(6));
}

void PatientBar::restyle()
{
    const Theme &theme = Theme::of(this);
    layout()->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    m_parts->setSpacing(theme.px(12));
    m_parts->itemAt(0)->layout()->setSpacing(theme.px(2));
}

} // namespace ClinicDesk
