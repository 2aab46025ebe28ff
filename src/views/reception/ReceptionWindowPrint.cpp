#include "views/reception/ReceptionWindow.h"

#include "models/ReceptionModels.h"
#include "views/paper/DayListDialog.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionSidebar.h"
#include "views/reception/ReceptionTexts.h"
#include "widgets/Format.h"
#include "widgets/Toast.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

DayListVisit lineOf(const AppointmentRow &row, const ClinicClock &clock)
{
    const Appointment &visit = row.appointment;
    DayListVisit line;
    line.time = Format::timeRange(visit.start, visit.end, clock.zone());
    line.name = listName(row.familyName, row.givenName);
    line.identity
        = Format::born(row.birthDate, clock.today()) + u", "_s + Format::isolated(row.recordNumber);
    line.phone = Format::isolated(row.phone);
    line.type = row.visitTypeName;
    line.status = Format::status(visit.status, visit.checkedInAt.has_value());
    const bool gone = visit.status == AppointmentStatus::Cancelled
        || visit.status == AppointmentStatus::Rejected;
    line.note = gone && !visit.statusNote.isEmpty()
        ? Format::statusNote(visit.status, visit.statusNote)
        : visit.reason;
    return line;
}

} // namespace

void ReceptionWindow::printDayList()
{
    DayModel &model = m_models.day();
    const ClinicClock &clock = m_models.clock();
    if (!model.day().isValid())
        return;
    const bool isDay = model.period().isDay();
    DayList list;
    list.clinic = m_models.session().clinic.name;
    list.title = isDay ? Format::dayAndDate(model.day())
                       : Format::dayRange(model.period().first, model.period().last);
    const QDateTime asOf
        = m_models.connection().isLive() ? clock.now() : m_models.connection().lostSince();
    list.asOf = tr("as of %1", "time").arg(Format::dateTime(asOf, clock.zone()));
    list.rightToLeft = isRightToLeft();
    const QList<DoctorDay> days = isDay ? model.doctors() : model.weekDays();
    for (qsizetype index = 0; index < days.size(); ++index) {
        const DoctorDay &day = days.at(index);
        if (isDay && !m_sidebar->isShown(day.doctor))
            continue;
        const QDate date = isDay ? model.day() : model.period().first.addDays(index);
        DayListSection section;
        section.title = isDay ? day.name
                              : tr("%1, %2", "doctor, day").arg(day.name, Format::dayAndDate(date));
        section.note = ReceptionTexts::columnNote(day);
        for (const AppointmentRow &row : model.rows()) {
            const Appointment &visit = row.appointment;
            const bool gone = visit.status == AppointmentStatus::Cancelled
                || visit.status == AppointmentStatus::Rejected;
            if (visit.doctor == day.doctor && (isDay || clock.dayOf(visit.start) == date)
                && (!gone || m_actions->showCancelled->isChecked()))
                section.visits << lineOf(row, clock);
        }
        list.sections << section;
    }
    const QString file
        = tr("Day list %1.pdf", "file name").arg(model.period().first.toString(Qt::ISODate));
    auto *dialog = new DayListDialog(list, file, m_models.deskView(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DayListDialog::saved, this, [this](const QString &path) {
        m_toast->present(tr("Day list saved: %1").arg(Format::isolated(path)), {}, 12);
    });
    connect(dialog, &DayListDialog::printed, this, [this](const QString &printer) {
        m_toast->present(tr("Day list sent to printer %1").arg(printer), {}, 8);
    });
    dialog->open();
}

} // namespace ClinicDesk
