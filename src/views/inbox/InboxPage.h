#pragma once

#include "views/shell/Page.h"

#include <QElapsedTimer>

class QHBoxLayout;
class QLabel;

namespace ClinicDesk {

class DoctorModels;
class RowList;

/// The requests that wait for this doctor: one key answers the current one and goes to the next.
/// Bare letters act only while the list has the focus. GUI thread.
class InboxPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InboxPage)
public:
    explicit InboxPage(DoctorModels &models, QWidget *parent = nullptr);

    void addMenus(QMenuBar &bar) override;
    void focusFirst() override;
    [[nodiscard]] QList<Pane> panes() override;
    [[nodiscard]] KeyGroup otherKeys() const override;

    /// What U does in the list: the window's undo.
    void setUndo(QAction &undo);
    /// A window's button at the end of the title's line.
    void addToTitle(QWidget *part);
    /// Selects the request and takes the focus; false where it is not here.
    bool goTo(AppointmentId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeList();
    void makeActions();
    void connectModels();
    void showCurrent();
    void showCount();
    void showEmptyText();
    void speakWaiting();
    void confirm(const Current &current);
    void reject(const Current &current);
    /// The row below that can be answered, else the one above.
    void goToNext(AppointmentId answered);
    void selectTakenBack();
    void restyle();

    DoctorModels &m_models;
    QLabel *m_title;
    QHBoxLayout *m_titleLine;
    RowList *m_list;
    QAction *m_confirm;
    QAction *m_reject;
    QAction *m_takeBack;
    AppointmentId m_takenBack; ///< to be selected when it is back
    QElapsedTimer m_spoken;
    QString m_failure;
};

} // namespace ClinicDesk
