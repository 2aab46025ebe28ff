#include "views/visits/StaleNotice.h"

#include "views/visits/EventTexts.h"
#include "views/visits/VisitCompareDialog.h"
#include "widgets/Banner.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

StaleNotice::StaleNotice(OpenVisit &visit, const ClinicClock &clock,
                         const VisitTexts::DoctorName &doctorName, Banner &banner,
                         const Possible &possible)
    : QObject(&banner)
    , m_visit(visit)
    , m_clock(clock)
    , m_doctorName(doctorName)
    , m_banner(banner)
    , m_possible(possible)
{
    m_banner.setObjectName(u"staleBar"_s);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, [this] { m_banner.amend(text()); });
    connect(&visit, &OpenVisit::updated, this, &StaleNotice::refresh);
    connect(&banner, &Banner::actionTriggered, this, [this] { m_visit.accept(); });
    connect(&banner, &Banner::secondActionTriggered, this, &StaleNotice::compare);
}

bool StaleNotice::isOver() const
{
    return m_visit.isGone() || (m_possible && !m_possible(m_visit.now().appointment));
}

QString StaleNotice::text() const
{
    return EventTexts::ofThis(m_visit, m_clock, m_doctorName);
}

void StaleNotice::refresh()
{
    if (!m_visit.isOpen() || !m_visit.isStale()) {
        m_banner.clear();
        m_tick.stop();
        m_shownVersion = 0;
        return;
    }
    const int version = m_visit.isGone() ? -1 : m_visit.now().appointment.version;
    if (std::exchange(m_shownVersion, version) == version)
        return;
    if (isOver())
        m_banner.present(BannerTone::Warning, text());
    else
        m_banner.present(BannerTone::Warning, text(), tr("Use theirs"), tr("Compare"));
    m_tick.start();
}

void StaleNotice::compare()
{
    auto *dialog = new VisitCompareDialog(m_visit, m_clock, m_doctorName, m_banner.window());
    connect(dialog, &QDialog::finished, this, [this, looked = m_shownVersion] {
        // Changed once more meanwhile: that has not been looked at.
        if (m_shownVersion == looked)
            m_visit.accept();
    });
    dialog->open();
}

} // namespace ClinicDesk
