#include "widgets/theme/Tokens.h"

#include <gmock/gmock.h>

namespace ClinicDesk {
namespace {

constexpr double textMinimum = 4.5;
constexpr double shapeMinimum = 3.0;

class Tokens : public testing::TestWithParam<ColourScheme>
{
protected:
    [[nodiscard]] double ratio(Token first, Token second) const
    {
        return contrastRatio(tokenColour(first, GetParam()), tokenColour(second, GetParam()));
    }
};

TEST_P(Tokens, everyStatusIsLegible)
{
    const QColor grid = tokenColour(Token::Grid, GetParam());
    for (int look = 0; look <= int(StatusLook::Hold); ++look) {
        const StatusColours colours = statusColours(StatusLook(look), GetParam());
        EXPECT_GE(contrastRatio(colours.text, colours.fill), textMinimum) << look;
        EXPECT_GE(contrastRatio(colours.bar, grid), shapeMinimum) << look;
        EXPECT_GE(contrastRatio(colours.bar, colours.fill), shapeMinimum) << look;
    }
}

TEST_P(Tokens, everyTextIsLegibleOnEveryGround)
{
    for (const Token ground :
         {Token::Window, Token::Surface, Token::Raised, Token::Grid, Token::Closed, Token::Hover}) {
        EXPECT_GE(ratio(Token::Text, ground), textMinimum) << int(ground);
        EXPECT_GE(ratio(Token::SecondaryText, ground), textMinimum) << int(ground);
    }
    for (const Token ground : {Token::Window, Token::Surface, Token::Raised}) {
        EXPECT_GE(ratio(Token::Error, ground), textMinimum) << int(ground);
        EXPECT_GE(ratio(Token::Accent, ground), textMinimum) << int(ground);
    }
    EXPECT_GE(ratio(Token::AccentText, Token::Accent), textMinimum);
    EXPECT_GE(ratio(Token::AccentText, Token::AccentHover), textMinimum);
    EXPECT_GE(ratio(Token::SelectedText, Token::Selected), textMinimum);
    EXPECT_GE(ratio(Token::NowText, Token::Now), textMinimum);
    EXPECT_GE(ratio(Token::ErrorText, Token::ErrorFill), textMinimum);
    EXPECT_GE(ratio(Token::WarningText, Token::WarningFill), textMinimum);
    EXPECT_GE(ratio(Token::SuccessText, Token::SuccessFill), textMinimum);
    EXPECT_GE(ratio(Token::InformationText, Token::InformationFill), textMinimum);
}

TEST_P(Tokens, everyEdgeIsSeen)
{
    for (const Token edge : {Token::FieldEdge, Token::Focus, Token::Now}) {
        EXPECT_GE(ratio(edge, Token::Grid), shapeMinimum) << int(edge);
        EXPECT_GE(ratio(edge, Token::Window), shapeMinimum) << int(edge);
    }
    EXPECT_GE(ratio(Token::Error, Token::ErrorFill), shapeMinimum);
    EXPECT_GE(ratio(Token::Warning, Token::WarningFill), shapeMinimum);
    EXPECT_GE(ratio(Token::Success, Token::SuccessFill), shapeMinimum);
    EXPECT_GE(ratio(Token::Information, Token::InformationFill), shapeMinimum);
}

INSTANTIATE_TEST_SUITE_P(Schemes, Tokens,
                         testing::Values(ColourScheme::Light, ColourScheme::Dark,
                                         ColourScheme::HighContrast));

TEST(TokenTable, hasTheDesignedRatios)
{
    const StatusColours pending = statusColours(StatusLook::Pending, ColourScheme::Light);
    EXPECT_NEAR(contrastRatio(pending.text, pending.fill), 8.9, 0.06);
    const StatusColours hold = statusColours(StatusLook::Hold, ColourScheme::Dark);
    EXPECT_NEAR(contrastRatio(hold.text, hold.fill), 9.0, 0.06);
    EXPECT_NEAR(contrastRatio(QColor(0x4c, 0x8d, 0xff), Qt::white), 3.2, 0.06);
}

TEST(StatusLooks, checkedInCountsForConfirmedOnly)
{
    EXPECT_EQ(statusLook(AppointmentStatus::Confirmed, true), StatusLook::CheckedIn);
    EXPECT_EQ(statusLook(AppointmentStatus::InProgress, true), StatusLook::InProgress);
    EXPECT_EQ(statusLook(AppointmentStatus::Rejected, false), StatusLook::Cancelled);
}

} // namespace
} // namespace ClinicDesk
