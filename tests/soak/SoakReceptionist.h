#pragma once

#include "bench/OpenDesk.h"
#include "soak/SoakReport.h"

#include <QElapsedTimer>

class QPlainTextEdit;

namespace ClinicDesk {

class AgendaView;

/// Works a reception's window step by step, by keys and clicks: writes long texts into bookings and
/// patients' records while the day changes around them, checks in, resizes, undoes. What was typed
/// and what is selected must stay as this person left it.
class SoakReceptionist
{
public:
    /// `own`: visits that nobody else changes; `shared`: those that neighbours change all the time.
    SoakReceptionist(BenchClinic &clinic, const QString &login, const QList<AppointmentId> &own,
                     const QList<AppointmentId> &shared, SoakReport &report);

    /// One thing a person does: a word, a command. `writing`: how long a text is written at.
    void step(std::chrono::milliseconds writing);
    /// Ends what is under way: saves or books it.
    void finish();
    /// Selection and texts are as this person left them; to be called at any time between steps.
    void watch();
    [[nodiscard]] OpenDesk &desk() { return m_desk; }
    [[nodiscard]] int texts() const { return m_texts; }
    [[nodiscard]] int steps() const { return m_steps; }

private:
    enum class Doing { Nothing, Booking, Record };

    void beginBooking();
    void endBooking();
    void beginRecord();
    void endRecord();
    void changeVisit();
    void select(AppointmentId visit);
    void writeWord();
    [[nodiscard]] QString written();
    [[nodiscard]] QString who(const QString &what) const;

    BenchClinic &m_clinic;
    OpenDesk m_desk;
    QString m_login;
    QList<AppointmentId> m_own;
    QList<AppointmentId> m_shared;
    SoakReport &m_report;
    ReceptionModels &m_models;
    AgendaView &m_agenda;
    Doing m_doing = Doing::Nothing;
    bool m_isActing = false;
    QElapsedTimer m_since;
    QString m_text; ///< typed so far
    AppointmentId m_selected;
    PatientId m_patient;
    std::optional<FreeSlot> m_chosen;
    int m_round = 0;
    int m_word = 0;
    int m_texts = 0;
    int m_steps = 0;
};

} // namespace ClinicDesk
