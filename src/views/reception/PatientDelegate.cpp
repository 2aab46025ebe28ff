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

/// Draws `left` and `right` on one line; `left` gives way where both do not fit.
void drawLine(QPainter &painter, const QRect &rect, const QString &left, const QString &right)
{
    const QFontMetrics metrics(painter.font());
    const int rightWidth
        = right.isEmpty() ? 0 : metrics.horizontalAdvance(right) + metrics.averageCharWidth();
    const QRect leftRect = rect.adjusted(0, 0, -rightWidth, 0);
    const auto mirrored = [&](const QRect &part) {
        return QStyle::visualRect(painter.layoutDirection(), rect, part);
    };
    painter.drawText(mirrored(leftRect), Qt::AlignVCenter | Qt::AlignLeading,
                     metrics.elidedText(left, Qt::ElideRight, leftRect.width()));
    painter.drawText(mirrored(rect.adjusted(rect.width() - rightWidth, 0, 0, 0)),
                     Qt::AlignVCenter | Qt::AlignTrailing, right);
}

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
    painter->setFont(theme.font(TextRole::BodyStrong));
    if (index.data(PatientSearchModel::IsNewRole).toBool()) {
        drawLine(*painter, inside, index.data().toString(), {});
        painter->restore();
        return;
    }
    const auto match = index.data(PatientSearchModel::MatchRole).value<PatientMatch>();
    QRect upper = inside;
    upper.setHeight(inside.height() / 2);
    QString name = index.data().toString();
    if (!match.active)
        name += u"  "_s + tr("closed record");
    else if (index.data(PatientSearchModel::LookAlikeRole).toBool())
        name += u"  "_s + tr("similar name");
    drawLine(*painter, upper, name, phoneEnd(match.phone));
    painter->setFont(theme.font(TextRole::Body));
    if (!selected)
        painter->setPen(theme.colour(Token::SecondaryText));
    const QString next = match.nextVisit
        ? tr("next %1").arg(Format::dateTime(*match.nextVisit, m_clock.zone()))
        : QString();
    drawLine(*painter, inside.adjusted(0, upper.height(), 0, 0),
             Format::born(match.birthDate, m_clock.today()), next);
    painter->restore();
}

QSize PatientDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const int line = QFontMetrics(theme.font(TextRole::BodyStrong)).height();
    const int lines = index.data(PatientSearchModel::IsNewRole).toBool() ? 1 : 2;
    return {theme.px(320), lines * line + theme.px(lines == 1 ? 12 : 10)};
}

} // namespace ClinicDesk
