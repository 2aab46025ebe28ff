#pragma once

#include "views/paper/Document.h"

#include <QList>
#include <QStringList>

namespace ClinicDesk {

/// One line of the paper list; all texts as they are printed.
struct DayListVisit
{
    QString time;
    QString name;
    QString identity; ///< birth date and record number
    QString phone;
    QString type;
    QString status;
    QString note;

    bool operator==(const DayListVisit &) const = default;
};

struct DayListSection
{
    QString title; ///< the doctor, in a week with the day
    QString note; ///< "3 free"
    QList<DayListVisit> visits;

    bool operator==(const DayListSection &) const = default;
};

/// The day as paper shows it when the network is gone.
struct DayList
{
    QString clinic;
    QString title; ///< "Tue 24-Nov-2026"
    QString asOf; ///< "as of 10:31"
    QString fileName;
    QList<DayListSection> sections;
    QStringList hiddenDoctors; ///< who works on this day and is not on the list
    int hiddenVisits = 0; ///< cancelled or rejected ones of the doctors on the list
    bool rightToLeft = false;

    bool operator==(const DayList &) const = default;
};

/// A DayList on pages: long names wrap, a visit stands whole on one page, a heading stands above at
/// least one visit and again where its table goes on. Each page says the day, its number, as of
/// when, and what is not on the list.
class DayListDocument final : public Document
{
public:
    explicit DayListDocument(const DayList &list);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString fileName() const override { return m_list.fileName; }
    /// A4, or Letter where that is the usual paper.
    [[nodiscard]] QPageSize usualPage() const override;
    [[nodiscard]] std::unique_ptr<DocumentPages> pages(const QSizeF &page) const override;

private:
    DayList m_list;
};

} // namespace ClinicDesk
