#pragma once

#include "database/ConnectionSettings.h"
#include "domain/Result.h"
#include "domain/Staff.h"

#include <QList>
#include <QString>

#include <functional>

namespace ClinicDesk {

struct DemoOptions
{
    int doctors = 6;
    int patients = 500;
    int appointments = 2000;
    int days = 60; ///< of history; more when they are too few for the appointments
    int seed = 1; ///< the same seed on the same clinic's day makes the same clinic
    QString password; ///< everybody's; empty: a new one
    QString zone = QStringLiteral("Europe/Berlin"); ///< the clinic's time zone
};

struct DemoLogin
{
    QString login;
    QString displayName;
    StaffRole role = StaffRole::Receptionist;
};

struct DemoSummary
{
    QString clinicName;
    QList<DemoLogin> logins;
    QString password;
    qint64 patients = 0;
    qint64 appointments = 0;
    int days = 0;
};

/// Fills an empty clinic with a believable one, consistent down to each appointment's history: ana
/// and ben at reception, the doctors osei (who confirms requests) and lindqvist, an administrator
/// admin, and more. Whatever the hour or day, something can be booked today.
class DemoData
{
public:
    using Progress = std::function<void(const QString &what, qint64 done, qint64 of)>;

    /// `superuser` connects to the clinic's database. Blocks, for minutes with a million
    /// appointments. ValidationFailed with rule "not_empty" for a clinic that holds data already,
    /// or field "login" when one of its names is a superuser of the server.
    [[nodiscard]] static Result<DemoSummary>
    load(const ConnectionSettings &superuser, const DemoOptions &options, const Progress &progress);
};

} // namespace ClinicDesk
