#include "views/paper/DayListDocument.h"
#include "views/paper/PaperJob.h"
#include "views/paper/PdfText.h"

#include <gmock/gmock.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// A word that occurs once in the document.
QString token(const QString &kind, int number)
{
    return u"%1%2x"_s.arg(kind).arg(number);
}

DayListVisit visit(int number, int noteWords = 0)
{
    DayListVisit visit;
    visit.time = u"10:00 to 10:20"_s;
    visit.name = token(u"NAME"_s, number) + u", Ann"_s;
    visit.identity = u"Born 01-Jan-1980 (46y), "_s + token(u"MR"_s, number);
    visit.phone = u"4417"_s;
    visit.type = u"check-up"_s;
    visit.status = u"confirmed"_s;
    for (int word = 0; word < noteWords; ++word)
        visit.note += u"word "_s;
    visit.note += token(u"end"_s, number);
    return visit;
}

DayListSection section(const QString &title, int first, int visits, int noteWords = 0)
{
    DayListSection section {title, u"3 free"_s, {}};
    for (int number = first; number < first + visits; ++number)
        section.visits << visit(number, noteWords);
    return section;
}

DayList listOf(const QList<DayListSection> &sections)
{
    DayList list;
    list.clinic = u"Lakeside Clinic"_s;
    list.title = u"Tue 24-Nov-2026"_s;
    list.asOf = u"as of 10:31"_s;
    list.fileName = u"list.pdf"_s;
    list.sections = sections;
    return list;
}

QStringList printed(const DayList &list, QPageSize::PageSizeId page = QPageSize::A4)
{
    return pagesOf(PaperJob::pdf(DayListDocument(list), QPageSize(page), {}));
}

/// Where a text is printed, from 0 on.
QList<int> pagesWith(const QStringList &pages, const QString &text)
{
    QList<int> found;
    for (int number = 0; number < pages.size(); ++number) {
        if (pages.at(number).contains(text))
            found << number;
    }
    return found;
}

/// On the first page that has it.
bool isAboveTheFoot(const QStringList &pages, const QString &text)
{
    const QString &page = pages.at(pagesWith(pages, text).constFirst());
    return page.indexOf(text) < page.indexOf(u"Confidential"_s);
}

} // namespace

TEST(DayList, aVisitIsNotCutAtAPagesEnd)
{
    const int visits = 30;
    const QStringList pages = printed(listOf({section(u"Dr Osei"_s, 0, visits, 40)}));
    EXPECT_GT(pages.size(), 3);
    for (int number = 0; number < visits; ++number) {
        const QList<int> name = pagesWith(pages, token(u"NAME"_s, number));
        EXPECT_EQ(name.size(), 1) << number;
        EXPECT_EQ(pagesWith(pages, token(u"MR"_s, number)), name) << number;
        EXPECT_EQ(pagesWith(pages, token(u"end"_s, number)), name) << number;
    }
}

TEST(DayList, aHeadingStandsAboveAVisit)
{
    for (int before = 10; before < 27; ++before) {
        const QStringList pages
            = printed(listOf({section(u"Dr Osei"_s, 0, before), section(u"Dr Second"_s, 1000, 2),
                              section(u"Dr Third"_s, 0, 0)}));
        EXPECT_EQ(pagesWith(pages, u"Dr Second"_s).constFirst(),
                  pagesWith(pages, token(u"NAME"_s, 1000)).constFirst())
            << before;
        EXPECT_TRUE(isAboveTheFoot(pages, token(u"MR"_s, 1000))) << before;
        EXPECT_TRUE(isAboveTheFoot(pages, u"No appointments."_s)) << before;
        EXPECT_EQ(pagesWith(pages, u"Dr Third"_s), pagesWith(pages, u"No appointments."_s))
            << before;
    }
}

TEST(DayList, aTableThatGoesOnSaysWhose)
{
    const QStringList pages = printed(listOf({section(u"Dr Osei"_s, 0, 70)}));
    ASSERT_GT(pages.size(), 2);
    EXPECT_FALSE(pages.constFirst().contains(u"continued"_s));
    for (int number = 0; number < pages.size(); ++number) {
        const QString &page = pages.at(number);
        EXPECT_TRUE(page.contains(number == 0 ? u"Dr Osei (3 free)"_s : u"Dr Osei, continued"_s));
        EXPECT_TRUE(page.contains(u"Patient"_s)) << "the table's head";
        EXPECT_TRUE(page.contains(u"Tue 24-Nov-2026"_s));
        EXPECT_TRUE(page.contains(u"as of 10:31"_s));
        EXPECT_TRUE(page.contains(u"Page %1 of %2"_s.arg(number + 1).arg(pages.size())));
    }
}

