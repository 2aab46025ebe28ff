#include "views/visits/VisitWhen.h"

#include "widgets/TextLabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

VisitWhen::VisitWhen(const OpenVisit &visit, const ClinicClock &clock,
                     const VisitTexts::DoctorName &doctorName, Day day, QWidget *parent)
    : QWidget(parent)
    , m_visit(visit)
    , m_clock(clock)
    , m_doctorName(doctorName)
    , m_day(day)
    , m_when(new TextLabel({}, TextRole::BodyStrong, Token::Text, this))
    , m_mark(new TextLabel({}, TextRole::Body, Token::WarningText, this))
{
    m_mark->setObjectName(u"visitMark"_s);
    m_mark->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_when);
    layout->addWidget(m_mark);
    connect(&visit, &OpenVisit::updated, this, &VisitWhen::refresh);
    refresh();
}

QString VisitWhen::text() const
{
    return m_when->text();
}

QWidget *VisitWhen::mark() const
{
    return m_mark;
}

void VisitWhen::refresh()
{
    if (!m_visit.isOpen())
        return;
    m_when->setText(
        VisitTexts::appointment(m_visit.now(), m_clock, m_doctorName, m_day == Day::Shown));
    const QList<VisitField> changed = m_visit.changed();
    const bool isMarked
        = changed.contains(VisitField::Time) || changed.contains(VisitField::Doctor);
    m_when->setColour(isMarked ? Token::WarningText : Token::Text);
    m_mark->setText(VisitTexts::differences(m_visit, m_clock, m_doctorName));
    m_mark->setVisible(!changed.isEmpty());
}

} // namespace ClinicDesk
