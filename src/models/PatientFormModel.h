#pragma once

#include "domain/Error.h"
#include "domain/Patient.h"
#include "models/ClinicClock.h"

#include <QMap>
#include <QObject>
#include <QUuid>

namespace ClinicDesk {

class PatientService;

/// A new patient's form: what is wrong with its fields, who may already be this person, and the
/// adding, which takes place once however often it is sent. GUI thread.
class PatientFormModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientFormModel)
public:
    PatientFormModel(PatientService &patients, const ClinicClock &clock, QObject *parent = nullptr);

    /// A new form: nothing typed, nobody similar.
    void begin();
    [[nodiscard]] bool isSaving() const { return m_saving; }
    /// Field ("familyName", "givenName", "birthDate", "phone", ...) and what to say under it.
    [[nodiscard]] QMap<QString, QString> problems(const Patient &patient) const;

    /// "May be the same person": looked() follows, unless another look comes first.
    void lookForSimilar(const Patient &patient);
    [[nodiscard]] const QList<PatientMatch> &similar() const { return m_similar; }

    /// added(), or refused() at a field, or failed().
    void add(const Patient &patient);

Q_SIGNALS:
    void looked();
    void savingChanged();
    void added(const ClinicDesk::PatientMatch &patient);
    void refused(const QMap<QString, QString> &problems);
    void failed(const ClinicDesk::Error &error);

private:
    void onAnswer(const Error &error);

    PatientService &m_patients;
    ClinicClock m_clock;
    QUuid m_operation;
    QList<PatientMatch> m_similar;
    quint64 m_search = 0;
    bool m_saving = false;
};

/// A birth date as people write it: 3.5.1985, 03/05/85, 3 May 1985, 03051985, 1985-05-03; day
/// before month, two-digit years not after `today`. Invalid when it is none.
[[nodiscard]] QDate birthDateFromText(const QString &text, QDate today);

} // namespace ClinicDesk
