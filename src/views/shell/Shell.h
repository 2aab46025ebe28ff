#pragma once

#include "views/shell/PageStack.h"

#include <QMainWindow>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace ClinicDesk {

class AppointmentCommands;
class Banner;
struct BellEntry;
class ClinicClock;
class CommandPalette;
class CommonActions;
class ConnectionModel;
struct DoneCommand;
struct Error;
class Messages;
class NotificationsModel;
class PatientSearchModel;

/// The window of every desk: its pages, and what all windows have: the bar about the connection,
/// messages and Bell, undo and redo, palette, sheet of keys, F5 to F8, Esc. A desk derives from it,
/// adds its pages and calls finish(). GUI thread.
class Shell : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Shell)
public:
    /// They must outlive the window.
    struct Models
    {
        const ClinicClock &clock;
        ConnectionModel &connection;
        NotificationsModel &notifications;
        AppointmentCommands &commands;
        PatientSearchModel *patients = nullptr; ///< of Ctrl+K; nullptr: commands only
    };

    explicit Shell(const Models &models, QWidget *parent = nullptr);

    [[nodiscard]] CommonActions &common() { return *m_common; }
    [[nodiscard]] Messages &messages() { return *m_messages; }
    [[nodiscard]] PageStack &pages() { return *m_pages; }
    [[nodiscard]] const PageStack &pages() const { return *m_pages; }

Q_SIGNALS:
    /// News chosen in the Bell: show what it is about.
    void newsChosen(const ClinicDesk::BellEntry &entry);
    /// Before it opens: its signals can be listened to.
    void paletteOpened(ClinicDesk::CommandPalette *palette);
    /// The window may have another room for its parts: size, font or style.
    void fitNeeded();

protected:
    enum class Side { Start, End };

    /// Above the bar about the connection and the pages.
    void setHeader(QWidget *header);
    /// Below them.
    void setFooter(QWidget *footer);
    /// A part beside every page, in the order of the calls outwards from the start or the end.
    void addSide(QWidget *part, Side side);
    /// Messages lie over `host` from now on, above `floor`; else over the whole window.
    void placeMessages(QWidget &host, const QWidget *floor);
    /// The Bell's button, to be put into a header.
    [[nodiscard]] QPushButton &bellButton() { return *m_bellButton; }
    [[nodiscard]] Banner &banner() { return *m_banner; }
    /// After the last page: menus, the first pages, the focus.
    void finish();
    /// In the order of F6; the shown pages' own ones unless a desk knows more.
    [[nodiscard]] virtual QList<Pane> panes();
    /// Esc, where no dialog or list takes it.
    virtual void stepBack();

    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectCommon();
    void onDone(const DoneCommand &command);
    void onFailed(const DoneCommand &wanted, const Error &error);
    void showConnection();
    void refreshUndo();
    void restyle();
    void openPalette();
    void showKeys();
    void focusNextPane();

    Models m_models;
    CommonActions *m_common;
    QVBoxLayout *m_rows;
    QHBoxLayout *m_columns;
    Banner *m_banner;
    PageStack *m_pages;
    QPushButton *m_bellButton;
    Messages *m_messages;
};

} // namespace ClinicDesk
