#include "views/languages/Mnemonics.h"

#include <QAbstractButton>
#include <QAction>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

class Letters
{
public:
    void add(const QString &text)
    {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        if (!letter.isEmpty() && !m_texts.value(letter.toString()).contains(text))
            m_texts[letter.toString()] << text;
    }
    void addActions(const QList<QAction *> &actions)
    {
        for (const QAction *action : actions)
            add(action->text());
    }
    [[nodiscard]] QStringList clashes() const
    {
        QStringList clashes;
        for (auto at = m_texts.cbegin(); at != m_texts.cend(); ++at) {
            if (at->size() > 1)
                clashes << at.key() + u": "_s + at->join(u", "_s);
        }
        return clashes;
    }

private:
    QMap<QString, QStringList> m_texts;
};

} // namespace

QStringList clashingMnemonics(const QWidget &window)
{
    QStringList clashes;
    const QList<QMenu *> menus = window.findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        Letters letters;
        letters.addActions(menu->actions());
        clashes << letters.clashes();
    }
    Letters letters;
    const QList<QMenuBar *> bars = window.findChildren<QMenuBar *>();
    for (const QMenuBar *bar : bars)
        letters.addActions(bar->actions());
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisibleTo(&window) || widget->window() != &window)
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->buddy())
            letters.add(label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            letters.add(button->text());
    }
    return clashes + letters.clashes();
}

} // namespace ClinicDesk
