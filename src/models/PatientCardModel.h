#pragma once

#include "domain/Error.h"

#include <QObject>

namespace ClinicDesk {

class PatientService;

/// Makes a patient's new appointment card. The code is told once and kept nowhere. GUI thread.
class PatientCardModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientCardModel)
public:
    explicit PatientCardModel(PatientService &patients, QObject *parent = nullptr);

    /// renewed() or failed(); a card printed earlier stops working.
    void renew(PatientId id);

Q_SIGNALS:
    void renewed(ClinicDesk::PatientId id, const QString &code);
    void failed(const ClinicDesk::Error &error);

private:
    PatientService &m_patients;
    bool m_isRenewing = false;
};

} // namespace ClinicDesk
