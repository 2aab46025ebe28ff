#include "widgets/agenda/AgendaAccessible.h"
#include "widgets/agenda/AgendaLayout.h"
#include "widgets/agenda/AgendaMover.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <QAbstractItemModel>
#include <QCursor>
#include <QRegion>

#include <tuple>

namespace ClinicDesk {

/// Twenty times a second at a busy clinic: only what differs is cut and painted anew.
void AgendaView::rowsChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    if (m_frozen) {
        m_waitingRows = true;
        return;
    }
    if (bottomRight.row() >= m_scene->visits().size())
        return reload();
    bool cut = false;
    bool changed = false;
    QRegion touched;
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        const AgendaVisit old = m_scene->visits()[row];
        const AgendaVisit fresh = agendaVisit(m_model->index(row, 0));
        if (old == fresh)
            continue;
        changed = true;
        const int before = m_scene->columnOf(old);
        cut = m_scene->setVisit(row, fresh) || cut;
        const int column = m_scene->columnOf(fresh);
        touched += m_layout->columnRect(before);
        touched += m_layout->columnRect(column);
        if (const AgendaCell *cell = m_scene->cellOf(column, fresh.id))
            viewport()->update(cellRect(column, *cell));
    }
    if (cut)
        settle(touched);
    else if (changed)
        notifyAgendaCells(*this);
}

void AgendaView::reload()
{
    if (m_frozen) {
        m_waitingRows = true;
        return;
    }
    QList<AgendaVisit> visits;
    const int rows = m_model ? m_model->rowCount() : 0;
    visits.reserve(rows);
    for (int row = 0; row < rows; ++row)
        visits.append(agendaVisit(m_model->index(row, 0)));
    m_scene->setVisits(visits);
    settle();
}

void AgendaView::settle(const QRegion &touched)
{
    const auto looks = [this] {
        return std::tuple(m_layout->from(), m_layout->to(), m_layout->scroll(),
                          m_layout->gridRect(), m_layout->columnCount());
    };
    const auto before = looks();
    reckonLayout();
    resettleCursor();
    const Place hovered = m_hover;
    m_hover
        = viewport()->underMouse() ? placeAt(viewport()->mapFromGlobal(QCursor::pos())) : Place {};
    if (touched.isEmpty() || m_mover->isActive() || looks() != before)
        viewport()->update();
    else
        viewport()->update(touched + placeRect(hovered) + placeRect(m_hover));
    m_mover->rejudge();
    notifyAgendaCells(*this);
}

} // namespace ClinicDesk
