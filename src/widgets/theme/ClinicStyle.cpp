#include "widgets/theme/ClinicStyle.h"

#include "widgets/theme/Theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ClinicStyle::ClinicStyle(const Theme &theme)
    : QProxyStyle(u"Fusion"_s)
    , m_theme(&theme)
{
}

const Theme &ClinicStyle::theme() const
{
    if (m_theme)
        return *m_theme;
    static const Theme plain;
    return plain;
}

QColor ClinicStyle::colour(Token token) const
{
    return theme().colour(token);
}

void ClinicStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *header = qobject_cast<QHeaderView *>(widget);
        header && header->orientation() == Qt::Horizontal)
        header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    // Without hover events the hover colours never show.
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QScrollBar *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto *table = qobject_cast<QTableView *>(widget))
        table->setShowGrid(false);
}

int ClinicStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                             const QWidget *widget) const
{
    const Theme &metrics = theme();
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return metrics.px(16);
    case PM_ToolBarIconSize:
        return metrics.px(20);
    case PM_LargeIconSize:
    case PM_MessageBoxIconSize:
        return metrics.px(32);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return metrics.px(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_FocusFrameHMargin:
        return metrics.px(8);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return metrics.px(12);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics.px(8);
    case PM_ScrollBarExtent:
        return metrics.px(12);
    case PM_ScrollBarSliderMin:
        return metrics.px(32);
    case PM_HeaderDefaultSectionSizeHorizontal:
        return metrics.px(112);
    case PM_HeaderDefaultSectionSizeVertical:
        return metrics.controlHeight()
            + metrics.px(4); // rows of a table: it ignores CT_ItemViewItem
    case PM_HeaderMargin:
    case PM_SplitterWidth:
        return metrics.px(8);
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractItemView *>(widget) ? 1 : metrics.px(2);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuPanelWidth:
        return metric == PM_MenuPanelWidth ? 1 : 0;
    case PM_MenuVMargin:
    case PM_ToolBarItemSpacing:
    case PM_ToolBarItemMargin:
        return metrics.px(4);
    case PM_ToolTipLabelFrameWidth:
        return metrics.px(6);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ClinicStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ComboBox_Popup:
    case SH_Menu_FlashTriggeredItem:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_Transient:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_FormLayoutFieldGrowthPolicy:
        return 2; // QFormLayout::AllNonFixedFieldsGrow
    case SH_DialogButtonLayout:
        return QDialogButtonBox::GnomeLayout; // what acts stands last, as in the other dialogs
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration: {
        constexpr int longest = 200; // ms
        const int usual = QProxyStyle::styleHint(hint, option, widget, returnData);
        return theme().isMotionReduced() ? 0 : std::min(usual, longest);
    }
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize ClinicStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                    const QSize &size, const QWidget *widget) const
{
    const Theme &metrics = theme();
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.setWidth(qMax(size.width() + metrics.px(24), metrics.px(64)));
        if (const auto *button = qobject_cast<const QPushButton *>(widget);
            button && button->text().isEmpty())
            result.setWidth(metrics.controlHeight());
        result.setHeight(qMax(metrics.controlHeight(), size.height() + metrics.px(4)));
        break;
    case CT_ToolButton:
        result = result.expandedTo({metrics.controlHeight(), metrics.controlHeight()});
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option); button
            && !button->text.isEmpty() && button->toolButtonStyle != Qt::ToolButtonIconOnly) {
            result.rwidth() += metrics.px(12);
        }
        break;
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(qMax(metrics.controlHeight(), size.height()));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator) {
            result.setHeight(qMax(metrics.controlHeight(), result.height()));
        }
        break;
    case CT_MenuBarItem:
        result = result.expandedTo({0, metrics.controlHeight()});
        break;
    case CT_ItemViewItem:
    case CT_HeaderSection:
        result.setHeight(qMax(metrics.controlHeight(), result.height()));
        break;
    case CT_TabBarTab:
        result = QSize(result.width() + metrics.px(8), metrics.controlHeight() + metrics.px(8));
        break;
    default:
        break;
    }
    return result;
}

QRect ClinicStyle::subElementRect(SubElement element, const QStyleOption *option,
                                  const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return rect.adjusted(theme().px(4), 0, -theme().px(4), 0);
    return rect;
}

QRect ClinicStyle::fieldPart(ComplexControl control, const QStyleOptionComplex *option,
                             SubControl subControl) const
{
    const QRect whole = option->rect;
    const int side = theme().px(24);
    QRect arrows(whole.right() + 1 - side, whole.top() + 1, side - 1, whole.height() - 2);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const int indent = combo && !combo->editable ? theme().px(8) : theme().px(4);
    QRect text = whole.adjusted(indent, 1, -side, -1);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons) {
        arrows = {};
        text.setRight(whole.right() - theme().px(4));
    }
    // The two controls use the same values for different parts.
    if (control == CC_ComboBox) {
        if (subControl == SC_ComboBoxEditField)
            return text;
        return subControl == SC_ComboBoxArrow ? arrows : whole;
    }
    if (subControl == SC_SpinBoxEditField)
        return text;
    if (subControl == SC_SpinBoxUp)
        return arrows.adjusted(0, 0, 0, -arrows.height() / 2);
    if (subControl == SC_SpinBoxDown)
        return arrows.adjusted(0, arrows.height() / 2, 0, 0);
    return whole;
}

QRect ClinicStyle::scrollBarPart(const QStyleOptionSlider *bar, SubControl subControl) const
{
    const QRect whole = bar->rect;
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? whole.width() : whole.height();
    const int steps = bar->maximum - bar->minimum;
    int handle = length;
    if (steps > 0)
        handle = int(qint64(length) * bar->pageStep / (steps + bar->pageStep));
    handle = qBound(qMin(length, theme().px(32)), handle, length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - handle, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return horizontal ? QRect(from, whole.top(), size, whole.height())
                          : QRect(whole.left(), from, whole.width(), size);
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return part(start, handle);
    case SC_ScrollBarGroove:
        return whole;
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + handle, length - start - handle);
    default:
        return {}; // no arrow buttons
    }
}

QRect ClinicStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                  SubControl subControl, const QWidget *widget) const
{
    if (control == CC_SpinBox || control == CC_ComboBox) {
        return visualRect(option->direction, option->rect, fieldPart(control, option, subControl));
    }
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar)
        return visualRect(option->direction, option->rect, scrollBarPart(bar, subControl));
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

} // namespace ClinicDesk
