#pragma once

#include "models/DoctorFixture.h"
#include "views/doctor/DoctorWindow.h"
#include "widgets/RowList.h"
#include "widgets/Toast.h"

#include <QMenu>

namespace ClinicDesk {

/// A doctor's window, shown; the inbox has the focus.
class DoctorWindowFixture : public DoctorFixture
{
protected:
    void SetUp() override
    {
        DoctorFixture::SetUp();
        m_window = std::make_unique<DoctorWindow>(*m_models);
        m_window->resize(1200, 720);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
        m_inbox = m_window->findChild<RowList *>(u"inboxList"_s);
        m_day = m_window->findChild<RowList *>(u"dayList"_s);
        m_inbox->setFocus();
    }

    void TearDown() override
    {
        m_window.reset();
        DoctorFixture::TearDown();
    }

    [[nodiscard]] qint64 currentRequest() const
    {
        return m_models->inbox().request(m_inbox->currentIndex().row()).id().value;
    }
    [[nodiscard]] QString toast() const
    {
        const auto *toast = m_window->findChild<Toast *>(u"toast"_s);
        return toast->isVisible() ? toast->text() : QString();
    }
    [[nodiscard]] QString identity() const
    {
        return m_window->findChild<QWidget *>(u"identity"_s)->accessibleName();
    }
    [[nodiscard]] QMenu *openMenu() const
    {
        QMenu *found = nullptr;
        (void)waitFor([&] {
            found = m_window->findChild<QMenu *>(u"reasonMenu"_s);
            return found && found->isVisible();
        });
        return found;
    }
    [[nodiscard]] bool statusBecomes(qint64 id, const QString &status) const
    {
        return waitFor([&] { return valueOf(id, u"status"_s) == status; });
    }
    void selectVisit(qint64 visit)
    {
        m_day->setFocus();
        m_day->setCurrentIndex(m_day->model()->index(day().rowOf(id(visit)), 0));
    }

    std::unique_ptr<DoctorWindow> m_window;
    RowList *m_inbox = nullptr;
    RowList *m_day = nullptr;
};

} // namespace ClinicDesk
