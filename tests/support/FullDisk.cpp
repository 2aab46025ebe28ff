// Loaded before libc by a PostgreSQL server: while the file that CLINICDESK_TEST_FULL_DISK names is
// there, no file can grow. What fits into the space a file has is written, as on a full disk.

#include <cerrno>
#include <cstdlib>

#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

bool isRefused(int file, off_t end)
{
    static const char *const sign = std::getenv("CLINICDESK_TEST_FULL_DISK");
    struct stat found = {};
    if (!sign || ::access(sign, F_OK) != 0 || file <= STDERR_FILENO || ::fstat(file, &found) != 0
        || !S_ISREG(found.st_mode) || end <= found.st_size)
        return false;
    errno = ENOSPC;
    return true;
}

template<typename Function> Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

off_t sizeOf(const iovec *parts, int count)
{
    off_t size = 0;
    for (int i = 0; i < count; ++i)
        size += static_cast<off_t>(parts[i].iov_len);
    return size;
}

} // namespace

extern "C" {

ssize_t write(int file, const void *bytes, size_t size)
{
    static auto *const real = next<decltype(write)>("write");
    const off_t end = ::lseek(file, 0, SEEK_CUR) + static_cast<off_t>(size);
    return isRefused(file, end) ? -1 : real(file, bytes, size);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset)
{
    static auto *const real = next<decltype(pwrite)>("pwrite");
    return isRefused(file, offset + static_cast<off_t>(size)) ? -1
                                                              : real(file, bytes, size, offset);
}

ssize_t pwritev(int file, const iovec *parts, int count, off_t offset)
{
    static auto *const real = next<decltype(pwritev)>("pwritev");
    return isRefused(file, offset + sizeOf(parts, count)) ? -1 : real(file, parts, count, offset);
}

// NOLINTNEXTLINE(readability-identifier-naming): its name is libc's
int posix_fallocate(int file, off_t offset, off_t size)
{
    static auto *const real = next<decltype(posix_fallocate)>("posix_fallocate");
    return isRefused(file, offset + size) ? ENOSPC : real(file, offset, size);
}
}
