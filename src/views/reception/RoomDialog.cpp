#include "views/reception/RoomDialog.h"

#include "domain/ErrorText.h"
#include "models/OpenVisit.h"
#include "views/visits/StaleNotice.h"
#include "views/visits/VisitWhen.h"
#include "widgets/Banner.h"
#include "widgets/FieldError.h"
#include "widgets/FitHeight.h"
#include "widgets/IdentityLabel.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Theme.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
constexpr int shownRooms = 6;
}

RoomDialog::RoomDialog(OpenVisit &visit, RoomChange &change, const AppointmentCommands &commands,
                       const VisitTexts::DoctorName &doctorName, const ClinicClock &clock,
                       QWidget *parent)
    : QDialog(parent)
    , m_visit(visit)
    , m_change(change)
    , m_clock(clock)
    , m_rooms(new QListWidget(this))
    , m_problem(new FieldError(m_rooms, this))
{
    setObjectName(u"roomDialog"_s);
    setWindowTitle(tr("Change room"));
    m_visit.setParent(this);
    auto *banner = new Banner(this);
    m_notice
        = new StaleNotice(m_visit, clock, doctorName, *banner,
                          [&commands](const Appointment &now) { return commands.canMove(now); });
    const AppointmentRow &row = m_visit.seen();
    auto *identity = new IdentityLabel(this);
    identity->setPatient(row.familyName, row.givenName, row.birthDate, row.recordNumber,
                         clock.today());
    auto *when = new VisitWhen(m_visit, clock, doctorName, VisitWhen::Day::Shown, this);
    auto *label = new TextLabel(tr("&Room"), TextRole::Body, Token::SecondaryText, this);
    label->setBuddy(m_rooms);
    m_rooms->setObjectName(u"rooms"_s);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Keep it as it is"), QDialogButtonBox::RejectRole);
    m_ok = buttons->addButton(tr("Change room"), QDialogButtonBox::AcceptRole);
    m_ok->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *> {banner, identity, when, label, m_rooms,
                                                           m_problem, buttons})
        layout->addWidget(part);
    setMinimumWidth(Theme::of(this).px(400));
    new FitHeight(*this);
    connect(buttons, &QDialogButtonBox::accepted, this, &RoomDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_rooms, &QListWidget::itemActivated, this, &RoomDialog::accept);
    connect(m_rooms, &QListWidget::currentRowChanged, this, [this] { m_problem->setText({}); });
    connect(&m_visit, &OpenVisit::updated, this, &RoomDialog::follow);
    connect(&change.choices(), &RoomChoices::answered, this, &RoomDialog::refresh);
    connect(&change, &RoomChange::done, this, [this] { QDialog::accept(); });
    connect(&change, &RoomChange::refused, this, [this](const Error &error) {
        follow();
        m_problem->setText(errorText(error, m_clock.zone(), m_clock.now()));
        m_rooms->setFocus(Qt::OtherFocusReason);
    });
    m_rooms->setFocus();
    m_ok->setEnabled(false);
    if (!change.choices().isAsking())
        refresh();
}

void RoomDialog::refresh()
{
    const QListWidgetItem *const current = m_rooms->currentItem();
    const QVariant wanted = current
        ? current->data(Qt::UserRole)
        : QVariant::fromValue(m_change.row().appointment.room.value_or(RoomId {}));
    const QSignalBlocker quiet(m_rooms); // the same rows anew: what was said about them stays
    m_rooms->clear();
    addRow(tr("No room"), {});
    for (const RoomChoice &choice : m_change.choices().list()) {
        const QString &name = choice.room.name;
        const bool isOwn = choice.room.id == m_change.row().appointment.room;
        addRow(isOwn             ? tr("%1, as now", "room").arg(name)
                   : choice.free ? name
                                 : tr("%1, taken then").arg(name),
               choice.room.id);
    }
    for (int row = 0; row < m_rooms->count(); ++row) {
        if (m_rooms->item(row)->data(Qt::UserRole) == wanted)
            m_rooms->setCurrentRow(row);
    }
    if (m_rooms->currentRow() < 0)
        m_rooms->setCurrentRow(0);
    m_rooms->setFixedHeight(std::min(m_rooms->count(), shownRooms) * m_rooms->sizeHintForRow(0)
                            + 2 * m_rooms->frameWidth());
    adjustSize();
    follow();
}

void RoomDialog::follow()
{
    const bool isStale = m_visit.isStale();
    const AppointmentRow &seen = m_visit.seen();
    // Looked at again: its time may be another now, and with it the rooms.
    if (!isStale && !m_change.isSending() && seen != m_change.row())
        m_change.begin(seen);
    const bool isOver = isStale && m_notice->isOver();
    if (m_ok->hasFocus() && isStale)
        m_rooms->setFocus(Qt::OtherFocusReason); // not on to what takes the change over
    m_ok->setEnabled(!isStale && !m_change.isSending() && m_rooms->count() > 0);
    m_ok->setToolTip(isStale && !isOver ? VisitTexts::lookFirst() : QString());
}

void RoomDialog::addRow(const QString &text, std::optional<RoomId> room)
{
    auto *item = new QListWidgetItem(text, m_rooms);
    item->setData(Qt::UserRole, QVariant::fromValue(room.value_or(RoomId {})));
}

void RoomDialog::accept()
{
    const QListWidgetItem *const item = m_rooms->currentItem();
    if (!item || !m_ok->isEnabled())
        return;
    const auto id = item->data(Qt::UserRole).value<RoomId>();
    const std::optional<RoomId> room = id.isValid() ? std::optional(id) : std::nullopt;
    if (room == m_change.row().appointment.room) {
        reject(); // it stays where it is
        return;
    }
    m_ok->setEnabled(false);
    m_change.commit(room);
}

} // namespace ClinicDesk
