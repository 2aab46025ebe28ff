#pragma once

#include "services/Services.h"
#include "services/setup/PrivateClinic.h"

#include <QCoroTask>

#include <QObject>

#include <optional>

namespace ClinicDesk {

struct NewPerson
{
    QString name; ///< as others see it
    QString login;
    QString password; ///< memory only
};

/// What a new clinic on this computer begins with.
struct NewClinic
{
    QString folder;
    Clinic clinic;
    bool sampleData = false;
    NewPerson administrator;
    std::optional<NewPerson> receptionist;
    NewPerson doctor;
    QString specialisation;
    QString licenceNumber;
    QList<WeeklyHours> hours; ///< of the doctor, whose id is not known yet
    QList<VisitType> visitTypes;
};

enum class SetupStep { Create, Start, Tables, Sample, People };

/// Makes a private clinic step by step, or nothing: a failure or cancel() undoes all. Lives on the
/// caller's thread; the work is done on others.
class ClinicSetup final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClinicSetup)
public:
    explicit ClinicSetup(PrivateClinic &clinic, QObject *parent = nullptr);

    /// Names that the sample data uses.
    [[nodiscard]] static QStringList sampleLogins();

    /// How to reach it, with the server running. ShuttingDown after cancel(); else the error of the
    /// step that failed. Everything is undone by then.
    QCoro::Task<Result<PrivateAddress>> create(NewClinic wanted);
    /// After the step that runs now.
    void cancel() { m_cancelled = true; }
    /// Undoes a clinic that create() has made, as long as it is not kept.
    QCoro::Task<Result<bool>> undo(QString folder);
    QCoro::Task<Result<bool>> keep();

Q_SIGNALS:
    void stepBegun(ClinicDesk::SetupStep step);
    void stepDone(ClinicDesk::SetupStep step);

private:
    QCoro::Task<Result<bool>> build(NewClinic wanted);
    QCoro::Task<Result<bool>> addPeople(NewClinic wanted);
    QCoro::Task<Result<bool>> addDoctor(NewClinic wanted);
    [[nodiscard]] std::optional<Error> stopAfter(SetupStep step, const std::optional<Error> &error);
    [[nodiscard]] ConnectionSettings connectionOf(const NewPerson &person) const;

    PrivateClinic &m_clinic;
    Services m_services;
    PrivateAddress m_address;
    bool m_cancelled = false;
};

} // namespace ClinicDesk
