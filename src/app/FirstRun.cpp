#include "app/FirstRun.h"

#include "views/setup/SetupDialog.h"

namespace ClinicDesk {

FirstRun::FirstRun(PrivateClinic &clinic, SignInModel &signIn, const QString &folder,
                   QObject *parent)
    : QObject(parent)
    , m_setup(clinic)
    , m_model(m_setup, signIn, folder.isEmpty() ? PrivateClinic::defaultFolder() : folder)
    , m_dialog(std::make_unique<SetupDialog>(m_model))
{
    connect(m_dialog.get(), &QDialog::rejected, this, &FirstRun::gaveUp);
    connect(&m_model, &SetupModel::joined, this, &FirstRun::joined, Qt::QueuedConnection);
    connect(&m_model, &SetupModel::created, this, &FirstRun::created, Qt::QueuedConnection);
}

FirstRun::~FirstRun() = default;

void FirstRun::show()
{
    m_dialog->show();
}

QWidget *FirstRun::window() const
{
    return m_dialog.get();
}

} // namespace ClinicDesk
