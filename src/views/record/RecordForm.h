#pragma once

#include "domain/PatientFields.h"
#include "widgets/FormPart.h"

#include <QMap>
#include <QWidget>

class QGridLayout;

namespace ClinicDesk {

class RecordField;

/// The fields of a patient's record in two columns. GUI thread.
class RecordForm final : public QWidget, public FormPart<PatientFields>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordForm)
public:
    explicit RecordForm(QDate today, QWidget *parent = nullptr);

    [[nodiscard]] PatientFields save() const override;
    [[nodiscard]] bool isValid() const override;
    void focusInvalidField() override;
    /// These fields anew; what was typed into the others stays.
    void amend(const PatientFields &fields, const QList<PatientField> &which);
    /// Under their fields; what is not among them is cleared.
    void showProblems(const QMap<QString, QString> &problems);
    void setProblem(PatientField field, const QString &text);
    void mark(const QList<PatientField> &fields, const QString &text);
    void focusFirst();

Q_SIGNALS:
    void edited(ClinicDesk::PatientField field, const QString &text);
    void left(ClinicDesk::PatientField field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill(const PatientFields &fields) override;
    void add(PatientField field, const QString &label, int row, int column, int columns = 1);
    [[nodiscard]] RecordField *firstInvalid() const; ///< in the form's order
    void restyle();

    const QDate m_today;
    QGridLayout *m_grid;
    QMap<PatientField, RecordField *> m_fields;
    PatientFields m_hidden; ///< what has no field here
    QObject
        m_alive; ///< what is connected to it ends before the fields go, which lose the focus then
};

} // namespace ClinicDesk
