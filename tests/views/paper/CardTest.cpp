#include "views/paper/CardDocument.h"
#include "views/paper/PaperJob.h"
#include "views/paper/PdfText.h"

#include <gmock/gmock.h>

#include <QImage>
#include <QPainter>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr double pixelsPerPoint = 4;
const QString code = u"ABCDEFGHJKLMNPQR"_s;

PatientCard cardOf(const QString &name, int visits, const QString &secret = code)
{
    PatientCard card;
    card.clinic = u"Lakeside Clinic"_s;
    card.name = name;
    card.code = secret;
    card.zone = QTimeZone::utc();
    for (int number = 0; number < visits; ++number)
        card.visits << PatientCard::Visit {
            QDateTime({2026, 11, 1 + number}, {10, 40}, QTimeZone::utc()), u"Dr Lindqvist"_s};
    return card;
}

QString printed(const PatientCard &card, CardLayout layout)
{
    const CardDocument document(card, layout);
    return pagesOf(PaperJob::pdf(document, document.usualPage(), {})).join(QString()).simplified();
}

QImage painted(const PatientCard &card, CardLayout layout, const QPageSize &paper)
{
    const QSizeF page = paper.size(QPageSize::Point);
    QImage picture((page * pixelsPerPoint).toSize(), QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.scale(pixelsPerPoint, pixelsPerPoint);
    CardDocument(card, layout).pages(page)->paint(painter, 0);
    return picture;
}

/// In points.
QRect pixels(const QRectF &area)
{
    return QRectF(area.topLeft() * pixelsPerPoint, area.size() * pixelsPerPoint).toAlignedRect();
}

double millimetres(double length)
{
    return length * 72 / 25.4;
}

} // namespace

TEST(Card, saysEveryAppointmentOrHowManyMoreThereAre)
{
    for (const CardLayout layout : {CardLayout::Card, CardLayout::Slip}) {
        for (const int visits : {1, 2, 3, 4, 6, 9, 14, 27}) {
            const QString text = printed(cardOf(u"Soo Kim"_s, visits), layout);
            const auto more = QRegularExpression(u"and (\\d+) more"_s).match(text);
            EXPECT_EQ(text.count(u"10:40"_s) + more.captured(1).toInt(), visits) << visits;
            EXPECT_GT(text.count(u"10:40"_s), 0) << visits;
        }
    }
}

TEST(Card, nothingRunsUnderTheCode)
{
    const QPageSize paper = CardDocument({}, CardLayout::Card).usualPage();
    // Right of the texts, from top to bottom.
    const QRect area
        = pixels({millimetres(85.6 - 4 - 32 - 1), 0, millimetres(37), millimetres(54)});
    PatientCard nothing = cardOf({}, 0);
    nothing.clinic.clear();
    const QImage alone = painted(nothing, CardLayout::Card, paper).copy(area);
    for (const QString &name : {QString(80, u'W'), QString(400, u'W'), u"Anne "_s.repeated(40)}) {
        PatientCard card = cardOf(name, 5);
        card.clinic = QString(60, u'M');
        card.visits[0].doctor = QString(90, u'D');
        EXPECT_EQ(painted(card, CardLayout::Card, paper).copy(area), alone);
    }
}

TEST(Card, aNameIsWholeOrEndsInASign)
{
    for (const CardLayout layout : {CardLayout::Card, CardLayout::Slip}) {
        for (const int letters : {20, 40, 80, 400}) {
            const QString text = printed(cardOf(QString(letters, u'Z'), 4), layout);
            const qsizetype found = text.count(u'Z');
            EXPECT_TRUE(found == letters || text.contains(QChar(0x2026))) << letters;
            EXPECT_TRUE(letters > 40 || found == letters) << letters;
        }
    }
}

TEST(Card, shrinksRatherThanBreakingAWord)
{
    const QString longest = u"Wolfeschlegelsteinhau"_s;
    for (qsizetype letters = 16; letters <= longest.size(); ++letters) {
        const QString name = longest.left(letters);
        EXPECT_TRUE(printed(cardOf(name, 1), CardLayout::Card).contains(name));
    }
}

TEST(Card, aReminderHasRoomForMore)
{
    const auto shown = [](const QString &secret) {
        return printed(cardOf(u"Soo Kim"_s, 14, secret), CardLayout::Slip).count(u"10:40"_s);
    };
    EXPECT_GT(shown({}), shown(code));
}

TEST(Card, saysWhatTheDoctorHasNotConfirmed)
{
    PatientCard card = cardOf(u"Soo Kim"_s, 2);
    EXPECT_FALSE(printed(card, CardLayout::Slip).contains(u"not confirmed yet"_s));
    card.visits[1].isRequest = true;
    EXPECT_EQ(printed(card, CardLayout::Slip).count(u"not confirmed yet"_s), 1)
        << qPrintable(printed(card, CardLayout::Slip));
}

TEST(Card, hasItsTrueSizeOnLargerPaper)
{
    const QImage picture
        = painted(cardOf(u"Soo Kim"_s, 2), CardLayout::Card, QPageSize(QPageSize::A4));
    QRect inked;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (qGray(picture.pixel(x, y)) < 250)
                inked |= QRect(x, y, 1, 1);
        }
    }
    EXPECT_NEAR(inked.width(), millimetres(85.6) * pixelsPerPoint, 6) << "the line to cut along";
    EXPECT_NEAR(inked.height(), millimetres(54) * pixelsPerPoint, 6);
}

TEST(Card, whatWasTypedIsNoRichText)
{
    EXPECT_TRUE(
        printed(cardOf(u"<b>Soo</b> Kim"_s, 1), CardLayout::Slip).contains(u"<b>Soo</b> Kim"_s));
}

} // namespace ClinicDesk
