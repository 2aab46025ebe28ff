#include "views/notices/ReceptionNotices.h"

#include "models/ReceptionModels.h"
#include "views/notices/Bell.h"
#include "views/notices/NoticePopup.h"
#include "views/notices/NoticeTexts.h"
#include "views/reception/ReceptionActions.h"
#include "widgets/Announce.h"
#include "widgets/Format.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {
constexpr int speakEveryMs = 10'000;
}

ReceptionNotices::ReceptionNotices(ReceptionModels &models, const ReceptionActions &actions,
                                   QPushButton &requests, QWidget *host)
    : QObject(host)
    , m_models(models)
    , m_requests(requests)
    , m_requestList(new NoticePopup(tr("Requests"), tr("No requests. New ones appear here."), host))
{
    m_requests.setObjectName(u"requestsButton"_s);
    m_requestList->setObjectName(u"requestPopup"_s);
    Bell::wire(m_requests, *actions.requests, *m_requestList, [this] { refreshTimes(); });
    connect(&models.requests(), &PendingRequests::changed, this,
            &ReceptionNotices::refreshRequests);
    connect(m_requestList, &NoticePopup::chosen, this, &ReceptionNotices::onRequestChosen);
    m_speakLater.setSingleShot(true);
    connect(&m_speakLater, &QTimer::timeout, this, &ReceptionNotices::speakPending);
    m_minute.start(20s);
    connect(&m_minute, &QTimer::timeout, this, &ReceptionNotices::refreshTimes);
    refreshRequests();
}

void ReceptionNotices::refreshRequests()
{
    const int count = m_models.requests().count();
    m_requests.setText(tr("Pending %1").arg(Format::isolated(QString::number(count))));
    refreshTimes();
    if (!m_spoken.isValid() || m_spoken.hasExpired(speakEveryMs))
        speakPending();
    else if (!m_speakLater.isActive())
        m_speakLater.start(static_cast<int>(speakEveryMs - m_spoken.elapsed()));
}

void ReceptionNotices::speakPending()
{
    const int count = m_models.requests().count();
    if (count == m_spokenCount)
        return;
    m_spokenCount = count;
    m_spoken.start();
    announce(&m_requests, tr("%n requests wait for an answer", nullptr, count));
}

void ReceptionNotices::refreshTimes()
{
    const ClinicClock &clock = m_models.clock();
    QList<NoticeLine> requests;
    for (const AppointmentRow &row : m_models.requests().rows()) {
        const QString asked = row.appointment.requestedAt
            ? tr("asked %1").arg(NoticeTexts::ago(*row.appointment.requestedAt, clock))
            : QString();
        const bool late = row.appointment.start <= clock.now();
        const QString text = NoticeTexts::request(
            row, m_models.catalogue().doctorName(row.appointment.doctor), clock);
        requests.append({late ? tr("%1: not answered").arg(text) : text, asked, late,
                         QVariant::fromValue(row.appointment.id.value)});
    }
    m_requestList->setLines(requests);
}

void ReceptionNotices::onRequestChosen(const QVariant &key)
{
    for (const AppointmentRow &row : m_models.requests().rows()) {
        if (row.appointment.id.value != key.toLongLong())
            continue;
        Q_EMIT visitWanted(AppointmentRow(row));
        return;
    }
}

} // namespace ClinicDesk
