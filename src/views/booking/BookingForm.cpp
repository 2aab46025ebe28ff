#include "views/booking/BookingForm.h"

#include "domain/ErrorText.h"
#include "models/Catalogue.h"
#include "views/booking/FormScroll.h"
#include "views/booking/OfferList.h"
#include "views/booking/OverrideRow.h"
#include "views/booking/RoomField.h"
#include "views/reception/PatientPicker.h"
#include "widgets/Announce.h"
#include "widgets/FieldError.h"
#include "widgets/Format.h"
#include "widgets/HeldKey.h"
#include "widgets/TextLabel.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QLabel *labelFor(const QString &text, QWidget *field, QWidget *parent)
{
    auto *label = new TextLabel(text, TextRole::Body, Token::SecondaryText, parent);
    label->setBuddy(field);
    return label;
}

} // namespace

BookingForm::BookingForm(BookingModel &model, Catalogue &catalogue, PatientSearchModel &search,
                         const ClinicClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_picker(new PatientPicker(search, clock, this))
    , m_fields(new QWidget(this))
    , m_scroll(new FormScroll(m_fields, this))
{
    const int gap = Theme::of(this).px(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_scroll, 1);
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(gap);
    addPatient();
    addChoices();
    addTimes();
    fields->addStretch();
    addBook();
    connectModel();
    fillChoices();
    refresh();
}

void BookingForm::addPatient()
{
    m_picker->field()->setObjectName(u"bookingPatient"_s);
    m_picker->field()->setAccessibleName(tr("Patient"));
    m_picker->field()->setPlaceholderText(tr("Name, birth date or phone"));
    m_born = new TextLabel({}, TextRole::Body, Token::Text, this);
    m_born->setWordWrap(true);
    m_patientProblem = new FieldError(m_picker->field(), this);
    m_fields->layout()->addWidget(labelFor(tr("&Patient"), m_picker->field(), this));
    m_fields->layout()->addWidget(m_picker);
    m_fields->layout()->addWidget(m_born);
    m_fields->layout()->addWidget(m_patientProblem);
    connect(m_picker, &PatientPicker::chosen, this, [this](const PatientMatch &patient) {
        m_model.setPatient(patient);
        focusNext();
    });
    connect(m_picker, &PatientPicker::edited, &m_model, &BookingModel::clearPatient);
    connect(m_picker, &PatientPicker::newPatientWanted, this, &BookingForm::newPatientWanted);
    connect(m_picker, &PatientPicker::entered, this, [this] {
        if (m_model.patient())
            focusNext();
    });
}

void BookingForm::addChoices()
{
    m_doctor = new QComboBox(this);
    m_doctor->setObjectName(u"bookingDoctor"_s);
    m_doctorProblem = new FieldError(m_doctor, this);
    m_type = new QComboBox(this);
    m_type->setObjectName(u"bookingType"_s);
    m_room = new RoomField(m_model, this);
    m_roomProblem = new FieldError(m_room, this);
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(u"bookingReason"_s);
    m_reason->setMaxLength(500);
    m_reason->setPlaceholderText(tr("Optional"));
    m_fields->layout()->addWidget(labelFor(tr("&Doctor"), m_doctor, this));
    m_fields->layout()->addWidget(m_doctor);
    m_fields->layout()->addWidget(m_doctorProblem);
    m_fields->layout()->addWidget(labelFor(tr("T&ype"), m_type, this));
    m_fields->layout()->addWidget(m_type);
    m_fields->layout()->addWidget(labelFor(tr("R&oom"), m_room, this));
    m_fields->layout()->addWidget(m_room);
    m_fields->layout()->addWidget(m_roomProblem);
    m_fields->layout()->addWidget(labelFor(tr("&Reason"), m_reason, this));
    m_fields->layout()->addWidget(m_reason);
    for (QWidget *field : std::initializer_list<QWidget *> {m_doctor, m_type, m_room, m_reason})
        field->installEventFilter(this);
    for (QComboBox *combo : {m_doctor, m_type}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(12);
    }
    connect(m_doctor, &QComboBox::activated, this,
            [this](int row) { m_model.setDoctor(m_doctor->itemData(row).value<DoctorId>()); });
    connect(m_type, &QComboBox::activated, this,
            [this](int row) { m_model.setVisitType(m_type->itemData(row).value<VisitTypeId>()); });
    connect(m_reason, &QLineEdit::textEdited, &m_model, &BookingModel::setReason);
}

void BookingForm::addTimes()
{
    m_offers = new OfferList(m_catalogue, m_clock, this);
    m_offers->setObjectName(u"suggestions"_s);
    m_offers->setAccessibleName(tr("Free times"));
    m_offers->installEventFilter(this);
    m_slotProblem = new FieldError(m_offers, this);
    m_fields->layout()->addWidget(labelFor(tr("&Free times (F3 more)"), m_offers, this));
    m_fields->layout()->addWidget(m_offers);
    connect(m_offers, &OfferList::offerChosen, this, [this](const FreeSlot &slot) {
        m_model.choose(slot);
        focusNext();
    });
    connect(m_offers, &OfferList::nameTyped, this, [this](const QString &letter) {
        m_picker->field()->setFocus();
        m_picker->type(letter);
    });
    connect(m_offers, &OfferList::currentItemChanged, this, [this](const QListWidgetItem *now) {
        if (now && m_offers->hasFocus())
            m_scroll->bring(*m_offers, m_offers->visualItemRect(now));
    });
}

void BookingForm::addBook()
{
    // Outside of what scrolls: what is about to be booked, what stands in its way and its button
    // stay in sight.
    m_chosen = new TextLabel({}, TextRole::BodyStrong, Token::Text, this);
    m_chosen->setObjectName(u"chosenTime"_s);
    m_chosen->setWordWrap(true);
    m_override = new OverrideRow(this);
    m_formProblem = new TextLabel({}, TextRole::Body, Token::Error, this);
    m_formProblem->setObjectName(u"bookingProblem"_s);
    m_formProblem->setWordWrap(true);
    m_book = new QPushButton(this);
    m_book->setObjectName(u"bookNow"_s);
    m_book->setDefault(true);
    m_book->installEventFilter(this);
    layout()->addWidget(m_chosen);
    layout()->addWidget(m_slotProblem);
    layout()->addWidget(m_override);
    layout()->addWidget(m_formProblem);
    layout()->addWidget(m_book);
    connect(m_book, &QPushButton::clicked, &m_model, &BookingModel::book);
    connect(m_override, &OverrideRow::toggled, this, &BookingForm::refreshBook);
    connect(m_override, &OverrideRow::confirmed, this, [this](const QString &because) {
        if (m_whyReadOnly.isEmpty())
            m_model.bookAnyway(because);
    });
}

void BookingForm::connectModel()
{
    connect(&m_model, &BookingModel::changed, this, &BookingForm::refresh);
    connect(&m_model, &BookingModel::refused, this, &BookingForm::onRefused);
    connect(&m_catalogue, &Catalogue::changed, this, &BookingForm::fillChoices);
    connect(&m_model.freeTimes(), &FreeTimes::answered, this, [this] {
        refreshOffers();
        if (!m_model.freeTimes().list().isEmpty() && std::exchange(m_enterWaits, false))
            chooseSuggestion(0);
    });
}

void BookingForm::begin()
{
    m_enterWaits = false;
    m_reason->clear();
    m_override->clear();
    m_picker->showText({});
    m_picker->field()->setFocus(Qt::ShortcutFocusReason);
}

void BookingForm::focusNext()
{
    if (!m_model.patient())
        m_picker->field()->setFocus(Qt::OtherFocusReason);
    else if (!m_model.chosen())
        m_offers->setFocus(Qt::OtherFocusReason);
    else
        m_book->setFocus(Qt::OtherFocusReason);
}

void BookingForm::chooseSuggestion(int index)
{
    const QList<Suggestion> &offers = m_model.freeTimes().list();
    if (index < 0 || index >= offers.size() || m_model.state() != BookingModel::State::Filling)
        return;
    m_offers->setCurrentRow(index);
    m_model.choose(offers.at(index).slot);
    focusNext();
}

void BookingForm::setReadOnlyReason(const QString &why)
{
    m_whyReadOnly = why;
    refreshBook();
}

bool BookingForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    // Book anyway's key where there is nothing to override is not the button's.
    if (isEnter && key->modifiers().testFlags(Qt::ControlModifier | Qt::ShiftModifier))
        return true;
    if (!isEnter || key->modifiers().testFlag(Qt::ControlModifier))
        return QWidget::eventFilter(watched, event);
    if (watched == m_offers) {
        // What is on offer may be another doctor's until the answer is here.
        m_enterWaits = m_model.freeTimes().isAsking();
        return m_enterWaits;
    }
    if (!HeldKey::isRepeat(*key))
        onEnter(watched);
    return true;
}

