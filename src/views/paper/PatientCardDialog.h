#pragma once

#include "views/paper/PatientCard.h"

#include "domain/Patient.h"

#include <QDialog>

class QComboBox;
class QPushButton;

namespace ClinicDesk {

struct Error;
class PatientCardModel;
class CardPreview;
class ClinicClock;
class FieldError;
class TextLabel;

/// The appointment card or slip of a patient, to be printed or saved as PDF. A new code is made
/// only when asked for, as it ends the card before it. Forgets the code when it closes. Open it
/// with open(). GUI thread.
class PatientCardDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientCardDialog)
public:
    PatientCardDialog(PatientCardModel &model, const Patient &patient, const PatientCard &card,
                      const ClinicClock &clock, QWidget *parent);

    void reject() override;
    /// Empty: a code can be made; else why not now.
    void setReadOnlyReason(const QString &why);

private:
    void addChoices(const Patient &patient, const ClinicClock &clock);
    void addButtons();
    void onRenewed(PatientId id, const QString &code);
    void print();
    void savePdf();
    void onWritten(bool done, const QString &where);
    [[nodiscard]] CardLayout layoutWanted() const;
    void refresh();

    PatientCardModel &m_model;
    const PatientId m_patient;
    PatientCard m_card;
    QComboBox *m_layout = nullptr;
    QPushButton *m_renew = nullptr;
    FieldError *m_problem = nullptr;
    TextLabel *m_note = nullptr;
    CardPreview *m_preview = nullptr;
    bool m_isDue = false; ///< a new code was neither printed nor saved yet
};

} // namespace ClinicDesk
