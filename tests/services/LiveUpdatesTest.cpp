#include "services/live/LiveUpdates.h"
#include "services/ServiceFixture.h"
#include "services/SignedIn.h"

#include <QCoroFuture>

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class LiveUpdatesTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_ana.emplace(deskSettings(u"ana"_s, 1));
        m_appointments = &m_ana->appointments;
        m_live = std::make_unique<LiveUpdates>(*m_appointments);
        m_changed = std::make_unique<QSignalSpy>(m_live.get(), &LiveUpdates::appointmentsChanged);
        m_states = std::make_unique<QSignalSpy>(m_live.get(), &LiveUpdates::stateChanged);
    }
    void TearDown() override
    {
        m_changed.reset();
        m_states.reset();
        m_live.reset();
        m_ana.reset();
        ServiceFixture::TearDown();
    }

    void goLive()
    {
        m_live->start(deskSettings(u"ana"_s, 77));
        ASSERT_TRUE(
            waitUntil([this] { return m_live->state() == LiveUpdates::State::Live; }, 5000));
    }
    template<typename Condition> static bool waitUntil(Condition condition, int patienceMs)
    {
        return QTest::qWaitFor(condition, patienceMs);
    }
    bool heardOf(qint64 id) const
    {
        for (const QList<QVariant> &emission : *m_changed) {
            if (emission.at(0).value<QList<AppointmentId>>().contains(AppointmentId {id}))
                return true;
        }
        return false;
    }
    bool hears(qint64 id, int patienceMs) const
    {
        return waitUntil([&] { return heardOf(id); }, patienceMs);
    }

    std::optional<SignedIn> m_ana;
    AppointmentService *m_appointments = nullptr;
    std::unique_ptr<LiveUpdates> m_live;
    std::unique_ptr<QSignalSpy> m_changed;
    std::unique_ptr<QSignalSpy> m_states;
};

TEST_F(LiveUpdatesTest, hearsWhatAnotherDeskCommitsWithinASecond)
{
    goLive();
    OpenSession ben(deskSettings(u"ben"_s, 2));
    const SqlOutcome outcome = ben.run(insertSql({}));
    ASSERT_TRUE(done(outcome));
    const qint64 id = outcome.rows.first().get<qint64>(0);
    EXPECT_TRUE(hears(id, 1000));
    m_changed->clear();
    ASSERT_TRUE(done(
        ben.run(u"UPDATE app.appointment SET reason = 'x' WHERE id = %1 RETURNING id"_s.arg(id))));
    EXPECT_TRUE(hears(id, 1000));
}

TEST_F(LiveUpdatesTest, hearsOfHoldsSchedulesAndPatients)
{
    goLive();
    QSignalSpy holds(m_live.get(), &LiveUpdates::holdsChanged);
    QSignalSpy schedules(m_live.get(), &LiveUpdates::schedulesChanged);
    QSignalSpy patients(m_live.get(), &LiveUpdates::patientsChanged);
    OpenSession ben(deskSettings(u"ben"_s, 2));
    ASSERT_TRUE(done(
        ben.run(u"SELECT app.hold_take(%1, %2, %2 + interval '20 min')"_s.arg(doctor(u"osei"_s))
                    .arg(literal(at(14, 0))))));
    ASSERT_TRUE(
        done(sqlAs(u"admin"_s, u"INSERT INTO app.room(name) VALUES ('New') RETURNING id"_s)));
    ASSERT_TRUE(done(ben.run(
        u"UPDATE app.patient SET phone = '1' WHERE id = %1 RETURNING id"_s.arg(patient(2)))));
    EXPECT_TRUE(
        waitUntil([&] { return holds.count() && schedules.count() && patients.count(); }, 2000));
    ASSERT_EQ(patients.count(), 1);
    EXPECT_EQ(patients.at(0).at(0).value<QList<PatientId>>(),
              QList<PatientId> {PatientId {patient(2)}});
}

TEST_F(LiveUpdatesTest, aForgedHintIsOnlyAPlaceToLookAgain)
{
    goLive();
    QSignalSpy patients(m_live.get(), &LiveUpdates::patientsChanged);
    ASSERT_TRUE(sqlAs(u"ben"_s,
                      u"NOTIFY appointment, 'x'; NOTIFY appointment, '-5/1/2'; "
                      "NOTIFY appointment, '99999999999999999999'; NOTIFY appointment, ''; "
                      "NOTIFY patient, 'DROP'; NOTIFY patient; NOTIFY nobody, '4711'; "
                      "NOTIFY appointment, '4711/a y 12'; NOTIFY patient, '13'"_s)
                    .ok());
    ASSERT_TRUE(waitUntil([&] { return patients.count() > 0; }, 2000));
    ASSERT_EQ(m_changed->count(), 1);
    EXPECT_EQ(m_changed->at(0).at(0).value<QList<AppointmentId>>(),
              (QList<AppointmentId> {{4711}, {12}}));
    ASSERT_EQ(patients.count(), 1);
    EXPECT_EQ(patients.at(0).at(0).value<QList<PatientId>>(), QList<PatientId> {{13}});
    EXPECT_EQ(m_live->state(), LiveUpdates::State::Live);
}

