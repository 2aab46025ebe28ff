#include "demo/DemoDesk.h"

#include "models/TaskRunner.h"
#include "views/doctor/DoctorWindow.h"
#include "views/reception/ReceptionWindow.h"

#include <QUuid>

namespace ClinicDesk {

DemoDesk::DemoDesk(ConnectionSettings settings, const QString &login, const QString &deskName)
    : m_settings(std::move(settings))
    , m_executor(m_statistics)
    , m_appointments(m_executor)
    , m_patients(m_executor)
    , m_schedules(m_executor)
    , m_staff(m_executor)
    , m_live(m_appointments)
{
    m_settings.user = login;
    m_settings.deskName = deskName;
    m_settings.deskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
}

DemoDesk::~DemoDesk()
{
    m_live.stop();
}

void DemoDesk::signIn()
{
    runTask(this, m_staff.signIn(m_settings), [this](const Result<Session> &session) {
        if (session)
            open(*session);
        else
            m_failure = session.error();
    });
}

void DemoDesk::open(const Session &session)
{
    if (session.doctor) {
        m_doctor = std::make_unique<DoctorModels>(session, m_appointments, m_live, m_executor);
        m_window = std::make_unique<DoctorWindow>(*m_doctor);
        m_doctor->load();
    } else {
        m_reception = std::make_unique<ReceptionModels>(m_appointments, m_patients, m_schedules,
                                                        m_live, m_executor, session);
        m_window = std::make_unique<ReceptionWindow>(*m_reception);
        m_reception->start();
    }
    m_live.start(m_settings);
    m_window->resize(1366, 768);
    m_window->show();
}

} // namespace ClinicDesk
