#pragma once

#include <QList>
#include <QString>

namespace ClinicDesk {

/// What keys do that are no commands of a menu, under one title of the sheet of keys.
struct KeyGroup
{
    struct Line
    {
        QString key;
        QString does;
    };
    QString title;
    QList<Line> lines;
};

} // namespace ClinicDesk
