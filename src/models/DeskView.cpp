#include "models/DeskView.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

const QString group = u"reception"_s;

QList<qint64> numbers(const QString &text)
{
    QList<qint64> result;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        result << part.toLongLong();
    return result;
}

} // namespace

void DeskView::attach(QSettings &settings)
{
    m_settings = &settings;
    settings.beginGroup(group);
    const QStringList keys = settings.childKeys();
    for (const QString &key : keys)
        m_values.insert(key, settings.value(key).toString());
    settings.endGroup();
}

bool DeskView::cancelledShown() const
{
    return text(u"cancelledShown"_s) == "yes"_L1;
}

void DeskView::setCancelledShown(bool shown)
{
    keep(u"cancelledShown"_s, shown ? u"yes"_s : u"no"_s);
}

int DeskView::rowZoom() const
{
    const int percent = text(u"rowZoom"_s).toInt();
    return percent > 0 ? percent : 100;
}

void DeskView::setRowZoom(int percent)
{
    keep(u"rowZoom"_s, QString::number(percent));
}

QSet<DoctorId> DeskView::hiddenDoctors() const
{
    QSet<DoctorId> doctors;
    for (const qint64 id : numbers(text(u"hiddenDoctors"_s)))
        doctors.insert(DoctorId {id});
    return doctors;
}

void DeskView::setHiddenDoctors(const QSet<DoctorId> &doctors)
{
    QStringList ids;
    for (const DoctorId doctor : doctors)
        ids << QString::number(doctor.value);
    ids.sort();
    keep(u"hiddenDoctors"_s, ids.join(u' '));
}

DoctorId DeskView::weekDoctor() const
{
    return DoctorId {text(u"weekDoctor"_s).toLongLong()};
}

void DeskView::setWeekDoctor(DoctorId doctor)
{
    keep(u"weekDoctor"_s, QString::number(doctor.value));
}

void DeskView::keep(const QString &key, const QString &value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    if (m_settings)
        m_settings->setValue(group + u'/' + key, value);
}

} // namespace ClinicDesk
