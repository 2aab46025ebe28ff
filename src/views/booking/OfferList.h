#pragma once

#include "models/ClinicClock.h"
#include "models/FreeTimes.h"

#include <QListWidget>

namespace ClinicDesk {

class Catalogue;

/// Free times to choose from, numbered by the digit that chooses them: "1  Today 10:20  Dr Osei".
/// The current row stays on its time when the list is offered anew. GUI thread.
class OfferList final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OfferList)
public:
    OfferList(Catalogue &catalogue, const ClinicClock &clock, QWidget *parent = nullptr);

    /// `held` is marked as kept for this desk.
    void offer(const QList<Suggestion> &offers, const std::optional<FreeSlot> &held);
    /// As tall as its rows, but no taller than `rows` of them.
    void setVisibleRows(int rows) { m_rows = rows; }
    [[nodiscard]] const QList<Suggestion> &offers() const { return m_offers; }
    /// "Today 10:20", "Tomorrow 09:00", "Fri 27-Nov-2026, 09:00"
    [[nodiscard]] QString when(const QDateTime &start) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    /// Enter or click.
    void offerChosen(const ClinicDesk::FreeSlot &slot);
    /// A letter: the booking is for somebody else.
    void nameTyped(const QString &letter);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void chooseRow(int row);

    Catalogue &m_catalogue;
    ClinicClock m_clock;
    QList<Suggestion> m_offers;
    std::optional<FreeSlot> m_held;
    int m_rows = 8;
};

} // namespace ClinicDesk
