#include "widgets/Announce.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace ClinicDesk {

namespace {

/// Speaks for its window: a notification that shows itself anew with each text.
class Announcer final : public QWidget
{
public:
    explicit Announcer(QWidget *window)
        : QWidget(window)
    {
        // On the screen, or it would not be read; where it is in nobody's way.
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setGeometry(0, 0, 1, 1);
        show();
        lower();
    }

    static Announcer &of(QWidget &window)
    {
        for (QObject *child : window.children()) {
            if (auto *announcer = dynamic_cast<Announcer *>(child))
                return *announcer;
        }
        return *new Announcer(&window);
    }

    /// What is said in one go is one text: a reader asks for it only when all is said, and would
    /// hear the last alone. Later, as a dialog announces before it is shown.
    void say(const QString &text)
    {
        if (m_texts.isEmpty())
            QMetaObject::invokeMethod(
                this, [this] { speak(); }, Qt::QueuedConnection);
        if (!m_texts.contains(text))
            m_texts << text;
    }

private:
    void speak()
    {
        setAccessibleName(m_texts.join(u'\n'));
        m_texts.clear();
        QAccessibleEvent shown(this, QAccessible::ObjectShow);
        QAccessible::updateAccessibility(&shown);
    }

    QStringList m_texts;
};

QAccessibleInterface *createInterface(const QString &, QObject *object)
{
    auto *announcer = dynamic_cast<Announcer *>(object);
    return announcer ? new QAccessibleWidget(announcer, QAccessible::Notification) : nullptr;
}

} // namespace

void announce(QWidget *statusWidget, const QString &text)
{
    if (!statusWidget || text.isEmpty())
        return;
    statusWidget->setAccessibleName(text);
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent named(statusWidget, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
    QAccessibleEvent alert(statusWidget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    // Qt 6.4 keeps alerts from AT-SPI, and Orca reads no label whose name changes: what it does
    // read is a notification that appears.
    QAccessible::installFactory(createInterface); // the same factory is kept once
    Announcer::of(*statusWidget->window()).say(text);
}

} // namespace ClinicDesk
