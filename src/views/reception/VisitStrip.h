#pragma once

#include "domain/Appointment.h"

#include <QFrame>
#include <QTimer>

class QBoxLayout;
class QPushButton;

namespace ClinicDesk {

class Banner;
class IdentityLabel;
class OpenVisit;
class Page;
class ReceptionActions;
class ReceptionModels;
class StatusPill;
class TextLabel;
class VisitWhen;

/// The open appointment below the day: who, when, with whom, and what can be done with it. What
/// another desk changes is said and marked in it, and nothing can be done with it until that has
/// been looked at; one that is moved to another day stays open. GUI thread.
class VisitStrip final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitStrip)
public:
    /// Lies in `page`, whose current it names.
    VisitStrip(ReceptionModels &models, const ReceptionActions &actions, Page &page);

    /// Shows it and takes the focus; an id that is not on the shown day closes the strip.
    void openVisit(AppointmentId id);
    /// Shows another one of the day instead, and leaves the focus where it is.
    void follow(AppointmentId id);
    void close();
    /// In a low window, what cannot be done yet gives way to what was changed.
    void setLow(bool low);
    /// One more button, beside who it is about, with the icon and key of `record`: the record of
    /// whoever the card names, wherever the focus is.
    void addRecordButton(const QAction &record);
    [[nodiscard]] AppointmentId visit() const;
    /// As it was when it was last looked at here; nullptr while nothing is open.
    [[nodiscard]] const AppointmentRow *row() const;
    /// Changed at another desk and not looked at yet.
    [[nodiscard]] bool isStale() const;

Q_SIGNALS:
    void closed();
    /// row() or isStale() differ.
    void updated();
    /// A visit that another desk moved out of what is shown has been looked at.
    void movedAway(PatientId patient, const QDateTime &start);
    void recordWanted(PatientId patient);

private:
    void onUpdated();
    void refresh();
    void giveWay();
    void refreshOverride();
    QPushButton *buttonFor(QAction *action, Page &page);

    ReceptionModels &m_models;
    OpenVisit *m_visit;
    bool m_wasStale = false;
    Banner *m_banner;
    IdentityLabel *m_identity;
    StatusPill *m_status;
    VisitWhen *m_when;
    TextLabel *m_details;
    TextLabel *m_override; ///< the rule it was booked against, and why
    QBoxLayout *m_top;
    QWidget *m_buttons;
    bool m_isLow = false;
    QTimer m_rest; ///< until the hand stops at one: then its history is read
    QPushButton *m_first;
};

} // namespace ClinicDesk
