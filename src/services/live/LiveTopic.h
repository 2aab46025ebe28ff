#pragma once

#include "domain/Result.h"

#include <QCoroTask>

#include <QString>

#include <functional>
#include <memory>

namespace ClinicDesk {

/// A kind of change that desks tell each other of, as LiveUpdates watches it: what to do at a hint,
/// and where its table keeps a history how to find what was missed during a gap.
struct LiveTopic
{
    /// What was read of the history: kept once every topic could be read, told after a gap only.
    struct Missed
    {
        std::function<void()> keep; ///< the next reading begins here
        std::function<void()> tell;
    };

    QString channel; ///< of NOTIFY
    /// Anyone with a login can forge a payload: it says where to look again, and nothing else.
    std::function<void(const QString &payload)> told;
    /// Reads on from the topic's cursor; empty for a topic without history, whose readers look
    /// again at LiveUpdates::caughtUp().
    std::function<QCoro::Task<Result<Missed>>()> catchUp = {};
    std::function<void()> forget = {}; ///< the next reading begins at its own time
};

namespace Detail {

template<typename Changes> struct History
{
    using Cursor = decltype(Changes::next);
    std::function<QCoro::Task<Result<Changes>>(Cursor)> since;
    std::function<void(const Changes &)> missed;
    Cursor cursor = {};
};

template<typename Changes>
QCoro::Task<Result<LiveTopic::Missed>> readOn(std::shared_ptr<History<Changes>> history)
{
    Result<Changes> read = co_await history->since(history->cursor);
    if (!read)
        co_return unexpected(read.error());
    const auto changes = std::make_shared<const Changes>(std::move(*read));
    LiveTopic::Missed missed;
    missed.keep = [history, changes] { history->cursor = changes->next; };
    missed.tell = [history, changes] { history->missed(*changes); };
    co_return missed;
}

} // namespace Detail

/// A topic whose table keeps a history. `since` reads what came after a cursor; `Changes::next` is
/// the cursor for the next reading, and an empty one stands for now. `missed` tells of them.
template<typename Changes>
[[nodiscard]] LiveTopic
topicWithHistory(const QString &channel, std::function<void(const QString &)> told,
                 std::function<QCoro::Task<Result<Changes>>(decltype(Changes::next))> since,
                 std::function<void(const Changes &)> missed)
{
    auto history = std::make_shared<Detail::History<Changes>>();
    history->since = std::move(since);
    history->missed = std::move(missed);
    return {.channel = channel,
            .told = std::move(told),
            .catchUp = [history] { return Detail::readOn(history); },
            .forget = [history] { history->cursor = {}; }};
}

} // namespace ClinicDesk
