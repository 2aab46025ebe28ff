#pragma once

#include "domain/Appointment.h"

#include <QColor>

namespace ClinicDesk {

/// What the user asks for; System is settled by the platform's window lightness.
enum class ColourScheme { System, Light, Dark, HighContrast };

/// Every colour of the program has a name here and a value in Tokens.cpp, nowhere else.
enum class Token {
    Window, ///< behind everything
    Surface, ///< panels, lists, fields
    Raised, ///< menus, toasts, cards
    Grid, ///< open time
    Closed, ///< closed time, disabled fields
    GridLine,
    HourLine,
    Text,
    SecondaryText,
    DisabledText,
    Border, ///< quiet outline of panels
    FieldEdge, ///< outline of what can be typed into or pressed
    Hover,
    Pressed,
    Accent,
    AccentHover,
    AccentText, ///< text on Accent
    Selected, ///< selected rows and text
    SelectedText,
    Focus,
    Now,
    NowText,
    Error,
    ErrorFill,
    ErrorText,
    Warning,
    WarningFill,
    WarningText,
    Success,
    SuccessFill,
    SuccessText,
    Information,
    InformationFill,
    InformationText,
};

/// How an appointment looks; checked in is a fact on a confirmed appointment, not a status.
enum class StatusLook {
    Pending,
    Confirmed,
    CheckedIn,
    InProgress,
    Completed,
    NoShow,
    Cancelled,
    Hold
};

struct StatusColours
{
    QColor fill;
    QColor text;
    QColor bar; ///< the 4 px bar, edges and the icon

    bool operator==(const StatusColours &) const = default;
};

/// Rejected looks as Cancelled; `checkedIn` counts for Confirmed only.
[[nodiscard]] StatusLook statusLook(AppointmentStatus status, bool checkedIn);

/// `scheme` is Light, Dark or HighContrast; System reads as Light.
[[nodiscard]] QColor tokenColour(Token token, ColourScheme scheme);
[[nodiscard]] StatusColours statusColours(StatusLook look, ColourScheme scheme);

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &first, const QColor &second);

} // namespace ClinicDesk
