#include "views/commands/KeysDialog.h"

#include "widgets/Announce.h"
#include "widgets/KeyMap.h"
#include "widgets/theme/Theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int commandRole = Qt::UserRole;

QAction *commandOf(const QTreeWidgetItem *item)
{
    return item ? item->data(0, commandRole).value<QAction *>() : nullptr;
}

} // namespace

KeysDialog::KeysDialog(const QMenuBar &menuBar, const QList<KeyGroup> &others, QWidget *window)
    : QDialog(window)
    , m_map(KeyMap::of(window))
    , m_tree(new QTreeWidget(this))
{
    setWindowTitle(tr("Keys"));
    setObjectName(u"keysDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tree);
    fill(menuBar, others);
    if (m_map)
        addEditor();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    // Enter on a command is for its key.
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    m_tree->setFocus();
    const Theme &theme = Theme::of(this);
    const QSize room = window ? window->size() : screen()->availableSize();
    resize(QSize(theme.px(560), theme.px(600)).boundedTo(room));
}

void KeysDialog::fill(const QMenuBar &menuBar, const QList<KeyGroup> &others)
{
    m_tree->setHeaderLabels({tr("Key"), tr("Does")});
    m_tree->setAccessibleName(tr("Keys"));
    m_tree->setRootIsDecorated(false);
    QTreeWidgetItem *group = nullptr;
    const QList<MenuCommand> commands = menuCommands(menuBar);
    for (const MenuCommand &command : commands) {
        if (!group || group->text(0) != command.menu)
            group = addGroup(command.menu);
        auto *item = new QTreeWidgetItem(group, {QString(), commandText(*command.action)});
        item->setData(0, commandRole, QVariant::fromValue(command.action));
    }
    for (const KeyGroup &other : others) {
        if (other.lines.isEmpty())
            continue;
        if (!group || group->text(0) != other.title)
            group = addGroup(other.title);
        for (const KeyGroup::Line &line : other.lines)
            new QTreeWidgetItem(group, {line.key, line.does});
    }
    refreshKeys();
    m_tree->expandAll();
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->resizeColumnToContents(0);
}

QTreeWidgetItem *KeysDialog::addGroup(const QString &title)
{
    auto *group = new QTreeWidgetItem(m_tree, {title});
    group->setData(1, Qt::AccessibleTextRole, title);
    return group;
}

void KeysDialog::addEditor()
{
    m_question = new QLabel(this);
    m_question->setWordWrap(true);
    m_editor = new QKeySequenceEdit(this);
    m_editor->setObjectName(u"newKey"_s);
    m_editor->setClearButtonEnabled(true);
    m_question->setBuddy(m_editor);
    m_restore = new QPushButton(tr("&Restore its key"), this);
    m_restore->setAutoDefault(false);
    m_said = new QLabel(this);
    m_said->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_editor, 1);
    row->addWidget(m_restore);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_question);
    column->addLayout(row);
    column->addWidget(m_said);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &KeysDialog::showCurrent);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] {
        if (m_editor->isEnabled())
            m_editor->setFocus();
    });
    connect(m_editor, &QKeySequenceEdit::editingFinished, this, &KeysDialog::takeKey);
    connect(m_restore, &QPushButton::clicked, this, &KeysDialog::restoreKey);
    showCurrent();
}

QAction *KeysDialog::currentCommand() const
{
    QAction *const command = commandOf(m_tree->currentItem());
    return command && m_map && m_map->canChange(*command) ? command : nullptr;
}

void KeysDialog::refreshKeys()
{
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        const QAction *const command = commandOf(*it);
        if (!command)
            continue;
        const QString key = keyText(command->shortcut());
        (*it)->setText(0, key);
        (*it)->setData(0, Qt::AccessibleTextRole, key.isEmpty() ? tr("no key") : key);
        QFont font = m_tree->font();
        font.setBold(m_map && m_map->isChanged(*command));
        (*it)->setFont(0, font);
    }
}

void KeysDialog::showCurrent()
{
    const QAction *const command = currentCommand();
    m_editor->clear();
    m_editor->setEnabled(command);
    m_restore->setEnabled(command && m_map->isChanged(*command));
    m_said->clear();
    m_question->setText(command ? tr("&New key for \"%1\"").arg(commandText(*command))
                                : tr("&New key: choose a command above"));
    m_editor->findChild<QLineEdit *>()->setAccessibleName(m_question->text().remove(u'&'));
}

void KeysDialog::takeKey()
{
    QAction *const command = currentCommand();
    if (!command || m_editor->keySequence().isEmpty())
        return;
    const QKeySequence key(m_editor->keySequence()[0]);
    QString said;
    switch (KeyMap::refusal(*command, key)) {
    case KeyMap::Refusal::Bare:
        said = tr("%1 alone would be typed. Press it together with Ctrl or Alt, or a function key.")
                   .arg(keyText(key));
        break;
    case KeyMap::Refusal::Reserved:
        said = tr("%1 moves through every window and stays as it is. Press another key.")
                   .arg(keyText(key));
        break;
    case KeyMap::Refusal::None: {
        const QAction *const other = m_map->holder(*command, key);
        m_map->setKey(*command, key);
        said = other ? tr("%1 is now the key of \"%2\". \"%3\" has lost it.")
                           .arg(keyText(key), commandText(*command), commandText(*other))
                     : tr("%1 is now the key of \"%2\".").arg(keyText(key), commandText(*command));
        break;
    }
    }
    refreshKeys();
    showCurrent();
    m_said->setText(said);
    announce(m_said, said);
    m_tree->setFocus();
}

void KeysDialog::restoreKey()
{
    QAction *const command = currentCommand();
    if (!command)
        return;
    m_map->reset(*command);
    refreshKeys();
    showCurrent();
    m_tree->setFocus();
}

} // namespace ClinicDesk
