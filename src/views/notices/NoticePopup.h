#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>
#include <QVariant>

class QListWidget;
class QPushButton;

namespace ClinicDesk {

class TextLabel;

/// One line of a NoticePopup.
struct NoticeLine
{
    QString text;
    QString when; ///< "4 min ago"
    bool strong = false; ///< unread
    QVariant key; ///< handed back when it is chosen

    bool operator==(const NoticeLine &) const = default;
};

/// A list below its button: arrows, Enter chooses, Esc or a click elsewhere closes and gives the
/// focus back. A part of the window, not a window of its own. New lines keep the selected one. GUI
/// thread.
class NoticePopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticePopup)
public:
    /// Lays itself over `host`.
    NoticePopup(const QString &title, const QString &emptyText, QWidget *host);

    /// A button below the list; emits commandTriggered().
    void setCommand(const QString &text);
    void setCommandEnabled(bool enabled);
    void setLines(const QList<NoticeLine> &lines);
    /// Below `anchor`, with the focus in the list.
    void open(QWidget *anchor);
    void close();

Q_SIGNALS:
    void chosen(const QVariant &key);
    void commandTriggered();
    /// By Esc: the focus has gone back to where it was.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void choose();
    void place();
    void onFocusChanged(QWidget *now);

    TextLabel *m_title;
    TextLabel *m_empty;
    QListWidget *m_list;
    QPushButton *m_command;
    QList<NoticeLine> m_lines;
    QPointer<QWidget> m_anchor;
    QPointer<QWidget> m_opener;
    QObject m_alive; ///< what is connected to it ends before anything else of this goes
};

} // namespace ClinicDesk
