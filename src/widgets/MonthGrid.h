#pragma once

#include "domain/Load.h"

#include <QDate>
#include <QMap>
#include <QString>
#include <QWidget>

class QPainter;

namespace ClinicDesk {

/// What a day's cell of the month shows.
struct MonthDay
{
    DayLoad load;
    QString figure; ///< "32/48"
    QString note; ///< the same in words, for screen readers and tool tips
    QString word; ///< "full", "closed"; may be empty

    bool operator==(const MonthDay &) const = default;
};

/// Six weeks, a day a cell: its load as a bar and a figure. One tab stop; arrows move over the
/// days, Enter and double click open one. GUI thread.
class MonthGrid final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonthGrid)

public:
    explicit MonthGrid(QWidget *parent = nullptr);

    /// Shows its month and selects it, without emitting dayChanged().
    void setDay(QDate day);
    [[nodiscard]] QDate day() const { return m_day; }
    void setToday(QDate today);
    void setDays(const QMap<QDate, MonthDay> &days);
    /// The cell, empty outside the six weeks; for tests.
    [[nodiscard]] QRect cellRect(QDate day) const;
    [[nodiscard]] QString described(QDate day) const;

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dayChanged(QDate day);
    void dayActivated(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void choose(QDate day);
    void sayDay();
    [[nodiscard]] QDate first() const;
    [[nodiscard]] QDate dayAt(const QPoint &position) const;
    [[nodiscard]] int headerHeight() const;
    void paintDay(QPainter &painter, QDate day, const QRect &cell) const;
    void paintBar(QPainter &painter, const DayLoad &load, const QRect &bar) const;
    void paintClosed(QPainter &painter, const QRect &cell) const;

    QDate m_day;
    QDate m_today;
    QMap<QDate, MonthDay> m_days;
    int m_wheel = 0;
};

} // namespace ClinicDesk
