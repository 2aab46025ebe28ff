#include "views/paper/CardDocument.h"

#include "views/paper/CardPages.h"
#include "widgets/Format.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// Gives the texts their translation context.
class CardWords
{
    Q_DECLARE_TR_FUNCTIONS(PatientCard)
};

} // namespace

CardDocument::CardDocument(const PatientCard &card, CardLayout layout)
    : m_card(card)
    , m_layout(layout)
{
    for (const PatientCard::Visit &visit : card.visits) {
        const QString when = spokenTime(visit.start, card.zone);
        m_lines << (visit.isRequest
                        ? CardWords::tr("%1, %2 (not confirmed yet)", "date and time, doctor")
                              .arg(when, visit.doctor)
                        : CardWords::tr("%1, %2", "date and time, doctor").arg(when, visit.doctor));
    }
}

QString CardDocument::spokenTime(const QDateTime &start, const QTimeZone &zone)
{
    const QDateTime local = start.toTimeZone(zone);
    const bool hasHalves
        = QLocale().timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive);
    const QString time
        = hasHalves ? QLocale().toString(local.time(), u"h:mmap"_s) : Format::time(start, zone);
    return CardWords::tr("%1 %2, %3", "Tuesday 24 November, year, time")
        .arg(Format::spokenDay(local.date()), Format::isolated(local.toString(u"yyyy"_s)), time);
}

QString CardDocument::title() const
{
    return CardWords::tr("Appointment card");
}

QString CardDocument::fileName() const
{
    return CardWords::tr("appointment-card.pdf");
}

QPageSize CardDocument::usualPage() const
{
    return m_layout == CardLayout::Card ? QPageSize(QSizeF(85.6, 54), QPageSize::Millimeter,
                                                    CardWords::tr("Card"), QPageSize::ExactMatch)
                                        : QPageSize(QPageSize::A6);
}

std::unique_ptr<DocumentPages> CardDocument::pages(const QSizeF &page) const
{
    return std::make_unique<CardPages>(m_card, m_lines, m_layout, page);
}

} // namespace ClinicDesk
