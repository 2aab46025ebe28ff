#include "app/LogFile.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// Qt's handler takes no context of ours.
LogFile *installed = nullptr;

QString levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"critical"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    return {};
}

QString withoutSecrets(QString text)
{
    static const QRegularExpression secret(u"(password|passwd|pwd)(\\s*[=:]\\s*)(\\S+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression inUrl(u"(://[^:/@\\s]+):[^@\\s]+@"_s);
    return text.replace(secret, u"\\1\\2***"_s).replace(inUrl, u"\\1:***@"_s);
}

} // namespace

LogFile::LogFile(const QString &folder)
    : m_file(folder + u"/clinicdesk.log"_s)
{
    QDir().mkpath(folder);
    if (m_file.open(QIODevice::Append | QIODevice::Text))
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    installed = this;
    m_before = qInstallMessageHandler(&LogFile::handle);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(m_before);
    installed = nullptr;
}

void LogFile::handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (installed)
        installed->write(type, QString::fromLatin1(context.category), text);
}

void LogFile::write(QtMsgType type, const QString &category, const QString &text)
{
    const QString line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' '
        + levelOf(type) + u' ' + category + u": "_s + withoutSecrets(text).replace(u'\n', u"\\n"_s);
    const QMutexLocker lock(&m_mutex);
    m_latest.append(line);
    if (m_latest.size() > keptLines)
        m_latest.removeFirst();
    const QByteArray bytes = line.toUtf8() + '\n';
    if (type != QtDebugMsg && type != QtInfoMsg)
        std::fputs(bytes.constData(), stderr);
    if (!m_file.isOpen())
        return;
    if (m_file.size() + bytes.size() > rotateAt)
        rotate();
    m_file.write(bytes);
    m_file.flush();
}

QStringList LogFile::latest() const
{
    const QMutexLocker lock(&m_mutex);
    return m_latest;
}

void LogFile::rotate()
{
    const QString name = m_file.fileName();
    m_file.close();
    QFile::remove(name + u'.' + QString::number(keptFiles));
    for (int number = keptFiles - 1; number >= 1; --number)
        QFile::rename(name + u'.' + QString::number(number),
                      name + u'.' + QString::number(number + 1));
    QFile::rename(name, name + u".1"_s);
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Text))
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace ClinicDesk
