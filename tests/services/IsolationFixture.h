#pragma once

#include "services/IsolationSpec.h"
#include "services/ServiceFixture.h"
#include "services/appointments/AppointmentOperations.h"
#include "services/appointments/AppointmentStore.h"
#include "support/WireProxy.h"

#include <QRegularExpression>

namespace ClinicDesk {

using namespace Qt::StringLiterals;

/// Two desks, every pair of writing operations, every order in which their messages can reach the
/// server. The messages are those that the program sends, recorded here as from a screen that shows
/// the visit as it is. What a desk decides between two of them is left out, but for one thing: a
/// write that found no row ("again") is not committed. However the messages meet, it ends as if one
/// had ended before the other began, and whoever waits in vain changes nothing.
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
        std::function<bool(TransactionManager &, const SeenChange &)> send;
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

    /// The same of desks that also send the version they saw: of two only one does anything.
    void expectOneOf(const Scene &scene, const Act &a, const Act &b)
    {
        m_sendsVersion = true;
        expectPair(scene, a, b, "ok, again", "ok, again");
        m_sendsVersion = false;
    }

    Act book(const QString &login, int patient = 2, int room = 2, int later = 0,
             const QString &doctor = u"osei"_s)
    {
        return {u"book"_s, login, u"cancelled"_s,
                [=, this](TransactionManager &manager, const SeenChange &) {
                    const Visit wanted {doctor, patient, room, m_start.addSecs(60 * later), 20};
                    return AppointmentOperations::book(manager, request(wanted)).has_value();
                }};
    }
    Act hold(const QString &login, int later = 0)
    {
        return {u"hold"_s, login, u"cancelled"_s,
                [=, this](TransactionManager &manager, const SeenChange &) {
                    const QDateTime from = m_start.addSecs(60 * later);
                    return AppointmentOperations::takeHold(manager, DoctorId {doctor(u"osei"_s)},
                                                           from, from.addSecs(1200))
                        .has_value();
                }};
    }
    Act move(const QString &login, int later = 20, qint64 id = visitId)
    {
        return {u"move"_s, login, u"confirmed"_s,
                [=, this](TransactionManager &manager, const SeenChange &seen) {
                    MoveRequest wanted;
                    wanted.operation = QUuid::createUuid();
                    wanted.appointment = AppointmentId {id};
                    wanted.version = versionOf(seen);
                    wanted.seen = seen.now;
                    wanted.start = m_start.addSecs(60 * later);
                    return AppointmentOperations::move(manager, wanted).has_value();
                },
                id};
    }
    Act step(const QString &login, const QString &home, AppointmentStatus to,
             const QString &reason = {}, qint64 id = visitId)
    {
        return {toKey(to), login, home,
                [=, this](TransactionManager &manager, const SeenChange &seen) {
                    StatusRequest wanted;
                    wanted.operation = QUuid::createUuid();
                    wanted.appointment = AppointmentId {id};
                    wanted.to = to;
                    wanted.reason = reason;
                    wanted.version = versionOf(seen);
                    wanted.seen = seen.now;
                    return AppointmentOperations::changeStatus(manager, wanted).has_value();
                },
                id};
    }
    Act confirm() { return step(u"osei"_s, u"pending"_s, AppointmentStatus::Confirmed); }
    Act reject() { return step(u"osei"_s, u"pending"_s, AppointmentStatus::Rejected, u"away"_s); }
    Act cancel(const QString &login)
    {
        return step(login, u"confirmed"_s, AppointmentStatus::Cancelled, u"by "_s + login);
    }
    Act start(qint64 id = visitId)
    {
        return step(u"osei"_s, u"confirmed"_s, AppointmentStatus::InProgress, {}, id);
    }
    Act complete() { return step(u"osei"_s, u"in_progress"_s, AppointmentStatus::Completed); }
    Act noShow(const QString &login)
    {
        return step(login, u"confirmed"_s, AppointmentStatus::NoShow);
    }
    Act checkIn(const QString &login)
    {
        return {u"check-in"_s, login, u"confirmed"_s,
                [this](TransactionManager &manager, const SeenChange &seen) {
                    AppointmentRequest wanted;
                    wanted.operation = QUuid::createUuid();
                    wanted.appointment = AppointmentId {visitId};
                    wanted.version = versionOf(seen);
                    return AppointmentOperations::checkIn(manager, wanted).has_value();
                }};
    }
    Act undo(const QString &login = u"ana"_s)
    {
        return {u"undo"_s, login, {}, [](TransactionManager &manager, const SeenChange &seen) {
                    AppointmentRequest wanted;
                    wanted.operation = QUuid::createUuid();
                    wanted.appointment = AppointmentId {visitId};
                    wanted.seen = seen;
                    return AppointmentOperations::undo(manager, wanted).has_value();
                }};
    }

