#pragma once

#include <QObject>
#include <QTimer>

namespace ClinicDesk {

class DatabaseExecutor;

/// Shows the busy cursor over the whole program while the database owes an answer for longer than
/// half a second. Keys and clicks go on working. GUI thread.
class BusyCursor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BusyCursor)
public:
    /// `executor` must outlive it.
    explicit BusyCursor(DatabaseExecutor &executor, QObject *parent = nullptr);
    ~BusyCursor() override;

private:
    void settle();
    void setShown(bool shown);

    DatabaseExecutor &m_executor;
    QTimer m_patience;
    bool m_shown = false;
};

} // namespace ClinicDesk
