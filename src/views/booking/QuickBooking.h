#pragma once

#include "domain/Schedule.h"
#include "domain/Staff.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace ClinicDesk {

/// A booking in words: "kim 85 osei tue 10 20m". The patient comes first, as in the search field;
/// doctor, day, time, length and visit type follow in any order.
struct QuickBooking
{
    QString patient; ///< the words that find the patient
    DoctorId doctor;
    QString doctorName;
    QDate day;
    QTime time;
    int minutes = 0; ///< 0: as long as the type asks for
    VisitTypeId type;
    QString typeName;

    /// Nothing when the words name no patient, or only a patient. Names are understood from three
    /// letters on where they are one doctor's or one type's only.
    [[nodiscard]] static std::optional<QuickBooking> read(const QString &words,
                                                          const QList<Doctor> &doctors,
                                                          const QList<VisitType> &types,
                                                          QDate today);
    /// "Book kim 85 with Dr Osei, Tue 24-Nov-2026, 10:00, 20 min".
    [[nodiscard]] QString text() const;

    bool operator==(const QuickBooking &) const = default;
};

} // namespace ClinicDesk
