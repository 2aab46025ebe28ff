#include "views/paper/CardPages.h"

#include "widgets/QrCode.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

using Side = PaperStyle::Side;

constexpr double pointsPerMillimetre = 72 / 25.4;

/// Lengths of a layout in millimetres.
struct CardMeasures
{
    double margin;
    double gap;
    double clinic;
    double name;
    double visit;
    double square;
    double code;
    double smallest; ///< share of the usual text size
};

constexpr CardMeasures cardMeasures {4, 1.2, 3.8, 4.6, 2.8, 32, 3.4, 0.75};
constexpr CardMeasures slipMeasures {8, 2.5, 4.8, 5.6, 4.0, 48, 4.2, 0.55};
constexpr double captionSize = 3.4;
constexpr double cutMargin = 10; ///< from the corner of larger paper, millimetres

constexpr int mostClinicLines = 2;
constexpr int mostNameLines = 3;
constexpr int mostVisitLines = 3;

const CardMeasures &measuresOf(CardLayout layout)
{
    return layout == CardLayout::Card ? cardMeasures : slipMeasures;
}

constexpr double points(double millimetres)
{
    return millimetres * pointsPerMillimetre;
}

/// "7K3M-9QXT"
QString inGroups(const QString &code)
{
    constexpr qsizetype group = 4;
    QStringList groups;
    for (qsizetype at = 0; at < code.size(); at += group)
        groups << code.mid(at, group);
    return groups.join(u'-');
}

/// Gives the texts their translation context.
class CardPageWords
{
    Q_DECLARE_TR_FUNCTIONS(PatientCard)
};

} // namespace

CardPages::CardPages(const PatientCard &card, const QStringList &visits, CardLayout layout,
                     const QSizeF &page)
    : m_card(card)
    , m_layout(layout)
    , m_page(page)
    , m_size(CardDocument(card, layout).usualPage().size(QPageSize::Point))
{
    const CardMeasures &mm = measuresOf(layout);
    const double margin = points(mm.margin);
    m_room = QRectF({0, 0}, m_size).adjusted(margin, margin, -margin, -margin);
    if (!card.code.isEmpty()) {
        const double side = points(mm.square);
        m_square = QRectF(0, 0, side, side);
        if (layout == CardLayout::Card) {
            m_square.moveTopLeft(
                {card.rightToLeft ? m_room.left() : m_room.right() - side, m_room.top()});
            if (card.rightToLeft)
                m_room.setLeft(m_square.right() + points(2));
            else
                m_room.setRight(m_square.left() - points(2));
        } else {
            const double below = points(17);
            m_square.moveTopLeft({m_room.center().x() - side / 2, m_room.bottom() - side - below});
            m_room.setBottom(m_square.top());
        }
    }
    fit(visits);
}

PaperText CardPages::line(const QString &text, double size, bool isBold, Side side,
                          double width) const
{
    return {text, {points(size), isBold, m_card.rightToLeft, side}, width};
}

CardPages::Column CardPages::column(const QStringList &visits, qsizetype shown, double scale,
                                    bool isCut) const
{
    const CardMeasures &mm = measuresOf(m_layout);
    const double width = m_room.width();
    const auto start = [&](const QString &text, double size, bool isBold) {
        return line(text, size * scale, isBold, Side::Start, width);
    };
    const auto kept
        = [isCut](const PaperText &text, int lines) { return isCut ? text.elided(lines) : text; };
    Column column {kept(start(m_card.clinic, mm.clinic, true), mostClinicLines),
                   kept(start(m_card.name, mm.name, true), mostNameLines)};
    if (visits.isEmpty()) {
        column << start(CardPageWords::tr("No appointment is booked."), mm.visit, false);
        return column;
    }
    column << start(CardPageWords::tr("Your next appointments"), mm.visit, true);
    for (const QString &visit : visits.first(shown))
        column << kept(start(visit, mm.visit, false), mostVisitLines);
    if (const int more = int(visits.size() - shown); more > 0)
        column << start(CardPageWords::tr("and %n more", "appointments", more), mm.visit, false);
    return column;
}

double CardPages::heightOf(const Column &column, double scale) const
{
    double height = points(measuresOf(m_layout).gap) * scale * double(column.size() - 1);
    for (const PaperText &text : column)
        height += text.height();
    return height;
}

void CardPages::fit(const QStringList &visits)
{
    constexpr double step = 0.05;
    const double smallest = measuresOf(m_layout).smallest;
    // Rather smaller than with a word broken in two; rather that than without a line.
    for (const bool isBroken : {false, true}) {
        for (m_scale = 1; m_scale > smallest - step / 2; m_scale -= step) {
            m_texts = column(visits, visits.size(), m_scale, false);
            const bool breaksWords = std::ranges::any_of(
                m_texts, [](const PaperText &text) { return text.breaksWords(); });
            if (heightOf(m_texts, m_scale) <= m_room.height() && (isBroken || !breaksWords))
                return;
        }
    }
    m_scale = smallest;
    for (qsizetype shown = visits.size(); shown >= std::min<qsizetype>(1, visits.size()); --shown) {
        m_texts = column(visits, shown, m_scale, true);
        if (heightOf(m_texts, m_scale) <= m_room.height())
            return;
    }
}

void CardPages::paintCode(QPainter &painter) const
{
    if (m_square.isNull())
        return;
    QrCode(m_card.code).paint(painter, m_square);
    const CardMeasures &mm = measuresOf(m_layout);
    const qsizetype half = m_card.code.size() / 2;
    double top = m_square.bottom() - points(mm.code) / 2; // the quiet zone is room enough
    for (const QString &part : {m_card.code.left(half), m_card.code.mid(half)}) {
        PaperStyle style {points(mm.code), true, false, Side::Middle};
        PaperText text(inGroups(part), style, m_square.width());
        for (; text.lineCount() > 1 && style.size > 4; style.size -= 0.5)
            text = PaperText(inGroups(part), style, m_square.width());
        text.paint(painter, {m_square.left(), top});
        top += points(mm.code) * 1.3;
    }
    if (m_layout == CardLayout::Slip) {
        const double margin = points(mm.margin);
        const double width = m_size.width() - 2 * margin;
        const PaperText caption = line(CardPageWords::tr("Show this code when you come."),
                                       captionSize, false, Side::Middle, width);
        caption.paint(painter, {margin, m_size.height() - margin - caption.height()});
    }
}

void CardPages::paint(QPainter &painter, int) const
{
    painter.save();
    if (m_page.width() > m_size.width() + 1 && m_page.height() > m_size.height() + 1) {
        const double margin = std::min({points(cutMargin), m_page.width() - m_size.width(),
                                        m_page.height() - m_size.height()});
        painter.translate(margin, margin);
        painter.setPen(QPen(Qt::gray, 0.5, Qt::DashLine));
        painter.drawRect(QRectF({0, 0}, m_size));
    } else {
        const double scale
            = std::min({1.0, m_page.width() / m_size.width(), m_page.height() / m_size.height()});
        painter.scale(scale, scale);
    }
    painter.setPen(Qt::black);
    double top = m_room.top();
    for (const PaperText &text : m_texts) {
        text.paint(painter, {m_room.left(), top});
        top += text.height() + points(measuresOf(m_layout).gap) * m_scale;
    }
    paintCode(painter);
    painter.restore();
}

} // namespace ClinicDesk
