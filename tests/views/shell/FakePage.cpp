#include "views/shell/FakePage.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

FakePage::FakePage(const QString &title)
    : Page(title)
    , m_command(u"Act"_s)
    , m_field(new QLineEdit(this))
    , m_button(new CommandButton(m_command, *this, this))
{
    m_command.setShortcut(Qt::CTRL | Qt::Key_F9);
    addAction(&m_command);
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_button);
    addCommand(
        m_command, Effect::Writes, [this](const Current &) { return m_possible; },
        [this](const Current &current) {
            const Appointment &visit = current.visit->appointment;
            m_acts.append({visit.id.value, visit.version});
        });
}

void FakePage::showVisit(qint64 id, int version)
{
    if (id == 0) {
        setCurrent({});
        return;
    }
    AppointmentRow row;
    row.appointment.id = AppointmentId {id};
    row.appointment.version = version;
    setCurrent(Current::of(row));
}

void FakePage::setDone(bool possible)
{
    m_possible = possible;
    refreshCommands();
}

} // namespace ClinicDesk
