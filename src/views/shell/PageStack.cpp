#include "views/shell/PageStack.h"

#include <QApplication>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

PageStack::PageStack(QWidget *parent)
    : QWidget(parent)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(qApp, &QApplication::focusChanged, &m_alive,
            [this](const QWidget *, const QWidget *now) { onFocus(now); });
}

void PageStack::add(const QList<Page *> &together)
{
    Group group {together.constFirst(), together};
    if (together.size() > 1) {
        auto *const splitter = new QSplitter(Qt::Horizontal, this);
        splitter->setObjectName(u"splitter"_s);
        splitter->setChildrenCollapsible(false);
        for (Page *const page : together) {
            splitter->addWidget(page);
            splitter->setStretchFactor(splitter->count() - 1, 1);
        }
        group.widget = splitter;
    }
    layout()->addWidget(group.widget);
    group.widget->hide();
    m_groups.append(group);
    for (Page *const page : together) {
        page->setActive(false);
        connect(page, &Page::currentChanged, this, [this, page] {
            if (m_active == page)
                Q_EMIT currentChanged();
        });
    }
    if (m_shown < 0)
        showGroup(0);
}

void PageStack::addBeside(QWidget *place, const std::function<bool()> &names)
{
    m_places.append({place, names});
}

void PageStack::lookBeside()
{
    onFocus(QApplication::focusWidget());
}

QList<Page *> PageStack::all() const
{
    QList<Page *> pages;
    for (const Group &group : m_groups)
        pages.append(group.pages);
    return pages;
}

QList<Page *> PageStack::shown() const
{
    return m_shown < 0 ? QList<Page *>() : m_groups.at(m_shown).pages;
}

Current PageStack::current() const
{
    return m_active && !m_isBeside ? m_active->current() : Current();
}

bool PageStack::open(Page &page)
{
    const auto wanted
        = std::find_if(m_groups.cbegin(), m_groups.cend(),
                       [&page](const Group &group) { return group.pages.contains(&page); });
    Q_ASSERT(wanted != m_groups.cend());
    const qsizetype index = wanted - m_groups.cbegin();
    if (index == m_shown || !canLeave())
        return false;
    m_before = m_shown;
    m_activeBefore = m_active;
    m_opener = QApplication::focusWidget();
    showGroup(index);
    setActive(&page);
    page.focusFirst();
    return true;
}

bool PageStack::goBack()
{
    if (m_before < 0 || !canLeave())
        return false;
    const QWidget *const focus = QApplication::focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    showGroup(std::exchange(m_before, -1));
    setActive(m_activeBefore);
    if (!hadFocus)
        return true;
    if (m_opener && m_opener->isVisible())
        m_opener->setFocus(Qt::OtherFocusReason);
    else
        m_active->focusFirst();
    return true;
}

bool PageStack::canLeave() const
{
    const QList<Page *> pages = shown();
    return std::all_of(pages.cbegin(), pages.cend(), [](Page *page) { return page->canLeave(); });
}

void PageStack::showGroup(qsizetype index)
{
    // The former one goes first: the window never needs room for both.
    if (m_shown >= 0)
        m_groups.at(m_shown).widget->hide();
    m_shown = index;
    const Group &group = m_groups.at(index);
    group.widget->show();
    setActive(group.pages.constFirst());
    Q_EMIT pageShown(m_active);
}

void PageStack::onFocus(const QWidget *now)
{
    if (!now)
        return;
    const auto holds = [now](const QWidget *place) {
        return place && (place == now || place->isAncestorOf(now));
    };
    for (Page *const page : shown()) {
        if (holds(page)) {
            setBeside(false);
            setActive(page);
        }
    }
    for (const Place &place : std::as_const(m_places)) {
        if (holds(place.widget))
            setBeside(place.names());
    }
}

void PageStack::setBeside(bool beside)
{
    if (beside == m_isBeside || !m_active)
        return;
    m_isBeside = beside;
    m_active->setActive(!beside);
    Q_EMIT currentChanged();
}

void PageStack::setActive(Page *page)
{
    if (page == m_active)
        return;
    if (m_active)
        m_active->setActive(false);
    m_active = page;
    m_active->setActive(!m_isBeside);
    Q_EMIT currentChanged();
}

} // namespace ClinicDesk
