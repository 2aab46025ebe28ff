#include "views/inbox/InboxTexts.h"

#include "views/visits/RowTexts.h"
#include "widgets/Format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk::InboxTexts {

namespace {

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(InboxTexts)
};

QString source(const Appointment &appointment)
{
    if (appointment.source == u"kiosk")
        return Words::tr("from the kiosk");
    return appointment.source == u"doctor" ? Words::tr("own booking") : Words::tr("from reception");
}

} // namespace

QString requestDetail(const AppointmentRow &row, const ClinicClock &clock)
{
    const Appointment &appointment = row.appointment;
    QString asked;
    if (appointment.requestedAt)
        asked = Words::tr("asked %1")
                    .arg(Format::ago(*appointment.requestedAt, clock.now(), clock.zone()));
    return RowTexts::joined({row.visitTypeName, RowTexts::length(row), source(appointment), asked});
}

QString requestNote(const InboxRequest &request, const ClinicClock &clock)
{
    switch (request.state) {
    case InboxRequest::State::Answering:
        return Words::tr("saving...");
    case InboxRequest::State::Handled: {
        const QString word = Format::status(request.row.appointment.status);
        const QString ago = Format::ago(request.handledAt, clock.now(), clock.zone());
        return request.handledBy.isEmpty()
            ? RowTexts::joined({word, ago})
            //: "confirmed by Dr Ba, 3 s ago"
            : Words::tr("%1 by %2, %3").arg(word, request.handledBy, ago);
    }
    case InboxRequest::State::Waiting:
        break;
    }
    return request.unanswered ? Words::tr("not answered") : QString();
}

} // namespace ClinicDesk::InboxTexts
