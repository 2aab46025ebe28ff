#include "views/calendar/DayListPrint.h"

#include "models/ReceptionModels.h"
#include "views/notices/Messages.h"
#include "views/paper/DayListDialog.h"
#include "views/reception/ReceptionSidebar.h"
#include "views/reception/ReceptionTexts.h"
#include "widgets/Format.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int savedSeconds = 12;

bool isGone(const Appointment &visit)
{
    return visit.status == AppointmentStatus::Cancelled
        || visit.status == AppointmentStatus::Rejected;
}

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
    line.note = isGone(visit) && !visit.statusNote.isEmpty()
        ? Format::statusNote(visit.status, visit.statusNote)
        : visit.reason;
    return line;
}

} // namespace

DayListPrint::DayListPrint(ReceptionModels &models, const ReceptionSidebar &sidebar,
                           Messages &messages, QWidget *window)
    : QObject(window)
    , m_models(models)
    , m_sidebar(sidebar)
    , m_messages(messages)
    , m_window(window)
{
}

void DayListPrint::open(bool withCancelled)
{
    const DayModel &model = m_models.day();
    const ClinicClock &clock = m_models.clock();
    if (!model.day().isValid()) {
        deleteLater();
        return;
    }
    DayList list;
    list.clinic = m_models.session().clinic.name;
    list.title = model.period().isDay()
        ? Format::dayAndDate(model.day())
        : Format::dayRange(model.period().first, model.period().last);
    const QDateTime asOf
        = m_models.connection().isLive() ? clock.now() : m_models.connection().lostSince();
    list.asOf = tr("as of %1", "time").arg(Format::dateTime(asOf, clock.zone()));
    list.rightToLeft = m_window->isRightToLeft();
    addSections(list, withCancelled);
    const QString file
        = tr("Day list %1.pdf", "file name").arg(model.period().first.toString(Qt::ISODate));
    auto *dialog = new DayListDialog(list, file, m_models.deskView(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QObject::destroyed, this, &QObject::deleteLater);
    connect(dialog, &DayListDialog::saved, this, [this](const QString &path) {
        m_messages.hint(tr("Day list saved: %1").arg(Format::isolated(path)), savedSeconds);
    });
    connect(dialog, &DayListDialog::printed, this, [this](const QString &printer) {
        m_messages.hint(tr("Day list sent to printer %1").arg(printer));
    });
    dialog->open();
}

void DayListPrint::addSections(DayList &list, bool withCancelled) const
{
    const DayModel &model = m_models.day();
    const ClinicClock &clock = m_models.clock();
    const bool isDay = model.period().isDay();
    const QList<DoctorDay> days = isDay ? model.doctors() : model.weekDays();
    for (qsizetype index = 0; index < days.size(); ++index) {
        const DoctorDay &day = days.at(index);
        if (isDay && !m_sidebar.isShown(day.doctor))
            continue;
        const QDate date = isDay ? model.day() : model.period().first.addDays(index);
        DayListSection section;
        section.title = isDay ? day.name
                              : tr("%1, %2", "doctor, day").arg(day.name, Format::dayAndDate(date));
        section.note = ReceptionTexts::columnNote(day);
        for (const AppointmentRow &row : model.rows()) {
            const Appointment &visit = row.appointment;
            if (visit.doctor == day.doctor && (isDay || clock.dayOf(visit.start) == date)
                && (!isGone(visit) || withCancelled))
                section.visits << lineOf(row, clock);
        }
        list.sections << section;
    }
}

} // namespace ClinicDesk
