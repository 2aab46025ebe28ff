#pragma once

#include "domain/PatientFields.h"

#include <QMap>
#include <QWidget>

class QGridLayout;

namespace ClinicDesk {

class RecordField;

/// The fields of a patient's record in two columns. GUI thread.
class RecordForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordForm)
public:
    explicit RecordForm(QDate today, QWidget *parent = nullptr);

    /// Another record: all fields anew, without marks and problems.
    void begin(const PatientFields &fields);
    void show(const PatientFields &fields, const QList<PatientField> &which);
    /// Under their fields; what is not among them is cleared. The first one gets the focus.
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
    void add(PatientField field, const QString &label, int row, int column, int columns = 1);
    void restyle();

    const QDate m_today;
    QGridLayout *m_grid;
    QMap<PatientField, RecordField *> m_fields;
};

} // namespace ClinicDesk
