#include "models/SetupModel.h"

#include "database/JoinFile.h"
#include "domain/ErrorText.h"
#include "domain/WholeFile.h"
#include "models/SignInModel.h"
#include "models/SignInTexts.h"
#include "models/TaskRunner.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

SetupModel::Step stepOf(SetupStep step)
{
    switch (step) {
    case SetupStep::Create:
        return SetupModel::Step::Create;
    case SetupStep::Start:
        return SetupModel::Step::Start;
    case SetupStep::Tables:
        return SetupModel::Step::Tables;
    case SetupStep::Sample:
        return SetupModel::Step::Sample;
    case SetupStep::People:
        return SetupModel::Step::People;
    }
    Q_UNREACHABLE();
}

/// libpq reads certificates from files only. Empty when it could not be kept.
QString keptCertificate(const QString &pem)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QSaveFile file(folder + u"/clinic.crt"_s);
    const bool kept = QDir().mkpath(folder) && writeWhole(file, pem.toUtf8());
    return kept ? file.fileName() : QString();
}

} // namespace

SetupModel::SetupModel(ClinicSetup &setup, SignInModel &signIn, QString folder, QObject *parent)
    : QObject(parent)
    , m_setup(setup)
    , m_signIn(signIn)
    , m_folder(std::move(folder))
{
    connect(&setup, &ClinicSetup::stepBegun, this, [this](SetupStep step) {
        m_step = stepOf(step);
        Q_EMIT stepChanged(m_step, State::Running);
    });
    connect(&setup, &ClinicSetup::stepDone, this,
            [this](SetupStep step) { Q_EMIT stepChanged(stepOf(step), State::Passed); });
    connect(&signIn, &SignInModel::signedIn, this, &SetupModel::onSignedIn);
    connect(&signIn, &SignInModel::refused, this, [this](SignInField, const QString &text) {
        if (m_busy)
            undo(text);
    });
}

SetupForm SetupModel::emptyForm() const
{
    SetupForm form;
    form.role = m_signIn.desk().role;
    form.deskName = m_signIn.desk().deskName;
    form.clinic.zone = QTimeZone::systemTimeZone();
    form.folder = m_folder;
    form.weekdays = {1, 2, 3, 4, 5};
    form.from = QTime(9, 0);
    form.to = QTime(17, 0);
    form.lunchFrom = QTime(12, 0);
    form.lunchTo = QTime(13, 0);
    return form;
}

QList<SetupModel::Step> SetupModel::steps(bool sampleData)
{
    QList<Step> all {Step::Create, Step::Start, Step::Tables};
    if (sampleData)
        all.append(Step::Sample);
    return all + QList<Step> {Step::People, Step::SignIn};
}

QString SetupModel::stepName(Step step)
{
    switch (step) {
    case Step::Create:
        return tr("Create the clinic's database");
    case Step::Start:
        return tr("Start it");
    case Step::Tables:
        return tr("Make the tables");
    case Step::Sample:
        return tr("Add sample patients and appointments");
    case Step::People:
        return tr("Add you, the doctor and the hours");
    case Step::SignIn:
        return tr("Sign you in");
    }
    Q_UNREACHABLE();
}

void SetupModel::create(const SetupForm &form)
{
    if (m_busy)
        return;
    m_busy = true;
    m_cancelled = false;
    m_form = form;
    m_before = m_signIn.desk();
    for (const Step step : steps(form.sampleData))
        Q_EMIT stepChanged(step, State::Waiting);
    runTask(this, m_setup.create(SetupChecks::clinicOf(form)),
            [this](const Result<PrivateAddress> &answer) { onCreated(answer); });
}

void SetupModel::cancel()
{
    m_cancelled = m_busy;
    m_setup.cancel();
}

void SetupModel::onCreated(const Result<PrivateAddress> &answer)
{
    if (!answer) {
        if (!m_cancelled)
            Q_EMIT stepChanged(m_step, State::Failed);
        end();
        if (m_cancelled)
            Q_EMIT cancelled();
        else
            Q_EMIT failed(failureText(answer.error()));
        return;
    }
    if (m_cancelled) {
        undo({});
        return;
    }
    m_step = Step::SignIn;
    Q_EMIT stepChanged(m_step, State::Running);
    DeskSettings desk = m_signIn.desk();
    desk.host = u"127.0.0.1"_s;
    desk.port = answer->port;
    desk.database = PrivateClinic::databaseName();
    desk.sslMode.clear();
    desk.certificate.clear();
    desk.privateFolder = m_form.folder;
    desk.clinicName = m_form.clinic.name;
    desk.deskName = m_form.deskName;
    desk.role = m_form.role;
    m_signIn.setDesk(desk);
    m_signIn.signIn(m_form.you.login, m_form.you.password);
}

void SetupModel::onSignedIn()
{
    if (!m_busy)
        return;
    Q_EMIT stepChanged(Step::SignIn, State::Passed);
    end();
    runTask(this, m_setup.keep(), [this](const Result<bool> &kept) {
        if (!kept)
            qCWarning(taskLog) << "the new clinic is still marked as unfinished";
        Q_EMIT created();
    });
}

void SetupModel::undo(const QString &why)
{
    m_signIn.setDesk(m_before);
    runTask(this, m_setup.undo(m_form.folder), [this, why](const Result<bool> &) {
        end();
        if (why.isEmpty())
            Q_EMIT cancelled();
        else
            Q_EMIT failed(why);
    });
}

/// No password stays in memory longer than it is needed.
void SetupModel::end()
{
    m_busy = false;
    m_form = {};
}

QString SetupModel::failureText(const Error &error) const
{
    return error.kind == ErrorKind::Unreachable && !error.rule.isEmpty()
        ? SignInTexts::serverFailure(error)
        : errorText(error, QTimeZone::systemTimeZone(), QDateTime::currentDateTimeUtc());
}

std::optional<DeskSettings> SetupModel::readJoinFile(const QString &text, QString &problem)
{
    const Result<JoinFile> file = JoinFile::fromText(text);
    if (!file) {
        const auto *details = file.error().as<ValidationDetails>();
        const QString why = details ? details->fields.value(u"file"_s) : QString();
        problem = why == u"version"_s
            ? tr("This join file is newer than this program. Update ClinicDesk on this computer.")
            : why == u"secret"_s
            ? tr("This file holds a password. Ask the administrator for a join file without one.")
            : tr("This is not a join file. The administrator makes one with \"clinicctl "
                 "join-file\".");
        return std::nullopt;
    }
    DeskSettings desk = m_signIn.desk();
    desk.host = file->host;
    desk.port = file->port;
    desk.database = file->database;
    desk.clinicName = file->clinic;
    desk.privateFolder.clear();
    desk.certificate = file->certificate.isEmpty() ? QString() : keptCertificate(file->certificate);
    if (!file->certificate.isEmpty() && desk.certificate.isEmpty()) {
        problem = tr("The certificate in this file could not be kept. Free some disk space.");
        return std::nullopt;
    }
    return desk;
}

void SetupModel::join(const DeskSettings &desk)
{
    m_signIn.setDesk(desk);
    Q_EMIT joined();
}

} // namespace ClinicDesk
