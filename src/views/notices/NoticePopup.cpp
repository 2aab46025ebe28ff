#include "views/notices/NoticePopup.h"

#include "widgets/TextLabel.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// Takes the second of two clicks: it is not for what came to light below.
class SecondClick final : public QObject
{
public:
    explicit SecondClick(QObject *parent)
        : QObject(parent)
    {
        qApp->installEventFilter(this);
        QTimer::singleShot(QApplication::doubleClickInterval(), this, &QObject::deleteLater);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        return event->type() == QEvent::MouseButtonDblClick;
    }
};

} // namespace

NoticePopup::NoticePopup(const QString &title, const QString &emptyText, QWidget *host)
    : QFrame(host)
    , m_title(new TextLabel(title, TextRole::Section, Token::Text, this))
    , m_empty(new TextLabel(emptyText, TextRole::Body, Token::SecondaryText, this))
    , m_list(new QListWidget(this))
    , m_command(new QPushButton(this))
{
    const int gap = Theme::of(this).px(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_command);
    layout->addLayout(top);
    m_empty->setWordWrap(true);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    m_command->hide();
    m_command->setAutoDefault(false);
    m_list->setObjectName(u"noticeList"_s);
    m_list->setAccessibleName(title);
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_command->installEventFilter(this);
    host->installEventFilter(this);
    connect(m_list, &QListWidget::itemClicked, this, [this] {
        choose();
        if (isHidden())
            new SecondClick(this);
    });
    connect(m_command, &QPushButton::clicked, this, &NoticePopup::commandTriggered);
    connect(qApp, &QApplication::focusChanged, &m_alive,
            [this](QWidget *, QWidget *now) { onFocusChanged(now); });
    hide();
}

void NoticePopup::setCommand(const QString &text)
{
    m_command->setText(text);
    m_command->show();
}

void NoticePopup::setCommandEnabled(bool enabled)
{
    // The focus stays inside when what it stood on goes.
    if (!enabled && m_command->hasFocus())
        m_list->setFocus(Qt::OtherFocusReason);
    m_command->setEnabled(enabled);
}

void NoticePopup::setLines(const QList<NoticeLine> &lines)
{
    if (lines == m_lines && m_list->count() == lines.size())
        return;
    const int row = m_list->currentRow();
    const QVariant selected = row >= 0 && row < m_lines.size() ? m_lines.at(row).key : QVariant();
    m_lines = lines;
    m_list->clear();
    int current = 0;
    for (const NoticeLine &line : lines) {
        auto *item = new QListWidgetItem(
            line.when.isEmpty() ? line.text : line.text + u"\n"_s + line.when, m_list);
        QFont font = m_list->font();
        font.setBold(line.strong);
        item->setFont(font);
        const QString spoken = line.when.isEmpty() ? line.text : line.text + u", "_s + line.when;
        item->setData(Qt::AccessibleTextRole, line.strong ? tr("%1, unread").arg(spoken) : spoken);
        if (selected.isValid() && line.key == selected)
            current = m_list->count() - 1;
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(current);
    m_empty->setVisible(lines.isEmpty());
}

void NoticePopup::open(QWidget *anchor)
{
    m_anchor = anchor;
    if (!isVisible())
        m_opener = QApplication::focusWidget();
    place();
    show();
    raise();
    m_list->setFocus(Qt::PopupFocusReason);
}

void NoticePopup::close()
{
    if (isHidden())
        return;
    const QWidget *const now = QApplication::focusWidget();
    const bool hadFocus = now && isAncestorOf(now);
    hide();
    if (hadFocus && m_opener)
        m_opener->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

bool NoticePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool chooses = isEnter && watched == m_list;
    if (key != Qt::Key_Escape && !chooses)
        return QFrame::eventFilter(watched, event);
    // The window's own Esc and Enter must not see it.
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        if (chooses)
            choose();
        else
            close();
    }
    return true;
}

void NoticePopup::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colour(Token::FieldEdge));
    painter.setBrush(theme.colour(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void NoticePopup::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_lines.size())
        return;
    const QVariant key = m_lines.at(row).key;
    if (!key.isValid())
        return; // there is nothing to show
    close();
    Q_EMIT chosen(key);
}

void NoticePopup::place()
{
    const Theme &theme = Theme::of(this);
    QWidget *const host = parentWidget();
    const int gap = theme.px(8);
    const int width = std::min(theme.px(460), host->width() - 2 * gap);
    int top = gap;
    int left = host->width() - width - gap;
    if (m_anchor) {
        const QPoint below = m_anchor->mapTo(host, QPoint(0, m_anchor->height()));
        top = below.y() + theme.px(4);
        left = layoutDirection() == Qt::RightToLeft ? below.x()
                                                    : below.x() + m_anchor->width() - width;
    }
    left = std::clamp(left, gap, std::max(gap, host->width() - width - gap));
    setGeometry(left, top, width, std::min(theme.px(380), host->height() - top - gap));
}

void NoticePopup::onFocusChanged(QWidget *now)
{
    if (isVisible() && now && now != this && !isAncestorOf(now))
        close();
}

} // namespace ClinicDesk
