#pragma once

#include <QAction>
#include <QObject>

class QMenuBar;

namespace ClinicDesk {

/// The commands about a patient's record, with their keys, as the menu Patient. GUI thread.
class PatientActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientActions)
public:
    explicit PatientActions(QWidget *window);

    void addMenu(QMenuBar &bar) const;

    QAction *const record; ///< F2: Ctrl+E goes to the end of the line in every field
    QAction *const save; ///< Ctrl+S
    QAction *const discard;
    QAction *const card;
};

} // namespace ClinicDesk
