#include "support/Suite.h"

#include <gmock/gmock.h>

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    testing::InitGoogleMock(&argc, argv);
    return ClinicDesk::chooseSuite(argc, argv) ? RUN_ALL_TESTS() : 2;
}
