#include "database/Transaction.h"

#include <algorithm>

namespace ClinicDesk {
namespace {

constexpr Statement lockDoctor {"lock_doctor", "bigint",
                                "SELECT 1 FROM app.doctor WHERE id = $1 FOR UPDATE"};
constexpr Statement lockPatient {"lock_patient", "bigint",
                                 "SELECT 1 FROM app.patient WHERE id = $1 FOR UPDATE"};
constexpr Statement lockRoom {"lock_room", "bigint",
                              "SELECT 1 FROM app.room WHERE id = $1 FOR UPDATE"};
constexpr Statement lockAppointment {"lock_appointment", "bigint",
                                     "SELECT 1 FROM app.appointment WHERE id = $1 FOR UPDATE"};
constexpr Statement lockConsultation {"lock_consultation", "bigint",
                                      "SELECT 1 FROM app.consultation WHERE id = $1 FOR UPDATE"};
constexpr Statement lockPrescription {"lock_prescription", "bigint",
                                      "SELECT 1 FROM app.prescription WHERE id = $1 FOR UPDATE"};
constexpr Statement lockRating {"lock_rating", "bigint",
                                "SELECT 1 FROM app.rating WHERE id = $1 FOR UPDATE"};

const Statement *lockStatement(LockRank rank)
{
    switch (rank) {
    case LockRank::Operation:
        break;
    case LockRank::Doctor:
        return &lockDoctor;
    case LockRank::Patient:
        return &lockPatient;
    case LockRank::Room:
        return &lockRoom;
    case LockRank::Appointment:
        return &lockAppointment;
    case LockRank::Consultation:
        return &lockConsultation;
    case LockRank::Prescription:
        return &lockPrescription;
    case LockRank::Rating:
        return &lockRating;
    }
    return nullptr;
}

} // namespace

Transaction::Transaction(Connection &connection, Mode mode, QList<Call> prologue)
    : m_connection(connection)
    , m_mode(mode)
    , m_queue(std::move(prologue))
    , m_prologueSize(m_queue.size())
{
}

Transaction::~Transaction()
{
    if (m_begun && !m_finished)
        m_connection.rollback();
}

void Transaction::lockRow(LockRank rank, qint64 id)
{
    const Statement *statement = lockStatement(rank);
    if (!statement)
        throw LockOrderError {rank, id};
    if (!remember(rank, id))
        return;
    m_queuedLocks.append({{rank, id}, m_queue.size()});
    m_queue.append(Call {statement, {SqlValue(id)}});
}

void Transaction::lockRows(LockRank rank, QList<qint64> ids)
{
    std::sort(ids.begin(), ids.end());
    for (const qint64 id : std::as_const(ids))
        lockRow(rank, id);
}

bool Transaction::holdsLock(LockRank rank, qint64 id) const
{
    const Lock lock {rank, id};
    return m_locks.contains(lock) && !m_absent.contains(lock);
}

void Transaction::flush()
{
    if (!m_queue.isEmpty())
        sendQueue();
}

bool Transaction::remember(LockRank rank, qint64 id)
{
    const Lock lock {rank, id};
    if (m_mode == Mode::Autocommit)
        throw LockOrderError {rank, id};
    if (m_locks.contains(lock))
        return false;
    if (!m_locks.isEmpty() && lock < m_locks.constLast())
        throw LockOrderError {rank, id};
    m_locks.append(lock);
    return true;
}

Rows Transaction::run(Call call)
{
    m_queue.append(std::move(call));
    return sendQueue().constLast();
}

Rows Transaction::runLocking(LockRank rank, qint64 id, Call call)
{
    remember(rank, id);
    Rows rows = run(std::move(call));
    if (rows.isEmpty())
        m_absent.append({rank, id});
    return rows;
}

QList<Rows> Transaction::sendQueue()
{
    const QList<Call> calls = std::exchange(m_queue, {});
    const qsizetype prologueSize = std::exchange(m_prologueSize, 0);
    const QList<QueuedLock> locks = std::exchange(m_queuedLocks, {});
    const bool begin = m_mode == Mode::Locking && !m_begun;
    m_begun = m_begun || begin;
    try {
        const QList<Rows> results = m_connection.send(calls, begin);
        for (const QueuedLock &queued : locks) {
            if (results.at(queued.place).isEmpty())
                m_absent.append(queued.lock);
        }
        return results;
    } catch (const SqlError &error) {
        if (!m_failure) {
            m_failure = error;
            m_prologueFailed = error.statementIndex >= 0 && error.statementIndex < prologueSize;
        }
        throw;
    }
}

} // namespace ClinicDesk
