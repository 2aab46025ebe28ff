#include "models/DoctorFixture.h"
#include "services/SignedIn.h"

namespace ClinicDesk {

class OpenVisitTest : public DoctorFixture
{
};

TEST_F(OpenVisitTest, aGapThatBeganBeforeTheFirstAnswerIsLookedInto)
{
    const AppointmentRow row = day().appointment(day().rowOf(id(m_later)));
    // Locked before it was told from where on it listens, so no hint of this gap can come.
    m_services.live.stop();
    m_services.live.start(settings(u"osei"_s));
    m_services.live.pause();
    QObject form;
    OpenVisit *const visit = m_models->makeOpenVisit(&form);
    visit->open(row);
    // Its first look, two questions one after the other, is over.
    ASSERT_TRUE(answer(m_services.appointments.appointment(id(m_later))));
    ASSERT_TRUE(answer(m_services.appointments.appointment(id(m_later))));
    EXPECT_FALSE(visit->isStale());
    ASSERT_TRUE(done(updateAs(u"admin"_s, m_later, u"room_id = %1"_s.arg(room(2)))));
    m_services.live.resume(settings(u"osei"_s));
    EXPECT_TRUE(waitFor([visit] { return visit->isStale(); }));
    EXPECT_EQ(visit->changed(), QList<VisitField> {VisitField::Room});
}

} // namespace ClinicDesk
