#pragma once

#include "domain/Id.h"

#include <QSet>
#include <QWidget>

class QListWidget;
class QListWidgetItem;

namespace ClinicDesk {

class MiniMonth;
class ReceptionModels;
class ShelfList;

/// The month to choose a day from, the doctors whose columns are shown, and the shelf. GUI thread.
class ReceptionSidebar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceptionSidebar)
public:
    explicit ReceptionSidebar(ReceptionModels &models, QWidget *parent = nullptr);

    [[nodiscard]] MiniMonth &month() { return *m_month; }
    [[nodiscard]] QListWidget &doctors() { return *m_doctors; }
    [[nodiscard]] ShelfList &shelf() { return *m_shelf; }
    [[nodiscard]] bool isShown(DoctorId doctor) const { return !m_hidden.contains(doctor); }
    /// As if the doctor had been ticked in the list.
    void show(DoctorId doctor);

Q_SIGNALS:
    /// Other doctors' columns are wanted.
    void shownDoctorsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitLists();
    void watchMonth(QDate first);
    void markDays();
    void refreshDoctors();
    void onItemChanged(QListWidgetItem *item);

    ReceptionModels &m_models;
    MiniMonth *m_month;
    QListWidget *m_doctors;
    ShelfList *m_shelf;
    QList<QWidget *> m_doctorParts; ///< the list and its title
    QList<QWidget *> m_shelfParts;
    QSet<DoctorId> m_hidden;
};

} // namespace ClinicDesk
