#pragma once

#include "widgets/agenda/AgendaMove.h"

class QPainter;

namespace ClinicDesk {

class AgendaLayout;
class Theme;

/// Draws where a moved visit would go: its outline with a tag that says time and doctor, and what
/// is in the way. Holds references only.
class AgendaGhostPainter
{
public:
    AgendaGhostPainter(const AgendaScene &scene, const AgendaLayout &layout, const Theme &theme)
        : m_scene(scene)
        , m_layout(layout)
        , m_theme(theme)
    {
    }

    void paint(QPainter &painter, const AgendaMoving &moving, const AgendaTarget &target) const;

private:
    void paintOutline(QPainter &painter, const QRect &rect, const QString &title,
                      bool allowed) const;
    void paintTag(QPainter &painter, const QRect &ghost, const AgendaTarget &target) const;

    const AgendaScene &m_scene;
    const AgendaLayout &m_layout;
    const Theme &m_theme;
};

} // namespace ClinicDesk
