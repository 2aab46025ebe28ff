#pragma once

#include "services/IsolationSpec.h"
#include "services/ServiceFixture.h"
#include "services/appointments/AppointmentOperations.h"
#include "services/appointments/AppointmentStore.h"
#include "support/WireProxy.h"

namespace ClinicDesk {

using namespace Qt::StringLiterals;

/// Two desks, every pair of writing operations, every order in which their messages can reach the
/// server. The messages are those that the program sends, recorded here. What a desk decides
/// between two of them is left out: the database alone must hold. However the messages meet, it
/// ends as if one had ended before the other began, and whoever waits in vain changes nothing.
class IsolationTest : public ServiceFixture
{
protected:
    static constexpr qint64 visitId = 900'001;
    static constexpr qint64 neighbourId = 900'002;

    /// A writing operation at somebody's desk. It is recorded where it succeeds, with the visit in
    /// status `home`, and then sent as it was recorded, whatever has become of the visit.
    struct Act
    {
        QString name;
        QString login;
        QString home; ///< empty: it needs the scene's own last change
        std::function<bool(TransactionManager &)> send;
        qint64 visit = visitId; ///< whose home it is
        bool needsBoth = false; ///< the neighbour's as well
    };

    /// Of Dr Osei: one visit of patient 1 in room 1, and what was last done to it.
    struct Scene
    {
        QString status;
        QDateTime start = PostgresFixture::at(10, 0); ///< it is 10:07
        QString lastChange = {}; ///< assignments
        QString changedBy = u"ana"_s;
        QString neighbour = {}; ///< status of patient 3's visit in room 3, 20 minutes later, if any
        /// Whose first desk keeps the 20 minutes from the visit's start and `heldLater` minutes on.
        QString heldBy = {};
        int heldLater = 0;
    };

    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_proxy = std::make_unique<WireProxy>(port());
        m_superuser = std::make_unique<OpenSession>(superuserSettings());
    }
    /// Runs and judges what expectPair() has gathered: a test pays for isolationtester's sessions
    /// once.
    void TearDown() override
    {
        m_places.clear();
        const IsolationSpec spec(m_desks, m_pairs, question());
        const QList<QList<PermutationRun>> runs = spec.run(superuserSettings());
        for (qsizetype i = 0; i < runs.size(); ++i)
            judge(m_expected.at(i), runs.at(i));
        m_superuser.reset();
        m_proxy.reset();
        ServiceFixture::TearDown();
    }

    /// `ab`: what a, then b is told when a has ended before b begins ("ok, doctor_busy"); `ba`:
    /// what b, then a is told when b has.
    void expectPair(const Scene &scene, const Act &a, const Act &b, const std::string &ab,
                    const std::string &ba)
    {
        m_start = scene.start;
        IsolationPair pair;
        pair.scene = setup(scene, startOfTest());
        pair.deskOfA = a.login + u"_1"_s;
        pair.deskOfB = b.login + u"_2"_s;
        pair.messagesOfA = record(scene, a, 1);
        pair.messagesOfB = record(scene, b, 2);
        m_pairs.append(pair);
        m_expected.append({u"%1 with %2, %3"_s.arg(a.name, b.name, scene.status), ab, ba});
    }

