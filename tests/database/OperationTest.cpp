#include "database/Operation.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

TEST(Operation, hashTellsWhereAPartEnds)
{
    EXPECT_NE(Operation::hashOf({u"ab"_s, u"c"_s}), Operation::hashOf({u"a"_s, u"bc"_s}));
    EXPECT_NE(Operation::hashOf({u"a"_s}), Operation::hashOf({u"a"_s, u""_s}));
    EXPECT_NE(Operation::hashOf({u"1:a"_s}), Operation::hashOf({u"1"_s, u"a"_s}));
}

TEST(Operation, hashIsStableAndFitsTheTable)
{
    EXPECT_EQ(Operation::hashOf({u"Müller"_s}), Operation::hashOf({u"Müller"_s}));
    EXPECT_EQ(Operation::hashOf({}).size(), 64);
}

} // namespace
} // namespace ClinicDesk
