#include "views/paper/DayListPaper.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QTextOption>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr double margin = 36; // points, half an inch
constexpr double headHeight = 30;
constexpr double footHeight = 20;
/// The document counts in pixels of 96 to the inch.
constexpr double pixelsPerPoint = 96.0 / 72.0;

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(DayListPaper)
};

QString cell(const QString &text, int percent, const QString &more = {})
{
    QString inner = text.toHtmlEscaped();
    if (!more.isEmpty())
        inner = u"<b>"_s + inner + u"</b><br/>"_s + more.toHtmlEscaped();
    return u"<td width=\"%1%\">"_s.arg(percent) + inner + u"</td>"_s;
}

QString head(const QString &text)
{
    return u"<th align=\"left\">"_s + text.toHtmlEscaped() + u"</th>"_s;
}

QString tableOf(const DayListSection &section, bool rightToLeft)
{
    QString html = u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\" "
                   "style=\"border-collapse: collapse; border-color: #6c757d\""_s
        + (rightToLeft ? u" dir=\"rtl\">"_s : u">"_s) + u"<thead><tr>"_s;
    for (const QString &name : {Words::tr("Time"), Words::tr("Patient"), Words::tr("Phone"),
                                Words::tr("Type"), Words::tr("Status"), Words::tr("Note")})
        html += head(name);
    html += u"</tr></thead>"_s;
    for (const DayListVisit &visit : section.visits) {
        html += u"<tr>"_s + cell(visit.time, 11) + cell(visit.name, 33, visit.identity)
            + cell(visit.phone, 16) + cell(visit.type, 13) + cell(visit.status, 12)
            + cell(visit.note, 15) + u"</tr>"_s;
    }
    return html + u"</table>"_s;
}

QString htmlOf(const DayList &list)
{
    QString html;
    for (const DayListSection &section : list.sections) {
        html += u"<h3>"_s + section.title.toHtmlEscaped();
        if (!section.note.isEmpty())
            html += u" <span style=\"font-weight: normal\">"_s + section.note.toHtmlEscaped()
                + u"</span>"_s;
        html += u"</h3>"_s;
        html += section.visits.isEmpty()
            ? QString(u"<p>"_s + Words::tr("No appointments.").toHtmlEscaped() + u"</p>"_s)
            : tableOf(section, list.rightToLeft);
    }
    return html;
}

} // namespace

DayListPaper::DayListPaper(const DayList &list, const QSizeF &page)
    : m_list(list)
    , m_page(page)
    , m_document(std::make_unique<QTextDocument>())
{
    m_document->setUseDesignMetrics(true);
    m_document->setDocumentMargin(0);
    QFont font;
    font.setPointSizeF(9);
    m_document->setDefaultFont(font);
    QTextOption option = m_document->defaultTextOption();
    option.setTextDirection(list.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_document->setDefaultTextOption(option);
    m_document->setHtml(htmlOf(list));
    m_document->setPageSize(content().size() * pixelsPerPoint);
}

DayListPaper::~DayListPaper() = default;

int DayListPaper::pageCount() const
{
    return m_document->pageCount();
}

QRectF DayListPaper::content() const
{
    return {margin, margin + headHeight, m_page.width() - 2 * margin,
            m_page.height() - 2 * margin - headHeight - footHeight};
}

void DayListPaper::drawPage(QPainter &painter, int page) const
{
    const QRectF area = content();
    const int start = m_list.rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const int end = m_list.rightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    painter.save();
    painter.scale(1 / pixelsPerPoint, 1 / pixelsPerPoint);
    const auto line
        = [&](double top, double height, int side, const QFont &font, const QString &text) {
              painter.setFont(font);
              painter.setPen(Qt::black);
              painter.drawText(QRectF(area.left() * pixelsPerPoint, top * pixelsPerPoint,
                                      area.width() * pixelsPerPoint, height * pixelsPerPoint),
                               side | Qt::AlignAbsolute | Qt::AlignVCenter, text);
          };
    // On every device the same: fonts are sized in the document's pixels, not in points.
    QFont small = m_document->defaultFont();
    small.setPixelSize(int(std::lround(9 * pixelsPerPoint)));
    QFont title = small;
    title.setPixelSize(int(std::lround(13 * pixelsPerPoint)));
    title.setBold(true);
    line(margin, headHeight - 8, start, title, m_list.title);
    line(margin, headHeight - 8, end, small, m_list.clinic + u", "_s + m_list.asOf);
    const double foot = area.bottom() + 4;
    line(foot, footHeight, end, small, Words::tr("Page %1 of %2").arg(page + 1).arg(pageCount()));
    line(foot, footHeight, start, small, Words::tr("Confidential"));
    painter.translate(area.left() * pixelsPerPoint,
                      area.top() * pixelsPerPoint - page * m_document->pageSize().height());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip
        = QRectF(QPointF(0, page * m_document->pageSize().height()), m_document->pageSize());
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(context.clip);
    m_document->documentLayout()->draw(&painter, context);
    painter.restore();
}

void DayListPaper::print(QPagedPaintDevice &device) const
{
    QPainter painter(&device);
    painter.scale(device.logicalDpiX() / 72.0, device.logicalDpiY() / 72.0);
    for (int page = 0; page < pageCount(); ++page) {
        if (page > 0)
            device.newPage();
        drawPage(painter, page);
    }
}

QByteArray DayListPaper::pdf(const DayList &list)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        const QSizeF page = usualPage();
        writer.setPageSize(QPageSize(page, QPageSize::Point));
        writer.setPageMargins({});
        writer.setTitle(list.title);
        writer.setCreator(u"ClinicDesk"_s);
        DayListPaper(list, page).print(writer);
    }
    return bytes;
}

QSizeF DayListPaper::usualPage()
{
    const bool metric = QLocale().measurementSystem() != QLocale::ImperialUSSystem;
    return QPageSize(metric ? QPageSize::A4 : QPageSize::Letter).size(QPageSize::Point);
}

} // namespace ClinicDesk
