#pragma once

#include "widgets/agenda/AgendaScene.h"
#include "widgets/theme/Theme.h"

#include <QFont>
#include <QHash>

class QPainter;

namespace ClinicDesk {

/// What of the view's state shows: where cursor and pointer are.
struct AgendaMarks
{
    AgendaCursor cursor;
    bool focused = false;
    int hoverColumn = -1;
    AgendaCell hover;
    AppointmentId moving; ///< drawn faintly, since its ghost says where it goes
};

/// Paints a scene through a layout. Made for one painting; holds references only.
class AgendaPainter
{
public:
    AgendaPainter(const AgendaScene &scene, const AgendaLayout &layout, const Theme &theme,
                  const AgendaMarks &marks);

    /// `dirty` in viewport coordinates; nothing outside is touched.
    void paint(QPainter &painter, const QRect &dirty) const;

    /// Where the cursor's ring is drawn; empty without a cursor.
    [[nodiscard]] static QRect cursorRect(const AgendaScene &scene, const AgendaLayout &layout,
                                          const AgendaCursor &cursor);

private:
    void paintColumn(QPainter &painter, int column, const QRect &dirty) const;
    void paintClosed(QPainter &painter, const QRect &rect) const;
    /// Where the word "free" is clear of the now line; -1: nowhere.
    [[nodiscard]] int freeTextTop(const QRect &rect) const;
    void paintFree(QPainter &painter, const AgendaCell &cell, const QRect &rect,
                   bool hovered) const;
    void paintHold(QPainter &painter, const AgendaCell &hold, const QRect &rect) const;
    void paintVisit(QPainter &painter, const AgendaVisit &visit, const QRect &rect,
                    bool hovered) const;
    void paintBlock(QPainter &painter, const QRect &rect, StatusLook look, const AgendaVisit *visit,
                    bool hovered) const;
    /// The first `lines` lines of text stay clear of it in high contrast.
    void paintHatch(QPainter &painter, const QRect &rect, QColor colour, int lines) const;
    void paintVisitText(QPainter &painter, const AgendaVisit &visit, StatusLook look,
                        const QRect &rect) const;
    [[nodiscard]] QString rangeText(const AgendaVisit &visit) const;
    void paintDetail(QPainter &painter, const AgendaVisit &visit, const QRect &below) const;
    /// `line` lies left to right within `block`; returns the width it took, 0 without room.
    int paintBadge(QPainter &painter, const AgendaVisit &visit, const QString &text,
                   const QRect &line, const QRect &block) const;
    [[nodiscard]] QString badgeText(const AgendaVisit &visit, bool brief) const;
    [[nodiscard]] int badgeWidth(const AgendaVisit &visit, const QString &text) const;
    void paintHourLines(QPainter &painter, const QRect &dirty) const;
    void paintAxis(QPainter &painter, const QRect &dirty) const;
    void paintHours(QPainter &painter, const QRect &axis) const;
    void paintHeader(QPainter &painter, const QRect &dirty) const;
    void paintNow(QPainter &painter, const QRect &area, double opacity) const;
    void paintNowLabel(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    [[nodiscard]] int labelMinutes() const;
    [[nodiscard]] int detailHeight() const;
    [[nodiscard]] QRect nowLabelRect() const;
    [[nodiscard]] QRect placed(const QRect &whole, const QRect &part) const;
    [[nodiscard]] int startAligned() const;
    [[nodiscard]] int endAligned() const;

    const AgendaScene &m_scene;
    const AgendaLayout &m_layout;
    const Theme &m_theme;
    const AgendaMarks &m_marks;
    QFont m_title;
    QFont m_detail;
    QFont m_strong;
    /// Of the visits drawn so far: most columns have the same times, and zones are slow.
    mutable QHash<std::pair<qint64, qint64>, QString> m_ranges;
};

} // namespace ClinicDesk
