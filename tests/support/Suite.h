#pragma once

namespace ClinicDesk {

/// Takes the program's first argument as the name of a suite, "RightsTest" for all tests of
/// RightsTest.cpp, and leaves out the others; without one all run. False, with a sentence on
/// standard error, when there is no such file. Call after InitGoogleMock and before RUN_ALL_TESTS.
bool chooseSuite(int argc, char **argv);

} // namespace ClinicDesk
