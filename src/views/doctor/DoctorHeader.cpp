#include "views/doctor/DoctorHeader.h"

#include "models/DoctorModels.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

DoctorHeader::DoctorHeader(DoctorModels &models, QWidget *parent)
    : QWidget(parent)
    , m_models(models)
    , m_doctor(new QLabel(models.session().name(), this))
    , m_zone(new QLabel(this))
    , m_liveIcon(new QLabel(this))
    , m_live(new QLabel(this))
{
    m_doctor->setObjectName(u"doctorLabel"_s);
    m_doctor->setTextFormat(Qt::PlainText);
    m_doctor->setWordWrap(true);
    m_zone->setObjectName(u"zoneLabel"_s);
    m_liveIcon->setObjectName(u"liveIcon"_s);
    m_live->setObjectName(u"liveLabel"_s);
    auto *const layout = new QHBoxLayout(this);
    layout->addWidget(m_doctor, 1);
    for (QLabel *const label : {m_zone, m_liveIcon, m_live}) {
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        layout->addWidget(label);
    }
    connect(&models.connection(), &ConnectionModel::stateChanged, this,
            &DoctorHeader::showConnection);
    restyle();
}

void DoctorHeader::showConnection()
{
    const bool live = m_models.connection().isLive();
    m_live->setText(live ? tr("Live") : tr("No connection"));
    m_zone->setText(foreignZoneText());
    const Theme &theme = Theme::of(this);
    m_liveIcon->setPixmap(iconPixmap(live ? IconName::Tick : IconName::Alert, theme.px(16),
                                     theme.colour(live ? Token::Success : Token::Error),
                                     devicePixelRatioF()));
}

QString DoctorHeader::foreignZoneText() const
{
    const QTimeZone &zone = m_models.clock().zone();
    const QDateTime now = m_models.clock().now();
    if (zone.offsetFromUtc(now) == QTimeZone::systemTimeZone().offsetFromUtc(now))
        return {};
    return tr("Times of %1").arg(QString::fromLatin1(zone.id()));
}

void DoctorHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void DoctorHeader::restyle()
{
    const Theme &theme = Theme::of(this);
    layout()->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(8));
    m_doctor->setFont(theme.font(TextRole::Title));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, theme.colour(Token::SecondaryText));
    m_zone->setPalette(muted);
    m_live->setPalette(muted);
    showConnection();
}

} // namespace ClinicDesk
