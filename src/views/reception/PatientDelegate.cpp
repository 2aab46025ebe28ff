#include "views/reception/PatientDelegate.h"

#include "domain/Patient.h"
#include "models/PatientSearchModel.h"
#include "widgets/Format.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QString phoneEnd(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit())
            digits += c;
    }
    return digits.isEmpty() ? QString() : Format::isolated(u".."_s + digits.right(4));
}

/// A text with some of it bold.
struct Run
{
    QString text;
    bool isBold = false;
};

/// One line of the row, drawn from its end inwards so that what is at the end is never cut.
class RowLine
{
public:
    RowLine(QPainter &painter, const Theme &theme, const QRect &rect)
        : m_painter(painter)
        , m_theme(theme)
        , m_rect(rect)
        , m_room(rect)
    {
    }

    void end(const Run &run)
    {
        const QFont font = m_theme.font(run.isBold ? TextRole::BodyStrong : TextRole::Body);
        const int width = run.text.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(run.text);
        m_painter.setFont(font);
        const QRect place = m_room.adjusted(m_room.width() - width, 0, 0, 0);
        m_painter.drawText(mirrored(place), Qt::AlignVCenter | Qt::AlignTrailing, run.text);
        m_room.adjust(0, 0, -width - m_theme.px(8), 0);
    }

    /// The texts one after the other, then the badge; the last text gives way where there is no
    /// room.
    void begin(const QList<Run> &runs, const QString &badge)
    {
        const QFontMetrics small(m_theme.font(TextRole::SlotDetail));
        const int badgeWidth
            = badge.isEmpty() ? 0 : small.horizontalAdvance(badge) + m_theme.px(12);
        QRect texts = m_room.adjusted(0, 0, -badgeWidth, 0);
        for (const Run &run : runs) {
            const QFont font = m_theme.font(run.isBold ? TextRole::BodyStrong : TextRole::Body);
            const QFontMetrics metrics(font);
            const QString text = metrics.elidedText(run.text, Qt::ElideRight, texts.width());
            m_painter.setFont(font);
            m_painter.drawText(mirrored(texts), Qt::AlignVCenter | Qt::AlignLeading, text);
            texts.setLeft(texts.left() + metrics.horizontalAdvance(text));
        }
        if (!badge.isEmpty())
            drawBadge(
                QRect(texts.left() + m_theme.px(8), m_rect.top(), badgeWidth, m_rect.height()),
                small.height(), badge);
    }

private:
    [[nodiscard]] QRect mirrored(const QRect &part) const
    {
        return QStyle::visualRect(m_painter.layoutDirection(), m_rect, part);
    }

    void drawBadge(const QRect &room, int height, const QString &text)
    {
        const QRect place = mirrored(room).adjusted(0, (room.height() - height) / 2, 0,
                                                    (height - room.height()) / 2);
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(m_theme.colour(Token::Warning));
        m_painter.setBrush(m_theme.colour(Token::WarningFill));
        m_painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0,
                                  height / 2.0);
        m_painter.setFont(m_theme.font(TextRole::SlotDetail));
        m_painter.setPen(m_theme.colour(Token::WarningText));
        m_painter.drawText(place, Qt::AlignCenter, text);
        m_painter.restore();
    }

    QPainter &m_painter;
    const Theme &m_theme;
    const QRect m_rect;
    QRect m_room; ///< what the end has left of it
};

} // namespace

PatientDelegate::PatientDelegate(const ClinicClock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{
}

void PatientDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->fillRect(option.rect, theme.colour(selected ? Token::Selected : Token::Raised));
    const QRect inside = option.rect.adjusted(theme.px(8), theme.px(4), -theme.px(8), -theme.px(4));
    painter->setPen(theme.colour(selected ? Token::SelectedText : Token::Text));
    const bool isNote = index.data(PatientSearchModel::IsNoteRole).toBool();
    if (isNote)
        painter->setPen(theme.colour(selected ? Token::SelectedText : Token::SecondaryText));
    if (isNote || index.data(PatientSearchModel::IsNewRole).toBool())
        RowLine(*painter, theme, inside).begin({{index.data().toString(), !isNote}}, {});
    else
        paintMatch(*painter, theme, inside, index, selected);
    painter->restore();
}

void PatientDelegate::paintMatch(QPainter &painter, const Theme &theme, const QRect &inside,
                                 const QModelIndex &index, bool selected) const
{
    const auto match = index.data(PatientSearchModel::MatchRole).value<PatientMatch>();
    const bool isLookAlike = index.data(PatientSearchModel::LookAlikeRole).toBool();
    const auto parts
        = PatientSearchModel::Parts::fromInt(index.data(PatientSearchModel::DifferingRole).toInt());
    // Among look-alikes only what differs is bold, else the name.
    const bool isPlain = !isLookAlike;
    QRect upper = inside;
    upper.setHeight(inside.height() / 2);
    RowLine first(painter, theme, upper);
    first.end({phoneEnd(match.phone), parts.testFlag(PatientSearchModel::Phone)});
    const QString given = match.givenName.isEmpty() ? QString() : u", "_s + match.givenName;
    first.begin(
        {{match.familyName.toUpper(), isPlain || parts.testFlag(PatientSearchModel::FamilyName)},
         {given, isPlain || parts.testFlag(PatientSearchModel::GivenName)}},
        !match.active     ? tr("closed record")
            : isLookAlike ? tr("similar name")
                          : QString());
    if (!selected)
        painter.setPen(theme.colour(Token::SecondaryText));
    RowLine second(painter, theme, inside.adjusted(0, upper.height(), 0, 0));
    const QString visit
        = match.nextVisit ? Format::dateTime(*match.nextVisit, m_clock.zone()) : QString();
    second.end({visit.isEmpty()                        ? QString()
                    : *match.nextVisit < m_clock.now() ? tr("visit %1").arg(visit)
                                                       : tr("next %1").arg(visit),
                false});
    second.begin({{Format::born(match.birthDate, m_clock.today()),
                   parts.testFlag(PatientSearchModel::BirthDate)}},
                 {});
}

QSize PatientDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const int line = QFontMetrics(theme.font(TextRole::BodyStrong)).height();
    const int lines = index.data(PatientSearchModel::MatchRole).isNull() ? 1 : 2;
    return {theme.px(320), lines * line + theme.px(lines == 1 ? 12 : 10)};
}

} // namespace ClinicDesk
