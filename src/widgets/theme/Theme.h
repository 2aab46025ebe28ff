#pragma once

#include "widgets/theme/Tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QPointer>

class QApplication;
class QWidget;

namespace ClinicDesk {

enum class Density { Compact, Normal, Touch };

/// Text sizes, in points at 100 %: 9, 10, 13, 16, 24.
enum class TextRole { SlotDetail, Body, BodyStrong, Section, Title, Figure };

/// Colours, fonts and sizes of the program. Made once by main() and handed to applyTo();
/// widgets read it through of(). GUI thread. It must outlive the windows that show it.
///
/// A change reaches every widget as StyleChange, PaletteChange and FontChange events: a widget
/// that computes sizes overrides changeEvent() and needs no connection to changed().
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    static constexpr int minimumZoom = 100;
    static constexpr int maximumZoom = 200;

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Installs style, palette and font, and keeps them in step with later changes.
    void applyTo(QApplication &application);

    /// The theme of the widget's style; a plain light one where no theme was applied.
    [[nodiscard]] static const Theme &of(const QWidget *widget);

    [[nodiscard]] ColourScheme scheme() const { return m_scheme; }
    void setScheme(ColourScheme scheme);
    /// Light, Dark or HighContrast: System is resolved.
    [[nodiscard]] ColourScheme effectiveScheme() const;
    /// What System means, for a caller that hears of it (the platform's palette decides at first).
    void setSystemIsDark(bool dark);

    /// Percent, kept within 100 to 200.
    [[nodiscard]] int zoom() const { return m_zoom; }
    void setZoom(int percent);
    /// Nothing moves or blinks by itself.
    [[nodiscard]] bool isMotionReduced() const { return m_motionReduced; }
    void setMotionReduced(bool reduced);
    [[nodiscard]] Density density() const { return m_density; }
    void setDensity(Density density);

    [[nodiscard]] QColor colour(Token token) const;
    [[nodiscard]] StatusColours status(StatusLook look) const;
    [[nodiscard]] bool isHighContrast() const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QFont font(TextRole role) const;

    /// Device-independent pixels at 100 %, as they are at the present zoom.
    [[nodiscard]] int px(int pixels) const;
    /// Height of buttons and fields, zoom included.
    [[nodiscard]] int controlHeight() const;
    /// Height of ten minutes in a day grid, zoom included.
    [[nodiscard]] int tenMinuteHeight() const;

Q_SIGNALS:
    void changed();

private:
    void refresh();

    ColourScheme m_scheme = ColourScheme::System;
    Density m_density = Density::Normal;
    int m_zoom = minimumZoom;
    bool m_systemIsDark = false;
    bool m_motionReduced = false;
    int m_cursorFlashTime = 0;
    QString m_family;
    QPointer<QApplication> m_application;
};

} // namespace ClinicDesk
