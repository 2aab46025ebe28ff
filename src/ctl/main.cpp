#include "ctl/Program.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("clinicctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CLINICDESK_VERSION));
    ClinicDesk::Ctl::Program program(QCoreApplication::arguments().mid(1));
    return program.run();
}
