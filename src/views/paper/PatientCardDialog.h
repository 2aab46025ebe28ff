#pragma once

#include "views/paper/CardDocument.h"
#include "views/paper/PaperDialog.h"

#include "domain/Patient.h"

class QComboBox;

namespace ClinicDesk {

struct Error;
class PatientCardModel;
class ClinicClock;

/// The appointment card or slip of a patient, to be printed or saved as PDF. A new code is made
/// only when asked for, as it ends the card before it. Forgets the code when it closes. Open it
/// with open(). GUI thread.
class PatientCardDialog final : public PaperDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientCardDialog)
public:
    PatientCardDialog(PatientCardModel &model, const Patient &patient, const PatientCard &card,
                      const ClinicClock &clock, DeskView &desk, QWidget *parent);

    void reject() override;
    /// Empty: a code can be made; else why not now.
    void setReadOnlyReason(const QString &why);

private:
    void addChoices(const Patient &patient, const ClinicClock &clock);
    void onRenewed(PatientId id, const QString &code);
    void onWritten(const QString &where);
    void refresh();
    void refreshRenew();
    [[nodiscard]] CardLayout layoutWanted() const;

    PatientCardModel &m_model;
    const PatientId m_patient;
    PatientCard m_card;
    QComboBox *m_layout = nullptr;
    QPushButton *m_renew = nullptr;
    TextLabel *m_note = nullptr;
    QString m_whyReadOnly;
    bool m_isRenewing = false;
    bool m_isDue = false; ///< a new code was neither printed nor saved yet
};

} // namespace ClinicDesk
