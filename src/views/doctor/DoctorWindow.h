#pragma once

#include "models/DoctorModels.h"
#include "views/doctor/ReasonDialog.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

namespace Ui {
class DoctorWindow;
}

namespace ClinicDesk {

class RowList;
class Toast;

/// A doctor's requests and own day, worked by single keys. Bare letters act only while the inbox
/// has the focus. What is written goes through the models; the window knows no service.
class DoctorWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoctorWindow)
public:
    explicit DoctorWindow(DoctorModels &models, QWidget *parent = nullptr);
    ~DoctorWindow() override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Actions
    {
        QAction *confirm = nullptr;
        QAction *reject = nullptr;
        QAction *takeBack = nullptr;
        QAction *undo = nullptr;
        QAction *redo = nullptr;
        QAction *next = nullptr;
        QAction *noShow = nullptr;
        QAction *cancel = nullptr;
        QAction *bell = nullptr;
    };
    /// Sends it; false: it is not to be done any more. `version` is the one that was looked at.
    using Send = std::function<bool(const QString &reason, int version)>;

    void makeLists();
    void makeRequestActions();
    void makeVisitActions();
    void makeWindowActions();
    QAction *addCommand(class QMenu *menu, const QString &text, const QList<QKeySequence> &keys,
                        QWidget *onlyIn, void (DoctorWindow::*act)());
    void wireInbox();
    void wireDay();
    void wireConnection();
    void addBell();

    void confirmRequest();
    void rejectRequest();
    void undoLatest();
    void redoLatest();
    void takeNextStep();
    void markNoShow();
    void cancelVisit();
    void switchPane();
    void showNewestToast();
    void showNews(const Notification &news);
    void reconnect();
    void openPalette();
    void showKeys();

    void askReason(const AppointmentRow &visit, const ReasonDialog::Question &question,
                   const QStringList &reasons, QWidget *at, const Send &send);
    void askOwnWords(const AppointmentRow &visit, const ReasonDialog::Question &question,
                     const Send &send);
    /// Where the form it was asked for in still stands, the form answers.
    void onAnswered(AppointmentId id);
    void onRefused(AppointmentId id, const QString &text);
    void goToNextRequest(AppointmentId answered);
    void selectTakenBack();
    void showSelected();
    void showActions();
    void showCounts();
    void showEmptyTexts();
    void showConnection();
    void say(const QString &text, bool undoable = false);
    void speakWaiting();
    /// Empty where the computer keeps the clinic's time.
    [[nodiscard]] QString foreignZoneText() const;
    void restyle();
    /// Where large text leaves little height, the rows get it.
    void fitHeight();
    [[nodiscard]] AppointmentId currentRequest() const;
    [[nodiscard]] AppointmentId currentVisit() const;

    DoctorModels &m_models;
    std::unique_ptr<::Ui::DoctorWindow> m_ui;
    QPointer<ReasonDialog> m_reasonDialog; ///< while it is open
    QWidget *m_toastStrip; ///< beside the patient: no row is under it
    Toast *m_toast;
    Actions m_actions;
    bool m_dayChosen = false; ///< the selected patient is the day list's, not the inbox's
    bool m_dayOpened = false; ///< the list has gone to the present visit of this day
    bool m_toastUndoes = false;
    AppointmentId m_takenBack; ///< to be selected when it is back in the inbox
    QElapsedTimer m_spoken;
    QString m_inboxFailure;
    QString m_dayFailure;
};

} // namespace ClinicDesk
