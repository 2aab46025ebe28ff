#pragma once

#include "domain/PatientFields.h"
#include "models/ClinicClock.h"
#include "widgets/FormPart.h"

#include <QMap>
#include <QWidget>

#include <memory>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace ClinicDesk {

namespace Ui {
class BookingPatientForm;
}

class FieldError;
class PatientFormModel;
class TextLabel;

/// A new patient, entered while booking. Enter goes from field to field and saves at the end;
/// people who may already be this person are shown above Save, where Enter opens the first of them.
/// GUI thread.
class NewPatientForm final : public QWidget, public FormPart<PatientFields>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewPatientForm)
public:
    NewPatientForm(PatientFormModel &model, const ClinicClock &clock, QWidget *parent = nullptr);
    ~NewPatientForm() override;

    /// A new form; `typed` goes into the names ("kim soo"), or into the phone when it is a number.
    void begin(const QString &typed);
    void setWritable(bool writable);
    [[nodiscard]] PatientFields save() const override;
    [[nodiscard]] bool isValid() const override;
    void focusInvalidField() override;

Q_SIGNALS:
    void finished(const ClinicDesk::PatientMatch &patient);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const PatientFields &fields) override;
    void addFields();
    void addSimilar();
    void addButtons();
    void onEnter(QObject *at);
    /// Saves once it is known that nobody similar is there, or `anyway`.
    void saveRecord(bool anyway);
    void onLooked();
    void takeSimilar();
    void checkField(QLineEdit *field);
    bool showProblems(const QMap<QString, QString> &problems);
    void refreshButtons();
    [[nodiscard]] QMap<QString, QString> problems() const;
    [[nodiscard]] Patient patient() const;
    [[nodiscard]] QLineEdit *firstInvalid() const; ///< in the form's order

    PatientFormModel &m_model;
    ClinicClock m_clock;
    std::unique_ptr<Ui::BookingPatientForm> m_ui;
    QMap<QLineEdit *, FieldError *> m_problems;
    TextLabel *m_similarTitle = nullptr;
    QListWidget *m_similar = nullptr;
    QPushButton *m_createAnyway = nullptr;
    QPushButton *m_save = nullptr;
    TextLabel *m_failure = nullptr;
    bool m_saveWaits = false; ///< until looked() answers
    bool m_isWritable = true;
    QObject
        m_alive; ///< what is connected to it ends before the fields go, which lose the focus then
};

} // namespace ClinicDesk
