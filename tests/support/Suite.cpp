#include "support/Suite.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <string>

namespace ClinicDesk {

bool chooseSuite(int argc, char **argv)
{
    if (argc < 2)
        return true;
    const std::string wanted = argv[1];
    std::string others;
    bool found = false;
    const testing::UnitTest &all = *testing::UnitTest::GetInstance();
    for (int i = 0; i < all.total_test_suite_count(); ++i) {
        const testing::TestSuite &suite = *all.GetTestSuite(i);
        if (suite.total_test_count() == 0)
            continue;
        if (std::filesystem::path(suite.GetTestInfo(0)->file()).stem() == wanted)
            found = true;
        else
            others += std::string(":") + suite.name() + ".*";
    }
    if (!found) {
        std::cerr << "There is no suite " << wanted << " in this program.\n";
        return false;
    }
    // What the caller chose by --gtest_filter stays chosen, less the other files' tests.
    std::string &filter = testing::GTEST_FLAG(filter);
    filter += (filter.find('-') == std::string::npos ? "-" : "") + others;
    return true;
}

} // namespace ClinicDesk
