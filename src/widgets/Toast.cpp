#include "widgets/Toast.h"

#include "widgets/Announce.h"
#include "widgets/Format.h"
#include "widgets/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

using namespace std::chrono_literals;

namespace ClinicDesk {

Toast::Toast(QWidget *host)
    : QFrame(host)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_countdown(new QLabel(this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    m_text->setTextFormat(Qt::PlainText);
    m_action->setFocusPolicy(Qt::TabFocus);
    m_action->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_countdown);
    connect(m_timer, &QTimer::timeout, this, &Toast::tick);
    connect(m_action, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT actionTriggered();
    });
    host->installEventFilter(this);
    restyle();
    hide();
}

void Toast::setHost(QWidget *host)
{
    parentWidget()->removeEventFilter(this);
    const bool wasHidden = isHidden();
    setParent(host);
    host->installEventFilter(this);
    setVisible(!wasHidden);
}

void Toast::present(const QString &text, const QString &action, int seconds)
{
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_countdown->setVisible(!action.isEmpty());
    m_secondsLeft = seconds;
    showCountdown();
    m_timer->start(1s);
    place();
    show();
    raise();
    announce(m_text, text);
}

void Toast::dismiss()
{
    if (isHidden())
        return;
    m_timer->stop();
    m_secondsLeft = 0;
    hide();
    Q_EMIT dismissed();
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::focusAction()
{
    if (isVisible() && !m_action->isHidden())
        m_action->setFocus(Qt::ShortcutFocusReason);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::StyleChange && event->type() != QEvent::FontChange)
        return;
    restyle();
    // What is inside gets its own event after this one and then needs another size.
    QMetaObject::invokeMethod(this, &Toast::placeAgain, Qt::QueuedConnection);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colour(Token::FieldEdge));
    painter.setBrush(theme.colour(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void Toast::tick()
{
    --m_secondsLeft;
    if (m_secondsLeft <= 0)
        dismiss();
    else
        showCountdown();
}

void Toast::showCountdown()
{
    m_countdown->setText(tr("%1 s").arg(Format::isolated(QString::number(m_secondsLeft))));
}

void Toast::restyle()
{
    const Theme &theme = Theme::of(this);
    layout()->setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8));
    layout()->setSpacing(theme.px(12));
    m_countdown->setMinimumWidth(
        QFontMetrics(theme.font(TextRole::Body)).horizontalAdvance(QStringLiteral("000 s")));
    QPalette colours = m_countdown->palette();
    colours.setColor(QPalette::WindowText, theme.colour(Token::SecondaryText));
    m_countdown->setPalette(colours);
    placeAgain();
}

void Toast::placeAgain()
{
    if (!isHidden())
        place();
}

void Toast::place()
{
    const QWidget *host = parentWidget();
    const int gap = Theme::of(this).px(16);
    const int room = host->width() - 2 * gap;
    m_text->setWordWrap(false);
    layout()->invalidate();
    layout()->activate();
    if (sizeHint().width() > room)
        m_text->setWordWrap(true);
    const int width = qMin(sizeHint().width(), room);
    const int height = m_text->wordWrap() ? heightForWidth(width) : sizeHint().height();
    const int foot = m_floor ? m_floor->mapTo(host, QPoint()).y() : host->height();
    const int below = qBound(0, (foot - height) / 2, gap);
    setGeometry((host->width() - width) / 2, foot - height - below, width, height);
}

} // namespace ClinicDesk
