#pragma once

#include "domain/Id.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace ClinicDesk {

enum class Sex { Unknown, Female, Male, Other };

[[nodiscard]] QString toKey(Sex sex);
[[nodiscard]] std::optional<Sex> sexFromKey(QStringView key);

/// The desk's view of a patient; clinical text is never part of it.
struct Patient
{
    PatientId id;
    QString recordNumber; ///< "MR-2026-000123", given by the database
    QString familyName;
    QString givenName;
    QDate birthDate;
    Sex sex = Sex::Unknown;
    QString phone;
    QString email;
    QString address;
    QString nationalId; ///< masked on screens
    QString emergencyContact;
    QString deskNotes;
    QDate consentOn; ///< invalid: no consent was given yet
    bool active = true;
    int version = 0;

    bool operator==(const Patient &) const = default;
};

/// A patient's record and who changed it last; nobody for one that was loaded.
struct PatientRecord
{
    Patient patient;
    QString changedBy;
    QString desk;
    std::optional<QDateTime> changedAt;

    bool operator==(const PatientRecord &) const = default;
};

/// One row of a patient search.
struct PatientMatch
{
    PatientId id;
    QString recordNumber;
    QString familyName;
    QString givenName;
    QDate birthDate;
    Sex sex = Sex::Unknown;
    QString phone;
    std::optional<QDateTime> nextVisit;
    std::optional<DoctorId> lastDoctor;
    std::optional<VisitTypeId> lastVisitType;
    bool active = true;

    bool operator==(const PatientMatch &) const = default;
};

/// "KIM, Soo": family name in capitals, as everywhere on screen.
[[nodiscard]] QString listName(const QString &familyName, const QString &givenName);

/// Whole years on `today`; 0 for a birth date that is invalid or later than `today`.
[[nodiscard]] int ageInYears(QDate birthDate, QDate today);

} // namespace ClinicDesk
