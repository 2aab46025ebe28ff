#include "views/reception/KeysDialog.h"

#include "widgets/theme/Theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

void addCommands(QTreeWidgetItem *group, const QList<QAction *> &actions)
{
    for (const QAction *action : actions) {
        if (action->menu()) {
            addCommands(group, action->menu()->actions());
            continue;
        }
        // The key's cap says Enter, and so do the other texts.
        const QString key = action->shortcut()
                                .toString(QKeySequence::NativeText)
                                .replace(u"Return"_s, KeysDialog::tr("Enter"));
        if (!key.isEmpty())
            new QTreeWidgetItem(group, {key, action->text().remove(u'&').remove(u"..."_s)});
    }
}

} // namespace

KeysDialog::KeysDialog(const QMenuBar &menuBar, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setObjectName(u"keysDialog"_s);
    auto *layout = new QVBoxLayout(this);
    auto *keys = new QTreeWidget(this);
    keys->setHeaderLabels({tr("Key"), tr("Does")});
    keys->setRootIsDecorated(false);
    for (const QAction *menu : menuBar.actions()) {
        auto *group = new QTreeWidgetItem(keys, {menu->text().remove(u'&')});
        addCommands(group, menu->menu()->actions());
    }
    auto *grid = new QTreeWidgetItem(keys, {tr("Day and booking panel")});
    const QList<QStringList> others {
        {tr("Arrows"), tr("next slot, next doctor")},
        {tr("Enter"), tr("open an appointment, or book a free slot")},
        {tr("Letters"), tr("on a free slot: book it for the patient of that name")},
        {tr("Shift+Up, Shift+Down"), tr("lengthen a free selection")},
        {tr("Shift+F10"), tr("all that can be done here")},
        {tr("Enter"), tr("in the panel: next field, at the end book")},
        {tr("Esc"), tr("close the list, then free the time, then close the panel")}};
    for (const QStringList &line : others)
        new QTreeWidgetItem(grid, line);
    keys->expandAll();
    keys->setCurrentItem(keys->topLevelItem(0));
    keys->resizeColumnToContents(0);
    layout->addWidget(keys);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    const Theme &theme = Theme::of(this);
    const QSize room = parent ? parent->size() : screen()->availableSize();
    resize(QSize(theme.px(520), theme.px(560)).boundedTo(room));
}

} // namespace ClinicDesk
