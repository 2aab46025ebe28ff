#pragma once

#include <QAction>
#include <QObject>

class QActionGroup;
class QMenuBar;

namespace ClinicDesk {

/// How the reception looks at its calendar.
enum class CalendarView { Day, Week, Month };

/// The commands of the View menu that choose what is looked at. GUI thread.
class ViewActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewActions)
public:
    explicit ViewActions(QWidget *window);

    /// At the head of the window's View menu.
    void addMenus(QMenuBar &bar) const;
    /// The word a setting keeps, and back; an unknown one is the day.
    [[nodiscard]] static QString keyOf(CalendarView view);
    [[nodiscard]] static CalendarView viewOf(const QString &key);

    QAction *const day;
    QAction *const week;
    QAction *const month;
    QAction *const goToDate;
    QAction *const print;
    QAction *const tallerRows;
    QAction *const shorterRows;
    QAction *const previousDoctor; ///< in the week
    QAction *const nextDoctor;

private:
    static QAction *make(QWidget *window, const QString &text, const QList<QKeySequence> &keys,
                         const char *name);
};

} // namespace ClinicDesk