void BookingForm::onEnter(QObject *at)
{
    if (at == m_book)
        m_book->click();
    else if (at == m_doctor)
        m_type->setFocus(Qt::OtherFocusReason);
    else if (at == m_type)
        m_room->setFocus(Qt::OtherFocusReason);
    else if (at == m_room)
        m_reason->setFocus(Qt::OtherFocusReason);
    else
        focusNext();
}

void BookingForm::onRefused(BookingModel::Field field)
{
    switch (field) {
    case BookingModel::Field::Patient:
        m_picker->field()->setFocus(Qt::OtherFocusReason);
        break;
    case BookingModel::Field::Doctor:
        m_doctor->setFocus(Qt::OtherFocusReason);
        break;
    case BookingModel::Field::Slot:
        // Another rule came to light: its reason is asked for where the first one's was.
        if (!m_override->isOpen() || m_model.overridable().isEmpty())
            m_offers->setFocus(Qt::OtherFocusReason);
        break;
    case BookingModel::Field::Room:
        m_room->setFocus(Qt::OtherFocusReason);
        break;
    case BookingModel::Field::Form:
        announce(m_formProblem, m_formProblem->text());
        break;
    }
}

void BookingForm::fillChoices()
{
    m_doctor->clear();
    for (const Doctor &doctor : m_catalogue.doctors()) {
        if (doctor.active && doctor.acceptsAppointments)
            m_doctor->addItem(doctor.displayName, QVariant::fromValue(doctor.id));
    }
    m_type->clear();
    for (const VisitType &type : m_catalogue.visitTypes()) {
        if (type.active)
            m_type->addItem(
                tr("%1, %2", "visit type, length").arg(type.name, Format::duration(type.minutes)),
                QVariant::fromValue(type.id));
    }
    refresh();
}

