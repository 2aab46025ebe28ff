#pragma once

#include <QDate>
#include <QMap>
#include <QWidget>

class QLabel;
class QToolButton;

namespace ClinicDesk {

class MiniMonthGrid;

/// What a day's shape says: a dot for free times, a broken bar for nearly full, a bar for full, a
/// strike for closed.
enum class DayMark { None, Free, NearlyFull, Full, Closed };

/// A small month to choose a day from. One tab stop; arrows inside. GUI thread.
class MiniMonth final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MiniMonth)

public:
    explicit MiniMonth(QWidget *parent = nullptr);

    /// Shows and selects `day` without emitting daySelected().
    void setSelectedDay(QDate day);
    [[nodiscard]] QDate selectedDay() const;
    void setToday(QDate today);
    void setMarks(const QMap<QDate, DayMark> &marks);
    /// The day under a point of the screen; invalid beside the days.
    [[nodiscard]] QDate dayAt(const QPoint &globalPosition) const;
    /// The marks in words, for tool tips and screen readers.
    void setNotes(const QMap<QDate, QString> &notes);
    /// The first of the month in view.
    [[nodiscard]] QDate shownMonth() const;

Q_SIGNALS:
    /// The user chose a day.
    void daySelected(QDate day);
    /// Another month came into view: marks for it are wanted. The grid shows six weeks from
    /// the Monday on or before `first`.
    void monthShown(QDate first);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTitle();
    void restyle();

    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_title;
    MiniMonthGrid *m_grid;
};

} // namespace ClinicDesk
