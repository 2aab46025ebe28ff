#include "views/notices/ReceptionNotices.h"

#include "models/ReceptionModels.h"
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
                                   QPushButton &requests, QPushButton &bell, QWidget *host)
    : QObject(host)
    , m_models(models)
    , m_requests(requests)
    , m_bell(bell)
    , m_requestList(new NoticePopup(tr("Requests"), tr("No requests. New ones appear here."), host))
    , m_bellList(
          new NoticePopup(tr("Bell"), tr("No messages. What others change appears here."), host))
{
    m_requests.setObjectName(u"requestsButton"_s);
    m_bell.setObjectName(u"bellButton"_s);
    m_requestList->setObjectName(u"requestPopup"_s);
    m_bellList->setObjectName(u"bellPopup"_s);
    m_bellList->setCommand(tr("Mark all &read"));
    wire(m_requests, actions.requests, *m_requestList);
    wire(m_bell, actions.bell, *m_bellList);
    connect(&models.requests(), &PendingRequests::changed, this,
            &ReceptionNotices::refreshRequests);
    connect(&models.notifications(), &NotificationsModel::changed, this,
            &ReceptionNotices::refreshBell);
    connect(m_requestList, &NoticePopup::chosen, this, &ReceptionNotices::onRequestChosen);
    connect(m_bellList, &NoticePopup::chosen, this, &ReceptionNotices::onNewsChosen);
    connect(m_bellList, &NoticePopup::commandTriggered, &models.notifications(),
            &NotificationsModel::markAllRead);
    m_speakLater.setSingleShot(true);
    connect(&m_speakLater, &QTimer::timeout, this, &ReceptionNotices::speakPending);
    m_minute.start(20s);
    connect(&m_minute, &QTimer::timeout, this, &ReceptionNotices::refreshTimes);
    refreshRequests();
    refreshBell();
}

void ReceptionNotices::wire(QPushButton &button, QAction *action, NoticePopup &popup)
{
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    button.setAutoDefault(false);
    button.setFocusPolicy(Qt::NoFocus);
    button.setToolTip(tr("%1 (%2)", "command (key)").arg(action->text().remove(u'&'), key));
    connect(&button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::triggered, this, [this, &button, &popup] {
        if (popup.isVisible()) {
            popup.close();
            return;
        }
        refreshTimes();
        popup.open(&button);
    });
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
    announce(&m_requests,
             count == 1 ? tr("1 request waits for an answer")
                        : tr("%1 requests wait for an answer").arg(count));
}

void ReceptionNotices::refreshBell()
{
    const int unread = m_models.notifications().unreadCount();
    m_bell.setText(unread == 0 ? tr("Bell")
                               : tr("Bell %1").arg(Format::isolated(QString::number(unread))));
    m_bell.setAccessibleName(unread == 1 ? tr("Bell, 1 unread message")
                                         : tr("Bell, %1 unread messages").arg(unread));
    QFont font = m_bell.font();
    font.setBold(unread > 0);
    m_bell.setFont(font);
    m_bellList->setCommandEnabled(unread > 0);
    refreshTimes();
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
    QList<NoticeLine> lines;
    for (const BellEntry &entry : m_models.notifications().entries()) {
        lines.append({entry.news ? NoticeTexts::of(*entry.news, clock) : entry.message,
                      NoticeTexts::ago(entry.at, clock), entry.isUnread(),
                      entry.news ? QVariant::fromValue(entry.news->id.value) : QVariant()});
    }
    m_bellList->setLines(lines);
}

void ReceptionNotices::onRequestChosen(const QVariant &key)
{
    for (const AppointmentRow &row : m_models.requests().rows()) {
        if (row.appointment.id.value != key.toLongLong())
            continue;
        Q_EMIT visitWanted(row.appointment.patient, row.appointment.start);
        return;
    }
}

void ReceptionNotices::onNewsChosen(const QVariant &key)
{
    for (const BellEntry &entry : m_models.notifications().entries()) {
        if (!entry.news || entry.news->id.value != key.toLongLong())
            continue;
        m_models.notifications().markRead(entry.news->id);
        // Where it is now, which is not always where the message says.
        m_models.findVisit(entry.news->appointment);
        return;
    }
}

} // namespace ClinicDesk
