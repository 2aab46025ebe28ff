#pragma once

#include "domain/Id.h"

#include <QSet>
#include <QSettings>
#include <QString>

namespace ClinicDesk {

/// What the reception of this computer looks at, kept from one day to the next. Without attach()
/// it is forgotten with the program. GUI thread.
class DeskView final
{
public:
    /// Reads what was kept there, and keeps every later change there; it must outlive this.
    void attach(QSettings &settings);

    [[nodiscard]] QString calendar() const { return text(QStringLiteral("calendar")); }
    void setCalendar(const QString &key) { keep(QStringLiteral("calendar"), key); }
    [[nodiscard]] bool cancelledShown() const;
    void setCancelledShown(bool shown);
    /// Percent; 100 unless set.
    [[nodiscard]] int rowZoom() const;
    void setRowZoom(int percent);
    [[nodiscard]] QSet<DoctorId> hiddenDoctors() const;
    void setHiddenDoctors(const QSet<DoctorId> &doctors);
    /// Whose week is shown; may be invalid.
    [[nodiscard]] DoctorId weekDoctor() const;
    void setWeekDoctor(DoctorId doctor);
    /// Where the last file was saved; may be empty.
    [[nodiscard]] QString saveFolder() const { return text(QStringLiteral("saveFolder")); }
    void setSaveFolder(const QString &folder) { keep(QStringLiteral("saveFolder"), folder); }

private:
    [[nodiscard]] QString text(const QString &key) const { return m_values.value(key); }
    void keep(const QString &key, const QString &value);

    QSettings *m_settings = nullptr;
    QHash<QString, QString> m_values;
};

} // namespace ClinicDesk
