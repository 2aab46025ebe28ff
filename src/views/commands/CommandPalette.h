#pragma once

#include "domain/Patient.h"
#include "models/ClinicClock.h"

#include <QDialog>

class QLineEdit;
class QListView;
class QMenuBar;

namespace ClinicDesk {

class PaletteRows;
class PatientSearchModel;

/// One field for everything (Ctrl+K): commands of the menus and, at the reception, patients and a
/// booking in words. Enter does the selected row and closes; Esc closes and gives the focus back.
/// GUI thread.
class CommandPalette final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)
public:
    /// `patients` may be null: commands only. What is given must outlive the palette.
    CommandPalette(const QMenuBar &menuBar, PatientSearchModel *patients, const ClinicClock &clock,
                   QWidget *window);

    /// What the words typed would book, as wordsChanged() asked; empty for nothing.
    void setBooking(const QString &text);

Q_SIGNALS:
    void wordsChanged(const QString &words);
    void patientChosen(const ClinicDesk::PatientMatch &patient);
    void bookingChosen(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void moveBy(int rows);
    void selectFirst();
    void run();

    PatientSearchModel *m_patients;
    PaletteRows *m_rows;
    QLineEdit *m_field;
    QListView *m_list;
};

} // namespace ClinicDesk