    Act book(const QString &login, int patient = 2, int room = 2, int later = 0,
             const QString &doctor = u"osei"_s)
    {
        return {u"book"_s, login, u"cancelled"_s, [=, this](TransactionManager &manager) {
                    const Visit wanted {doctor, patient, room, m_start.addSecs(60 * later), 20};
                    return AppointmentOperations::book(manager, request(wanted)).has_value();
                }};
    }
    Act hold(const QString &login, int later = 0)
    {
        return {u"hold"_s, login, u"cancelled"_s, [=, this](TransactionManager &manager) {
                    const QDateTime from = m_start.addSecs(60 * later);
                    return AppointmentOperations::takeHold(manager, DoctorId {doctor(u"osei"_s)},
                                                           from, from.addSecs(1200))
                        .has_value();
                }};
    }
    Act move(const QString &login, int later = 20, qint64 id = visitId)
    {
        return {u"move"_s, login, u"confirmed"_s,
                [=, this](TransactionManager &manager) {
                    MoveRequest wanted;
                    wanted.operation = QUuid::createUuid();
                    wanted.appointment = AppointmentId {id};
                    wanted.start = m_start.addSecs(60 * later);
                    return AppointmentOperations::move(manager, wanted).has_value();
                },
                id};
    }
    static Act step(const QString &login, const QString &home, AppointmentStatus to,
                    const QString &reason = {}, qint64 id = visitId)
    {
        return {toKey(to), login, home,
                [=](TransactionManager &manager) {
                    StatusRequest wanted;
                    wanted.operation = QUuid::createUuid();
                    wanted.appointment = AppointmentId {id};
                    wanted.to = to;
                    wanted.reason = reason;
                    return AppointmentOperations::changeStatus(manager, wanted).has_value();
                },
                id};
    }
    static Act confirm() { return step(u"osei"_s, u"pending"_s, AppointmentStatus::Confirmed); }
    static Act reject()
    {
        return step(u"osei"_s, u"pending"_s, AppointmentStatus::Rejected, u"away"_s);
    }
    static Act cancel(const QString &login)
    {
        return step(login, u"confirmed"_s, AppointmentStatus::Cancelled, u"by "_s + login);
    }
    static Act start(qint64 id = visitId)
    {
        return step(u"osei"_s, u"confirmed"_s, AppointmentStatus::InProgress, {}, id);
    }
    static Act complete()
    {
        return step(u"osei"_s, u"in_progress"_s, AppointmentStatus::Completed);
    }
    static Act noShow(const QString &login)
    {
        return step(login, u"confirmed"_s, AppointmentStatus::NoShow);
    }
    static Act checkIn(const QString &login)
    {
        return {u"check-in"_s, login, u"confirmed"_s, [](TransactionManager &manager) {
                    AppointmentRequest wanted;
                    wanted.operation = QUuid::createUuid();
                    wanted.appointment = AppointmentId {visitId};
                    return AppointmentOperations::checkIn(manager, wanted).has_value();
                }};
    }
    static Act undo(const QString &login = u"ana"_s)
    {
        return {u"undo"_s, login, {}, [](TransactionManager &manager) {
                    AppointmentRequest wanted;
                    wanted.operation = QUuid::createUuid();
                    wanted.appointment = AppointmentId {visitId};
                    return AppointmentOperations::undo(manager, wanted).has_value();
                }};
    }

    static Act release(const QString &login)
    {
        return {u"release"_s, login, u"cancelled"_s, [](TransactionManager &manager) {
                    return manager
                        .runIdempotent<bool>(u"hold-release"_s, &AppointmentStore::releaseHold)
                        .has_value();
                }};
    }
    /// Several steps in one transaction.
    Act atomically(const QString &login, const std::function<QList<AtomicStep>()> &steps,
                   bool needsBoth = false)
    {
        return {u"atomically"_s,
                login,
                u"confirmed"_s,
                [steps](TransactionManager &manager) {
                    return AppointmentOperations::runAtomically(manager, QUuid::createUuid(),
                                                                steps())
                        .has_value();
                },
                visitId,
                needsBoth};
    }
    /// The visit is cancelled and its time given to patient 2.
    Act giveAway(const QString &login)
    {
        return atomically(login, [this, login] {
            StatusRequest gone;
            gone.appointment = AppointmentId {visitId};
            gone.to = AppointmentStatus::Cancelled;
            gone.reason = u"by "_s + login;
            return QList<AtomicStep> {gone, request({u"osei"_s, 2, 2, m_start, 20})};
        });
    }
    /// Visit and neighbour go to so many minutes after the visit's start.
    Act moveBoth(const QString &login, int visit, int neighbour, bool neighbourFirst)
    {
        return atomically(
            login,
            [=, this] {
                MoveRequest first;
                first.appointment = AppointmentId {visitId};
                first.start = m_start.addSecs(60 * visit);
                MoveRequest second;
                second.appointment = AppointmentId {neighbourId};
                second.start = m_start.addSecs(60 * neighbour);
                return neighbourFirst ? QList<AtomicStep> {second, first}
                                      : QList<AtomicStep> {first, second};
            },
            true);
    }

