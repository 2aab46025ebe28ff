#pragma once

#include "views/visits/VisitTexts.h"

#include <QDialog>

namespace ClinicDesk {

/// What another desk changed of a visit: each field before and now. Open it with open().
class VisitCompareDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitCompareDialog)
public:
    VisitCompareDialog(const OpenVisit &visit, const ClinicClock &clock,
                       const VisitTexts::DoctorName &doctorName, QWidget *parent);
};

} // namespace ClinicDesk
