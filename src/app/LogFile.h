#pragma once

#include <QFile>
#include <QMutex>
#include <QString>
#include <QStringList>

namespace ClinicDesk {

/// The program's log: a file that is rotated, and the latest lines in memory for a diagnosis. While
/// it lives it receives every Qt message. Holds neither patient data nor secrets: nothing that the
/// program logs does, and what looks like a password is blanked. May be called from any thread.
class LogFile
{
public:
    static constexpr qint64 rotateAt = 1024LL * 1024; ///< bytes
    static constexpr int keptFiles = 4;
    static constexpr int keptLines = 500;

    /// Writes `folder`/clinicdesk.log; without a writable folder only the memory is used.
    explicit LogFile(const QString &folder);
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    void write(QtMsgType type, const QString &category, const QString &text);
    [[nodiscard]] QStringList latest() const;
    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void rotate();

    mutable QMutex m_mutex;
    QFile m_file;
    QStringList m_latest;
    QtMessageHandler m_before;
};

} // namespace ClinicDesk
