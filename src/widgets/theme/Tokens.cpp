#include "widgets/theme/Tokens.h"

#include <array>
#include <cmath>

namespace ClinicDesk {

namespace {

struct TokenRow
{
    Token token;
    QRgb light;
    QRgb dark;
    QRgb contrast;
};

// Light, dark, high contrast; in the order of the enumeration.
constexpr std::array tokenTable {
    TokenRow {Token::Window, 0xF4F6F8, 0x15181C, 0x000000},
    TokenRow {Token::Surface, 0xFFFFFF, 0x1E2126, 0x000000},
    TokenRow {Token::Raised, 0xFFFFFF, 0x272B31, 0x000000},
    TokenRow {Token::Grid, 0xFFFFFF, 0x1E2126, 0x000000},
    TokenRow {Token::Closed, 0xECEEF1, 0x2A2E35, 0x000000},
    TokenRow {Token::GridLine, 0xE9ECEF, 0x2A2E34, 0x4D4D4D},
    TokenRow {Token::HourLine, 0xCDD2D8, 0x414750, 0xA6A6A6},
    TokenRow {Token::Text, 0x1B1F23, 0xE8EBEF, 0xFFFFFF},
    TokenRow {Token::SecondaryText, 0x565E66, 0xB4BCC5, 0xFFFFFF},
    TokenRow {Token::DisabledText, 0x8A9199, 0x767E88, 0xB3B3B3},
    TokenRow {Token::Border, 0xD9DDE2, 0x363B43, 0xFFFFFF},
    TokenRow {Token::FieldEdge, 0x767E87, 0x858E99, 0xFFFFFF},
    TokenRow {Token::Hover, 0xEEF1F5, 0x30353C, 0x262626},
    TokenRow {Token::Pressed, 0xE1E5EA, 0x3A4049, 0x404000},
    TokenRow {Token::Accent, 0x0B57D0, 0x8AB4F8, 0xFFFF00},
    TokenRow {Token::AccentHover, 0x0A4CB6, 0xA3C4FA, 0xFFFF8C},
    TokenRow {Token::AccentText, 0xFFFFFF, 0x0B1B33, 0x000000},
    TokenRow {Token::Selected, 0xD6E4FB, 0x2C4266, 0xFFFF00},
    TokenRow {Token::SelectedText, 0x1B1F23, 0xE8EBEF, 0x000000},
    TokenRow {Token::Focus, 0x0B57D0, 0x8AB4F8, 0xFFFF00},
    TokenRow {Token::Now, 0xC2185B, 0xFF6FA3, 0xFFFF00},
    TokenRow {Token::NowText, 0xFFFFFF, 0x2B0A18, 0x000000},
    TokenRow {Token::Error, 0xB3203B, 0xFF8FA3, 0xFFFF00},
    TokenRow {Token::ErrorFill, 0xFBE3E6, 0x4C1F29, 0x000000},
    TokenRow {Token::ErrorText, 0x7A0F22, 0xFFD3DA, 0xFFFFFF},
    TokenRow {Token::Warning, 0xB36B00, 0xF0A92E, 0xFFFF00},
    TokenRow {Token::WarningFill, 0xFFF1D6, 0x4A3714, 0x000000},
    TokenRow {Token::WarningText, 0x5C3D00, 0xFFE3B0, 0xFFFFFF},
    TokenRow {Token::Success, 0x007F5F, 0x35C39A, 0xFFFFFF},
    TokenRow {Token::SuccessFill, 0xD9F2EA, 0x123F34, 0x000000},
    TokenRow {Token::SuccessText, 0x0A4536, 0xC4F0E2, 0xFFFFFF},
    TokenRow {Token::Information, 0x0B66B2, 0x5AAEF0, 0xFFFFFF},
    TokenRow {Token::InformationFill, 0xDCEBFA, 0x17364F, 0x000000},
    TokenRow {Token::InformationText, 0x0B3C66, 0xCFE6FB, 0xFFFFFF},
};

struct StatusRow
{
    QRgb fill;
    QRgb text;
    QRgb bar;
};

using StatusTable = std::array<StatusRow, 8>;

constexpr StatusTable lightStatuses {{
    {0xFFF1D6, 0x5C3D00, 0xB36B00}, // pending
    {0xDCEBFA, 0x0B3C66, 0x0B66B2}, // confirmed
    {0xD9F2EA, 0x0A4536, 0x007F5F}, // checked in
    {0xE9E0F8, 0x3D1F75, 0x6B3FC4}, // in progress
    {0xF1F3F5, 0x4A525A, 0x6C757D}, // completed
    {0xFBE3E6, 0x7A0F22, 0xB3203B}, // no-show
    {0xFFFFFF, 0x565E66, 0x7A828A}, // cancelled
    {0xF3EFE6, 0x4E4530, 0x857443}, // hold
}};

constexpr StatusTable darkStatuses {{
    {0x4A3714, 0xFFE3B0, 0xF0A92E},
    {0x17364F, 0xCFE6FB, 0x5AAEF0},
    {0x123F34, 0xC4F0E2, 0x35C39A},
    {0x35285A, 0xE2D6FB, 0xA98BF0},
    {0x2B3037, 0xC3CAD2, 0x8D97A3},
    {0x4C1F29, 0xFFD3DA, 0xF0708A},
    {0x1E2126, 0xB4BCC5, 0x8D97A3},
    {0x37332A, 0xE3D9C0, 0xB8A56C},
}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

} // namespace

StatusLook statusLook(AppointmentStatus status, bool checkedIn)
{
    switch (status) {
    case AppointmentStatus::Pending:
        return StatusLook::Pending;
    case AppointmentStatus::Confirmed:
        return checkedIn ? StatusLook::CheckedIn : StatusLook::Confirmed;
    case AppointmentStatus::InProgress:
        return StatusLook::InProgress;
    case AppointmentStatus::Completed:
        return StatusLook::Completed;
    case AppointmentStatus::NoShow:
        return StatusLook::NoShow;
    case AppointmentStatus::Cancelled:
    case AppointmentStatus::Rejected:
        return StatusLook::Cancelled;
    }
    Q_UNREACHABLE();
}

QColor tokenColour(Token token, ColourScheme scheme)
{
    const TokenRow &row = tokenTable[static_cast<size_t>(token)];
    Q_ASSERT(row.token == token);
    switch (scheme) {
    case ColourScheme::Dark:
        return QColor::fromRgb(row.dark);
    case ColourScheme::HighContrast:
        return QColor::fromRgb(row.contrast);
    case ColourScheme::System:
    case ColourScheme::Light:
        return QColor::fromRgb(row.light);
    }
    Q_UNREACHABLE();
}

StatusColours statusColours(StatusLook look, ColourScheme scheme)
{
    if (scheme == ColourScheme::HighContrast) {
        return {tokenColour(Token::Surface, scheme), tokenColour(Token::Text, scheme),
                tokenColour(look == StatusLook::Pending || look == StatusLook::InProgress
                                ? Token::Accent
                                : Token::Text,
                            scheme)};
    }
    const StatusTable &table = scheme == ColourScheme::Dark ? darkStatuses : lightStatuses;
    const StatusRow &row = table[static_cast<size_t>(look)];
    return {QColor::fromRgb(row.fill), QColor::fromRgb(row.text), QColor::fromRgb(row.bar)};
}

double contrastRatio(const QColor &first, const QColor &second)
{
    const double one = luminance(first);
    const double two = luminance(second);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace ClinicDesk
