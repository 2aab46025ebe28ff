#pragma once

#include "views/bars/BarsFixture.h"

#include <functional>

namespace ClinicDesk {

/// Opens and works every window as people do, by keys, at 1366x768, and shows each of them once it
/// has something to say.
class WindowTour : public BarsFixture
{
protected:
    using Look = std::function<void(QWidget &window, const QString &name)>;

    void TearDown() override;

    /// A morning in all statuses, and patients whose names and reasons are written in Arabic.
    void fillMorning();
    /// The patients who are worked with get a name of more than 60 letters instead.
    void giveLongNames();
    void tour(const Look &look);

private:
    void meet(const Look &look);
    void workReception(const Look &look);
    void book(const Look &look);
    void collide(const Look &look);
    void overrideRule(const Look &look);
    void workVisit(const Look &look);
    void openDialogs(const Look &look);
    void openRecord(const Look &look);
    void openPopups(const Look &look);
    void lockScreen(const Look &look);
    void workDoctor(const Look &look);

    void openWith(const Look &look, const QString &dialog, Qt::Key key,
                  Qt::KeyboardModifiers modifiers = {});
    void waitForLoaded();
    /// Somebody else gives these visits another room while `form` shows one of them.
    void disturb(const QWidget &form, const QList<qint64> &visits, int room);
    void closeDialog(const QString &name);
    [[nodiscard]] QWidget *dialog(const QString &name) const;

    QMainWindow *m_window = nullptr;
    qint64 m_visit = 0;
    QList<qint64> m_requests;
};

} // namespace ClinicDesk
