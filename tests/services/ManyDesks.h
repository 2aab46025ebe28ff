#pragma once

#include "services/ServiceFixture.h"

#include <barrier>
#include <mutex>
#include <thread>
#include <vector>

namespace ClinicDesk {

/// Many desks at once, each with a connection of its own, in a clinic of 16 more doctors ("doc1" to
/// "doc16") and 20 patients.
class ManyDesks : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        ownerSql(QStringLiteral(
            "INSERT INTO app.staff(login, display_name, role) "
            "SELECT 'doc' || n, 'Dr ' || n, 'doctor' FROM generate_series(1, 16) n; "
            "INSERT INTO app.doctor(staff_id, licence_number, verified) SELECT id, login, true "
            "FROM app.staff WHERE login LIKE 'doc%'; "
            "UPDATE app.doctor SET max_per_day = 500, horizon_days = 300; "
            "INSERT INTO app.weekly_hours(doctor_id, weekday, from_time, to_time, slot_minutes) "
            "SELECT d.id, w, '08:00', '18:00', 20 FROM app.doctor d, generate_series(1, 7) w "
            "WHERE d.licence_number LIKE 'doc%'; "
            "INSERT INTO app.patient(family_name, given_name, birth_date) "
            "SELECT 'Test', 'P' || n, '1980-01-01' FROM generate_series(1, 10) n; ANALYZE"));
        readIds();
    }

    /// The login of doctor 0 to 15.
    static QString doctorName(int number) { return QStringLiteral("doc%1").arg(number % 16 + 1); }
    static QString ana(int) { return QStringLiteral("ana"); }

    /// Runs `body(desk, round)` on a thread a desk; all of a round start together.
    void race(int deskCount, int roundCount,
              const std::function<void(TransactionManager &, int, int)> &body,
              const std::function<QString(int)> &login = ana)
    {
        std::barrier start(deskCount);
        std::mutex opening; // QPSQL of 6.4 may hang when connections open in parallel
        std::vector<std::thread> threads;
        for (int desk = 0; desk < deskCount; ++desk) {
            threads.emplace_back([&, desk] {
                std::unique_lock lock(opening);
                OperationDesk place(deskSettings(login(desk), desk + 1));
                lock.unlock();
                for (int round = 0; round < roundCount; ++round) {
                    start.arrive_and_wait();
                    body(place.manager, desk, round);
                }
                const std::scoped_lock sum(opening);
                for (const OperationFigures &figures : place.statistics.figures())
                    m_deadlocks += figures.deadlocks;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
    }

    /// No deadlock was met or ended by the server, and the database is consistent.
    void expectSound()
    {
        EXPECT_EQ(m_deadlocks, 0);
        const Rows ended = superuserSql(QStringLiteral(
            "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
        EXPECT_EQ(ended.at(0).get<qint64>(0), 0);
        expectConsistent();
    }

private:
    qint64 m_deadlocks = 0;
};

} // namespace ClinicDesk
