#pragma once

#include "database/ConnectionSettings.h"
#include "models/ReceptionModels.h"
#include "services/Services.h"
#include "views/reception/ReceptionWindow.h"
#include "widgets/agenda/AgendaView.h"

#include <QTest>

#include <memory>

namespace ClinicDesk {

/// A reception desk as a person sits at it: signed in, its window shown, today read. Keys go to
/// whatever has the focus. Waits spin the event loop until a condition holds.
class ReceptionDesk final
{
    Q_DISABLE_COPY_MOVE(ReceptionDesk)
public:
    /// `kept`: what this computer remembers from one desk to the next.
    explicit ReceptionDesk(ConnectionSettings settings, QSize size = {1366, 768},
                           QSettings *kept = nullptr);
    ~ReceptionDesk();

    [[nodiscard]] ReceptionModels &models() { return *m_models; }
    [[nodiscard]] ReceptionWindow &window() { return *m_window; }
    [[nodiscard]] AppointmentService &appointments() { return m_services.appointments; }
    [[nodiscard]] DatabaseExecutor &executor() { return m_services.executor; }
    [[nodiscard]] LiveUpdates &live() { return m_services.live; }
    [[nodiscard]] AgendaView &agenda() { return *child<AgendaView>("agenda"); }

    template<typename T> [[nodiscard]] T *child(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }

    /// What a window manager does when a dialog closes; the offscreen platform has none.
    [[nodiscard]] bool activate();
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(const QString &text);
    [[nodiscard]] static QString focus();
    template<typename Condition> [[nodiscard]] static bool waitFor(Condition condition)
    {
        return QTest::qWaitFor(condition, 10'000);
    }
    [[nodiscard]] bool waitForFocus(const char *name) const;
    /// The row of this patient on the shown day is there and `matches`.
    template<typename Condition> [[nodiscard]] bool waitForRow(qint64 patient, Condition matches)
    {
        return waitFor([&] {
            for (const AppointmentRow &row : m_models->day().rows()) {
                if (row.appointment.patient.value == patient && matches(row.appointment))
                    return true;
            }
            return false;
        });
    }

private:
    Services m_services;
    std::unique_ptr<ReceptionModels> m_models;
    std::unique_ptr<ReceptionWindow> m_window;
};

} // namespace ClinicDesk
