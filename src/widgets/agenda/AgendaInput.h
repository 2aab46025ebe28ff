#pragma once

#include "widgets/agenda/AgendaTypes.h"

class QKeyEvent;

namespace ClinicDesk {

class AgendaView;

/// The grid's keyboard: turns one key press into cursor moves and signals of the view.
class AgendaInput
{
public:
    explicit AgendaInput(AgendaView &view);

    /// False when the key means nothing here.
    bool keyPressed(const QKeyEvent &event);

private:
    bool arrow(int key, Qt::KeyboardModifiers modifiers);
    bool edge(int key, Qt::KeyboardModifiers modifiers);
    void moveByCell(int direction);
    void moveByColumn(int columns);
    void moveByMinutes(int minutes);
    void moveToColumn(int column);
    void moveToDayEdge(bool end);
    void moveToVisit(int direction);
    void lengthen(int direction);
    void goTo(int column, const QDateTime &instant);
    [[nodiscard]] const AgendaCell *cell() const;

    AgendaView &m_view;
    int m_column;
};

} // namespace ClinicDesk
