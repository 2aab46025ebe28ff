#include "widgets/theme/ClinicStyle.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QPainter>
#include <QScrollArea>
#include <QStyleOption>

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

QPixmap tinted(const QPixmap &source, const QColor &colour)
{
    QPixmap pixmap = source;
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    return pixmap;
}

} // namespace

QColor ClinicStyle::buttonFill(const QStyleOption *option, bool isDefault, bool isFlat) const
{
    const bool hover = has(option, State_MouseOver);
    const bool down = has(option, State_Sunken);
    if (!has(option, State_Enabled))
        return isFlat ? QColor(Qt::transparent) : colour(Token::Closed);
    if (isDefault)
        return colour(hover || down ? Token::AccentHover : Token::Accent);
    if (has(option, State_On))
        return colour(Token::Selected);
    if (down)
        return colour(Token::Pressed);
    if (hover)
        return colour(Token::Hover);
    return isFlat ? QColor(Qt::transparent) : colour(Token::Surface);
}

void ClinicStyle::drawButton(const QStyleOptionButton *option, QPainter *painter,
                             const QWidget *) const
{
    const bool isDefault = option->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool isFlat = option->features.testFlag(QStyleOptionButton::Flat);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(buttonFill(option, isDefault, isFlat));
    const bool edged = !isFlat && (!isDefault || !has(option, State_Enabled));
    painter->setPen(
        edged ? QPen(colour(has(option, State_Enabled) ? Token::FieldEdge : Token::Border))
              : QPen(Qt::NoPen));
    painter->drawRoundedRect(edged ? crisp(option->rect) : QRectF(option->rect), radius, radius);
    if (has(option, State_HasFocus)) {
        // On the accent fill the ring needs a gap to be seen at all.
        painter->setBrush(Qt::NoBrush);
        if (isDefault) {
            painter->setPen(QPen(colour(Token::AccentText), 2));
            painter->drawRoundedRect(QRectF(option->rect).adjusted(3, 3, -3, -3), 2, 2);
        } else {
            drawFocusRing(option->rect, painter);
        }
    }
    painter->restore();
}

void ClinicStyle::drawButtonLabel(const QStyleOptionButton *option, QPainter *painter,
                                  const QWidget *widget) const
{
    const bool isDefault = option->features.testFlag(QStyleOptionButton::DefaultButton);
    QColor text = option->palette.color(QPalette::ButtonText);
    if (has(option, State_Enabled)) {
        if (isDefault)
            text = colour(Token::AccentText);
        else if (has(option, State_On))
            text = colour(Token::SelectedText);
        else if (widget && widget->property("clinicDanger").toBool())
            text = colour(Token::Error);
    }
    const int gap = theme().px(6);
    const QSize iconSize = option->icon.isNull() ? QSize(0, 0) : option->iconSize;
    const int textWidth = option->fontMetrics.size(Qt::TextShowMnemonic, option->text).width();
    const int used
        = iconSize.width() + (iconSize.width() && !option->text.isEmpty() ? gap : 0) + textWidth;
    QRect area(0, 0, qMin(used, option->rect.width()), option->rect.height());
    area.moveCenter(option->rect.center());
    if (!option->icon.isNull()) {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QPixmap pixmap = tinted(option->icon.pixmap(iconSize, ratio), text);
        QRect place(area.left(), area.center().y() - iconSize.height() / 2 + 1, iconSize.width(),
                    iconSize.height());
        painter->drawPixmap(visualRect(option->direction, area, place).topLeft(), pixmap);
        area.setLeft(area.left() + place.width() + gap);
        area = option->direction == Qt::RightToLeft ? area.translated(-(place.width() + gap), 0)
                                                    : area;
    }
    painter->save();
    painter->setPen(text);
    const bool underline = proxy()->styleHint(SH_UnderlineShortcut, option, widget, nullptr);
    painter->drawText(area,
                      Qt::AlignCenter | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                      option->text);
    painter->restore();
}

void ClinicStyle::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    painter->fillRect(option->rect, colour(Token::Surface));
    if (!has(option, State_Horizontal))
        return;
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                      colour(Token::HourLine));
}

void ClinicStyle::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const bool selected = has(option, State_Selected);
    if (has(option, State_MouseOver) && !selected)
        painter->fillRect(option->rect.adjusted(2, 2, -2, -4), colour(Token::Hover));
    const int height = theme().px(3);
    if (selected) {
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom() + 1 - height,
                                option->rect.width(), height),
                          colour(Token::Accent));
    }
    if (has(option, State_HasFocus))
        drawFocusRing(option->rect, painter);
}

