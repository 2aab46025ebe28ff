#pragma once

#include "models/DeskSettings.h"
#include "services/setup/ClinicSetup.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QTime>

namespace ClinicDesk {

enum class SetupField {
    DeskName,
    ClinicName,
    Folder,
    YourName,
    YourLogin,
    YourPassword,
    YourPasswordAgain,
    DoctorName,
    DoctorLogin,
    DoctorPassword,
    Licence,
    Weekdays,
    Hours,
    Lunch,
};

enum class SetupPage { Computer, Clinic, You, Doctor, Hours };

/// What is typed into the set-up's pages.
struct SetupForm
{
    DeskRole role = DeskRole::Reception;
    QString deskName;
    Clinic clinic;
    QString folder;
    bool sampleData = false;
    NewPerson you;
    QString passwordAgain;
    bool alsoAtReception = true;
    NewPerson doctor;
    QString specialisation;
    QString licenceNumber;
    QList<int> weekdays; ///< 1 Monday to 7 Sunday
    QTime from;
    QTime to;
    bool hasLunch = true;
    QTime lunchFrom;
    QTime lunchTo;
    int slotMinutes = 20;
};

namespace SetupChecks {

/// What is wrong on a page, in words; empty when it can be left.
[[nodiscard]] QMap<SetupField, QString> problems(const SetupForm &form, SetupPage page);
/// "Ana Ruiz" -> "ana", "Dr Osei" -> "osei"; empty when the name gives none.
[[nodiscard]] QString suggestedLogin(const QString &name);
/// The administrator's own name: the person's, or "ana.admin" beside a reception login.
[[nodiscard]] QString administratorLogin(const SetupForm &form);
[[nodiscard]] NewClinic clinicOf(const SetupForm &form);

} // namespace SetupChecks

} // namespace ClinicDesk