    static Act release(const QString &login)
    {
        return {u"release"_s, login, u"cancelled"_s,
                [](TransactionManager &manager, const SeenChange &) {
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
                [steps](TransactionManager &manager, const SeenChange &) {
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
        // Where it takes place is part of what a desk shows.
        if (scene.lastChange.startsWith("room_id"_L1) && alone.lastChange.isEmpty())
            alone.lastChange = scene.lastChange;
        EXPECT_TRUE(
            m_superuser
                ->run(setup(alone,
                            act.home == "pending"_L1 ? startOfTest() : scene.start.addSecs(420)))
                .ok());
        const SeenChange seen = seenOf(act.visit);
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
        EXPECT_TRUE(act.send(place->manager, seen)) << act.name.toStdString() << " while recording";
        QStringList messages;
        int writes = 0;
        for (const QByteArray &query : m_proxy->queries()) {
            const bool opens
                = query.startsWith("PREPARE") || (messages.isEmpty() && !query.startsWith("BEGIN"));
            (opens ? m_desks[name].opening : messages)
                .append(opens ? QString::fromUtf8(query)
                              : withItsDecision(QString::fromUtf8(query), writes));
        }
        return messages;
    }
    /// A message that writes fails where the desk would find that nothing was written.
    static QString withItsDecision(const QString &message, int &writes)
    {
        static const QRegularExpression write(
            u"EXECUTE appointment_(insert|status|place|doctor|check_in|(own_)?undo(_booking)?)\\b"_s);
        if (!message.contains(write))
            return message;
        return message
            + u";SELECT 1 / (count(*) = %1)::int FROM app.appointment_event "
              "WHERE op_id = current_setting('clinic.op')::uuid"_s.arg(++writes);
    }
    /// As a screen shows it now, and as it was before its last change.
    [[nodiscard]] SeenChange seenOf(qint64 id)
    {
        const auto shown = [id](const Row &row) {
            Appointment visit;
            visit.id = AppointmentId {id};
            visit.version = row.get<int>("version");
            visit.status = appointmentStatusFromKey(row.get<QString>("status"))
                               .value_or(AppointmentStatus::Pending);
            visit.doctor = row.get<DoctorId>("doctor_id");
            visit.patient = row.get<PatientId>("patient_id");
            visit.room = row.optional<RoomId>("room_id");
            visit.start = row.get<QDateTime>("starts_at");
            visit.end = row.get<QDateTime>("ends_at");
            return visit;
        };
        const QString now = u"SELECT * FROM app.appointment WHERE id = %1"_s.arg(id);
        const QString before
            = u"SELECT b.* FROM app.appointment_event e, "
              "jsonb_populate_record(NULL::app.appointment, e.before) b "
              "WHERE e.appointment_id = %1 AND e.before IS NOT NULL ORDER BY e.version DESC LIMIT 1"_s
                  .arg(id);
        SeenChange seen;
        for (const Row &row : m_superuser->run(now).rows)
            seen.now = shown(row);
        for (const Row &row : m_superuser->run(before).rows)
            seen.before = shown(row);
        return seen;
    }
    [[nodiscard]] std::optional<int> versionOf(const SeenChange &seen) const
    {
        return m_sendsVersion ? std::optional(seen.now.version) : std::nullopt;
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
    bool m_sendsVersion = false;
};

} // namespace ClinicDesk
