#include "models/BookingModel.h"

#include "models/Catalogue.h"
#include "models/TaskRunner.h"
#include "services/Services.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

BookingModel::BookingModel(Services &services, Catalogue &catalogue, const Session &session,
                           QObject *parent)
    : CollisionHost(parent)
    , m_appointments(services.appointments)
    , m_catalogue(catalogue)
    , m_clock(session)
    , m_mayOverride(session.staff() && session.staff()->role != StaffRole::Administrator)
    , m_freeTimes(services.appointments)
    , m_rooms(services.appointments)
    , m_keeper(services.appointments, std::chrono::seconds(session.settings.holdSeconds))
{
    connect(&m_catalogue, &Catalogue::changed, this, &BookingModel::onCatalogueChanged);
    connect(&m_keeper, &SlotKeeper::held, this, &BookingModel::onHeld);
    connect(&m_keeper, &SlotKeeper::refused, this, &BookingModel::onHoldRefused);
    connect(&m_rooms, &RoomChoices::answered, this, &BookingModel::sendOnceReady);
    connect(&m_freeTimes, &FreeTimes::failed, this, [this](const Error &error) {
        m_problems[Field::Slot] = error;
        Q_EMIT changed();
    });
}

void BookingModel::open(QDate day, DoctorId doctor)
{
    m_day = day;
    if (m_state == State::Unknown)
        close();
    if (isOpen())
        return;
    startAfresh();
    m_state = State::Filling;
    m_doctor = doctor;
    chooseWhatIsOffered();
    askRooms();
    suggest();
    Q_EMIT changed();
}

bool BookingModel::chooseWhatIsOffered()
{
    const QList<DoctorId> bookable = bookableDoctors();
    const bool noDoctor = !bookable.contains(m_doctor) && !bookable.isEmpty();
    if (noDoctor)
        m_doctor = bookable.constFirst();
    const bool noType = !m_catalogue.visitType(m_type) && !m_catalogue.visitTypes().isEmpty();
    if (noType)
        m_type = m_catalogue.visitTypes().constFirst().id;
    return noDoctor || noType;
}

void BookingModel::onCatalogueChanged()
{
    // The form may have been opened before the catalogue came. What is chosen stays.
    if (m_state != State::Filling || m_chosen || !chooseWhatIsOffered())
        return;
    suggest();
    Q_EMIT changed();
}

void BookingModel::close()
{
    if (m_state != State::Filling && m_state != State::Unknown)
        return;
    m_keeper.release();
    startAfresh();
    m_state = State::Closed;
    m_freeTimes.clear();
    Q_EMIT changed();
}

void BookingModel::startAfresh()
{
    m_operation = QUuid::createUuid();
    m_patient.reset();
    m_reason.clear();
    m_roomWish = {};
    m_chosen.reset();
    m_override.reset();
    m_sendWaits = false;
    m_checking = false;
    m_problems.clear();
    ++m_forecast;
}

void BookingModel::setPatient(const PatientMatch &patient)
{
    m_patient = patient;
    m_problems.remove(Field::Patient);
    if (!m_chosen) {
        if (patient.lastDoctor && bookableDoctors().contains(*patient.lastDoctor))
            m_doctor = *patient.lastDoctor;
        if (patient.lastVisitType && m_catalogue.visitType(*patient.lastVisitType))
            m_type = *patient.lastVisitType;
        suggest();
    }
    forecast();
    Q_EMIT changed();
}

void BookingModel::clearPatient()
{
    m_patient.reset();
    ++m_forecast;
    m_problems.remove(Field::Patient);
    Q_EMIT changed();
}

void BookingModel::setDoctor(DoctorId doctor)
{
    if (doctor == m_doctor)
        return;
    m_doctor = doctor;
    m_problems.remove(Field::Doctor);
    release();
    suggest();
}

void BookingModel::setVisitType(VisitTypeId type)
{
    if (type == m_type)
        return;
    m_type = type;
    if (m_chosen) {
        FreeSlot longer = *m_chosen;
        longer.end = longer.start.addSecs(qint64(minutes()) * 60);
        choose(longer);
    }
    suggest();
    Q_EMIT changed();
}

int BookingModel::minutes() const
{
    const VisitType *const type = m_catalogue.visitType(m_type);
    return type ? type->minutes : 20;
}

void BookingModel::choose(const FreeSlot &slot)
{
    m_chosen = slot;
    m_doctor = slot.doctor;
    m_sendWaits = false;
    m_override.reset();
    m_problems.clear();
    askRooms(); // before the hold: an Enter that waits for that one knows the room then
    m_keeper.take(slot);
    forecast();
    Q_EMIT changed();
}

void BookingModel::release()
{
    m_chosen.reset();
    ++m_forecast;
    m_sendWaits = false;
    m_override.reset();
    for (const Field field : {Field::Slot, Field::Patient, Field::Room})
        m_problems.remove(field);
    askRooms();
    m_keeper.release();
    Q_EMIT changed();
}

void BookingModel::warnClosed()
{
    RuleDetails details {m_catalogue.doctorName(m_doctor), {}};
    for (const Suggestion &offer : m_freeTimes.list()) {
        if (offer.slot.doctor == m_doctor && !offer.sameTimeElsewhere)
            details.nextFree << offer.slot;
    }
    setProblem({ErrorKind::OutsideHours, {}, details, {}});
}

void BookingModel::setRoom(const RoomWish &wish)
{
    if (wish == m_roomWish)
        return;
    m_roomWish = wish;
    m_problems.remove(Field::Room);
    forecast();
    Q_EMIT changed();
}

