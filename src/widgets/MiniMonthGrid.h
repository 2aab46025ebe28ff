#pragma once

#include "widgets/MiniMonth.h"

class QPainter;

namespace ClinicDesk {

/// The six weeks of a MiniMonth.
class MiniMonthGrid final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MiniMonthGrid)

public:
    explicit MiniMonthGrid(QWidget *parent = nullptr);

    void setSelectedDay(QDate day);
    [[nodiscard]] QDate selectedDay() const { return m_selected; }
    void setToday(QDate today);
    void setMarks(const QMap<QDate, DayMark> &marks);
    void setNotes(const QMap<QDate, QString> &notes);
    void showMonth(QDate anyDay);
    [[nodiscard]] QDate dayAt(const QPoint &position) const;
    [[nodiscard]] QDate shownMonth() const { return m_month; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void daySelected(QDate day);
    void monthShown(QDate first);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void choose(QDate day);
    void sayDay();
    /// Invalid beside the days.
    [[nodiscard]] QString described(QDate day) const;
    [[nodiscard]] QDate firstShown() const;
    [[nodiscard]] QRect cellRect(int row, int weekday) const;
    void paintDay(QPainter &painter, QDate day, const QRect &cell) const;
    void paintMark(QPainter &painter, DayMark mark, const QRect &cell) const;

    QDate m_month;
    QDate m_selected;
    QDate m_today;
    QMap<QDate, DayMark> m_marks;
    QMap<QDate, QString> m_notes;
    int m_wheel = 0;
};

} // namespace ClinicDesk
