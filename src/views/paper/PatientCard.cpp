#include "views/paper/PatientCard.h"

#include "models/PatientCardModel.h"
#include "widgets/Format.h"
#include "widgets/QrCode.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ClinicDesk::CardPaper {

namespace {

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(PatientCard)
};

constexpr double tenthsPerInch = 254.0;

/// The page in tenths of a millimetre.
QSizeF sizeOf(CardLayout layout)
{
    return pageSize(layout).size(QPageSize::Millimeter) * 10;
}

/// Writes text from the top down in one column.
class Column
{
public:
    Column(QPainter &painter, const QRectF &room)
        : m_painter(painter)
        , m_room(room)
    {
    }

    void write(const QString &text, int height, bool bold = false)
    {
        QFont font = QGuiApplication::font();
        font.setPixelSize(height);
        font.setBold(bold);
        m_painter.setFont(font);
        const int flags = Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap;
        const QRectF needed = m_painter.boundingRect(m_room, flags, text);
        if (needed.height() > m_room.height())
            return;
        m_painter.drawText(m_room, flags, text);
        m_room.setTop(needed.bottom() + height / 5.0);
    }
    void skip(double height) { m_room.setTop(m_room.top() + height); }
    [[nodiscard]] const QRectF &room() const { return m_room; }

private:
    QPainter &m_painter;
    QRectF m_room;
};

void writeVisits(Column &column, const PatientCard &card, int height, qsizetype most)
{
    if (card.visits.isEmpty()) {
        column.write(Words::tr("No appointment is booked."), height);
        return;
    }
    column.write(Words::tr("Your next appointments"), height, true);
    for (const PatientCard::Visit &visit : card.visits.first(std::min(most, card.visits.size()))) {
        column.write(Words::tr("%1, %2", "date and time, doctor")
                         .arg(spokenTime(visit.start, card.zone), visit.doctor),
                     height);
    }
}

void writeCode(QPainter &painter, const QRectF &square, const PatientCard &card, int height)
{
    QrCode(card.code).paint(painter, square);
    QFont font = QGuiApplication::font();
    font.setPixelSize(height);
    font.setBold(true);
    painter.setFont(font);
    const qsizetype half = card.code.size() / 2;
    double top = square.bottom() - height / 2.0; // the quiet zone is room enough
    for (const QString &part : {card.code.left(half), card.code.mid(half)}) {
        painter.drawText(QRectF(square.left(), top, square.width(), height * 1.3), Qt::AlignCenter,
                         Format::isolated(PatientCardModel::inGroups(part)));
        top += height * 1.3;
    }
}

void paintCard(QPainter &painter, const QRectF &page, const PatientCard &card)
{
    const QRectF inside = page.adjusted(40, 40, -40, -40);
    QRectF texts = inside;
    if (!card.code.isEmpty()) {
        const QRectF square(inside.right() - 320, inside.top(), 320, 320);
        writeCode(painter, square, card, 36);
        texts.setRight(square.left() - 20);
    }
    Column column(painter, texts);
    column.write(card.clinic, 38, true);
    column.skip(12);
    column.write(card.name, 46, true);
    column.skip(12);
    writeVisits(column, card, 28, 3);
}

void paintSlip(QPainter &painter, const QRectF &page, const PatientCard &card)
{
    const QRectF inside = page.adjusted(80, 80, -80, -80);
    Column column(painter, inside);
    column.write(card.clinic, 48, true);
    column.skip(20);
    column.write(card.name, 56, true);
    column.skip(30);
    writeVisits(column, card, 40, card.code.isEmpty() ? 12 : 5);
    if (card.code.isEmpty())
        return;
    constexpr double side = 480;
    const QRectF square(inside.center().x() - side / 2, inside.bottom() - side - 170, side, side);
    writeCode(painter, square, card, 42);
    QFont font = QGuiApplication::font();
    font.setPixelSize(34);
    painter.setFont(font);
    painter.drawText(QRectF(inside.left(), inside.bottom() - 56, inside.width(), 56),
                     Qt::AlignCenter, Words::tr("Show this code when you come."));
}

} // namespace

QPageSize pageSize(CardLayout layout)
{
    return layout == CardLayout::Card ? QPageSize(QSizeF(85.6, 54), QPageSize::Millimeter,
                                                  Words::tr("Card"), QPageSize::ExactMatch)
                                      : QPageSize(QPageSize::A6);
}

QString spokenTime(const QDateTime &start, const QTimeZone &zone)
{
    const QDateTime local = start.toTimeZone(zone);
    const bool hasHalves
        = QLocale().timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive);
    const QString time
        = hasHalves ? QLocale().toString(local.time(), u"h:mmap"_s) : Format::time(start, zone);
    return Words::tr("%1 %2, %3", "Tuesday 24 November, year, time")
        .arg(Format::spokenDay(local.date()), Format::isolated(local.toString(u"yyyy"_s)), time);
}

void paint(QPainter &painter, const QRectF &area, const PatientCard &card, CardLayout layout)
{
    const QSizeF page = sizeOf(layout);
    painter.save();
    painter.setLayoutDirection(QGuiApplication::layoutDirection());
    painter.fillRect(area, Qt::white);
    painter.translate(area.topLeft());
    painter.scale(area.width() / page.width(), area.height() / page.height());
    painter.setPen(Qt::black);
    if (layout == CardLayout::Card)
        paintCard(painter, QRectF({0, 0}, page), card);
    else
        paintSlip(painter, QRectF({0, 0}, page), card);
    painter.restore();
}

bool print(QPagedPaintDevice &device, const PatientCard &card, CardLayout layout)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const double scale = device.logicalDpiX() / tenthsPerInch;
    paint(painter, QRectF({0, 0}, sizeOf(layout) * scale), card, layout);
    return painter.end();
}

bool savePdf(const QString &path, const PatientCard &card, CardLayout layout)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QPdfWriter writer(&file);
    writer.setTitle(Words::tr("Appointment card"));
    writer.setPageLayout(QPageLayout(pageSize(layout), QPageLayout::Portrait, QMarginsF()));
    writer.setResolution(600);
    return print(writer, card, layout) && file.commit();
}

} // namespace ClinicDesk::CardPaper