void BookingModel::askRooms()
{
    if (isOpen())
        m_rooms.ask(roomQuestion());
}

RoomChoices::Question BookingModel::roomQuestion() const
{
    if (!m_chosen)
        return {m_doctor, {}, {}, {}};
    return {m_chosen->doctor, m_chosen->start, m_chosen->end, {}};
}

std::optional<RoomId> BookingModel::room() const
{
    if (!m_roomWish.automatic)
        return m_roomWish.room;
    const RoomChoice *const usual = m_rooms.isAbout(roomQuestion()) ? m_rooms.usual() : nullptr;
    return usual ? std::optional(usual->room.id) : std::nullopt;
}

bool BookingModel::canBook() const
{
    return m_state == State::Filling && m_patient && m_chosen;
}

void BookingModel::collide(const FreeSlot &wanted, const Error &error)
{
    m_chosen.reset();
    ++m_forecast;
    FreeTimes::Question question = this->question(std::max(m_clock.now(), wanted.start));
    question.doctor = wanted.doctor;
    question.others.removeAll(wanted.doctor);
    question.sameTime = wanted.start;
    question.minutes = static_cast<int>(wanted.start.secsTo(wanted.end) / 60);
    if (m_collision)
        Q_EMIT collisionOver();
    m_collision = std::make_unique<Collision>(wanted, error, question, m_appointments, m_keeper);
    connect(m_collision.get(), &Collision::ready, this, &BookingModel::collided);
    suggest();
    Q_EMIT changed();
}

void BookingModel::takeAlternative()
{
    const Suggestion *const chosen = m_collision ? m_collision->chosenAlternative() : nullptr;
    if (!chosen || m_state != State::Filling)
        return;
    m_chosen = chosen->slot;
    m_doctor = chosen->slot.doctor;
    book();
}

void BookingModel::leaveCollision()
{
    if (!m_collision)
        return;
    Q_EMIT collisionOver();
    m_collision.reset();
    release();
    suggest();
}

std::optional<Error> BookingModel::problem(Field field) const
{
    const auto found = m_problems.constFind(field);
    return found == m_problems.cend() ? std::nullopt : std::optional(*found);
}

void BookingModel::recheck()
{
    // Once it is sent, its own answer counts.
    if (m_state != State::Filling)
        return;
    if (m_problems.value(Field::Form).rule != "not_saved"_L1)
        m_problems.remove(Field::Form);
    m_problems.remove(Field::Slot);
    askRooms();
    if (m_chosen)
        m_keeper.take(*m_chosen);
    suggest();
    Q_EMIT changed();
}

void BookingModel::forecast()
{
    const quint64 asked = ++m_forecast;
    if (m_state != State::Filling || !m_patient || !m_chosen)
        return;
    runTask(this, m_appointments.preview(request()),
            [this, asked](const Result<std::optional<Error>> &refusal) {
                if (asked == m_forecast && m_state == State::Filling && refusal)
                    onForecast(*refusal);
            });
}

void BookingModel::onForecast(const std::optional<Error> &refusal)
{
    for (const Field field : {Field::Patient, Field::Doctor, Field::Slot, Field::Room})
        m_problems.remove(field);
    const Doctor *const doctor = m_catalogue.doctor(m_chosen->doctor);
    // Not refused, but nobody could answer such a request any more.
    const bool isLate = doctor && doctor->needsConfirmation && m_chosen->start <= m_clock.now();
    if (refusal)
        setProblem(*refusal);
    else if (isLate)
        setProblem(Error::of(ErrorKind::TooLate, u"confirms_first"_s));
    Q_EMIT changed();
}

BookingModel::Field BookingModel::setProblem(const Error &error)
{
    Field field = Field::Form;
    switch (error.kind) {
    case ErrorKind::PatientBusy:
    case ErrorKind::PatientUnavailable:
        field = Field::Patient;
        break;
    case ErrorKind::DoctorUnavailable:
        field = Field::Doctor;
        break;
    case ErrorKind::RoomBusy:
        field = Field::Room;
        break;
    case ErrorKind::SlotTaken:
    case ErrorKind::ClinicClosed:
    case ErrorKind::OutsideHours:
    case ErrorKind::TooSoon:
    case ErrorKind::TooLate:
    case ErrorKind::DayFull:
        field = Field::Slot;
        break;
    default:
        break;
    }
    m_problems[field] = error;
    Q_EMIT changed();
    return field;
}

void BookingModel::suggest()
{
    if (!isOpen() || !m_doctor.isValid())
        return;
    m_freeTimes.ask(question(std::max(m_clock.now(), m_day.startOfDay(m_clock.zone()))));
}

QList<DoctorId> BookingModel::bookableDoctors() const
{
    QList<DoctorId> ids;
    for (const Doctor &doctor : m_catalogue.doctors()) {
        if (doctor.active && doctor.verified && doctor.acceptsAppointments)
            ids << doctor.id;
    }
    return ids;
}

FreeTimes::Question BookingModel::question(const QDateTime &from) const
{
    FreeTimes::Question question;
    question.doctor = m_doctor;
    question.others = bookableDoctors();
    question.others.removeAll(m_doctor);
    question.from = from;
    if (const Doctor *const doctor = m_catalogue.doctor(m_doctor))
        question.days = std::max(1, doctor->horizonDays);
    question.minutes = minutes();
    return question;
}

} // namespace ClinicDesk