void ClinicStyle::drawProgress(const QStyleOption *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const double part = double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
    QRect filled = bar->rect;
    filled.setWidth(qRound(bar->rect.width() * part));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour(Token::Accent));
    painter->drawRoundedRect(visualRect(bar->direction, bar->rect, filled), radius, radius);
    painter->restore();
}

void ClinicStyle::drawProgressText(const QStyleOption *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar || !bar->textVisible)
        return;
    const bool busy = bar->maximum <= bar->minimum;
    const double part
        = busy ? 0 : double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
    QRect filled = bar->rect;
    filled.setWidth(qRound(bar->rect.width() * part));
    filled = visualRect(bar->direction, bar->rect, filled);
    // The text changes colour where the filled part ends.
    for (const bool inside : {true, false}) {
        painter->save();
        painter->setClipRegion(inside ? QRegion(filled) : QRegion(bar->rect) - filled);
        painter->setPen(colour(inside ? Token::AccentText : Token::Text));
        painter->drawText(bar->rect, Qt::AlignCenter, bar->text);
        painter->restore();
    }
}

void ClinicStyle::drawMenuTitle(const QStyleOptionMenuItem *option, QPainter *painter,
                                const QWidget *widget) const
{
    painter->fillRect(option->rect, colour(Token::Window));
    const bool open = has(option, State_Selected) || has(option, State_Sunken);
    if (open) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(Token::Selected));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 2, -1, -2), radius, radius);
        painter->restore();
    }
    const bool underline = proxy()->styleHint(SH_UnderlineShortcut, option, widget, nullptr);
    const int flags = Qt::AlignCenter | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const Token text = !has(option, State_Enabled) ? Token::DisabledText
        : open                                     ? Token::SelectedText
                                                   : Token::Text;
    painter->setPen(colour(text));
    painter->drawText(option->rect, flags, option->text);
}

void ClinicStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawButton(button, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawButtonLabel(button, painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeader(option, painter);
        return;
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_ProgressBarLabel:
        drawProgressText(option, painter);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuTitle(item, painter, widget);
        return;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        painter->fillRect(option->rect, colour(Token::Window));
        return;
    case CE_Splitter: {
        const bool vertical = option->rect.width() < option->rect.height();
        QRect line = vertical ? QRect(0, 0, 1, option->rect.height())
                              : QRect(0, 0, option->rect.width(), 1);
        line.moveCenter(option->rect.center());
        painter->fillRect(line,
                          colour(has(option, State_MouseOver) ? Token::Accent : Token::Border));
        return;
    }
    case CE_ProgressBarGroove:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(colour(Token::Border));
        painter->setBrush(colour(Token::Closed));
        painter->drawRoundedRect(crisp(option->rect), radius, radius);
        painter->restore();
        return;
    case CE_ProgressBarContents:
        drawProgress(option, painter);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ClinicStyle::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                              const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    if (spin->frame)
        drawField(option, painter, widget);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step, bool up) {
        QStyleOption button(*option);
        button.rect = subControlRect(CC_SpinBox, option, part, widget);
        if (!spin->stepEnabled.testFlag(step))
            button.state &= ~State_Enabled;
        if (spin->activeSubControls == part)
            drawToolPanel(&button, painter);
        drawArrow(&button, painter, up);
    };
    arrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, true);
    arrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, false);
}

void ClinicStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    if (combo->frame)
        drawField(option, painter, widget);
    QStyleOption arrow(*option);
    arrow.rect = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawArrow(&arrow, painter, false);
}

void ClinicStyle::drawScrollBar(const QStyleOptionSlider *option, QPainter *painter,
                                const QWidget *widget) const
{
    // A form's ground is the window's, a list's is its own.
    const QWidget *box = widget ? widget->parentWidget() : nullptr;
    const bool ofForm = box && qobject_cast<const QScrollArea *>(box->parentWidget());
    painter->fillRect(option->rect, colour(ofForm ? Token::Window : Token::Surface));
    if (option->maximum <= option->minimum)
        return;
    const bool active = has(option, State_MouseOver) || has(option, State_Sunken);
    const double inset = active ? theme().px(2) : theme().px(3);
    const QRectF handle = QRectF(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget))
                              .adjusted(inset, inset, -inset, -inset);
    const double round = qMin(handle.width(), handle.height()) / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour(active ? Token::SecondaryText : Token::FieldEdge));
    painter->drawRoundedRect(handle, round, round);
    painter->restore();
}

void ClinicStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(bar, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
    if (control == CC_ToolButton && has(option, State_HasFocus))
        drawFocusRing(option->rect, painter);
}

} // namespace ClinicDesk
