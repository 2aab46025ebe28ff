#pragma once

#include "domain/Patient.h"
#include "models/ClinicClock.h"

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
class NewPatientForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewPatientForm)
public:
    NewPatientForm(PatientFormModel &model, const ClinicClock &clock, QWidget *parent = nullptr);
    ~NewPatientForm() override;

    /// A new form; `typed` goes into the names ("kim soo"), or into the phone when it is a number.
    void begin(const QString &typed);
    void setWritable(bool writable);

Q_SIGNALS:
    void finished(const ClinicDesk::PatientMatch &patient);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addFields();
    void addSimilar();
    void addButtons();
    void onEnter(QObject *at);
    /// Saves once it is known that nobody similar is there, or `anyway`.
    void save(bool anyway);
    void onLooked();
    void takeSimilar();
    void checkField(QLineEdit *field);
    bool showProblems(const QMap<QString, QString> &problems);
    void refreshButtons();
    [[nodiscard]] QMap<QString, QString> problems() const;
    [[nodiscard]] Patient patient() const;

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
};

} // namespace ClinicDesk
