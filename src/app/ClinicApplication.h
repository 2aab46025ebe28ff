#pragma once

#include "app/BusyCursor.h"
#include "app/Options.h"
#include "app/SessionGuard.h"
#include "database/DatabaseExecutor.h"
#include "models/SignInModel.h"
#include "services/appointments/AppointmentService.h"
#include "services/live/LiveUpdates.h"
#include "services/patients/PatientService.h"
#include "services/schedules/ScheduleService.h"
#include "services/setup/PrivateClinic.h"
#include "services/staff/StaffService.h"
#include "widgets/theme/Theme.h"

#include <QObject>
#include <QSettings>

#include <memory>
#include <vector>

class QMainWindow;

namespace ClinicDesk {

class DoctorModels;
class FirstRun;
class LoginDialog;
class ReceptionModels;
class SingleInstance;

/// Puts the program together: the one database session, the services, sign-in, and the window of
/// the person's role. GUI thread.
class ClinicApplication final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClinicApplication)
public:
    /// `settings` is this computer's store and must outlive the application.
    ClinicApplication(const Options &options, QSettings &settings, QObject *parent = nullptr);
    ~ClinicApplication() override;

    [[nodiscard]] Theme &theme() { return m_theme; }
    [[nodiscard]] SessionGuard &guard() { return m_guard; }
    /// False when another window of the same person and database was raised instead.
    [[nodiscard]] bool start();

Q_SIGNALS:
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QString instanceKey(const QString &name) const;
    [[nodiscard]] bool claim(const QString &name);
    void askSetup();
    void askSignIn();
    void startPrivateServer();
    void onSignedIn(const Session &session, const ConnectionSettings &settings);
    void openWindow(const Session &session);
    void showWindow(QMainWindow *window, const QString &key);
    void signOut();
    /// Quits, after what is being saved.
    void quit();
    void quitOnceSaved();
    void quitOnceHeard();
    void raiseWindow();

    Options m_options;
    QSettings &m_settings;
    Theme m_theme;
    TransactionStatistics m_statistics;
    PrivateClinic m_privateClinic; ///< stops after everything that is connected to it
    DatabaseExecutor m_executor;
    BusyCursor m_busyCursor {m_executor};
    StaffService m_staff;
    AppointmentService m_appointments;
    PatientService m_patients;
    ScheduleService m_schedules;
    LiveUpdates m_updates;
    SignInModel m_signIn;
    SessionGuard m_guard;
    std::unique_ptr<FirstRun> m_firstRun;
    std::unique_ptr<DoctorModels> m_doctorModels;
    std::unique_ptr<ReceptionModels> m_receptionModels;
    std::unique_ptr<QMainWindow> m_window; ///< goes before the models it shows
    std::unique_ptr<LoginDialog> m_login;
    std::vector<std::unique_ptr<SingleInstance>> m_instances;
    enum class Quitting { No, Saving, Saved } m_quitting = Quitting::No;
    bool m_hasSentMore = false; ///< since everything was answered last
};

} // namespace ClinicDesk
