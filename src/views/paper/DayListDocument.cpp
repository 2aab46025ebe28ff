#include "views/paper/DayListDocument.h"

#include "views/paper/DayListPages.h"

#include <QCoreApplication>
#include <QLocale>

namespace ClinicDesk {

DayListDocument::DayListDocument(const DayList &list)
    : m_list(list)
{
}

QString DayListDocument::title() const
{
    return QCoreApplication::translate("DayListPaper", "Day list, %1").arg(m_list.title);
}

QPageSize DayListDocument::usualPage() const
{
    const bool isMetric = QLocale().measurementSystem() != QLocale::ImperialUSSystem;
    return QPageSize(isMetric ? QPageSize::A4 : QPageSize::Letter);
}

std::unique_ptr<DocumentPages> DayListDocument::pages(const QSizeF &page) const
{
    return std::make_unique<DayListPages>(m_list, page);
}

} // namespace ClinicDesk