TEST(DayList, saysOnEverySheetWhatIsNotOnIt)
{
    DayList list = listOf({section(u"Dr Osei"_s, 0, 60)});
    list.hiddenDoctors = {u"Dr Ba"_s, u"Dr Lindqvist"_s};
    list.hiddenVisits = 3;
    const QStringList pages = printed(list);
    ASSERT_GT(pages.size(), 1);
    EXPECT_TRUE(pages.constFirst().contains(u"Not on this list: Dr Ba, Dr Lindqvist."_s));
    EXPECT_TRUE(pages.constFirst().contains(
        u"3 cancelled or rejected appointments are not on this list."_s));
    for (const QString &page : pages)
        EXPECT_TRUE(page.contains(u"Without: 2 doctors, 3 cancelled or rejected"_s));
    EXPECT_FALSE(
        printed(listOf({section(u"Dr Osei"_s, 0, 2)})).constFirst().contains(u"Without"_s));
}

TEST(DayList, aNoteLongerThanAPageIsPrintedWhole)
{
    const int words = 2000;
    DayListSection long_ = section(u"Dr Osei"_s, 0, 3);
    long_.visits[1].note.clear();
    for (int word = 0; word < words; ++word)
        long_.visits[1].note += token(u"w"_s, word) + u' ';
    const QStringList pages = printed(listOf({long_}));
    EXPECT_GT(pages.size(), 2);
    const QString all = pages.join(QString());
    for (int word = 0; word < words; ++word)
        EXPECT_EQ(all.count(token(u"w"_s, word)), 1) << word;
    for (const QString &page : pages)
        EXPECT_TRUE(page.contains(u"NAME"_s)) << "whose note it is";
    EXPECT_TRUE(pages.constLast().contains(token(u"end"_s, 2)));
}

TEST(DayList, everythingIsOnSmallPaperToo)
{
    for (const auto page : {QPageSize::A6, QPageSize::A5, QPageSize::Letter}) {
        const QStringList pages = printed(listOf({section(u"Dr Osei"_s, 0, 12, 30)}), page);
        QString all = pages.join(QString());
        all.remove(u' ').remove(u'\n');
        for (int number = 0; number < 12; ++number)
            EXPECT_EQ(all.count(token(u"end"_s, number)) + all.count(u"end"_s), 13) << number;
    }
}

TEST(DayList, whatWasTypedIsNoRichText)
{
    DayListSection typed = section(u"Dr <i>Osei</i>"_s, 0, 1);
    typed.visits[0].name = u"<b>KIM</b>, Soo"_s;
    typed.visits[0].note = u"<img src='file:///dev/zero'>"_s;
    const QString page = printed(listOf({typed})).join(QString());
    EXPECT_TRUE(page.contains(u"<b>KIM</b>, Soo"_s));
    EXPECT_TRUE(page.contains(u"Dr <i>Osei</i>"_s));
    EXPECT_TRUE(page.contains(u"<img"_s));
}

TEST(DayList, aLongWordStaysInItsCell)
{
    DayListSection typed = section(u"Dr Osei"_s, 0, 1);
    typed.visits[0].name = QString(90, u'W');
    typed.visits[0].phone.clear();
    const QString page = printed(listOf({typed})).constFirst();
    EXPECT_EQ(page.count(u'W'), 90) << "nothing is cut";
    for (const QString &line : page.split(u'\n'))
        EXPECT_LT(line.count(u'W'), 40);
}

TEST(DayList, isTheSameOnEveryPaperOfOneSize)
{
    const DayListDocument document(listOf({section(u"Dr Osei"_s, 0, 100, 9)}));
    const QPageSize a4(QPageSize::A4);
    EXPECT_EQ(document.pages(a4.size(QPageSize::Point))->count(),
              pagesOf(PaperJob::pdf(document, a4, {})).size());
}

} // namespace ClinicDesk
