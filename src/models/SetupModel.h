#pragma once

#include "models/SetupForm.h"

#include <QObject>

namespace ClinicDesk {

class SignInModel;

/// A computer's first run: making a clinic here, or joining one. It ends signed in, or with a
/// server to sign in at. GUI thread.
class SetupModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupModel)
public:
    enum class Step { Create, Start, Tables, Sample, People, SignIn };
    enum class State { Waiting, Running, Passed, Failed };

    /// `folder`: where a clinic is kept unless another folder is chosen. All must outlive the
    /// model.
    SetupModel(ClinicSetup &setup, SignInModel &signIn, QString folder, QObject *parent = nullptr);

    [[nodiscard]] SetupForm emptyForm() const;
    [[nodiscard]] SignInModel &signIn() { return m_signIn; }
    [[nodiscard]] static QList<Step> steps(bool sampleData);
    [[nodiscard]] static QString stepName(Step step);
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// Makes the clinic and signs in; answered by created(), cancelled() or failed().
    void create(const SetupForm &form);
    /// Undoes all after the step that runs; cancelled() follows.
    void cancel();

    /// The desk as an administrator's join file tells; std::nullopt with `problem` set.
    [[nodiscard]] std::optional<DeskSettings> readJoinFile(const QString &text, QString &problem);
    /// From now on this computer signs in there; kept after the first sign-in.
    void join(const DeskSettings &desk);

Q_SIGNALS:
    void stepChanged(ClinicDesk::SetupModel::Step step, ClinicDesk::SetupModel::State state);
    void created(); ///< and signed in
    void cancelled(); ///< nothing is left
    void failed(const QString &text); ///< nothing is left
    void joined();

private:
    void onCreated(const Result<PrivateAddress> &answer);
    void onSignedIn();
    void undo(const QString &why);
    void end();
    [[nodiscard]] QString failureText(const Error &error) const;

    ClinicSetup &m_setup;
    SignInModel &m_signIn;
    QString m_folder;
    SetupForm m_form;
    DeskSettings m_before;
    Step m_step = Step::Create;
    bool m_busy = false;
    bool m_cancelled = false;
};

} // namespace ClinicDesk
