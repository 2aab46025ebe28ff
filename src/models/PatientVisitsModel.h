#pragma once

#include "domain/Appointment.h"
#include "domain/Error.h"

#include <QAbstractTableModel>

#include <memory>

namespace ClinicDesk {

class AppointmentFeed;
class Services;

/// All visits of one patient, past and coming, newest first; read in pages as they are scrolled to
/// and kept up to date without a reset. GUI thread.
class PatientVisitsModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientVisitsModel)
public:
    enum Column { When, Doctor, VisitType, Status, columns };
    enum Role { RowRole = Qt::UserRole + 1 }; ///< AppointmentRow
    static constexpr int pageSize = 50;

    explicit PatientVisitsModel(Services &services, QObject *parent = nullptr);
    ~PatientVisitsModel() override;

    /// Forgets the visits shown before; an invalid patient has none.
    void show(PatientId patient);
    [[nodiscard]] const QList<AppointmentRow> &rows() const { return m_rows; }
    [[nodiscard]] bool isReading() const { return m_isReading; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// RowRole only: the view says it in words.
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// A page is here, also an empty one.
    void read();
    void failed(const ClinicDesk::Error &error);

private:
    void readAnew();
    void append(const QList<AppointmentRow> &page);
    void replace(const QList<AppointmentRow> &rows);
    void take(const AppointmentRow &row);
    void remove(AppointmentId id);

    Services &m_services;
    std::unique_ptr<AppointmentFeed> m_feed; ///< only while a patient is shown
    PatientId m_patient;
    QList<AppointmentRow> m_rows;
    quint64 m_generation = 0; ///< of the patient shown: answers for another are dropped
    bool m_isReading = false;
    bool m_isComplete = true;
};

} // namespace ClinicDesk
