#pragma once

#include "domain/PatientFields.h"

#include <QDialog>
#include <QMap>

class QGridLayout;
class QRadioButton;

namespace ClinicDesk {

/// Two desks wrote the same fields: each with what it was before, theirs and mine, and the choice
/// between the two. What only one side changed is merged already. Open it with open().
class PatientCompareDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientCompareDialog)
public:
    /// `who` wrote theirs.
    PatientCompareDialog(const PatientMerge &merge, const QString &who, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    /// For each field in conflict what it shall be.
    void chosen(const ClinicDesk::PatientFields &fields);

private:
    void addHeader(QGridLayout &grid, const QString &who);
    void addRow(QGridLayout &grid, PatientField field);

    PatientMerge m_merge;
    QMap<PatientField, QRadioButton *> m_theirs;
};

} // namespace ClinicDesk
