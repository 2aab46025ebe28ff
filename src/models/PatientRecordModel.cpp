#include "models/PatientRecordModel.h"

#include "domain/ErrorText.h"
#include "domain/PatientCheck.h"
#include "models/TaskRunner.h"
#include "services/Services.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int mostSaves = 3;

QMap<QString, QString> texts(const QMap<QString, QString> &reasons)
{
    QMap<QString, QString> problems;
    for (const auto &[field, why] : reasons.asKeyValueRange())
        problems.insert(field, fieldErrorText(field, why));
    return problems;
}

} // namespace

PatientRecordModel::PatientRecordModel(Services &services, const ClinicClock &clock,
                                       QObject *parent)
    : QObject(parent)
    , m_patients(services.patients)
    , m_clock(clock)
{
    connect(&services.live, &LiveUpdates::patientsChanged, this,
            [this](const QList<PatientId> &ids) {
                if (m_isOpen && ids.contains(m_id))
                    read();
            });
    connect(&services.live, &LiveUpdates::stateChanged, this, [this](LiveUpdates::State state) {
        if (m_id.isValid() && state == LiveUpdates::State::Live)
            read();
    });
}

void PatientRecordModel::open(PatientId id)
{
    if (m_id == id && m_isOpen) {
        Q_EMIT opened();
        return;
    }
    close();
    m_id = id;
    read();
}

bool PatientRecordModel::close()
{
    ++m_generation;
    const bool isKept = m_isOpen && isChanged();
    if (isKept)
        m_drafts.insert(m_id, {m_before, m_mine});
    const bool wasOpen = std::exchange(m_isOpen, false);
    m_isReading = false;
    m_readAgain = false;
    m_isSaving = false;
    m_savesLeft = 0;
    m_id = {};
    m_record = {};
    m_before.clear();
    m_mine.clear();
    m_elsewhere.clear();
    m_conflict.reset();
    if (wasOpen)
        Q_EMIT closed();
    return isKept;
}

void PatientRecordModel::edit(PatientField field, const QString &text)
{
    if (!m_isOpen || m_mine.value(field) == text)
        return;
    m_mine.insert(field, text);
    if (m_conflict)
        merge(); // typing what the other desk wrote settles it too
    Q_EMIT stateChanged();
}

void PatientRecordModel::discard()
{
    m_drafts.remove(m_id);
    m_conflict.reset();
    m_elsewhere.clear();
    m_before = fieldsOf(m_record.patient);
    setMine(m_before);
    Q_EMIT stateChanged();
}

bool PatientRecordModel::isChanged() const
{
    return m_isOpen && m_mine != fieldsOf(m_record.patient);
}

bool PatientRecordModel::canSave() const
{
    return isChanged() && !m_conflict && !m_isSaving;
}

QMap<QString, QString> PatientRecordModel::problems() const
{
    const Patient wanted = withFields(m_record.patient, m_mine);
    QMap<QString, QString> reasons = checkPatient(wanted, m_clock.today()).fields;
    for (const PatientField field : {PatientField::BirthDate, PatientField::ConsentOn}) {
        const QString typed = m_mine.value(field);
        if (!typed.isEmpty() && !QDate::fromString(typed, Qt::ISODate).isValid())
            reasons.insert(toKey(field), u"format"_s);
    }
    return texts(reasons);
}

void PatientRecordModel::save()
{
    if (!canSave())
        return;
    if (const auto found = problems(); !found.isEmpty()) {
        Q_EMIT refused(found);
        return;
    }
    m_savesLeft = mostSaves;
    sendSave();
}

void PatientRecordModel::sendSave()
{
    --m_savesLeft;
    m_isSaving = true;
    PatientFields trimmed = m_mine;
    for (QString &text : trimmed)
        text = text.trimmed();
    setMine(trimmed);
    Q_EMIT stateChanged();
    const Patient wanted = withFields(m_record.patient, m_mine);
    runTask(this, m_patients.edit(QUuid::createUuid(), wanted),
            [this, generation = m_generation, sent = m_mine](const Result<Patient> &answer) {
                if (generation != m_generation) {
                    if (answer)
                        m_drafts.remove(answer->id); // it was closed meanwhile
                    return;
                }
                m_isSaving = false;
                if (answer)
                    onSaved(sent, *answer);
                else
                    onSaveFailed(answer.error());
            });
}

