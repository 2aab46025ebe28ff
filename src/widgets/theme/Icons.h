#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QRect>

class QPainter;

namespace ClinicDesk {

enum class IconName {
    Alert,
    ArrowLeft,
    ArrowRight,
    BarredCircle,
    Bell,
    Calendar,
    ChevronDown,
    ChevronUp,
    Clock,
    Cross,
    DoubleTick,
    Edit,
    Eye,
    Hand,
    Help,
    Information,
    Keyboard,
    Lock,
    Minus,
    Person,
    PersonAdd,
    Phone,
    Play,
    Plus,
    Question,
    Refresh,
    Search,
    Settings,
    SignOut,
    Tick,
    Undo,
};

/// Makes the SVG files of the static library reachable; safe to call again.
void initializeIcons();

/// A one-colour icon that follows the application palette: button text, grey when disabled.
[[nodiscard]] QIcon icon(IconName name);

/// `size` in device-independent pixels; cached.
[[nodiscard]] QPixmap iconPixmap(IconName name, int size, const QColor &colour,
                                 qreal devicePixelRatio);

/// Draws into the centre of `rect`, as large as its shorter side.
void drawIcon(QPainter &painter, IconName name, const QRect &rect, const QColor &colour);

} // namespace ClinicDesk
