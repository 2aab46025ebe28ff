#include "views/paper/PaperDialog.h"

#include "models/DeskView.h"
#include "views/paper/PaperPreview.h"
#include "views/paper/PdfText.h"

#include <gmock/gmock.h>

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// Each page is as dark as its number says.
class Shades final : public Document
{
public:
    explicit Shades(int count)
        : m_count(count)
    {
    }

    static QColor shadeOf(int number) { return QColor(0, 0, 40 + number); }

    QString title() const override { return u"Shades"_s; }
    QString fileName() const override { return u"shades.pdf"_s; }
    QPageSize usualPage() const override { return QPageSize(QPageSize::A4); }
    std::unique_ptr<DocumentPages> pages(const QSizeF &page) const override
    {
        class Pages final : public DocumentPages
        {
        public:
            Pages(const Shades &document, const QSizeF &page)
                : m_document(document)
                , m_page(page)
            {
            }
            int count() const override { return m_document.m_count; }
            void paint(QPainter &painter, int number) const override
            {
                ++m_document.painted;
                if (QThread::currentThread() != qApp->thread())
                    m_document.paintedAside = true;
                painter.fillRect(QRectF({0, 0}, m_page), shadeOf(number));
                painter.drawText(QPointF(72, 72), u"page"_s + QString::number(number + 1));
            }

        private:
            const Shades &m_document;
            QSizeF m_page;
        };
        return std::make_unique<Pages>(*this, page);
    }

    mutable std::atomic<int> painted = 0;
    mutable std::atomic<bool> paintedAside = false;

private:
    int m_count;
};

class PaperDialogTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        qputenv("CUPS_SERVER", "/nowhere/cups.sock"); // no test prints on a real printer
    }

    PaperDialog &open(int pages)
    {
        m_document = std::make_shared<Shades>(pages);
        m_dialog = std::make_unique<PaperDialog>(m_document, m_desk, nullptr);
        m_dialog->open();
        EXPECT_TRUE(QTest::qWaitForWindowActive(m_dialog.get()));
        EXPECT_TRUE(QTest::qWaitFor([&] { return m_dialog->shownPages() == pages; }));
        return *m_dialog;
    }

    template<typename Widget> Widget *child(const QString &name)
    {
        return m_dialog->findChild<Widget *>(name);
    }

    QPrintDialog *askPrinter()
    {
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
        return child<QPrintDialog>(u"paperPrinter"_s);
    }

    /// To a file, as the person at the print dialog would.
    static void printToFile(QPrintDialog &dialog, const QString &path)
    {
        auto *const printers = dialog.findChild<QComboBox *>(u"printers"_s);
        printers->setCurrentIndex(printers->count() - 1);
        dialog.findChild<QLineEdit *>(u"filename"_s)->setText(path);
        for (QPushButton *const button : dialog.findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
    }

    QStringList written(const QString &path)
    {
        EXPECT_TRUE(QTest::qWaitFor([&] { return QFileInfo::exists(path); }));
        QStringList pages = pagesOf(path);
        for (QString &page : pages)
            page = page.trimmed();
        return pages;
    }

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"out.pdf"_s);
    DeskView m_desk;
    std::shared_ptr<Shades> m_document;
    std::unique_ptr<PaperDialog> m_dialog;
};

} // namespace

TEST_F(PaperDialogTest, thePrintDialogsRangeAndCopiesAreHonoured)
{
    open(6);
    QPrintDialog *const dialog = askPrinter();
    ASSERT_NE(dialog, nullptr);
    dialog->findChild<QRadioButton *>(u"printRange"_s)->setChecked(true);
    dialog->findChild<QSpinBox *>(u"from"_s)->setValue(2);
    dialog->findChild<QSpinBox *>(u"to"_s)->setValue(3);
    EXPECT_EQ(dialog->findChild<QSpinBox *>(u"to"_s)->maximum(), 6);
    dialog->findChild<QSpinBox *>(u"copies"_s)->setValue(2);
    QSignalSpy printed(m_dialog.get(), &PaperDialog::printed);
    printToFile(*dialog, m_path);
    EXPECT_EQ(written(m_path), (QStringList {u"page2"_s, u"page3"_s, u"page2"_s, u"page3"_s}));
    EXPECT_TRUE(QTest::qWaitFor([&] { return printed.count() == 1; }));
}

TEST_F(PaperDialogTest, thePrintDialogBeginsWithThePagesChosenHere)
{
    open(6);
    QTest::keyClicks(child<QLineEdit>(u"paperRange"_s), u"4-5"_s);
    child<QPushButton>(u"paperPrint"_s)->setFocus();
    QPrintDialog *const dialog = askPrinter();
    ASSERT_NE(dialog, nullptr);
    printToFile(*dialog, m_path);
    EXPECT_EQ(written(m_path), (QStringList {u"page4"_s, u"page5"_s}));
}

