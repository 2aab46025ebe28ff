#include "support/Suite.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QTemporaryDir>

int main(int argc, char **argv)
{
    // Of its own: a program that another suite starts at this moment is another program.
    const QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    QApplication application(argc, argv);
    // A test presses again as soon as it sees the first press' effect.
    QApplication::setDoubleClickInterval(0);
    testing::InitGoogleMock(&argc, argv);
    return ClinicDesk::chooseSuite(argc, argv) ? RUN_ALL_TESTS() : 2;
}
