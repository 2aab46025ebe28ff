#pragma once

#include <QList>

#include <concepts>
#include <utility>

namespace ClinicDesk {

/// What Merge must know of a value, specialised beside it:
/// - Key: names a field
/// - keys(): all fields, in the order of the form
/// - isSame(a, b, key): both have the same in it
/// - take(from, to, key): `to` takes it over
/// A struct whose fields are its members derives from MemberFields.
template<typename Fields> struct MergeTraits;

template<typename Fields>
concept Mergeable = std::copyable<Fields> && requires(const Fields &from, Fields &to,
                                                      const typename MergeTraits<Fields>::Key &key)
{
    {
        MergeTraits<Fields>::keys()
        } -> std::convertible_to<QList<typename MergeTraits<Fields>::Key>>;
    {
        MergeTraits<Fields>::isSame(from, from, key)
        } -> std::same_as<bool>;
    MergeTraits<Fields>::take(from, to, key);
};

/// Traits of a struct: MergeTraits<Note> derives from it and has a function
/// `static QList<Member> members() { return {member<&Note::plan>(NoteField::Plan), ...}; }`.
template<typename Fields, typename KeyType> struct MemberFields
{
    using Key = KeyType;

    struct Member
    {
        Key key;
        bool (*isSame)(const Fields &, const Fields &);
        void (*take)(const Fields &from, Fields &to);
    };

    template<auto place> static Member member(Key key)
    {
        return {key,
                [](const Fields &left, const Fields &right) { return left.*place == right.*place; },
                [](const Fields &from, Fields &to) { to.*place = from.*place; }};
    }

    static QList<Key> keys()
    {
        QList<Key> all;
        for (const Member &member : MergeTraits<Fields>::members())
            all << member.key;
        return all;
    }
    static bool isSame(const Fields &left, const Fields &right, Key key)
    {
        for (const Member &member : MergeTraits<Fields>::members()) {
            if (member.key == key)
                return member.isSame(left, right);
        }
        return true;
    }
    static void take(const Fields &from, Fields &to, Key key)
    {
        for (const Member &member : MergeTraits<Fields>::members()) {
            if (member.key == key)
                member.take(from, to);
        }
    }
};

/// Two changes to one value that began as `before`. Fields that only one side changed take that
/// change; where both wrote the same there is nothing to decide; the rest are conflicts.
template<Mergeable Fields> class Merge
{
public:
    using Traits = MergeTraits<Fields>;
    using Key = typename Traits::Key;

    Merge(Fields before, Fields theirs, Fields mine)
        : m_before(std::move(before))
        , m_theirs(std::move(theirs))
        , m_mine(std::move(mine))
    {
    }

    [[nodiscard]] const Fields &before() const { return m_before; }
    [[nodiscard]] const Fields &theirs() const { return m_theirs; }
    [[nodiscard]] const Fields &mine() const { return m_mine; }
    [[nodiscard]] QList<Key> theirChanges() const { return changes(m_before, m_theirs); }
    [[nodiscard]] QList<Key> myChanges() const { return changes(m_before, m_mine); }

    /// Changed on both sides, and differently.
    [[nodiscard]] QList<Key> conflicts() const
    {
        QList<Key> found;
        for (const Key &key : changes(m_theirs, m_mine)) {
            if (!Traits::isSame(m_before, m_mine, key) && !Traits::isSame(m_before, m_theirs, key))
                found << key;
        }
        return found;
    }
    /// Both sides' changes; of a conflict, mine.
    [[nodiscard]] Fields merged() const { return with(m_theirs, m_mine, myChanges()); }
    /// The same with theirs where they are in conflict.
    [[nodiscard]] Fields mergedWithTheirs() const { return with(merged(), m_theirs, conflicts()); }

    /// Goes on from what is merged: what theirs has is where mine begins anew, and only a conflict
    /// still knows what it began with. Merging it once more changes nothing.
    [[nodiscard]] Merge rebased() const
    {
        return {with(m_theirs, m_before, conflicts()), m_theirs, merged()};
    }
    /// These fields, in conflict until now, become what `chosen` has; the others stay.
    [[nodiscard]] Merge settled(const Fields &chosen, const QList<Key> &keys) const
    {
        return {with(m_before, m_theirs, keys), m_theirs, with(m_mine, chosen, keys)};
    }

    /// The fields in which the two differ.
    [[nodiscard]] static QList<Key> changes(const Fields &from, const Fields &to)
    {
        QList<Key> changed;
        for (const Key &key : Traits::keys()) {
            if (!Traits::isSame(from, to, key))
                changed << key;
        }
        return changed;
    }

private:
    [[nodiscard]] static Fields with(Fields to, const Fields &from, const QList<Key> &keys)
    {
        for (const Key &key : keys)
            Traits::take(from, to, key);
        return to;
    }

    Fields m_before;
    Fields m_theirs;
    Fields m_mine;
};

} // namespace ClinicDesk