TEST_F(PaperDialogTest, savesThePagesChosenHere)
{
    open(6);
    QTest::keyClicks(child<QLineEdit>(u"paperRange"_s), u"5-"_s);
    QSignalSpy saved(m_dialog.get(), &PaperDialog::saved);
    m_dialog->saveAs(m_path);
    EXPECT_EQ(written(m_path), (QStringList {u"page5"_s, u"page6"_s}));
    EXPECT_TRUE(QTest::qWaitFor([&] { return saved.count() == 1; }));
    EXPECT_EQ(m_desk.saveFolder(), m_folder.path());
}

TEST_F(PaperDialogTest, pagesThatCannotBeMeantAreNotTakenForAll)
{
    open(6);
    auto *const range = child<QLineEdit>(u"paperRange"_s);
    for (const QString &typed : {u"2,4"_s, u"7-9"_s}) {
        range->clear();
        QTest::keyClicks(range, typed);
        child<QPushButton>(u"paperPrint"_s)->click();
        EXPECT_EQ(child<QPrintDialog>(u"paperPrinter"_s), nullptr) << qPrintable(typed);
        m_dialog->saveAs(m_path);
        EXPECT_FALSE(m_dialog->isHidden());
        EXPECT_EQ(m_dialog->focusWidget(), range);
        EXPECT_FALSE(range->accessibleDescription().isEmpty());
    }
    EXPECT_FALSE(QFileInfo::exists(m_path));
}

TEST_F(PaperDialogTest, showsAnyNumberOfPagesAndPaintsOnlyThoseInSight)
{
    const int pages = 200;
    open(pages);
    auto *const preview = child<PaperPreview>(u"paperPages"_s);
    EXPECT_LT(m_document->painted, 10);
    QTest::keyClick(preview, Qt::Key_End);
    const QImage picture = preview->viewport()->grab().toImage();
    const QPoint middle = picture.rect().center();
    EXPECT_EQ(picture.pixelColor(middle), Shades::shadeOf(pages - 1));
    EXPECT_EQ(preview->accessibleName(), u"Preview, page 200 of 200"_s);
    QTest::keyClick(preview, Qt::Key_Home);
    EXPECT_EQ(preview->viewport()->grab().toImage().pixelColor(middle), Shades::shadeOf(0));
    EXPECT_EQ(preview->accessibleName(), u"Preview, page 1 of 200"_s);
    EXPECT_LT(m_document->painted, 20);
}

TEST_F(PaperDialogTest, showsFaintWhatIsNotChosen)
{
    open(3);
    auto *const preview = child<PaperPreview>(u"paperPages"_s);
    QTest::keyClicks(child<QLineEdit>(u"paperRange"_s), u"2"_s);
    const QImage picture = preview->viewport()->grab().toImage();
    EXPECT_GT(picture.pixelColor(picture.rect().center()).lightness(), 80);
}

TEST_F(PaperDialogTest, enterMeansPrintAndNothingElse)
{
    open(1);
    EXPECT_EQ(m_dialog->focusWidget(), child<QPushButton>(u"paperPrint"_s));
    EXPECT_TRUE(child<QPushButton>(u"paperPrint"_s)->isDefault());
    EXPECT_TRUE(child<QLineEdit>(u"paperRange"_s)->isHidden()
                || !child<QLineEdit>(u"paperRange"_s)->isVisible())
        << "one page needs no range";
}

TEST_F(PaperDialogTest, writesOffTheGuiThread)
{
    open(1);
    m_dialog->saveAs(m_path);
    EXPECT_FALSE(child<QPushButton>(u"paperSave"_s)->isEnabled());
    EXPECT_FALSE(child<QPushButton>(u"paperPrint"_s)->isEnabled());
    EXPECT_EQ(m_dialog->focusWidget(), child<QPushButton>(u"paperClose"_s));
    EXPECT_EQ(written(m_path).size(), 1);
    EXPECT_TRUE(m_document->paintedAside);
    EXPECT_TRUE(QTest::qWaitFor([&] { return child<QPushButton>(u"paperSave"_s)->isEnabled(); }));
}

TEST_F(PaperDialogTest, whatFailedIsToldAndTheDialogStays)
{
    open(1);
    m_dialog->saveAs(m_folder.filePath(u"nowhere/out.pdf"_s));
    m_dialog->reject();
    EXPECT_TRUE(m_dialog->problem().startsWith(u"This is still being written"_s));
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return m_dialog->problem().startsWith(u"out.pdf was not saved: the folder "_s); }));
    EXPECT_TRUE(m_dialog->isVisible());
    EXPECT_EQ(m_dialog->focusWidget(), child<QPushButton>(u"paperSave"_s));
    m_dialog->reject();
    EXPECT_FALSE(m_dialog->isVisible());
}

} // namespace ClinicDesk
