#include "views/paper/DayListDialog.h"

#include "models/DeskView.h"
#include "widgets/FieldError.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QPainter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QThread>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr double previewPixelsPerPoint = 96.0 / 72.0;
constexpr int mostPagesShown = 40;

/// Empty when it was written whole.
QString writeFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const QStorageInfo disk(info.absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < bytes.size())
        return DayListDialog::tr("%1 was not saved: the disk is full. Free some space or choose "
                                 "another folder.")
            .arg(info.fileName());
    return DayListDialog::tr("%1 was not saved: the folder %2 cannot be written to. Choose another "
                             "folder.")
        .arg(info.fileName(), info.absolutePath());
}

QList<QImage> picturesOf(const DayList &list, double scale)
{
    const QSizeF page = DayListPaper::usualPage();
    const DayListPaper paper(list, page);
    QList<QImage> pictures;
    for (int number = 0; number < std::min(paper.pageCount(), mostPagesShown); ++number) {
        QImage picture((page * scale).toSize(), QImage::Format_Grayscale8);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        paper.drawPage(painter, number);
        painter.end();
        pictures << picture;
    }
    return pictures;
}

} // namespace

DayListDialog::DayListDialog(const DayList &list, const QString &fileName, DeskView &desk,
                             QWidget *parent)
    : QDialog(parent)
    , m_list(list)
    , m_fileName(fileName)
    , m_desk(desk)
    , m_pages(new QScrollArea(this))
    , m_state(new TextLabel({}, TextRole::Body, Token::SecondaryText, this))
    , m_problem(new FieldError(m_pages, this))
{
    setObjectName(u"dayListDialog"_s);
    setWindowTitle(tr("Day list, %1").arg(list.title));
    m_pages->setObjectName(u"dayListPages"_s);
    m_pages->setAccessibleName(tr("Pages"));
    m_pages->setAlignment(Qt::AlignCenter);
    m_pages->setWidgetResizable(true);
    m_problem->setObjectName(u"dayListProblem"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("&Save as PDF..."), QDialogButtonBox::ActionRole);
    m_print = buttons->addButton(tr("&Print..."), QDialogButtonBox::ActionRole);
    m_print->setObjectName(u"dayListPrint"_s);
    m_save->setObjectName(u"dayListSave"_s);
    m_print->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_state);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &DayListDialog::askFile);
    connect(m_print, &QPushButton::clicked, this, &DayListDialog::askPrinter);
    const Theme &theme = Theme::of(this);
    const QSize room = parent ? parent->size() : QSize(1024, 768);
    resize(QSize(theme.px(880), theme.px(720)).boundedTo(room));
    m_print->setFocus();
    setBusy(tr("Laying out the pages..."));
    const double scale = previewPixelsPerPoint * devicePixelRatioF();
    aside<QList<QImage>>([list, scale] { return picturesOf(list, scale); },
                         [this](const QList<QImage> &pages) { showPages(pages); });
}

DayListDialog::~DayListDialog() = default;

template<typename T> void DayListDialog::aside(std::function<T()> work, std::function<void(T)> then)
{
    const QPointer<DayListDialog> self(this);
    QThread *const thread = QThread::create([self, work, then] {
        const T result = work();
        QMetaObject::invokeMethod(qApp, [self, then, result] {
            if (self)
                then(result);
        });
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void DayListDialog::showPages(const QList<QImage> &pages)
{
    auto *paper = new QWidget;
    auto *column = new QVBoxLayout(paper);
    for (qsizetype number = 0; number < pages.size(); ++number) {
        auto *page = new QLabel(paper);
        QPixmap picture = QPixmap::fromImage(pages.at(number));
        picture.setDevicePixelRatio(devicePixelRatioF());
        page->setPixmap(picture);
        page->setFrameShape(QFrame::Box);
        page->setAccessibleName(tr("Page %1").arg(number + 1));
        column->addWidget(page, 0, Qt::AlignHCenter);
    }
    m_pages->setWidget(paper);
    m_shownPages = int(pages.size());
    setBusy({});
    m_state->setText(tr("%n pages", nullptr, m_shownPages) + u", "_s + m_list.asOf);
}

void DayListDialog::setBusy(const QString &text)
{
    m_state->setText(text);
    m_save->setEnabled(text.isEmpty());
    m_print->setEnabled(text.isEmpty());
}

void DayListDialog::askFile()
{
    QString folder = m_desk.saveFolder();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Save day list"), folder, tr("PDF files (*.pdf)"));
    dialog->setObjectName(u"dayListFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(m_fileName);
    connect(dialog, &QFileDialog::fileSelected, this, &DayListDialog::saveAs);
    dialog->open();
}

void DayListDialog::saveAs(const QString &path)
{
    m_problem->setText({});
    setBusy(tr("Saving %1...").arg(QFileInfo(path).fileName()));
    aside<QString>([list = m_list, path] { return writeFile(path, DayListPaper::pdf(list)); },
                   [this, path](const QString &problem) {
                       setBusy({});
                       m_problem->setText(problem);
                       if (!problem.isEmpty()) {
                           m_save->setFocus();
                           return;
                       }
                       m_desk.setSaveFolder(QFileInfo(path).absolutePath());
                       Q_EMIT saved(path);
                       accept();
                   });
}

QString DayListDialog::problem() const
{
    return m_problem->text();
}

void DayListDialog::askPrinter()
{
    m_printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    m_printer->setFullPage(true);
    m_printer->setDocName(m_list.title);
    auto *dialog = new QPrintDialog(m_printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this](QPrinter *printer) {
                printer->setFullPage(true);
                const QSizeF page = printer->pageLayout().fullRect(QPageLayout::Point).size();
                DayListPaper(m_list, page).print(*printer);
                if (printer->printerState() == QPrinter::Error) {
                    m_problem->setText(
                        tr("Not printed: printer %1 does not answer. Print again or save as PDF.")
                            .arg(printer->printerName()));
                    return;
                }
                Q_EMIT printed(printer->printerName());
                accept();
            });
    dialog->open();
}

} // namespace ClinicDesk
