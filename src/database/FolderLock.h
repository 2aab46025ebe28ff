#pragma once

#include <QFile>
#include <QString>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace ClinicDesk {

/// One program a folder. The kernel frees it when the program ends, however it ends.
class FolderLock
{
public:
    FolderLock() = default;
    ~FolderLock() { release(); }
    Q_DISABLE_COPY_MOVE(FolderLock)

    /// False with errno EWOULDBLOCK when another program has it.
    [[nodiscard]] bool take(const QString &path)
    {
        release();
        m_file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        return m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) == 0;
    }
    void release()
    {
        if (m_file >= 0)
            ::close(m_file);
        m_file = -1;
    }

private:
    int m_file = -1;
};

} // namespace ClinicDesk
