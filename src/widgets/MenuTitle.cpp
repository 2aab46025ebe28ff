#include "widgets/MenuTitle.h"

#include "widgets/TextLabel.h"
#include "widgets/theme/Theme.h"

#include <QMenu>
#include <QWidgetAction>

namespace ClinicDesk {

void addMenuTitle(QMenu &menu, const QString &text)
{
    auto *const title = new QWidgetAction(&menu);
    auto *const label = new TextLabel(text, TextRole::BodyStrong, Token::Text, &menu);
    const int edge = Theme::of(&menu).px(12);
    label->setContentsMargins(edge, edge, edge, edge);
    const int most = Theme::of(&menu).px(420);
    if (label->sizeHint().width() > most) {
        label->setWordWrap(true);
        label->setFixedSize(most, label->heightForWidth(most));
    }
    title->setDefaultWidget(label);
    title->setEnabled(false);
    menu.addAction(title);
    // The title is no command, but as readable as one.
    label->setEnabled(true);
}

} // namespace ClinicDesk
