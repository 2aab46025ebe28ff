#pragma once

#include "domain/Id.h"

#include <QDate>
#include <QWidget>

class QComboBox;
class QToolButton;

namespace ClinicDesk {

class ReceptionActions;
class TextLabel;
class ViewActions;

/// The shown day, week or month by name, with the buttons that change it. GUI thread.
class DayHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayHeader)
public:
    DayHeader(const ReceptionActions &actions, const ViewActions &views, QWidget *parent = nullptr);

    /// `loading`: the day is on its way.
    void setDay(QDate day, QDate today, bool loading);
    void setWeek(QDate first, QDate today, bool loading);
    void setMonth(QDate day, QDate today);
    /// Those to choose from in the week, with the one shown; hidden while there are none.
    void setDoctors(const QList<std::pair<DoctorId, QString>> &doctors, DoctorId shown);
    [[nodiscard]] QComboBox &doctors() { return *m_doctors; }

Q_SIGNALS:
    void doctorChosen(ClinicDesk::DoctorId doctor);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Large text on a small screen: what the View menu has too gives way.
    void fitParts();

    /// Backwards is where the text begins.
    void pointArrows();
    void present(const QString &title, const QString &note);
    void addViews(const ViewActions &views);

    TextLabel *m_day;
    TextLabel *m_note;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QWidget *m_today = nullptr;
    QWidget *m_cancelled = nullptr;
    QWidget *m_views = nullptr;
    QComboBox *m_doctors = nullptr;
};

} // namespace ClinicDesk
