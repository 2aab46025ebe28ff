#pragma once

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <memory>

class QPagedPaintDevice;
class QPainter;
class QTextDocument;

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
    QList<DayListSection> sections;
    bool rightToLeft = false;

    bool operator==(const DayList &) const = default;
};

/// A DayList laid out on pages: long names wrap, table heads are repeated, each page says the day,
/// its number and as of when. The same pages on every device. Any one thread.
class DayListPaper final
{
public:
    /// `page` in points, margins included.
    DayListPaper(const DayList &list, const QSizeF &page);
    ~DayListPaper();
    DayListPaper(const DayListPaper &) = delete;
    DayListPaper &operator=(const DayListPaper &) = delete;

    [[nodiscard]] int pageCount() const;
    /// From 0 on; in points from the paper's corner.
    void drawPage(QPainter &painter, int page) const;
    /// All pages, on a device without margins of its own.
    void print(QPagedPaintDevice &device) const;

    /// A whole PDF file on the locale's paper.
    [[nodiscard]] static QByteArray pdf(const DayList &list);
    /// A4, or Letter where that is the usual paper; in points.
    [[nodiscard]] static QSizeF usualPage();

private:
    [[nodiscard]] QRectF content() const;

    DayList m_list;
    QSizeF m_page;
    std::unique_ptr<QTextDocument> m_document;
};

} // namespace ClinicDesk
