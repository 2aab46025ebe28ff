#include "models/PatientCardModel.h"

#include "models/TaskRunner.h"
#include "services/patients/PatientService.h"

namespace ClinicDesk {

PatientCardModel::PatientCardModel(PatientService &patients, QObject *parent)
    : QObject(parent)
    , m_patients(patients)
{
}

void PatientCardModel::renew(PatientId id)
{
    if (m_isRenewing)
        return;
    m_isRenewing = true;
    runTask(this, m_patients.renewCard(id), [this, id](const Result<QString> &code) {
        m_isRenewing = false;
        if (code)
            Q_EMIT renewed(id, *code);
        else
            Q_EMIT failed(code.error());
    });
}

} // namespace ClinicDesk
