#pragma once

#include <QDate>
#include <QWidget>

class QToolButton;

namespace ClinicDesk {

class ReceptionActions;
class TextLabel;

/// The shown day's name between the buttons that change it. GUI thread.
class DayHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayHeader)
public:
    explicit DayHeader(const ReceptionActions &actions, QWidget *parent = nullptr);

    /// `loading`: the day is on its way.
    void setDay(QDate day, QDate today, bool loading);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Large text on a small screen: what the View menu has too gives way.
    void fitParts();

    /// Backwards is where the text begins.
    void pointArrows();

    TextLabel *m_day;
    TextLabel *m_note;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QWidget *m_today = nullptr;
    QWidget *m_cancelled = nullptr;
};

} // namespace ClinicDesk
