#include "views/bars/GuiWatch.h"

#include <array>
#include <cstdio>
#include <ctime>

#include <fcntl.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

GuiWatch::Span clockNow(clockid_t clock)
{
    timespec now {};
    clock_gettime(clock, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace

GuiWatch::GuiWatch()
    : m_timer(this)
    , m_schedule(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1ms);
    connect(&m_timer, &QTimer::timeout, this, &GuiWatch::beat);
}

GuiWatch::~GuiWatch()
{
    if (m_schedule >= 0)
        ::close(m_schedule);
}

void GuiWatch::start()
{
    m_longest = m_longestAsleep = m_longestBusy = {};
    m_last = read();
    m_timer.start();
}

void GuiWatch::stop()
{
    beat();
    m_timer.stop();
}

GuiWatch::Reading GuiWatch::read() const
{
    Reading reading;
    reading.wall = clockNow(CLOCK_MONOTONIC);
    reading.busy = clockNow(CLOCK_THREAD_CPUTIME_ID);
    std::array<char, 96> text {};
    if (m_schedule >= 0 && ::pread(m_schedule, text.data(), text.size() - 1, 0) > 0) {
        unsigned long long running = 0;
        unsigned long long waiting = 0;
        if (std::sscanf(text.data(), "%llu %llu", &running, &waiting) == 2)
            reading.queued = Span(static_cast<Span::rep>(waiting));
    }
    return reading;
}

void GuiWatch::beat()
{
    const Reading now = read();
    const Span wall = now.wall - m_last.wall;
    const Span busy = now.busy - m_last.busy;
    const Span queued = now.queued - m_last.queued;
    m_longest = std::max(m_longest, wall);
    m_longestBusy = std::max(m_longestBusy, busy);
    m_longestAsleep = std::max(m_longestAsleep, wall - busy - queued);
    m_last = now;
}

} // namespace ClinicDesk
