#include "views/bars/FaintColours.h"

#include <gmock/gmock.h>

namespace ClinicDesk {
namespace {

using testing::IsEmpty;

class Tokens : public testing::TestWithParam<ColourScheme>
{
};

TEST_P(Tokens, everyStatusIsLegible)
{
    EXPECT_THAT(faintStatuses(GetParam()), IsEmpty())
        << qPrintable(faintStatuses(GetParam()).join(u'\n'));
}

TEST_P(Tokens, everyTextIsLegibleOnEveryGround)
{
    EXPECT_THAT(faintTexts(GetParam()), IsEmpty())
        << qPrintable(faintTexts(GetParam()).join(u'\n'));
}

TEST_P(Tokens, everyEdgeIsSeen)
{
    EXPECT_THAT(faintEdges(GetParam()), IsEmpty())
        << qPrintable(faintEdges(GetParam()).join(u'\n'));
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
