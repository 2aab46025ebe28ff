#include "domain/Overrides.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

TEST(Overrides, areSaidInWords)
{
    EXPECT_EQ(overrideWords(u"hours"_s), u"outside working hours"_s);
    EXPECT_EQ(overrideWords(u"lead_time,hours"_s),
              u"at shorter notice than the doctor asks for, outside working hours"_s);
}

} // namespace ClinicDesk