    /// Ana, a moment ago.
    [[nodiscard]] Scene roomChanged(const QString &status) const
    {
        return {status, at(10, 0), u"room_id = %1"_s.arg(room(4))};
    }

    [[nodiscard]] static Scene cancelledByAna()
    {
        return {u"confirmed"_s, at(10, 0), u"status = 'cancelled', status_note = 'by ana'"_s};
    }

private:
    [[nodiscard]] QString loadSql(qint64 id, const QString &status, const Visit &visit) const
    {
        return u"INSERT INTO app.appointment(id, doctor_id, patient_id, room_id, starts_at, "
               "ends_at, status, source) OVERRIDING SYSTEM VALUE VALUES "
               "(%1, %2, %3, %4, %5, %6, '%7', 'desk');"_s.arg(id)
                   .arg(doctor(visit.doctor))
                   .arg(patient(visit.patient))
                   .arg(room(visit.room))
                   .arg(literal(visit.start), literal(visit.start.addSecs(visit.minutes * 60)),
                        status);
    }
    [[nodiscard]] QString holdSql(const Scene &scene) const
    {
        const QDateTime from = scene.start.addSecs(60 * scene.heldLater);
        return u"INSERT INTO app.slot_hold(who, desk_id, doctor_id, during, expires_at) VALUES "
               "('%1', '%2', %3, tstzrange(%4, %5), app.clinic_now() + interval '1 minute');"_s
                   .arg(scene.heldBy, deskSettings(scene.heldBy, 1).deskId)
                   .arg(doctor(u"osei"_s))
                   .arg(literal(from), literal(from.addSecs(1200)));
    }
    [[nodiscard]] QString setup(const Scene &scene, const QDateTime &now) const
    {
        QString sql = u"UPDATE app.test_clock SET ahead = %1 - now();"_s.arg(literal(now));
        sql += u"DELETE FROM app.notification; DELETE FROM app.slot_hold; "
               "DELETE FROM app.appointment_event; DELETE FROM app.appointment; "
               "DELETE FROM app.audit; DELETE FROM app.operation; SET ROLE clinic_owner;"_s;
        sql += loadSql(visitId, scene.status, {u"osei"_s, 1, 1, scene.start, 20});
        if (!scene.neighbour.isEmpty())
            sql += loadSql(neighbourId, scene.neighbour,
                           {u"osei"_s, 3, 3, scene.start.addSecs(1200), 20});
        sql += u"RESET ROLE;"_s;
        if (!scene.heldBy.isEmpty())
            sql += holdSql(scene);
        if (!scene.lastChange.isEmpty())
            sql += u"SET SESSION AUTHORIZATION %1; UPDATE app.appointment SET %2 WHERE id = %3; "
                   "RESET SESSION AUTHORIZATION;"_s.arg(scene.changedBy, scene.lastChange)
                       .arg(visitId);
        return sql;
    }
    /// Everything that must not depend on the order of messages, and what is wrong with it.
    static QString question()
    {
        return u"SELECT 'ended: ' || concat_ws(' | ', (SELECT string_agg(format('%s/%s/%s %s-%s %s "
               u"%s %s (%s)', "
               "a.doctor_id, a.patient_id, a.room_id, a.starts_at, a.ends_at, a.status, "
               "a.status_note, a.checked_in_at IS NOT NULL, "
               "(SELECT string_agg(e.kind || ' by ' || e.who, ', ' ORDER BY e.version) "
               "FROM app.appointment_event e WHERE e.appointment_id = a.id)), '; ' "
               "ORDER BY a.starts_at, a.patient_id, a.id) FROM app.appointment a), "
               "(SELECT 'held by ' || string_agg(h.who, ', ') FROM app.slot_hold h), "
               "(SELECT 'BROKEN ' || string_agg(c.rule, ', ') FROM app.consistency() c "
               "WHERE c.rows > 0))"_s;
    }

