#include "views/paper/PaperDialog.h"

#include "models/DeskView.h"
#include "views/paper/Aside.h"
#include "views/paper/PaperPreview.h"
#include "widgets/FieldError.h"
#include "widgets/TextLabel.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

PaperDialog::PaperDialog(std::shared_ptr<const Document> document, DeskView &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_preview(new PaperPreview(this))
{
    const Theme &theme = Theme::of(this);
    setWindowTitle(document->title());
    m_preview->setObjectName(u"paperPages"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    layout->setSpacing(theme.px(12));
    layout->addWidget(m_preview, 1);
    addChoices(*layout);
    addButtons(*layout);
    const QSize room = parent ? parent->window()->size() : QSize(1024, 768);
    resize(QSize(theme.px(880), theme.px(720)).boundedTo(room));
    m_print->setFocus();
    setDocument(std::move(document));
}

void PaperDialog::addChoices(QBoxLayout &layout)
{
    m_rangeRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_rangeRow);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new TextLabel(tr("Pa&ges"), TextRole::Body, Token::SecondaryText, this);
    m_rangeText = new QLineEdit(this);
    m_rangeText->setObjectName(u"paperRange"_s);
    m_rangeText->setAccessibleName(tr("Pages"));
    m_rangeText->setPlaceholderText(tr("all, or for example 2-5"));
    label->setBuddy(m_rangeText);
    row->addWidget(label);
    row->addWidget(m_rangeText, 1);
    m_rangeRow->hide();
    m_state = new TextLabel({}, TextRole::Body, Token::SecondaryText, this);
    m_state->setObjectName(u"paperState"_s);
    m_rangeProblem = new FieldError(m_rangeText, this);
    m_rangeProblem->setObjectName(u"paperRangeProblem"_s);
    m_problem = new FieldError(m_preview, this);
    m_problem->setObjectName(u"paperProblem"_s);
    layout.addWidget(m_rangeRow);
    layout.addWidget(m_rangeProblem);
    layout.addWidget(m_state);
    layout.addWidget(m_problem);
    connect(m_rangeText, &QLineEdit::textEdited, this, &PaperDialog::onRangeEdited);
}

void PaperDialog::addButtons(QBoxLayout &layout)
{
    auto *buttons = new QDialogButtonBox(this);
    m_print = buttons->addButton(tr("&Print..."), QDialogButtonBox::ActionRole);
    m_save = buttons->addButton(tr("&Save as PDF..."), QDialogButtonBox::ActionRole);
    m_close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    m_print->setObjectName(u"paperPrint"_s);
    m_save->setObjectName(u"paperSave"_s);
    m_close->setObjectName(u"paperClose"_s);
    m_print->setDefault(true);
    connect(m_print, &QPushButton::clicked, this, &PaperDialog::askPrinter);
    connect(m_save, &QPushButton::clicked, this, &PaperDialog::askFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &PaperDialog::reject);
    layout.addWidget(buttons);
}

void PaperDialog::addAbove(QWidget *widget)
{
    auto *whole = static_cast<QBoxLayout *>(layout());
    whole->insertWidget(whole->indexOf(m_preview), widget);
    QWidget *before = nullptr;
    for (QWidget *const field : widget->findChildren<QWidget *>()) {
        if ((field->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        if (before)
            setTabOrder(before, field);
        before = field;
    }
    if (before)
        setTabOrder(before, m_preview);
}

void PaperDialog::setDocument(std::shared_ptr<const Document> document)
{
    m_document = std::move(document);
    const QSizeF page = m_document->usualPage().size(QPageSize::Point);
    const int layoutAsked = ++m_layouts;
    showState();
    aside(
        this,
        [document = m_document, page] {
            return std::shared_ptr<const DocumentPages>(document->pages(page));
        },
        [this, layoutAsked, page](const std::shared_ptr<const DocumentPages> &pages) {
            if (layoutAsked == m_layouts)
                onLaidOut(pages, page);
        });
}

void PaperDialog::onLaidOut(const std::shared_ptr<const DocumentPages> &pages, const QSizeF &page)
{
    m_preview->showPages(pages, page);
    m_rangeRow->setVisible(pages->count() > 1);
    if (!m_isWriting)
        showState();
}

void PaperDialog::showState()
{
    if (shownPages() == 0)
        m_state->setText(tr("Laying out the pages..."));
    else
        m_state->setText(tr("%n pages", nullptr, shownPages()));
    m_state->setVisible(shownPages() != 1);
}

void PaperDialog::onRangeEdited()
{
    m_range = PaperJob::rangeFromText(m_rangeText->text());
    m_rangeProblem->setText({});
    if (m_range)
        m_preview->setRange(*m_range);
}

bool PaperDialog::checkRange()
{
    const QString typed = m_rangeText->text();
    const bool hasPages
        = m_range && (shownPages() == 0 || !PaperJob::sheets(*m_range, shownPages()).isEmpty());
    if (hasPages)
        return true;
    m_rangeProblem->setText(
        m_range ? tr("There are %n pages. Choose some of them.", nullptr, shownPages())
                : tr("Enter pages as 2 or 2-5, or nothing for all."));
    m_rangeText->setFocus();
    return false;
}

void PaperDialog::askFile()
{
    if (!checkRange())
        return;
    QString folder = m_desk.saveFolder();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Save as PDF"), folder, tr("PDF files (*.pdf)"));
    dialog->setObjectName(u"paperFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(m_document->fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &PaperDialog::saveAs);
    dialog->open();
}

void PaperDialog::saveAs(const QString &path)
{
    if (m_isWriting || !checkRange())
        return;
    beginWriting(tr("Saving %1...").arg(QFileInfo(path).fileName()));
    aside(
        this,
        [document = m_document, path, range = *m_range] {
            return PaperJob::save(*document, path, range);
        },
        [this, path](const QString &problem) {
            if (!endWriting(problem, m_save))
                return;
            m_desk.setSaveFolder(QFileInfo(path).absolutePath());
            Q_EMIT saved(path);
        });
}

void PaperDialog::askPrinter()
{
    if (!checkRange())
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_document->title());
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"paperPrinter"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (shownPages() > 0)
        dialog->setMinMax(1, shownPages());
    if (!m_range->isWhole()) {
        const int last = std::min(m_range->last.value_or(shownPages()), shownPages());
        dialog->setPrintRange(QPrintDialog::PageRange);
        dialog->setFromTo(m_range->first, std::max(m_range->first, last));
    }
    connect(dialog, &QDialog::accepted, this, [this, printer] { printOn(printer); });
    dialog->open();
}

void PaperDialog::printOn(const std::shared_ptr<QPrinter> &printer)
{
    if (m_isWriting)
        return;
    const QString file = printer->outputFileName();
    const QString where = file.isEmpty() ? printer->printerName() : QFileInfo(file).fileName();
    beginWriting(tr("Printing on %1...").arg(where));
    aside(
        this, [document = m_document, printer] { return PaperJob::print(*document, *printer); },
        [this, where](const QString &problem) {
            if (endWriting(problem, m_print))
                Q_EMIT printed(where);
        });
}

void PaperDialog::beginWriting(const QString &text)
{
    m_isWriting = true;
    m_isWarned = false;
    m_written = m_document;
    m_problem->setText({});
    m_state->setText(text);
    m_state->show();
    m_close->setFocus(); // before the button that has it is switched off
    m_print->setEnabled(false);
    m_save->setEnabled(false);
}

bool PaperDialog::endWriting(const QString &problem, QPushButton *button)
{
    m_isWriting = false;
    m_print->setEnabled(true);
    m_save->setEnabled(true);
    button->setFocus();
    m_problem->setText(problem);
    showState();
    return problem.isEmpty();
}

void PaperDialog::reject()
{
    if (m_isWriting && !m_isWarned) {
        m_isWarned = true;
        m_problem->setText(tr("This is still being written. Wait for it, or close again: how it "
                              "ends is not told then."));
        return;
    }
    QDialog::reject();
}

void PaperDialog::focusSafe()
{
    (m_print->isEnabled() ? m_print : m_close)->setFocus();
}

QString PaperDialog::problem() const
{
    return m_problem->text();
}

void PaperDialog::setProblem(const QString &text)
{
    m_problem->setText(text);
}

int PaperDialog::shownPages() const
{
    return m_preview->pageCount();
}

} // namespace ClinicDesk
