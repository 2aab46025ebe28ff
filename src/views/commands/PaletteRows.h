#pragma once

#include "domain/Patient.h"
#include "models/ClinicClock.h"

#include <QAbstractListModel>

class QAction;
class QMenuBar;

namespace ClinicDesk {

/// What the palette offers for the words typed: a booking in words first, then the commands whose
/// words begin with them, then the patients found. GUI thread.
class PaletteRows final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteRows)
public:
    enum class Kind { Booking, Command, Patient };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of Kind
        CanDoRole, ///< bool: false for a command that is off now
        DetailRole, ///< at the end of the line: the key, or who the patient is
    };

    static constexpr int maximumCommands = 8;

    PaletteRows(const QMenuBar &menuBar, const ClinicClock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void setWords(const QString &words);
    void setPatients(const QList<PatientMatch> &patients);
    /// What the words would book, empty for nothing.
    void setBooking(const QString &text);

    [[nodiscard]] Kind kind(int row) const;
    /// Of a Command row.
    [[nodiscard]] QAction *command(int row) const;
    /// Of a Patient row.
    [[nodiscard]] const PatientMatch &patient(int row) const;

private:
    struct Entry
    {
        QAction *action = nullptr;
        QString menu;
    };

    [[nodiscard]] static bool matches(const Entry &entry, const QStringList &words);
    [[nodiscard]] int bookingRows() const { return m_booking.isEmpty() ? 0 : 1; }

    ClinicClock m_clock;
    QList<Entry> m_all;
    QString m_booking;
    QList<Entry> m_commands;
    QList<PatientMatch> m_patients;
};

} // namespace ClinicDesk
