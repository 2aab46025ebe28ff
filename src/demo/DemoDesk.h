#pragma once

#include "models/DoctorModels.h"
#include "models/ReceptionModels.h"
#include "services/Services.h"

#include <QMainWindow>

#include <memory>
#include <optional>

namespace ClinicDesk {

/// One person at one desk: own connections, services, models and the real window. GUI thread.
class DemoDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoDesk)
public:
    /// libpq finds what `settings` leaves open (password file, host).
    DemoDesk(ConnectionSettings settings, const QString &login, const QString &deskName);
    ~DemoDesk() override;

    void signIn();
    /// The window of the person's role; nullptr until signed in.
    [[nodiscard]] QMainWindow *window() const { return m_window.get(); }
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }
    [[nodiscard]] ReceptionModels &reception() const { return *m_reception; }
    [[nodiscard]] DoctorModels &doctor() const { return *m_doctor; }
    [[nodiscard]] LiveUpdates &live() { return m_services.live; }
    [[nodiscard]] const QString &login() const { return m_settings.user; }

private:
    void open(const Session &session);

    ConnectionSettings m_settings;
    Services m_services;
    std::unique_ptr<ReceptionModels> m_reception;
    std::unique_ptr<DoctorModels> m_doctor;
    std::unique_ptr<QMainWindow> m_window;
    std::optional<Error> m_failure;
};

} // namespace ClinicDesk
