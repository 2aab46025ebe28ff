#pragma once

#include <QDateTime>
#include <QList>

#include <optional>

namespace ClinicDesk {

/// What a person can take back and take up again: the last 20 things, each for as
/// long as the clinic allows, by the server's clock. `T` has a `QDateTime at`. Values only; lives
/// where its owner does.
template<typename T> class UndoStack
{
public:
    static constexpr int depth = 20;

    explicit UndoStack(int seconds)
        : m_seconds(seconds)
    {
    }

    [[nodiscard]] int seconds() const { return m_seconds; }

    /// Something new was done: what was taken back before it can no longer be taken up again.
    void add(const T &entry)
    {
        m_redoable.clear();
        push(m_undoable, entry);
    }
    /// It was taken back, or taken up again; keeps the rest of both lists.
    void addUndone(const T &entry) { push(m_redoable, entry); }
    void addRedone(const T &entry) { push(m_undoable, entry); }

    [[nodiscard]] std::optional<T> takeUndo(const QDateTime &now) { return take(m_undoable, now); }
    [[nodiscard]] std::optional<T> takeRedo(const QDateTime &now) { return take(m_redoable, now); }
    [[nodiscard]] bool canUndo(const QDateTime &now) const { return isFresh(m_undoable, now); }
    [[nodiscard]] bool canRedo(const QDateTime &now) const { return isFresh(m_redoable, now); }
    [[nodiscard]] const QList<T> &undoable() const { return m_undoable; }
    [[nodiscard]] const QList<T> &redoable() const { return m_redoable; }

    /// Milliseconds until the next entry expires; nothing when both lists are empty.
    [[nodiscard]] std::optional<qint64> dropOld(const QDateTime &now)
    {
        std::optional<qint64> next;
        for (QList<T> *const list : {&m_undoable, &m_redoable}) {
            list->removeIf([this, &now](const T &entry) { return isOld(entry, now); });
            for (const T &entry : std::as_const(*list)) {
                const qint64 wait = qMax<qint64>(1, now.msecsTo(entry.at.addSecs(m_seconds)));
                next = qMin(next.value_or(wait), wait);
            }
        }
        return next;
    }

private:
    [[nodiscard]] bool isOld(const T &entry, const QDateTime &now) const
    {
        return entry.at.addSecs(m_seconds) <= now;
    }
    [[nodiscard]] bool isFresh(const QList<T> &list, const QDateTime &now) const
    {
        return !list.isEmpty() && !isOld(list.constLast(), now);
    }
    static void push(QList<T> &list, const T &entry)
    {
        list << entry;
        if (list.size() > depth)
            list.removeFirst();
    }
    std::optional<T> take(QList<T> &list, const QDateTime &now)
    {
        static_cast<void>(dropOld(now));
        return list.isEmpty() ? std::nullopt : std::optional(list.takeLast());
    }

    int m_seconds;
    QList<T> m_undoable; ///< newest last
    QList<T> m_redoable; ///< newest last
};

} // namespace ClinicDesk
