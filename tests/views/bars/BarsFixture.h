#pragma once

#include "app/ClinicApplication.h"
#include "services/ServiceFixture.h"

#include <QApplication>
#include <QTemporaryDir>

namespace ClinicDesk {

/// The whole program as one person starts it, worked by keys only, in a clinic that can be filled
/// to the brim.
class BarsFixture : public ServiceFixture
{
protected:
    static constexpr int fullDoctors = 20;
    static constexpr int fullVisits = 40;

    void TearDown() override;

    /// 20 doctors with 40 visits of 15 minutes each from 8:00 on, in all statuses, of 800 patients.
    void fillDay();

    /// Starts the program against this server; the sign-in dialog comes.
    void startProgram(const QString &host, int port);
    /// Types name and password; the person's window, nullptr when none came.
    [[nodiscard]] QMainWindow *signIn(const QString &login);
    void endProgram();
    [[nodiscard]] ClinicApplication &program() { return *m_program; }

    /// The visible top level window of this kind, nullptr if there is none.
    template<typename T> [[nodiscard]] static T *shown()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<T *>(widget); window && window->isVisible())
                return window;
        }
        return nullptr;
    }

private:
    QTemporaryDir m_folder;
    QSettings m_settings {m_folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat};
    std::unique_ptr<ClinicApplication> m_program;
};

} // namespace ClinicDesk
