#pragma once

#include <QDate>
#include <QWidget>

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
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Large text on a small screen: what the View menu has too gives way.
    void fitParts();

    TextLabel *m_day;
    TextLabel *m_note;
    QWidget *m_today = nullptr;
    QWidget *m_cancelled = nullptr;
};

} // namespace ClinicDesk
