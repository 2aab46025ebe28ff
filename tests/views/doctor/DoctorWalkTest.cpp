#include "views/doctor/DoctorWindowFixture.h"
#include "views/walk/CommandWays.h"

#include <QApplication>
#include <QLabel>

namespace ClinicDesk {

/// Every command of the doctor's window, with another visit selected than the one opened first.
class DoctorWalk : public DoctorWindowFixture
{
protected:
    struct Change
    {
        qint64 visit = 0;
        QString number; ///< its patient's record
    };

    /// Who the window says is current: name, number, time.
    [[nodiscard]] QString named() const
    {
        return identity() + u' ' + m_window->findChild<QLabel *>(u"visitLine"_s)->text();
    }
    [[nodiscard]] qint64 lastEvent() const
    {
        return textOf(u"SELECT coalesce(max(id), 0)::text FROM app.appointment_event"_s)
            .toLongLong();
    }
    [[nodiscard]] QList<Change> changesSince(qint64 event) const
    {
        QList<Change> changes;
        for (const Row &row :
             superuserSql(u"SELECT e.appointment_id, p.record_number FROM app.appointment_event e "
                          "JOIN app.appointment a ON a.id = e.appointment_id "
                          "JOIN app.patient p ON p.id = a.patient_id WHERE e.id > %1"_s.arg(event)))
            changes.append({row.get<qint64>(0), row.get<QString>(1)});
        return changes;
    }
    /// Every visit in sight with its status.
    [[nodiscard]] QMap<qint64, AppointmentStatus> shown()
    {
        QMap<qint64, AppointmentStatus> visits;
        for (int row = 0; row < inbox().rowCount(); ++row)
            visits.insert(inbox().request(row).id().value,
                          inbox().request(row).row.appointment.status);
        for (int row = 0; row < day().rowCount(); ++row)
            visits.insert(day().appointment(row).appointment.id.value,
                          day().appointment(row).appointment.status);
        return visits;
    }
    /// Takes back what the way did, so that the next one finds the same day.
    void takeBack(const QMap<qint64, AppointmentStatus> &before)
    {
        QAction *const undo = m_window->findChild<QAction *>(u"undo"_s);
        ASSERT_TRUE(waitFor([&] { return undo->isEnabled(); }));
        undo->trigger();
        settle();
        ASSERT_FALSE(undo->isEnabled());
        ASSERT_TRUE(waitFor([&] { return shown() == before; }));
    }
    /// What was begun is answered, and the window has heard the answer.
    void settle()
    {
        ASSERT_TRUE(waitFor([this] {
            QApplication::processEvents();
            return !m_services.executor.isBusy();
        }));
        QApplication::processEvents();
    }

    /// `select` makes the wanted visit current; every way is gone from there.
    int walk(const std::function<void()> &select)
    {
        int written = 0;
        CommandWays command(*m_window);
        select();
        // Undo is about what was done last, whoever is current.
        const QStringList without {u"undo"_s, u"redo"_s, u"takeBackAction"_s, u"reconnect"_s};
        const QStringList possible = command.possible(without);
        for (const QString &way : command.ways(without)) {
            SCOPED_TRACE(way.toStdString());
            // What was taken back is heard of once more, and may part the window from its visit.
            EXPECT_TRUE(waitFor([&] {
                select();
                return command.possible(without) == possible;
            }));
            const QMap<qint64, AppointmentStatus> visits = shown();
            const qint64 before = lastEvent();
            QString atTheTime;
            const bool went = command.go(way, [&] { atTheTime = named(); });
            if (!went)
                continue;
            settle();
            const QList<Change> changes = changesSince(before);
            for (const Change &change : changes) {
                ++written;
                EXPECT_TRUE(atTheTime.contains(change.number))
                    << qPrintable(change.number) << " was changed, named was "
                    << qPrintable(atTheTime);
                const QString family = atTheTime.section(u',', 0, 0);
                EXPECT_TRUE(command.asked().isEmpty()
                            || command.asked().join(u' ').contains(family))
                    << qPrintable(command.asked().join(u'\n'));
            }
            EXPECT_LE(changes.size(), 1);
            if (!changes.isEmpty())
                takeBack(visits);
        }
        return written;
    }
};

TEST_F(DoctorWalk, whatIsDoneIsDoneToTheVisitOfTheDayThatIsNamed)
{
    EXPECT_TRUE(identity().startsWith(u"KIM, Soo"_s));
    EXPECT_GE(walk([this] { selectVisit(m_later); }), 7);
}

TEST_F(DoctorWalk, whatIsDoneIsDoneToTheRequestThatIsNamed)
{
    selectVisit(m_begun);
    EXPECT_GE(walk([this] {
                  m_inbox->setFocus();
                  m_inbox->setCurrentIndex(m_inbox->model()->index(inbox().rowOf(id(m_second)), 0));
              }),
              6);
}

} // namespace ClinicDesk
