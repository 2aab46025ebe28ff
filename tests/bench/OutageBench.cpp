#include "bench/OutageBench.h"

#include "bench/OpenDesk.h"
#include "support/WireProxy.h"
#include "widgets/Banner.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

class OutageRun
{
public:
    OutageRun(BenchClinic &clinic, int repetitions, Report &report)
        : m_clinic(clinic)
        , m_repetitions(repetitions)
        , m_report(report)
        , m_proxy(clinic.settings(u"ana"_s).port.toInt())
        , m_desk(through(clinic, m_proxy), u"ana"_s)
        , m_models(m_desk.desk().reception())
    {
    }

    void run()
    {
        OpenDesk::expect([this] { return m_models.day().rowCount() >= 800; }, "the day");
        lose(u"sessions ended"_s, [this](bool isCut) {
            m_proxy.setRefusing(isCut);
            if (isCut)
                m_proxy.endSessions();
        });
        lose(u"silence"_s, [this](bool isCut) { m_proxy.setSilent(isCut); });
        m_report.add(m_lost);
    }

private:
    static ConnectionSettings through(const BenchClinic &clinic, const WireProxy &proxy)
    {
        ConnectionSettings settings = clinic.settings(u"ana"_s);
        settings.host = u"127.0.0.1"_s;
        settings.port = QString::number(proxy.port());
        return settings;
    }

    /// Whatever happens, the wire is whole again before the window goes.
    template<typename Cut> struct Mend
    {
        Cut &cut;
        ~Mend() { cut(false); }
    };

    template<typename Cut> void lose(const QString &how, Cut cut)
    {
        const Mend<Cut> mend {cut};
        Samples shown {u"11"_s, u"loss shown, "_s + how, u"ms"_s, 3000, 1};
        Samples whole {u"11"_s, u"whole after the return, by itself, "_s + how, u"ms"_s, 2000, 1};
        const auto *banner = m_desk.window().findChild<Banner *>();
        for (int n = 0; n < m_repetitions; ++n) {
            const AppointmentRow row = m_models.day().rows().at(n * 37 + 300);
            const AppointmentId id = row.appointment.id;
            const QString reason = u"%1 %2"_s.arg(how).arg(n);
            begin();
            QElapsedTimer timer;
            timer.start();
            cut(true);
            OpenDesk::expect(
                [this, banner] { return !m_models.connection().isLive() && banner->isVisible(); },
                "the loss");
            m_desk.window().repaint();
            shown.add(timer);
            m_clinic.ownerSql(
                u"UPDATE app.appointment SET reason = '%1' WHERE id = %2"_s.arg(reason).arg(
                    id.value));
            OpenDesk::pass(std::chrono::milliseconds(500 + n % 4 * 1500));
            timer.start();
            cut(false);
            OpenDesk::expect(
                [&] {
                    return m_models.connection().isLive()
                        && m_models.day().row(id)->appointment.reason == reason;
                },
                "the return");
            m_desk.window().repaint();
            whole.add(timer);
            end();
        }
        m_report.add(shown);
        m_report.add(whole);
    }

    BookingModel &booking() { return m_models.booking(); }

    /// A booking under way: patient, a reason half written, a time held.
    void begin()
    {
        m_desk.turnTo();
        OpenDesk::key(Qt::Key_N, Qt::ControlModifier);
        OpenDesk::expectFocus("bookingPatient");
        OpenDesk::type(m_clinic.searchablePatient(m_next++));
        OpenDesk::key(Qt::Key_Return);
        OpenDesk::expectFocus("suggestions");
        OpenDesk::expect([this] { return !booking().freeTimes().isAsking(); }, "free times");
        OpenDesk::key(Qt::Key_Return);
        OpenDesk::expect([this] { return booking().isHeld(); }, "the hold");
        auto &reason = m_desk.child<QLineEdit>("bookingReason");
        reason.setFocus();
        OpenDesk::type(u"knee since"_s);
        m_patient = booking().patient()->id;
        m_chosen = booking().chosen();
    }

    /// What was entered is there, can be gone on with, and is booked as it stands.
    void end()
    {
        const int before = m_models.day().rowCount();
        const auto &reason = m_desk.child<QLineEdit>("bookingReason");
        int missing
            = reason.text() == u"knee since"_s && booking().reason() == reason.text() ? 0 : 1;
        missing += booking().patient() && booking().patient()->id == m_patient ? 0 : 1;
        missing += booking().chosen() == m_chosen ? 0 : 1;
        m_lost.add(missing);
        OpenDesk::expect([this] { return booking().isHeld() && booking().canBook(); },
                         "the hold again");
        OpenDesk::type(u" may"_s);
        OpenDesk::key(Qt::Key_Return, Qt::ControlModifier);
        OpenDesk::expect([&] { return !booking().isOpen() && m_models.day().rowCount() > before; },
                         "the booking");
    }

    BenchClinic &m_clinic;
    const int m_repetitions;
    Report &m_report;
    WireProxy m_proxy;
    OpenDesk m_desk;
    ReceptionModels &m_models;
    Samples m_lost {u"11"_s, u"entries lost (patient, reason, time) of a booking under way"_s,
                    u"entries"_s, 0, 1};
    PatientId m_patient;
    std::optional<FreeSlot> m_chosen;
    int m_next = 200;
};

} // namespace

void benchOutage(BenchClinic &clinic, int repetitions, Report &report)
{
    OutageRun(clinic, repetitions, report).run();
}

} // namespace ClinicDesk
