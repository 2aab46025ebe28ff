#include "widgets/theme/ClinicStyle.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace ClinicDesk {

namespace {

constexpr double radius = 4;

QRectF crisp(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool isInvalid(const QWidget *widget)
{
    return widget && widget->property("clinicInvalid").toBool();
}

} // namespace

void ClinicStyle::drawFocusRing(const QRectF &rect, QPainter *painter) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colour(Token::Focus), 2));
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

void ClinicStyle::drawField(const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const bool enabled = has(option, State_Enabled);
    const bool focused = has(option, State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(colour(enabled ? Token::Surface : Token::Closed));
    const Token edge = isInvalid(widget) ? Token::Error
        : !enabled                       ? Token::Border
        : has(option, State_MouseOver)   ? Token::SecondaryText
                                         : Token::FieldEdge;
    painter->setPen(QPen(colour(edge), isInvalid(widget) ? 2 : 1));
    painter->drawRoundedRect(isInvalid(widget) ? QRectF(option->rect).adjusted(1, 1, -1, -1)
                                               : crisp(option->rect),
                             radius, radius);
    painter->restore();
    if (focused && enabled)
        drawFocusRing(option->rect, painter);
}

void ClinicStyle::drawCheck(const QStyleOption *option, QPainter *painter, bool round) const
{
    const bool on = has(option, State_On) || has(option, State_NoChange);
    const bool enabled = has(option, State_Enabled);
    const Token fill = !enabled ? Token::Closed : on ? Token::Accent : Token::Surface;
    // On a chosen row of the accent's colour the box keeps an edge of its own.
    const bool hidden
        = on && has(option, State_Selected) && colour(Token::Selected) == colour(Token::Accent);
    const Token edge = !enabled ? Token::Border
        : hidden                ? Token::SelectedText
        : on                    ? Token::Accent
                                : Token::FieldEdge;
    const int side = qMin(option->rect.width(), option->rect.height());
    QRectF box(0, 0, side - 2, side - 2);
    box.moveCenter(QRectF(option->rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(colour(fill));
    painter->setPen(QPen(colour(edge), 1.5));
    box.adjust(0.75, 0.75, -0.75, -0.75);
    const Token mark = enabled ? Token::AccentText : Token::DisabledText;
    if (round) {
        painter->drawEllipse(box);
        if (on) {
            const double inset = box.width() * 0.3;
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour(mark));
            painter->drawEllipse(box.adjusted(inset, inset, -inset, -inset));
        }
    } else {
        painter->drawRoundedRect(box, radius, radius);
        if (on) {
            drawIcon(*painter, has(option, State_NoChange) ? IconName::Minus : IconName::Tick,
                     box.toAlignedRect().adjusted(1, 1, -1, -1), colour(mark));
        }
    }
    painter->restore();
}

void ClinicStyle::drawToolPanel(const QStyleOption *option, QPainter *painter) const
{
    if (!has(option, State_Enabled))
        return;
    const bool on = has(option, State_On);
    const bool down = has(option, State_Sunken);
    if (!on && !down && !has(option, State_MouseOver))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(on ? QPen(colour(Token::Accent)) : QPen(Qt::NoPen));
    painter->setBrush(colour(on && !theme().isHighContrast() ? Token::Selected
                                 : down                      ? Token::Pressed
                                                             : Token::Hover));
    painter->drawRoundedRect(crisp(option->rect), radius, radius);
    painter->restore();
}

void ClinicStyle::drawArrow(const QStyleOption *option, QPainter *painter, bool up) const
{
    const Token token = has(option, State_Enabled) ? Token::SecondaryText : Token::DisabledText;
    const int side = qMin(theme().px(16), qMax(theme().px(12), option->rect.height()));
    QRect rect(0, 0, side, side);
    rect.moveCenter(option->rect.center());
    drawIcon(*painter, up ? IconName::ChevronUp : IconName::ChevronDown, rect, colour(token));
}

void ClinicStyle::drawRow(const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    if (item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(item->rect, item->backgroundBrush);
    const bool selected = has(option, State_Selected);
    if (selected)
        painter->fillRect(item->rect, colour(Token::Selected));
    else if (has(option, State_MouseOver) && has(option, State_Enabled))
        painter->fillRect(item->rect, colour(Token::Hover));
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    const bool firstCell = item->viewItemPosition == QStyleOptionViewItem::Beginning
        || item->viewItemPosition == QStyleOptionViewItem::OnlyOne;
    // The bar says which list the keyboard acts in, the fill alone would not.
    if (selected && view && view->hasFocus() && firstCell) {
        const QRect bar
            = visualRect(item->direction, item->rect,
                         QRect(item->rect.topLeft(), QSize(theme().px(3), item->rect.height())));
        painter->fillRect(bar,
                          colour(theme().isHighContrast() ? Token::SelectedText : Token::Accent));
    }
}

void ClinicStyle::drawOutline(const QStyleOption *option, QPainter *painter,
                              const QBrush &fill) const
{
    painter->save();
    painter->setPen(colour(Token::Border));
    painter->setBrush(fill);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

bool ClinicStyle::drawFrame(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case PE_Frame:
        if (qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget))
            drawField(option, painter, widget);
        else
            drawOutline(option, painter, Qt::NoBrush);
        return true;
    case PE_FrameMenu:
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        drawOutline(option, painter, colour(Token::Raised));
        return true;
    case PE_FrameTabWidget:
        drawOutline(option, painter, colour(Token::Surface));
        return true;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, colour(Token::Surface));
        return true;
    case PE_PanelStatusBar:
        painter->fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)),
                          colour(Token::Border));
        return true;
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
        return true;
    default:
        return false;
    }
}

void ClinicStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    if (drawFrame(element, option, painter, widget))
        return;
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    switch (element) {
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        // Inside spin boxes and combo boxes the outer control draws the edge.
        if (element == PE_FrameLineEdit || (frame && frame->lineWidth > 0))
            drawField(option, painter, widget);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorRadioButton:
        drawCheck(option, painter, element == PE_IndicatorRadioButton);
        return;
    case PE_PanelButtonTool:
        drawToolPanel(option, painter);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        drawArrow(option, painter, element == PE_IndicatorArrowUp || element == PE_IndicatorSpinUp);
        return;
    case PE_FrameFocusRect:
        // Selected rows show focus by their fill and bar; a ring in each cell would be noise.
        if (!qobject_cast<const QAbstractItemView *>(widget) || !has(option, State_Selected))
            drawFocusRing(option->rect, painter);
        return;
    case PE_PanelItemViewItem:
        drawRow(option, painter, widget);
        return;
    case PE_PanelItemViewRow:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

} // namespace ClinicDesk
