#include "demo/DemoDesk.h"

#include "models/TaskRunner.h"
#include "views/doctor/DoctorWindow.h"
#include "views/reception/ReceptionWindow.h"

#include <QUuid>

namespace ClinicDesk {

DemoDesk::DemoDesk(ConnectionSettings settings, const QString &login, const QString &deskName)
    : m_settings(std::move(settings))
{
    m_settings.user = login;
    m_settings.deskName = deskName;
    m_settings.deskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
}

DemoDesk::~DemoDesk()
{
    m_services.live.stop();
}

void DemoDesk::signIn()
{
    runTask(this, m_services.staff.signIn(m_settings), [this](const Result<Session> &session) {
        if (session)
            open(*session);
        else
            m_failure = session.error();
    });
}

void DemoDesk::open(const Session &session)
{
    if (session.doctor) {
        m_doctor = std::make_unique<DoctorModels>(m_services, session);
        m_window = std::make_unique<DoctorWindow>(*m_doctor);
        m_doctor->load();
    } else {
        m_reception = std::make_unique<ReceptionModels>(m_services, session);
        m_window = std::make_unique<ReceptionWindow>(*m_reception);
        m_reception->start();
    }
    m_services.live.start(m_settings);
    m_window->resize(1366, 768);
    m_window->show();
}

} // namespace ClinicDesk
