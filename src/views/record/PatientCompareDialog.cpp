#include "views/record/PatientCompareDialog.h"

#include "views/booking/FormScroll.h"
#include "views/record/PatientTexts.h"
#include "widgets/TextLabel.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// Long texts are cut where they are chosen; the tip has them whole.
QString brief(PatientField field, const QString &text)
{
    constexpr qsizetype most = 40;
    const QString shown = PatientTexts::shown(field, text).simplified();
    if (shown.isEmpty())
        return PatientCompareDialog::tr("(empty)");
    return shown.size() > most ? QString(shown.left(most) + QChar(0x2026)) : shown;
}

} // namespace

PatientCompareDialog::PatientCompareDialog(const PatientMerge &merge, const QString &who,
                                           QWidget *parent)
    : QDialog(parent)
    , m_merge(merge)
{
    const Theme &theme = Theme::of(this);
    setObjectName(u"compareDialog"_s);
    setWindowTitle(tr("Compare"));
    auto *table = new QWidget(this);
    auto *grid = new QGridLayout(table);
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(8));
    addHeader(*grid, who);
    for (const PatientField field : merge.conflicts())
        addRow(*grid, field);
    grid->setRowStretch(grid->rowCount(), 1);
    grid->setColumnStretch(3, 1);
    auto *text = new TextLabel(tr("Choose what to keep in each field. Nothing is saved yet."),
                               TextRole::Body, Token::Text, this);
    text->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    auto *keep = buttons->addButton(tr("Keep these"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(u"keepChosen"_s);
    keep->setDefault(true);
    buttons->addButton(tr("Decide later"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &PatientCompareDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    layout->setSpacing(theme.px(12));
    layout->addWidget(text);
    layout->addWidget(new FormScroll(table, this), 1);
    layout->addWidget(buttons);
    const QSize wanted(table->sizeHint().width() + theme.px(48),
                       table->sizeHint().height() + theme.px(140));
    resize(wanted.boundedTo(parent->window()->size()));
    if (!m_theirs.isEmpty())
        m_theirs.first()->setFocus();
}

void PatientCompareDialog::addHeader(QGridLayout &grid, const QString &who)
{
    const QStringList titles {tr("Field"), tr("Before"),
                              who.isEmpty() ? tr("Theirs") : tr("Theirs (%1)").arg(who),
                              tr("Mine")};
    for (int column = 0; column < titles.size(); ++column) {
        grid.addWidget(
            new TextLabel(titles.at(column), TextRole::BodyStrong, Token::SecondaryText, this), 0,
            column);
    }
}

void PatientCompareDialog::addRow(QGridLayout &grid, PatientField field)
{
    const int row = grid.rowCount();
    const QString name = PatientTexts::label(field);
    const auto option = [&](const QString &text, const QString &whose) {
        auto *button = new QRadioButton(brief(field, text), this);
        button->setToolTip(PatientTexts::shown(field, text));
        button->setAccessibleName(
            tr("%1, %2: %3", "field, whose, text").arg(name, whose, button->text()));
        return button;
    };
    const QString before = m_merge.before().value(field);
    auto *was = new TextLabel(brief(field, before), TextRole::Body, Token::SecondaryText, this);
    was->setToolTip(PatientTexts::shown(field, before));
    QRadioButton *const theirs = option(m_merge.theirs().value(field), tr("theirs"));
    QRadioButton *const mine = option(m_merge.mine().value(field), tr("mine"));
    theirs->setObjectName(u"theirs_"_s + toKey(field));
    mine->setObjectName(u"mine_"_s + toKey(field));
    auto *group = new QButtonGroup(this);
    group->addButton(theirs);
    group->addButton(mine);
    mine->setChecked(true);
    m_theirs.insert(field, theirs);
    grid.addWidget(new TextLabel(name, TextRole::BodyStrong, Token::Text, this), row, 0);
    grid.addWidget(was, row, 1);
    grid.addWidget(theirs, row, 2);
    grid.addWidget(mine, row, 3);
}

void PatientCompareDialog::accept()
{
    PatientFields fields;
    for (const auto &[field, theirs] : m_theirs.asKeyValueRange())
        fields.insert(field,
                      (theirs->isChecked() ? m_merge.theirs() : m_merge.mine()).value(field));
    Q_EMIT chosen(fields);
    QDialog::accept();
}

} // namespace ClinicDesk
