#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

namespace ClinicDesk {

/// The operations of which this computer does not know whether they were saved, kept in a file so
/// that the next start can ask. It holds ids, times and whose they are: nothing about a patient.
/// Not thread-safe.
class OutcomeJournal
{
public:
    struct Entry
    {
        QUuid operation;
        QString login; ///< only this person may ask the server for it
        QString clinic;
        QDateTime at;

        bool operator==(const Entry &) const = default;
    };

    explicit OutcomeJournal(const QString &path = defaultPath());

    /// In the user's data folder.
    [[nodiscard]] static QString defaultPath();

    [[nodiscard]] QList<Entry> entries(const QString &login, const QString &clinic) const;
    [[nodiscard]] bool contains(const QUuid &operation) const;
    void add(const Entry &entry);
    void remove(const QUuid &operation);

private:
    void load();
    void save() const;

    QString m_path;
    QList<Entry> m_entries;
};

} // namespace ClinicDesk
