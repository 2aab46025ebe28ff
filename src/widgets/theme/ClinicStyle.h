#pragma once

#include <QPointer>
#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionMenuItem;
class QStyleOptionSlider;

namespace ClinicDesk {

class Theme;
enum class Token;

/// Fusion redrawn from a Theme's tokens: rounded fields and buttons, an always visible focus ring,
/// flat headers and bars. Made by Theme::applyTo() only.
///
/// Dynamic properties it knows: "clinicInvalid" (bool) on a field draws its edge in the error
/// colour; "clinicDanger" (bool) on a button writes its label in it.
class ClinicStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ClinicStyle(const Theme &theme);

    [[nodiscard]] const Theme &theme() const;

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;

private:
    [[nodiscard]] QColor colour(Token token) const;
    [[nodiscard]] QColor buttonFill(const QStyleOption *option, bool isDefault, bool isFlat) const;
    [[nodiscard]] QRect fieldPart(ComplexControl control, const QStyleOptionComplex *option,
                                  SubControl subControl) const;
    [[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider *bar, SubControl subControl) const;
    void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawButton(const QStyleOptionButton *option, QPainter *painter,
                    const QWidget *widget) const;
    void drawButtonLabel(const QStyleOptionButton *option, QPainter *painter,
                         const QWidget *widget) const;
    void drawToolPanel(const QStyleOption *option, QPainter *painter) const;
    void drawCheck(const QStyleOption *option, QPainter *painter, bool round) const;
    void drawArrow(const QStyleOption *option, QPainter *painter, bool up) const;
    void drawRow(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeader(const QStyleOption *option, QPainter *painter) const;
    void drawTab(const QStyleOption *option, QPainter *painter) const;
    void drawProgress(const QStyleOption *option, QPainter *painter) const;
    void drawProgressText(const QStyleOption *option, QPainter *painter) const;
    void drawMenuTitle(const QStyleOptionMenuItem *option, QPainter *painter,
                       const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter,
                     const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComplex *option, QPainter *painter,
                      const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionSlider *option, QPainter *painter,
                       const QWidget *widget) const;
    /// Frames and panels; false for an element it does not know.
    bool drawFrame(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                   const QWidget *widget) const;
    void drawOutline(const QStyleOption *option, QPainter *painter, const QBrush &fill) const;
    void drawFocusRing(const QRectF &rect, QPainter *painter) const;

    QPointer<const Theme> m_theme;
};

} // namespace ClinicDesk
