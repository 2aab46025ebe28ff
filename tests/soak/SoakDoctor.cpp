#include "soak/SoakDoctor.h"

#include "widgets/RowList.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// A request is answered in one step of so many: there are not enough for more.
constexpr int stepsARequest = 12;

} // namespace

SoakDoctor::SoakDoctor(BenchClinic &clinic, const QString &login, SoakReport &report)
    : m_desk(clinic, login)
    , m_report(report)
    , m_inbox(m_desk.desk().doctor().inbox())
    , m_day(m_desk.desk().doctor().day())
    , m_requests(m_desk.child<RowList>("inboxList"))
    , m_visits(m_desk.child<RowList>("dayList"))
{
    OpenDesk::expect([this] { return m_inbox.isLoaded() && m_day.isLoaded(); }, "the doctor's day");
}

void SoakDoctor::step()
{
    watch();
    m_isActing = true;
    m_desk.turnTo();
    if (m_steps % stepsARequest == 0)
        confirmOne();
    else if (m_steps % stepsARequest == 6)
        takeNextStep();
    ++m_steps;
    m_selected = selected();
    m_isActing = false;
}

void SoakDoctor::watch()
{
    if (m_isActing || !m_selected.isValid() || m_inbox.rowOf(m_selected) < 0)
        return;
    m_report.expect(selected() == m_selected,
                    u"osei: request %1 was selected, now it is %2"_s.arg(m_selected.value)
                        .arg(selected().value));
}

AppointmentId SoakDoctor::selected() const
{
    const QModelIndex index = m_requests.currentIndex();
    return index.isValid() ? m_inbox.request(index.row()).id() : AppointmentId();
}

/// C on the selected request.
void SoakDoctor::confirmOne()
{
    const AppointmentId id = selected();
    if (!id.isValid() || m_inbox.waitingCount() < 2)
        return;
    // Refused when a neighbour resized it a moment ago: the row shows that, and waits on.
    bool isAnswered = false;
    QObject context;
    const auto onAnswer = [&](AppointmentId of) { isAnswered = isAnswered || of == id; };
    QObject::connect(&m_inbox, &RequestInboxModel::answered, &context, onAnswer);
    QObject::connect(&m_inbox, &RequestInboxModel::refused, &context, onAnswer);
    m_requests.setFocus();
    OpenDesk::key(Qt::Key_C);
    OpenDesk::expect([&] { return isAnswered; }, "the answer to a request");
}

/// Enter on the visit that is in progress, or that comes next: completes or starts it.
void SoakDoctor::takeNextStep()
{
    const int row = m_day.presentRow();
    if (row < 0)
        return;
    const AppointmentRow before = m_day.appointment(row);
    const AppointmentId id = before.appointment.id;
    const AppointmentStatus status = before.appointment.status;
    if (status != AppointmentStatus::InProgress && status != AppointmentStatus::Confirmed)
        return;
    m_visits.setFocus();
    m_visits.setCurrentIndex(m_visits.model()->index(row, 0));
    OpenDesk::key(Qt::Key_Return);
    OpenDesk::expect(
        [&] { return m_day.appointment(m_day.rowOf(id)).appointment.status != status; },
        "a visit started or completed");
}

} // namespace ClinicDesk
