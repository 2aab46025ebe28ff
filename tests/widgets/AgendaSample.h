#pragma once

#include "widgets/agenda/AgendaTypes.h"

#include <QColor>
#include <QStandardItemModel>
#include <QTimeZone>

#include "domain/Appointment.h"

namespace ClinicDesk::Testing {

/// Tue 24-Nov-2026 in London; minutes are reckoned from midnight.
inline const QDate sampleDay(2026, 11, 24);

inline QTimeZone sampleZone()
{
    return QTimeZone(QByteArrayLiteral("Europe/London"));
}

inline QDateTime at(int hour, int minute = 0, QDate day = sampleDay)
{
    return QDateTime(day, QTime(hour, minute), sampleZone()).toUTC();
}

inline AgendaColumn column(qint64 doctor, const QString &title, const QString &subtitle,
                           std::initializer_list<std::pair<int, int>> hours, int slotMinutes = 20)
{
    AgendaColumn column {DoctorId {doctor}, title, subtitle, {}, hours.size() == 0};
    for (const auto &[from, to] : hours)
        column.open.append({DoctorId {doctor}, at(from), at(to), slotMinutes});
    return column;
}

inline QStandardItem *visit(qint64 id, qint64 doctor, const QDateTime &start, const QDateTime &end,
                            const QString &title, const QString &fullName, const QString &detail,
                            AppointmentStatus status)
{
    auto *item = new QStandardItem(title);
    item->setData(QVariant::fromValue(AppointmentId {id}), AgendaRole::Id);
    item->setData(QVariant::fromValue(DoctorId {doctor}), AgendaRole::Doctor);
    item->setData(start, AgendaRole::Start);
    item->setData(end, AgendaRole::End);
    item->setData(title, AgendaRole::Title);
    item->setData(fullName, AgendaRole::FullName);
    item->setData(detail, AgendaRole::Detail);
    item->setData(int(status), AgendaRole::Status);
    return item;
}

} // namespace ClinicDesk::Testing
