#include "views/visits/VisitSending.h"

#include "views/visits/StaleNotice.h"
#include "widgets/FieldError.h"

#include <QPushButton>

namespace ClinicDesk {

VisitSending::VisitSending(OpenVisit &visit, const StaleNotice &notice, const Parts &parts,
                           const Words &words, QObject *parent)
    : QObject(parent)
    , m_visit(visit)
    , m_notice(notice)
    , m_parts(parts)
    , m_words(words)
    , m_line(new FieldError(parts.act, parts.act->window()))
{
    m_line->setObjectName(QStringLiteral("sendingProblem"));
    connect(&visit, &OpenVisit::updated, this, &VisitSending::refresh);
    refresh();
}

bool VisitSending::canSend() const
{
    return !m_isSending && m_whyReadOnly.isEmpty() && !m_visit.isStale();
}

void VisitSending::begin()
{
    m_isSending = true;
    m_line->setText({});
    refresh();
}

void VisitSending::refuse(const QString &why)
{
    m_isSending = false;
    m_line->setText(why);
    refresh();
    m_visit.look(); // the hint of another desk's change may still be on its way
}

void VisitSending::setReadOnly(const QString &why)
{
    if (m_whyReadOnly == why)
        return;
    m_whyReadOnly = why;
    m_line->setText(why);
    refresh();
}

void VisitSending::refresh()
{
    const bool isStale = m_visit.isStale();
    const bool isOver = m_notice.isOver();
    if (isOver && !isStale) {
        Q_EMIT done();
        return;
    }
    if (isStale && m_whyReadOnly.isEmpty())
        m_line->setText({}); // the bar says more
    QPushButton *const act = m_parts.act;
    if (act->hasFocus() && !canSend())
        m_parts.typed->setFocus(Qt::OtherFocusReason); // not on to what takes the change over
    act->setEnabled(canSend());
    act->setText(m_isSending ? m_words.sending : m_words.act);
    act->setToolTip(!m_whyReadOnly.isEmpty() ? m_whyReadOnly
                        : isStale && !isOver ? VisitTexts::lookFirst()
                                             : QString());
    act->setVisible(!isOver);
    m_parts.back->setText(isOver || m_isSending ? m_words.close : m_words.back);
    m_parts.back->setDefault(isOver);
    act->setDefault(!isOver);
}

} // namespace ClinicDesk
