#pragma once

#include <QAction>
#include <QList>
#include <QObject>

class QMenuBar;

namespace ClinicDesk {

/// The reception's own commands as actions with their keys, in the menus Appointment and View; what
/// every window has is in CommonActions. GUI thread.
class ReceptionActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceptionActions)
public:
    explicit ReceptionActions(QWidget *window);

    void addMenus(QMenuBar &bar) const;
    [[nodiscard]] QList<QAction *> appointmentMenu() const;

    QAction *const findPatient;
    QAction *const book;
    QAction *const walkIn;
    QAction *const newPatient;
    QAction *const moreTimes;
    QAction *const bookNow;
    QAction *const bookAnyway;
    QList<QAction *> suggestions; ///< Alt+1 to Alt+5
    QAction *const open;
    QAction *const checkIn;
    QAction *const noShow;
    QAction *const changeRoom;
    QAction *const move;
    /// In the grid only: earlier, later, left, right, shorter, longer, as AgendaMover::Step.
    QList<QAction *> moveSteps;
    QAction *const park;
    QAction *const place;
    QAction *const cancel;
    QAction *const today;
    QAction *const previousDay;
    QAction *const nextDay;
    QAction *const showCancelled;
    QAction *const requests;

private:
    void addMoveSteps(QWidget *window);
    static QAction *make(QWidget *window, const QString &text, const QKeySequence &key,
                         const char *name);
};

} // namespace ClinicDesk
