#include "views/commands/PaletteRows.h"

#include "widgets/Format.h"
#include "widgets/KeyMap.h"

#include <QAction>
#include <QIcon>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// Lower case without accents, so that "fruh" finds "Früh".
QString plain(const QString &text)
{
    QString bare;
    const QString parts = text.normalized(QString::NormalizationForm_D);
    for (const QChar c : parts) {
        if (!c.isMark())
            bare += c;
    }
    return bare.toLower();
}

} // namespace

PaletteRows::PaletteRows(const QMenuBar &menuBar, const ClinicClock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{
    const QList<MenuCommand> commands = menuCommands(menuBar);
    for (const MenuCommand &command : commands) {
        if (command.action->isVisible())
            m_all.append({command.action, command.menu});
    }
    setWords({});
}

int PaletteRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid()
        ? 0
        : bookingRows() + static_cast<int>(m_commands.size() + m_patients.size());
}

PaletteRows::Kind PaletteRows::kind(int row) const
{
    if (row < bookingRows())
        return Kind::Booking;
    return row < bookingRows() + m_commands.size() ? Kind::Command : Kind::Patient;
}

QAction *PaletteRows::command(int row) const
{
    return m_commands.at(row - bookingRows()).action;
}

const PatientMatch &PaletteRows::patient(int row) const
{
    return m_patients.at(row - bookingRows() - m_commands.size());
}

QVariant PaletteRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Kind kind = this->kind(index.row());
    if (role == KindRole)
        return static_cast<int>(kind);
    if (role == CanDoRole)
        return kind != Kind::Command || command(index.row())->isEnabled();
    if (kind == Kind::Booking)
        return role == Qt::DisplayRole ? m_booking : QVariant();
    if (kind == Kind::Command) {
        const QAction &action = *command(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return commandText(action);
        case Qt::DecorationRole:
            return action.icon();
        case Qt::ToolTipRole:
            return action.toolTip();
        case DetailRole:
            return keyText(action.shortcut());
        default:
            return {};
        }
    }
    const PatientMatch &match = patient(index.row());
    if (role == Qt::DisplayRole)
        return listName(match.familyName, match.givenName);
    return role == DetailRole ? Format::born(match.birthDate, m_clock.today()) : QVariant();
}

bool PaletteRows::matches(const Entry &entry, const QStringList &words)
{
    const QStringList known
        = plain(commandText(*entry.action) + u' ' + entry.menu).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&known](const QString &word) {
        return std::ranges::any_of(
            known, [&word](const QString &begin) { return begin.startsWith(word); });
    });
}

void PaletteRows::setWords(const QString &words)
{
    const QStringList parts = plain(words).split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_commands.clear();
    // What can be done now comes first.
    for (const bool now : {true, false}) {
        for (const Entry &entry : std::as_const(m_all)) {
            if (m_commands.size() < maximumCommands && entry.action->isEnabled() == now
                && matches(entry, parts))
                m_commands.append(entry);
        }
    }
    endResetModel();
}

void PaletteRows::setPatients(const QList<PatientMatch> &patients)
{
    beginResetModel();
    m_patients = patients;
    endResetModel();
}

void PaletteRows::setBooking(const QString &text)
{
    if (m_booking == text)
        return;
    beginResetModel();
    m_booking = text;
    endResetModel();
}

} // namespace ClinicDesk
