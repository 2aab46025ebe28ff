#include "views/paper/PaperJob.h"
#include "views/paper/PdfText.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QPainter>
#include <QPrinter>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// FullDisk.cpp asks for it at this program's first write.
const QString diskIsFull = [] {
    QString sign = u"/tmp/clinicdesk-paper-disk-full-%1"_s.arg(::getpid());
    qputenv("CLINICDESK_TEST_FULL_DISK", sign.toLocal8Bit());
    return sign;
}();

class NumberedPages final : public DocumentPages
{
public:
    int count() const override { return 5; }
    void paint(QPainter &painter, int number) const override
    {
        painter.drawText(QPointF(72, 72), u"page"_s + QString::number(number + 1));
    }
};

class Numbered final : public Document
{
public:
    QString title() const override { return u"Numbers"_s; }
    QString fileName() const override { return u"numbers.pdf"_s; }
    QPageSize usualPage() const override { return QPageSize(QPageSize::A4); }
    std::unique_ptr<DocumentPages> pages(const QSizeF &) const override
    {
        return std::make_unique<NumberedPages>();
    }
};

QStringList trimmed(QStringList pages)
{
    for (QString &page : pages)
        page = page.trimmed();
    return pages;
}

class PaperJobTest : public testing::Test
{
protected:
    PaperJobTest()
        : m_printer(QPrinter::HighResolution)
    {
        m_printer.setOutputFormat(QPrinter::PdfFormat);
        m_printer.setOutputFileName(m_path);
    }

    QStringList printed()
    {
        EXPECT_EQ(PaperJob::print(Numbered(), m_printer), QString());
        return trimmed(pagesOf(m_path));
    }

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"out.pdf"_s);
    QPrinter m_printer;
};

} // namespace

TEST_F(PaperJobTest, printsOnlyTheChosenPages)
{
    m_printer.setPrintRange(QPrinter::PageRange);
    m_printer.setFromTo(2, 3);
    EXPECT_EQ(printed(), (QStringList {u"page2"_s, u"page3"_s}));
    m_printer.setPageRanges(QPageRanges::fromString(u"1,4-9"_s));
    EXPECT_EQ(printed(), (QStringList {u"page1"_s, u"page4"_s, u"page5"_s}));
}

TEST_F(PaperJobTest, printsTheCopiesThatWereAskedFor)
{
    m_printer.setFromTo(1, 2);
    m_printer.setCopyCount(2);
    m_printer.setCollateCopies(true);
    EXPECT_EQ(printed(), (QStringList {u"page1"_s, u"page2"_s, u"page1"_s, u"page2"_s}));
    m_printer.setCollateCopies(false);
    EXPECT_EQ(printed(), (QStringList {u"page1"_s, u"page1"_s, u"page2"_s, u"page2"_s}));
}

TEST_F(PaperJobTest, printsFromTheLastPageOnWhereTheFirstComesOutOnTop)
{
    m_printer.setFromTo(4, 5);
    m_printer.setPageOrder(QPrinter::LastPageFirst);
    EXPECT_EQ(printed(), (QStringList {u"page5"_s, u"page4"_s}));
}

TEST_F(PaperJobTest, writesNothingWhenTheChosenPagesAreNotThere)
{
    m_printer.setFromTo(6, 8);
    EXPECT_EQ(PaperJob::print(Numbered(), m_printer),
              u"The chosen pages do not exist: there are 5 pages. Choose other pages."_s);
    EXPECT_FALSE(QFile::exists(m_path));
    EXPECT_NE(PaperJob::save(Numbered(), m_path, {6, 8}), QString());
    EXPECT_FALSE(QFile::exists(m_path));
}

TEST_F(PaperJobTest, savesOnlyTheChosenPages)
{
    ASSERT_EQ(PaperJob::save(Numbered(), m_path, {3, 4}), QString());
    EXPECT_EQ(trimmed(pagesOf(m_path)), (QStringList {u"page3"_s, u"page4"_s}));
    ASSERT_EQ(PaperJob::save(Numbered(), m_path, {}), QString());
    EXPECT_EQ(pagesOf(m_path).size(), 5);
}

TEST_F(PaperJobTest, aFullDiskIsToldAndLeavesTheOlderFile)
{
    ASSERT_EQ(PaperJob::save(Numbered(), m_path, {1, 1}), QString());
    QFile sign(diskIsFull);
    ASSERT_TRUE(sign.open(QIODevice::WriteOnly));
    EXPECT_EQ(
        PaperJob::save(Numbered(), m_path, {}),
        u"out.pdf was not saved: the disk is full. Free some space or choose another folder."_s);
    EXPECT_TRUE(PaperJob::print(Numbered(), m_printer).contains(u"the disk is full"_s));
    sign.remove();
    EXPECT_EQ(trimmed(pagesOf(m_path)), QStringList {u"page1"_s});
}

TEST_F(PaperJobTest, aFolderThatCannotBeWrittenToIsTold)
{
    const QString path = m_folder.filePath(u"nowhere/out.pdf"_s);
    EXPECT_EQ(
        PaperJob::save(Numbered(), path, {}),
        u"out.pdf was not saved: the folder %1 cannot be written to. Choose another folder."_s.arg(
            m_folder.filePath(u"nowhere"_s)));
}

TEST(PageRange, isReadAsItIsTyped)
{
    using PaperJob::rangeFromText;
    EXPECT_EQ(rangeFromText(u" "_s), PageRange());
    EXPECT_EQ(rangeFromText(u"2"_s), (PageRange {2, 2}));
    EXPECT_EQ(rangeFromText(u" 2 - 5 "_s), (PageRange {2, 5}));
    EXPECT_EQ(rangeFromText(u"2\u20135"_s), (PageRange {2, 5}));
    EXPECT_EQ(rangeFromText(u"3-"_s), (PageRange {3, std::nullopt}));
    for (const QString &text : {u"0"_s, u"5-2"_s, u"1,3"_s, u"all"_s, u"-3"_s, u"1-2-3"_s})
        EXPECT_EQ(rangeFromText(text), std::nullopt) << qPrintable(text);
    EXPECT_EQ(PaperJob::sheets(PageRange {2, std::nullopt}, 4), (QList {1, 2, 3}));
}

} // namespace ClinicDesk
