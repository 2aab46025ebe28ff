#pragma once

#include "views/shell/Page.h"

#include <QPointer>

#include <functional>

namespace ClinicDesk {

/// A window's pages, one group at a time, the pages of a group side by side. Of those shown one is
/// active: the one that had the focus last. Its current is the one that the window names; the other
/// pages' commands about a visit are off. While a place beside the pages has the focus that names
/// somebody of its own, so are the active page's. GUI thread.
class PageStack final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageStack)
public:
    explicit PageStack(QWidget *parent = nullptr);

    /// Pages that are shown together; they become the stack's. The first group is shown.
    void add(const QList<Page *> &together);
    /// A place outside the stack that names a patient of its own whenever `names` says so.
    void addBeside(QWidget *place, const std::function<bool()> &names);
    /// Asks them again.
    void lookBeside();

    [[nodiscard]] QList<Page *> all() const;
    [[nodiscard]] QList<Page *> shown() const;
    [[nodiscard]] Page *active() const { return m_active; }
    /// The active page's; empty while somebody is named beside.
    [[nodiscard]] Current current() const;

    /// Puts the page, with those beside it, in the place of what is shown, once that can be left;
    /// the focus goes to it. False: not left, or it is shown already.
    bool open(Page &page);
    /// Back to what was shown before open(), and to what had the focus there. False: not left, or
    /// nothing was shown before.
    bool goBack();

Q_SIGNALS:
    void currentChanged(); ///< current() differs, or is another page's
    void pageShown(ClinicDesk::Page *page);

private:
    struct Group
    {
        QWidget *widget = nullptr;
        QList<Page *> pages;
    };
    [[nodiscard]] bool canLeave() const;
    void showGroup(qsizetype index);
    void onFocus(const QWidget *now);
    void setActive(Page *page);
    void setBeside(bool beside);

    QList<Group> m_groups;
    struct Place
    {
        QPointer<QWidget> widget;
        std::function<bool()> names;
    };
    QList<Place> m_places; ///< beside
    bool m_isBeside = false;
    qsizetype m_shown = -1;
    qsizetype m_before = -1; ///< shown before open()
    QPointer<Page> m_activeBefore;
    QPointer<QWidget> m_opener; ///< had the focus there
    QPointer<Page> m_active;
    QObject m_alive; ///< what is connected to it ends before anything else of this goes
};

} // namespace ClinicDesk