void PatientRecordModel::onSaved(const PatientFields &sent, const Patient &stored)
{
    m_savesLeft = 0;
    m_drafts.remove(m_id);
    if (stored.version >= m_record.patient.version) {
        m_record = {stored, {}, {}, {}};
        m_elsewhere.clear();
    }
    // What was typed while it was being saved stays.
    m_before = sent;
    merge();
    Q_EMIT saved();
    Q_EMIT stateChanged();
}

void PatientRecordModel::onSaveFailed(const Error &error)
{
    const auto *const details = error.as<ValidationDetails>();
    const auto *const existing = error.as<DuplicatePatientDetails>();
    if (error.kind == ErrorKind::StaleRow) {
        read(); // merges, and saves again where nothing is in conflict
    } else if (details && !details->fields.isEmpty()) {
        Q_EMIT refused(texts(details->fields));
    } else if (existing) {
        runTask(this, m_patients.patient(existing->existing),
                [this, generation = m_generation](const Result<Patient> &other) {
                    if (generation == m_generation && other)
                        Q_EMIT duplicate(*other);
                });
    } else {
        Q_EMIT failed(error);
    }
    if (error.kind != ErrorKind::StaleRow)
        m_savesLeft = 0;
    Q_EMIT stateChanged();
}

void PatientRecordModel::read()
{
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    runTask(this, m_patients.record(m_id),
            [this, generation = m_generation](const Result<PatientRecord> &record) {
                if (generation != m_generation)
                    return;
                m_isReading = false;
                if (record) {
                    onRead(*record);
                } else {
                    m_savesLeft = 0;
                    if (!m_isOpen)
                        m_id = {};
                    Q_EMIT failed(record.error());
                }
                if (m_id.isValid() && std::exchange(m_readAgain, false))
                    read();
            });
}

void PatientRecordModel::onRead(const PatientRecord &record)
{
    if (!m_isOpen) {
        m_isOpen = true;
        m_record = record;
        const PatientFields stored = fieldsOf(record.patient);
        const Draft draft = m_drafts.take(m_id);
        m_before = draft.mine.isEmpty() ? stored : draft.before;
        m_mine = draft.mine.isEmpty() ? stored : draft.mine;
        merge();
        Q_EMIT opened();
        return;
    }
    const bool isNews = record.patient.version > m_record.patient.version;
    if (isNews) {
        m_record = record;
        merge();
    }
    // A save that met another desk's goes on once it is merged.
    if (m_savesLeft > 0 && !m_isSaving && !m_conflict) {
        if (!isChanged()) {
            m_savesLeft = 0;
            Q_EMIT saved();
        } else {
            sendSave();
        }
    } else if (m_conflict) {
        m_savesLeft = 0;
    }
    if (isNews)
        Q_EMIT stateChanged();
}

void PatientRecordModel::merge()
{
    const PatientMerge merge(m_before, fieldsOf(m_record.patient), m_mine);
    for (const PatientField field : merge.theirChanges()) {
        if (merge.theirs().value(field) != m_mine.value(field) && !m_elsewhere.contains(field))
            m_elsewhere << field;
    }
    const PatientMerge next = merge.rebased();
    m_before = next.before();
    m_conflict.reset();
    if (!next.conflicts().isEmpty())
        m_conflict = next;
    setMine(next.mine());
}

void PatientRecordModel::acknowledge()
{
    if (m_conflict)
        return;
    m_elsewhere.clear();
    Q_EMIT stateChanged();
}

void PatientRecordModel::useTheirs()
{
    if (m_conflict)
        settle(m_conflict->theirs());
}

void PatientRecordModel::settle(const PatientFields &chosen)
{
    if (!m_conflict)
        return;
    QList<PatientField> decided = m_conflict->conflicts();
    decided.removeIf([&](PatientField field) { return !chosen.contains(field); });
    const PatientMerge merged
        = PatientMerge(m_before, m_conflict->theirs(), m_mine).settled(chosen, decided);
    m_before = merged.before();
    setMine(merged.mine());
    merge();
    if (!m_conflict)
        m_elsewhere.clear();
    Q_EMIT stateChanged();
}

void PatientRecordModel::setMine(const PatientFields &fields)
{
    const QList<PatientField> changed = PatientMerge::changes(m_mine, fields);
    m_mine = fields;
    if (!changed.isEmpty())
        Q_EMIT fieldsChanged(changed);
}

} // namespace ClinicDesk
