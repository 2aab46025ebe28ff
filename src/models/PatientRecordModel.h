#pragma once

#include "domain/Error.h"
#include "domain/PatientFields.h"
#include "models/ClinicClock.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace ClinicDesk {

class PatientService;
class Services;

/// A patient's record being read and edited at this desk while others may edit it too. What another
/// desk saves is here within a second: fields that only one side changed merge by themselves, the
/// rest is a conflict that must be settled before Save. What was typed is kept, also of a record
/// that was closed or left for another, until it is saved or discarded. GUI thread.
class PatientRecordModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientRecordModel)
public:
    PatientRecordModel(Services &services, const ClinicClock &clock, QObject *parent = nullptr);

    /// opened() follows, or failed().
    void open(PatientId id);
    /// Whether changes that are not saved are kept for the next open().
    bool close();

    /// Invalid while no record is open.
    [[nodiscard]] PatientId patient() const { return m_id; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// Asked for and not here yet; close() gives it up.
    [[nodiscard]] bool isOpening() const { return m_id.isValid() && !m_isOpen; }
    /// As the database has it.
    [[nodiscard]] const Patient &stored() const { return m_record.patient; }
    [[nodiscard]] const PatientFields &fields() const { return m_mine; }
    void edit(PatientField field, const QString &text);
    void discard();
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool isSaving() const { return m_isSaving; }
    [[nodiscard]] bool canSave() const;
    /// Field's key and what to say under it.
    [[nodiscard]] QMap<QString, QString> problems() const;
    /// saved(), refused(), duplicate() or failed(); or a conflict() comes up.
    void save();

    /// What another desk changed since this one last saved or read on, and who did.
    [[nodiscard]] const QList<PatientField> &changedElsewhere() const { return m_elsewhere; }
    [[nodiscard]] const PatientRecord &lastChange() const { return m_record; }
    /// Set while a field was changed here and elsewhere, differently.
    [[nodiscard]] const std::optional<PatientMerge> &conflict() const { return m_conflict; }
    /// What was changed elsewhere has been seen; a conflict stays.
    void acknowledge();
    void useTheirs();
    /// What these fields in conflict shall be; the others stay in conflict.
    void settle(const PatientFields &chosen);

Q_SIGNALS:
    void opened();
    void closed();
    /// fields() differ from what was typed: show these anew.
    void fieldsChanged(const QList<ClinicDesk::PatientField> &fields);
    /// Anything else about the record.
    void stateChanged();
    void saved();
    void refused(const QMap<QString, QString> &problems);
    /// Another record has this national id.
    void duplicate(const ClinicDesk::Patient &existing);
    void failed(const ClinicDesk::Error &error);

private:
    struct Draft
    {
        PatientFields before;
        PatientFields mine;
    };

    void read();
    void onRead(const PatientRecord &record);
    void merge();
    void sendSave();
    void onSaved(const PatientFields &sent, const Patient &stored);
    void onSaveFailed(const Error &error);
    void setMine(const PatientFields &fields);

    PatientService &m_patients;
    ClinicClock m_clock;
    PatientId m_id;
    PatientRecord m_record;
    PatientFields m_before; ///< what the typing began with
    PatientFields m_mine;
    QList<PatientField> m_elsewhere;
    std::optional<PatientMerge> m_conflict;
    QHash<PatientId, Draft> m_drafts;
    quint64 m_generation = 0; ///< of open(): answers for an earlier one are dropped
    int m_savesLeft = 0; ///< how often a save that met another desk's is sent again by itself
    bool m_isOpen = false;
    bool m_isReading = false;
    bool m_readAgain = false;
    bool m_isSaving = false;
};

} // namespace ClinicDesk
