#include "models/OutcomeJournal.h"

#include "domain/WholeFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
Q_LOGGING_CATEGORY(journalLog, "clinicdesk.journal")
}

OutcomeJournal::OutcomeJournal(const QString &path)
    : m_path(path)
{
    load();
}

QString OutcomeJournal::defaultPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(u"unsettled.json"_s);
}

QList<OutcomeJournal::Entry> OutcomeJournal::entries(const QString &login,
                                                     const QString &clinic) const
{
    QList<Entry> own = m_entries;
    own.removeIf(
        [&](const Entry &entry) { return entry.login != login || entry.clinic != clinic; });
    return own;
}

bool OutcomeJournal::contains(const QUuid &operation) const
{
    return std::ranges::any_of(
        m_entries, [&operation](const Entry &entry) { return entry.operation == operation; });
}

void OutcomeJournal::add(const Entry &entry)
{
    if (contains(entry.operation))
        return;
    m_entries << entry;
    save();
}

void OutcomeJournal::remove(const QUuid &operation)
{
    if (m_entries.removeIf(
            [&operation](const Entry &entry) { return entry.operation == operation; })
        > 0)
        save();
}

void OutcomeJournal::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonArray array = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &value : array) {
        const Entry entry {QUuid(value[u"operation"_s].toString()), value[u"login"_s].toString(),
                           value[u"clinic"_s].toString(),
                           QDateTime::fromString(value[u"at"_s].toString(), Qt::ISODateWithMs)};
        if (!entry.operation.isNull() && entry.at.isValid())
            m_entries << entry;
    }
}

void OutcomeJournal::save() const
{
    QJsonArray array;
    for (const Entry &entry : m_entries) {
        array.append(QJsonObject {{u"operation"_s, entry.operation.toString(QUuid::WithoutBraces)},
                                  {u"login"_s, entry.login},
                                  {u"clinic"_s, entry.clinic},
                                  {u"at"_s, entry.at.toUTC().toString(Qt::ISODateWithMs)}});
    }
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!writeWhole(file, QJsonDocument(array).toJson()))
        qCWarning(journalLog) << "the journal could not be written:" << file.errorString();
}

} // namespace ClinicDesk
