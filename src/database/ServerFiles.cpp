#include "database/ServerFiles.h"

#include "database/PostgresPrograms.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

const auto fixedSettings = uR"(
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
jit = off

# A desk that hangs or a wire that is cut frees its locks within seconds.
idle_in_transaction_session_timeout = '10s'
lock_timeout = '2s'
statement_timeout = '5s'
deadlock_timeout = '1s'
client_connection_check_interval = '2s'
tcp_keepalives_idle = 5
tcp_keepalives_interval = 2
tcp_keepalives_count = 3
tcp_user_timeout = '10s'

# The log names errors, never statements, values or rows: they are patients' data.
log_destination = 'stderr'
logging_collector = on
log_directory = 'log'
log_filename = 'postgresql-%a.log'
log_file_mode = 0600
log_rotation_age = '1d'
log_rotation_size = 0
log_truncate_on_rotation = on
log_line_prefix = '%m [%p] %u@%d %e '
log_lock_waits = on
log_statement = 'none'
log_min_duration_statement = -1
log_min_error_statement = 'panic'
log_error_verbosity = 'terse'
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
)"_s;

const auto throwAwaySettings = uR"(
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
shared_buffers = '64MB'
)"_s;

/// A value between single quotes as postgresql.conf reads it.
QString quoted(QString value)
{
    return u'\'' + value.replace(u'\'', u"''"_s) + u'\'';
}

} // namespace

QString ServerFiles::configuration(const PostgresPrograms &programs) const
{
    QString text
        = u"# Written by ClinicDesk before each start; put your own settings into local.conf.\n"_s;
    text += u"port = "_s + QString::number(port) + u'\n';
    text += u"listen_addresses = "_s + quoted(listenOnNetwork ? u"*"_s : u"127.0.0.1"_s) + u'\n';
    text += u"unix_socket_directories = "_s + quoted(socketFolder) + u'\n';
    text += u"max_connections = "_s + QString::number(maxConnections) + u'\n';
    text += fixedSettings;
    if (programs.hasModule(u"auth_delay"_s)) {
        text += u"\n# Guessing passwords is slow: PostgreSQL itself has no lockout.\n"_s;
        text += u"shared_preload_libraries = 'auth_delay'\nauth_delay.milliseconds = 500\n"_s;
    }
    if (hasTls) {
        text += u"\nssl = on\nssl_cert_file = "_s + quoted(certificate);
        text += u"\nssl_key_file = "_s + quoted(privateKey) + u'\n';
    }
    if (!durable)
        text += throwAwaySettings;
    return text + u"\ninclude_if_exists = 'local.conf'\n"_s;
}

QString ServerFiles::clientRules() const
{
    QString text = u"local all all scram-sha-256\n"_s;
    text += u"host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n"_s;
    if (listenOnNetwork) {
        text += u"host all "_s + administrator + u" all reject\n"_s;
        text += (hasTls ? u"hostssl"_s : u"host"_s) + u" all all all scram-sha-256\n"_s;
    }
    return text;
}

} // namespace ClinicDesk
