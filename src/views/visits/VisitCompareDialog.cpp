#include "views/visits/VisitCompareDialog.h"

#include "widgets/FitHeight.h"
#include "widgets/TextLabel.h"

#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

VisitCompareDialog::VisitCompareDialog(const OpenVisit &visit, const ClinicClock &clock,
                                       const VisitTexts::DoctorName &doctorName, QWidget *parent)
    : QDialog(parent)
{
    const Theme &theme = Theme::of(this);
    setObjectName(u"visitCompareDialog"_s);
    setWindowTitle(tr("Compare"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(8));
    const auto add = [&](int row, int column, const QString &text, TextRole role, Token colour) {
        auto *label = new TextLabel(text, role, colour, this);
        label->setWordWrap(column > 0 && row > 0);
        grid->addWidget(label, row, column);
    };
    const QStringList titles {tr("Field"), tr("Before"), tr("Now")};
    for (int column = 0; column < titles.size(); ++column)
        add(0, column, titles.at(column), TextRole::BodyStrong, Token::SecondaryText);
    const QList<VisitField> changed = visit.changed();
    for (const VisitField field : {VisitField::Time, VisitField::Doctor, VisitField::Status,
                                   VisitField::Room, VisitField::VisitType, VisitField::Reason}) {
        const bool isChanged = changed.contains(field);
        if (!isChanged && field > VisitField::Status)
            continue;
        const int row = grid->rowCount();
        const QString before = VisitTexts::value(field, visit.seen(), clock, doctorName);
        const QString now = VisitTexts::value(field, visit.now(), clock, doctorName);
        add(row, 0, VisitTexts::label(field), TextRole::BodyStrong, Token::Text);
        add(row, 1, before, TextRole::Body, Token::SecondaryText);
        add(row, 2, now, isChanged ? TextRole::BodyStrong : TextRole::Body,
            isChanged ? Token::WarningText : Token::Text);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeCompare"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    layout->setSpacing(theme.px(16));
    layout->addLayout(grid);
    layout->addLayout(buttons);
    // What a screen reader says when the dialog opens; the table itself takes no focus.
    setAccessibleDescription(VisitTexts::differences(visit, clock, doctorName));
    setMinimumWidth(theme.px(420));
    new FitHeight(*this);
    close->setFocus();
}

} // namespace ClinicDesk