TEST_F(LiveUpdatesTest, catchesUpWithWhatHappenedWhileItWasLost)
{
    goLive();
    QSignalSpy caughtUp(m_live.get(), &LiveUpdates::caughtUp);
    superuserSql(
        u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE '%Desk 77'"_s);
    const qint64 missed = bookAs(u"ben"_s);
    EXPECT_TRUE(waitUntil([&] { return m_live->state() == LiveUpdates::State::Lost; }, 3000));
    EXPECT_FALSE(heardOf(missed));
    EXPECT_TRUE(hears(missed, 10000));
    EXPECT_TRUE(waitUntil([&] { return caughtUp.count() == 1; }, 2000));
    EXPECT_EQ(m_live->state(), LiveUpdates::State::Live);
}

TEST_F(LiveUpdatesTest, aWriterSlowerThanTheReadingIsNotMissed)
{
    OpenSession slow(deskSettings(u"ben"_s, 2));
    const SqlOutcome begun = slow.run(u"BEGIN; "_s + insertSql({}));
    ASSERT_TRUE(done(begun));
    const AppointmentId late {begun.rows.first().get<qint64>(0)};
    const AppointmentId quick {bookAs(u"ana"_s, {u"ba"_s, 2})};
    ChangedAppointments read = answer(m_appointments->changesSince({})).value();
    EXPECT_TRUE(read.appointments.isEmpty()) << "a first reading starts here";
    read = answer(m_appointments->changesSince(read.next)).value();
    EXPECT_FALSE(read.appointments.contains(late));
    ASSERT_TRUE(slow.run(u"COMMIT"_s).ok());
    read = answer(m_appointments->changesSince(read.next)).value();
    EXPECT_TRUE(read.appointments.contains(late));
    EXPECT_TRUE(read.appointments.contains(quick)) << "rather twice than never";
    read = answer(m_appointments->changesSince(read.next)).value();
    EXPECT_TRUE(read.appointments.isEmpty()) << "all read, nothing open";
}

TEST_F(LiveUpdatesTest, staysOffAfterStop)
{
    goLive();
    m_live->stop();
    EXPECT_EQ(m_live->state(), LiveUpdates::State::Off);
    m_live->start(deskSettings(u"ana"_s, 77));
    m_live->stop();
    const qint64 id = bookAs(u"ben"_s);
    EXPECT_FALSE(hears(id, 700));
    EXPECT_EQ(m_live->state(), LiveUpdates::State::Off);
}

/// A reading that was under way when live updates ended changes nothing afterwards.
TEST_F(LiveUpdatesTest, aReadingThatEndsAfterStopIsDropped)
{
    QSemaphore release;
    const auto busy
        = m_ana->executor.submit<bool>([&release](TransactionManager &) -> Result<bool> {
              release.acquire();
              return true;
          });
    m_live->start(deskSettings(u"ana"_s, 77));
    EXPECT_TRUE(waitUntil(
        [this] {
            return !superuserSql(u"SELECT 1 FROM pg_stat_activity WHERE application_name LIKE "
                                 u"'%Desk 77' AND state = 'idle' "
                                 "AND query ILIKE '%listen%'"_s)
                        .isEmpty();
        },
        3000));
    QCoreApplication::sendPostedEvents();
    m_live->stop();
    release.release();
    EXPECT_TRUE(busy.result().has_value());
    ASSERT_TRUE(answer(m_appointments->pending()).has_value())
        << "what was asked before has been answered";
    EXPECT_EQ(m_live->state(), LiveUpdates::State::Off);
    EXPECT_EQ(m_states->count(), 0);
}

/// A table that LiveUpdates does not know, with a history of its own.
class LiveTopicTest : public LiveUpdatesTest
{
protected:
    struct Parcels
    {
        QList<qint64> ids;
        qint64 next = 0; ///< 0: from now on
    };

    void SetUp() override
    {
        LiveUpdatesTest::SetUp();
        ownerSql(u"CREATE TABLE app.parcel(id bigint GENERATED ALWAYS AS IDENTITY); "
                 "INSERT INTO app.parcel DEFAULT VALUES; "
                 "GRANT SELECT, INSERT ON app.parcel TO clinic_reception"_s);
        m_live->watch(topicWithHistory<Parcels>(
            u"parcel"_s, [this](const QString &payload) { m_told.append(payload); },
            [this](qint64 cursor) { return parcelsSince(cursor); },
            [this](const Parcels &parcels) { m_missed.append(parcels.ids); }));
    }

    QCoro::Task<Result<Parcels>> parcelsSince(qint64 cursor)
    {
        ++m_readings;
        if (m_fails)
            co_return unexpected(Error::of(ErrorKind::Unreachable));
        QFuture<Result<Parcels>> read
            = m_ana->executor.submit<Parcels>([cursor](TransactionManager &manager) {
                  return manager.read<Parcels>(u"parcels"_s, [cursor](Transaction &t) {
                      static constexpr Statement statement {
                          "parcels", "", "SELECT id FROM app.parcel ORDER BY id"};
                      Parcels parcels {.ids = {}, .next = cursor};
                      for (const Row &row : t.query(statement)) {
                          parcels.next = row.get<qint64>(0);
                          if (cursor > 0 && parcels.next > cursor)
                              parcels.ids.append(parcels.next);
                      }
                      return parcels;
                  });
              });
        co_return co_await read;
    }

    void addParcel()
    {
        ASSERT_TRUE(sqlAs(u"ben"_s, u"INSERT INTO app.parcel DEFAULT VALUES"_s).ok());
    }
    void endSession()
    {
        superuserSql(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                     u"application_name LIKE '%Desk 77'"_s);
    }

    QStringList m_told;
    QList<qint64> m_missed;
    bool m_fails = false;
    int m_readings = 0;
};

TEST_F(LiveTopicTest, isToldOfAndCaughtUpWithAfterEachGap)
{
    QSignalSpy caughtUp(m_live.get(), &LiveUpdates::caughtUp);
    goLive();
    ASSERT_TRUE(sqlAs(u"ben"_s, u"NOTIFY parcel, 'seven'"_s).ok());
    EXPECT_TRUE(waitUntil([this] { return m_told == QStringList {u"seven"_s}; }, 2000));
    EXPECT_TRUE(m_missed.isEmpty()) << "what was there at the start is nothing missed";

    endSession();
    addParcel();
    EXPECT_TRUE(waitUntil([&] { return caughtUp.count() == 1; }, 10000));
    EXPECT_EQ(m_missed, (QList<qint64> {2}));

    m_live->pause();
    addParcel();
    m_live->resume(deskSettings(u"ana"_s, 77));
    EXPECT_TRUE(waitUntil([&] { return caughtUp.count() == 2; }, 5000));
    EXPECT_EQ(m_missed, (QList<qint64> {2, 3})) << "each once";
    EXPECT_EQ(m_told.size(), 1);

    m_live->stop();
    addParcel();
    goLive();
    EXPECT_EQ(m_missed, (QList<qint64> {2, 3})) << "another start is no gap";
}

/// Not live before nothing is missed, and nothing is told twice for having been asked twice.
TEST_F(LiveTopicTest, oneThatCannotBeReadKeepsAllFromGoingLive)
{
    goLive();
    m_fails = true;
    m_live->pause();
    const qint64 visit = bookAs(u"ben"_s);
    addParcel();
    const int before = m_readings;
    m_live->resume(deskSettings(u"ana"_s, 77));
    EXPECT_TRUE(waitUntil([&] { return m_readings >= before + 2; }, 5000)) << "asked again";
    EXPECT_EQ(m_live->state(), LiveUpdates::State::Lost);
    EXPECT_FALSE(heardOf(visit));
    m_fails = false;
    EXPECT_TRUE(waitUntil([this] { return m_live->state() == LiveUpdates::State::Live; }, 5000));
    EXPECT_TRUE(heardOf(visit));
    EXPECT_EQ(m_changed->count(), 1);
    EXPECT_EQ(m_missed, (QList<qint64> {2}));
}

/// The service tells of its own commits, and of nothing that was refused.
TEST_F(LiveUpdatesTest, theServiceAnnouncesAfterTheCommitOnly)
{
    QSignalSpy own(m_appointments, &AppointmentService::appointmentsChanged);
    qint64 seenWhenTold = -1;
    QObject::connect(m_appointments, &AppointmentService::appointmentsChanged, m_appointments, [&] {
        seenWhenTold = textOf(u"SELECT count(*)::text FROM app.appointment"_s).toLongLong();
    });
    const Result<Appointment> row = answer(m_appointments->book(request()));
    ASSERT_TRUE(row.has_value());
    EXPECT_EQ(own.count(), 1);
    EXPECT_EQ(seenWhenTold, 1) << "another session sees it already";
    EXPECT_EQ(kindOf(answer(m_appointments->book(request({u"osei"_s, 2})))), u"SlotTaken"_s);
    EXPECT_EQ(kindOf(answer(m_appointments->runAtomically(
                  QUuid::createUuid(), {request({u"ba"_s, 2}), request({u"ba"_s, 3})}))),
              u"SlotTaken"_s);
    EXPECT_EQ(own.count(), 1);
    ASSERT_TRUE(answer(m_appointments->undo({QUuid::createUuid(), row->id, {}})).has_value());
    EXPECT_EQ(own.count(), 2);
    EXPECT_EQ(answer(m_appointments->history(row->id)).value().size(), 2);
    EXPECT_EQ(answer(m_appointments->day({2026, 11, 24})).value().size(), 1);
    EXPECT_TRUE(answer(m_appointments->pending()).value().isEmpty());
}

} // namespace ClinicDesk