void BookingForm::refresh()
{
    const auto rowOf = [](const QComboBox *combo, auto id) {
        for (int row = 0; row < combo->count(); ++row) {
            if (combo->itemData(row).template value<decltype(id)>() == id)
                return row;
        }
        return -1;
    };
    m_doctor->setCurrentIndex(rowOf(m_doctor, m_model.doctor()));
    m_type->setCurrentIndex(rowOf(m_type, m_model.visitType()));
    refreshPatient();
    refreshOffers();
    showProblem(m_patientProblem, BookingModel::Field::Patient);
    showProblem(m_doctorProblem, BookingModel::Field::Doctor);
    showProblem(m_slotProblem, BookingModel::Field::Slot);
    showProblem(m_roomProblem, BookingModel::Field::Room);
    m_room->refresh();
    if (m_model.state() != BookingModel::State::Booking) // what is on its way keeps its reason
        m_override->offer(m_model.overridable(), m_model.mayOverride());
    refreshBook();
}

void BookingForm::refreshPatient()
{
    const std::optional<PatientMatch> &patient = m_model.patient();
    m_born->setVisible(patient.has_value());
    if (!patient)
        return;
    const QString name = listName(patient->familyName, patient->givenName);
    if (m_picker->field()->text() != name)
        m_picker->showText(name);
    m_born->setText(tr("%1, No. %2", "born, record number")
                        .arg(Format::born(patient->birthDate, m_clock.today()),
                             Format::isolated(patient->recordNumber)));
}

void BookingForm::refreshOffers()
{
    m_offers->offer(m_model.freeTimes().list(), m_model.isHeld() ? m_model.chosen() : std::nullopt);
}

void BookingForm::refreshBook()
{
    const bool isBooking = m_model.state() == BookingModel::State::Booking;
    m_fields->setEnabled(m_model.state() != BookingModel::State::Unknown);
    const std::optional<FreeSlot> &chosen = m_model.chosen();
    m_chosen->setVisible(chosen.has_value());
    if (chosen) {
        const QString time
            = tr("%1, %2, %3", "time, length, doctor")
                  .arg(m_offers->when(chosen->start),
                       Format::duration(static_cast<int>(chosen->start.secsTo(chosen->end) / 60)),
                       m_catalogue.doctorName(chosen->doctor));
        m_chosen->setText(m_model.isHeld() ? tr("%1, held for you").arg(time) : time);
    }
    const std::optional<Error> problem = m_model.problem(BookingModel::Field::Form);
    const QString text
        = problem ? errorText(*problem, m_clock.zone(), m_clock.now()) : m_whyReadOnly;
    m_formProblem->setVisible(!text.isEmpty());
    m_formProblem->setText(text);
    const QString book = bookText();
    if (m_model.isChecking() && m_book->text() != book)
        announce(m_formProblem, book);
    m_book->setText(book);
    m_override->setBusyText(isBooking ? book : QString());
    // While the reason is asked for, its own button books, and the rule is said there.
    m_book->setVisible(!m_override->isOpen());
    m_slotProblem->setVisible(m_slotProblem->hasError() && !m_override->isOpen());
    // Stays enabled while booking, so that the focus stays with it; the model takes no second
    // order.
    m_book->setEnabled((isBooking || m_model.canBook()) && m_whyReadOnly.isEmpty());
}

QString BookingForm::bookText() const
{
    if (m_model.isChecking())
        return tr("Checking whether it was saved...");
    switch (m_model.state()) {
    case BookingModel::State::Booking:
        return tr("Booking...");
    case BookingModel::State::Unknown:
        return tr("Not known yet");
    default:
        return tr("Book");
    }
}

void BookingForm::showProblem(FieldError *at, BookingModel::Field field)
{
    const std::optional<Error> problem = m_model.problem(field);
    at->setText(problem ? errorText(*problem, m_clock.zone(), m_clock.now()) : QString());
}

} // namespace ClinicDesk
