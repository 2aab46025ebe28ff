#include "bench/WireBench.h"

#include "bench/BenchClinic.h"
#include "services/appointments/AppointmentOperations.h"
#include "services/appointments/AppointmentStore.h"
#include "support/WireProxy.h"

#include <QMap>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int timesARepetition = 4;

/// One person's session over the wire.
struct WireDesk
{
    WireDesk(ConnectionSettings settings, const WireProxy &wire)
        : connection((settings.host = u"127.0.0.1"_s, settings.port = QString::number(wire.port()),
                      settings))
    {
        connection.open();
    }

    Connection connection;
    TransactionStatistics statistics;
    TransactionManager manager {connection, statistics};
};

class WireRun
{
public:
    WireRun(BenchClinic &clinic, int repetitions, Report &report)
        : m_clinic(clinic)
        , m_repetitions(repetitions)
        , m_report(report)
        , m_wire(clinic.settings(u"ana"_s).port.toInt())
        , m_ana(clinic.settings(u"ana"_s), m_wire)
        , m_osei(clinic.settings(u"osei"_s), m_wire)
        , m_doctor {
              clinic
                  .ownerSql(u"UPDATE app.doctor SET needs_confirmation = true WHERE staff_id = "
                            "(SELECT id FROM app.staff WHERE login = 'osei') RETURNING id"_s)
                  .constFirst()
                  .get<qint64>(0)}
    {
        const AppointmentId id {
            clinic
                .ownerSql(u"SELECT min(id) FROM app.appointment WHERE doctor_id = %1 AND "
                          u"checked_in_at IS NULL AND status = "
                          "'confirmed' AND app.clinic_day(starts_at) = '%2' AND starts_at > "
                          "app.clinic_now()"_s.arg(m_doctor.value)
                              .arg(clinic.today().toString(Qt::ISODate)))
                .constFirst()
                .get<qint64>(0)};
        const auto row = m_ana.manager.read<std::optional<Appointment>>(
            u"present"_s, [id](Transaction &t) { return AppointmentStore::row(t, id); });
        m_present = row.value().value();
    }
    ~WireRun()
    {
        m_clinic.ownerSql(u"UPDATE app.doctor SET needs_confirmation = false WHERE id = %1"_s.arg(
            m_doctor.value));
    }
    Q_DISABLE_COPY_MOVE(WireRun)

    void run()
    {
        workOnce(); // statements are prepared once a session
        for (const int delay : {0, 1, 10, 50}) {
            m_taken.clear();
            m_messages.clear();
            m_wire.setDelay(std::chrono::milliseconds(delay));
            for (int n = 0; n < m_repetitions * timesARepetition; ++n)
                workOnce();
            m_wire.setDelay(std::chrono::milliseconds(0));
            for (auto it = m_taken.cbegin(); it != m_taken.cend(); ++it) {
                const QString what = u"%1, %2 ms each way"_s.arg(it.key()).arg(delay);
                m_report.add({{}, what, u"ms"_s, {}, 0.95, *it});
                m_report.add({{}, what, u"messages"_s, {}, 1, m_messages.value(it.key())});
            }
        }
    }

private:
    void workOnce()
    {
        BookRequest booking;
        booking.operation = QUuid::createUuid();
        booking.doctor = m_doctor;
        booking.patient = m_clinic.patients().at(1000 + m_next % 900);
        booking.start = m_clinic.slot(m_clinic.emptyDay().addDays(30), m_next++ * 2);
        booking.end = booking.start.addSecs(900);
        const Appointment asked = measure(
            u"book"_s, m_ana, [&] { return AppointmentOperations::book(m_ana.manager, booking); });
        const Appointment confirmed = measure(u"confirm"_s, m_osei, [&] {
            return AppointmentOperations::changeStatus(m_osei.manager,
                                                       status(asked, AppointmentStatus::Confirmed));
        });
        MoveRequest move;
        move.operation = QUuid::createUuid();
        move.appointment = confirmed.id;
        move.start = booking.end;
        move.version = confirmed.version;
        move.seen = confirmed;
        const Appointment moved = measure(
            u"move"_s, m_ana, [&] { return AppointmentOperations::move(m_ana.manager, move); });
        measure(u"cancel"_s, m_ana, [&] {
            return AppointmentOperations::changeStatus(m_ana.manager,
                                                       status(moved, AppointmentStatus::Cancelled));
        });
        const Appointment before = m_present;
        m_present = measure(u"check in"_s, m_ana, [&] {
            return AppointmentOperations::checkIn(m_ana.manager,
                                                  {QUuid::createUuid(), before.id, before.version});
        });
        m_present = measure(u"undo"_s, m_ana, [&] {
            return AppointmentOperations::undo(m_ana.manager,
                                               {QUuid::createUuid(), before.id, m_present.version,
                                                SeenChange {m_present, before}});
        });
    }

    /// As the screens send it: with what they show.
    static StatusRequest status(const Appointment &seen, AppointmentStatus to)
    {
        return {QUuid::createUuid(),
                seen.id,
                to,
                to == AppointmentStatus::Cancelled ? u"measured"_s : QString(),
                seen.version,
                seen};
    }

    template<typename Work> Appointment measure(const QString &what, WireDesk &desk, Work work)
    {
        const qint64 before = desk.connection.messagesSent();
        QElapsedTimer timer;
        timer.start();
        const Result<Appointment> done = work();
        const double took = double(timer.nsecsElapsed()) / 1e6;
        if (!done)
            throw std::runtime_error(
                u"%1: %2 %3"_s.arg(what, toKey(done.error().kind), done.error().rule)
                    .toStdString());
        m_taken[what].append(took);
        m_messages[what].append(double(desk.connection.messagesSent() - before));
        return *done;
    }

    BenchClinic &m_clinic;
    const int m_repetitions;
    Report &m_report;
    WireProxy m_wire;
    WireDesk m_ana;
    WireDesk m_osei;
    const DoctorId m_doctor;
    Appointment m_present; ///< confirmed, of today; checked in and back again
    int m_next = 0;
    QMap<QString, QList<double>> m_taken;
    QMap<QString, QList<double>> m_messages;
};

} // namespace

void benchWire(BenchClinic &clinic, int repetitions, Report &report)
{
    WireRun(clinic, repetitions, report).run();
}

} // namespace ClinicDesk
