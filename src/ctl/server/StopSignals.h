#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace ClinicDesk::Ctl {

/// SIGINT and SIGTERM as a Qt signal. At most one object at a time; main thread.
class StopSignals final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StopSignals)
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void requested();

private:
    QSocketNotifier m_notifier;
};

} // namespace ClinicDesk::Ctl
