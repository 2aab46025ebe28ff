#include "views/booking/BookingPanel.h"

#include "models/ReceptionModels.h"
#include "views/booking/BookingForm.h"
#include "views/booking/CollisionDialog.h"
#include "views/booking/NewPatientForm.h"
#include "views/booking/OverrideRow.h"
#include "views/reception/PatientPicker.h"
#include "widgets/Announce.h"
#include "widgets/Format.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
enum Page { ReadBackPage, FormPage, NewPatientPage };
}

BookingPanel::BookingPanel(ReceptionModels &models, QWidget *parent)
    : QFrame(parent)
    , m_models(models)
    , m_title(new TextLabel(tr("Book"), TextRole::Section, Token::Text, this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"bookingPanel"_s);
    m_title->setObjectName(u"bookingTitle"_s);
    setFrameShape(QFrame::StyledPanel);
    const int gap = Theme::of(this).px(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    auto *header = new QHBoxLayout;
    auto *close = new QToolButton(this);
    close->setIcon(icon(IconName::Cross));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the booking"));
    close->setFocusPolicy(Qt::NoFocus);
    header->addWidget(m_title, 1);
    header->addWidget(close);
    layout->addLayout(header);
    layout->addWidget(m_pages, 1);
    addReadBack();
    addForms();
    connect(close, &QToolButton::clicked, this, [this] {
        m_models.booking().close();
        Q_EMIT closed();
    });
    connect(&models.booking(), &BookingModel::booked, this, &BookingPanel::onBooked);
    connect(&models.booking(), &BookingModel::collided, this, &BookingPanel::onCollided);
    connect(&models.commands(), &AppointmentCommands::done, this, &BookingPanel::onDone);
    connect(&models.commands(), &AppointmentCommands::undoChanged, this, [this] {
        if (!m_models.commands().canUndo())
            showNext(false);
    });
    connect(&models.connection(), &ConnectionModel::stateChanged, this,
            &BookingPanel::refreshWritable);
    refreshWritable();
}

void BookingPanel::addReadBack()
{
    m_readBack = new QWidget(m_pages);
    auto *layout = new QVBoxLayout(m_readBack);
    layout->setContentsMargins(0, 0, 0, 0);
    m_readBackTime = new TextLabel({}, TextRole::Title, Token::Text, m_readBack);
    m_readBackTime->setObjectName(u"readBack"_s);
    m_readBackTime->setWordWrap(true);
    m_readBackPatient = new TextLabel({}, TextRole::Body, Token::Text, m_readBack);
    m_readBackPatient->setWordWrap(true);
    m_readBackNext = new TextLabel({}, TextRole::Body, Token::SecondaryText, m_readBack);
    m_readBackNext->setObjectName(u"readBackNext"_s);
    m_readBackNext->setWordWrap(true);
    for (TextLabel *part : {m_readBackTime, m_readBackPatient, m_readBackNext})
        layout->addWidget(part);
    layout->addStretch();
    m_pages->addWidget(m_readBack);
}

void BookingPanel::addForms()
{
    m_form = new BookingForm(m_models.booking(), m_models.catalogue(), m_models.bookingSearch(),
                             m_models.clock());
    m_newPatient = new NewPatientForm(m_models.patientForm(), m_models.clock());
    m_pages->addWidget(m_form);
    m_pages->addWidget(m_newPatient);
    connect(m_form, &BookingForm::newPatientWanted, this, &BookingPanel::showNewPatient);
    connect(m_newPatient, &NewPatientForm::finished, this, [this](const PatientMatch &patient) {
        showForm();
        m_models.booking().setPatient(patient);
        m_form->focusNext();
    });
}

void BookingPanel::beginBooking(DoctorId doctor)
{
    open(doctor);
    m_form->focusNext();
}

void BookingPanel::beginAt(const FreeSlot &slot, const QString &typed)
{
    open(slot.doctor);
    m_models.booking().choose(slot);
    m_form->focusNext();
    if (!typed.isEmpty() && !m_models.booking().patient())
        m_form->picker().type(typed);
}

void BookingPanel::beginFor(const PatientMatch &patient, DoctorId doctor)
{
    open(doctor);
    m_models.booking().setPatient(patient);
    m_form->focusNext();
}

void BookingPanel::beginNewPatient(DoctorId doctor, const QString &typed)
{
    open(doctor);
    showNewPatient(typed);
}

void BookingPanel::stepBack()
{
    BookingModel &booking = m_models.booking();
    if (booking.state() == BookingModel::State::Booking)
        return;
    if (m_pages->currentIndex() == FormPage && m_form->overrideRow().stepBack())
        return;
    if (m_pages->currentIndex() == NewPatientPage) {
        showForm();
        m_form->picker().field()->setFocus(Qt::OtherFocusReason);
    } else if (booking.chosen() && booking.state() == BookingModel::State::Filling) {
        booking.release();
        m_form->focusNext();
    } else {
        booking.close();
        Q_EMIT closed();
    }
}

void BookingPanel::open(DoctorId doctor)
{
    const BookingModel::State was = m_models.booking().state();
    const bool wasOpen = was == BookingModel::State::Filling || was == BookingModel::State::Booking;
    m_models.booking().open(m_models.day().wantedDay(), doctor);
    Q_EMIT opened();
    if (wasOpen)
        return;
    showForm();
    m_form->begin();
}

void BookingPanel::onBooked(const BookedVisit &visit)
{
    const QTimeZone &zone = m_models.clock().zone();
    const QDateTime start = visit.appointment.start;
    const QString readBack = tr("%1, %2, %3", "read-back: Tuesday 24 November, 10:20, Dr Osei")
                                 .arg(Format::spokenDay(m_models.clock().dayOf(start)),
                                      Format::time(start, zone), visit.doctorName);
    const QString name = listName(visit.familyName, visit.givenName);
    m_readBackTime->setText(readBack);
    const QString who
        = visit.roomName.isEmpty() ? name : tr("%1, %2", "patient, room").arg(name, visit.roomName);
    m_readBackPatient->setText(visit.appointment.status == AppointmentStatus::Pending
                                   ? tr("%1. The doctor still has to confirm it.").arg(who)
                                   : who);
    m_readBackVisit = visit.appointment.id;
    m_title->setText(tr("Booked"));
    showNext(true);
    m_pages->setCurrentIndex(ReadBackPage);
    announce(m_readBackTime, readBack);
    Q_EMIT booked(visit);
}

void BookingPanel::onDone(const DoneCommand &command)
{
    if (m_pages->currentIndex() != ReadBackPage)
        return;
    const bool isThis
        = command.kind == DoneCommand::Kind::Booked && command.appointment.id == m_readBackVisit;
    const bool isTakenBack = command.step == DoneCommand::Step::Undo;
    if (isThis)
        m_title->setText(isTakenBack ? tr("Taken back") : tr("Booked"));
    showNext(isThis && !isTakenBack);
}

void BookingPanel::showNext(bool canTakeBack)
{
    m_readBackNext->setText(canTakeBack
                                ? tr("Ctrl+N books the next one. Ctrl+Z takes this one back.")
                                : tr("Ctrl+N books the next one."));
}

void BookingPanel::onCollided()
{
    auto *dialog
        = new CollisionDialog(m_models.booking(), m_models.catalogue(), m_models.clock(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, m_form, [this] {
        if (m_models.booking().isOpen())
            m_form->focusNext();
    });
    dialog->open();
}

void BookingPanel::showForm()
{
    m_title->setText(tr("Book"));
    m_pages->setCurrentIndex(FormPage);
}

void BookingPanel::showNewPatient(const QString &typed)
{
    m_title->setText(tr("New patient"));
    m_pages->setCurrentIndex(NewPatientPage);
    m_newPatient->begin(typed);
}

void BookingPanel::refreshWritable()
{
    const QString why = m_models.connection().whyReadOnly();
    m_form->setReadOnlyReason(why);
    m_newPatient->setWritable(why.isEmpty());
}

} // namespace ClinicDesk
