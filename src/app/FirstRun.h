#pragma once

#include "models/SetupModel.h"
#include "services/setup/ClinicSetup.h"

#include <QObject>

#include <memory>

class QWidget;

namespace ClinicDesk {

class PrivateClinic;
class SetupDialog;
class SignInModel;

/// A computer that knows no clinic: the set-up with its window, until a clinic was made (the
/// sign-in model tells), joined, or given up. GUI thread.
class FirstRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstRun)
public:
    /// `folder`: where the clinic is kept unless another one is chosen; empty: the usual one.
    FirstRun(PrivateClinic &clinic, SignInModel &signIn, const QString &folder,
             QObject *parent = nullptr);
    ~FirstRun() override;

    void show();
    [[nodiscard]] QWidget *window() const;

Q_SIGNALS:
    void gaveUp(); ///< nothing was made
    void joined();
    void created(); ///< and signed in

private:
    ClinicSetup m_setup;
    SetupModel m_model;
    std::unique_ptr<SetupDialog> m_dialog;
};

} // namespace ClinicDesk