    /// Where it succeeds: alone, with its visit at home, 7 minutes after the start unless that is
    /// to come.
    [[nodiscard]] QStringList record(const Scene &scene, const Act &act, int desk)
    {
        Scene alone {act.home, scene.start};
        if (act.home.isEmpty()) {
            alone = scene;
            alone.heldBy.clear();
        } else if (act.visit == neighbourId)
            alone = {u"cancelled"_s, scene.start, {}, {}, act.home};
        if (act.needsBoth)
            alone.neighbour = act.home;
        EXPECT_TRUE(
            m_superuser
                ->run(setup(alone,
                            act.home == "pending"_L1 ? startOfTest() : scene.start.addSecs(420)))
                .ok());
        m_proxy->resetCount();
        const QString name = act.login + u'_' + QString::number(desk);
        std::unique_ptr<OperationDesk> &place = m_places[name];
        if (!place) {
            ConnectionSettings through = deskSettings(act.login, desk);
            through.host = u"127.0.0.1"_s;
            through.port = QString::number(m_proxy->port());
            place = std::make_unique<OperationDesk>(through);
            m_desks[name].login = act.login;
        }
        EXPECT_TRUE(act.send(place->manager)) << act.name.toStdString() << " while recording";
        QStringList messages;
        for (const QByteArray &query : m_proxy->queries()) {
            const bool opens
                = query.startsWith("PREPARE") || (messages.isEmpty() && !query.startsWith("BEGIN"));
            (opens ? m_desks[name].opening : messages).append(QString::fromUtf8(query));
        }
        return messages;
    }

    struct Expected
    {
        QString pair;
        std::string ab;
        std::string ba;
    };
    static void judge(const Expected &expected, const QList<PermutationRun> &runs)
    {
        SCOPED_TRACE(expected.pair.toStdString());
        const PermutationRun &aFirst = runs.at(IsolationOrders::AThenB);
        const PermutationRun &bFirst = runs.at(IsolationOrders::BThenA);
        EXPECT_EQ(toldBy(aFirst, u'a', u'b'), expected.ab) << describe(aFirst);
        EXPECT_EQ(toldBy(bFirst, u'b', u'a'), expected.ba) << describe(bFirst);
        for (const PermutationRun &run : runs.sliced(IsolationOrders::AThenB))
            expectSerial(run, runs);
    }

    /// As one of the orders without overlap; or, if one gave up, as the other alone.
    static void expectSerial(const PermutationRun &run, const QList<PermutationRun> &runs)
    {
        EXPECT_FALSE(run.ended.contains("BROKEN"_L1)) << describe(run);
        QList<const PermutationRun *> allowed {&runs.at(IsolationOrders::AThenB),
                                               &runs.at(IsolationOrders::BThenA)};
        const QChar waited = run.told.key(PermutationRun::gaveUp());
        if (!waited.isNull())
            allowed = {&runs.at(waited == u'a' ? IsolationOrders::OnlyB : IsolationOrders::OnlyA)};
        const bool isAllowed
            = std::any_of(allowed.cbegin(), allowed.cend(), [&](const PermutationRun *order) {
                  const QChar other = waited == u'a' ? u'b' : u'a';
                  return run.ended == order->ended
                      && (waited.isNull() ? run.told == order->told
                                          : run.told[other] == order->told[other]);
              });
        EXPECT_TRUE(isAllowed) << describe(run)
                               << "\n   allowed: " << describe(*allowed.constFirst())
                               << "\n        or: " << describe(*allowed.constLast());
    }
    static std::string toldBy(const PermutationRun &run, QChar first, QChar second)
    {
        return u"%1, %2"_s.arg(run.told[first], run.told[second]).toStdString();
    }
    static std::string describe(const PermutationRun &run)
    {
        return u"%1: a is told %2, b %3; %4"_s
            .arg(run.order.join(u' '), run.told[u'a'], run.told[u'b'], run.ended)
            .toStdString();
    }

    std::unique_ptr<WireProxy> m_proxy;
    std::unique_ptr<OpenSession> m_superuser;
    std::map<QString, std::unique_ptr<OperationDesk>> m_places;
    QMap<QString, IsolationDesk> m_desks;
    QList<IsolationPair> m_pairs;
    QList<Expected> m_expected;
    QDateTime m_start; ///< of the scene's visit
};

} // namespace ClinicDesk
