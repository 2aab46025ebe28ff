#include "models/DayModel.h"
#include "models/Catalogue.h"
#include "models/TaskRunner.h"
#include "services/LiveFixture.h"
#include "widgets/agenda/AgendaTypes.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class DayModelFixture : public LiveFixture
{
protected:
    void SetUp() override
    {
        LiveFixture::SetUp();
        m_first = load(u"confirmed"_s, {u"osei"_s, 1, 0, at(9, 0), 20});
        m_second = load(u"pending"_s, {u"lindqvist"_s, 2, 0, at(9, 40), 20});
        signIn(u"ana"_s);
        m_catalogue.load();
        m_model.showDay(QDate(2026, 11, 24));
        ASSERT_TRUE(waitFor([this] {
            return m_model.rowCount() == 2 && !m_model.doctors().isEmpty()
                && !m_model.doctors().constFirst().open.isEmpty();
        }));
        QObject::connect(&m_model, &QAbstractItemModel::modelReset, &m_model,
                         [this] { ++m_resets; });
    }

    [[nodiscard]] DayModel &model() { return m_model; }
    [[nodiscard]] AppointmentService &service() { return m_services.appointments; }
    [[nodiscard]] int resets() const { return m_resets; }
    [[nodiscard]] qint64 first() const { return m_first; }
    [[nodiscard]] qint64 second() const { return m_second; }
    [[nodiscard]] QList<qint64> ids()
    {
        QList<qint64> all;
        for (const AppointmentRow &row : m_model.rows())
            all << row.appointment.id.value;
        return all;
    }

private:
    Catalogue m_catalogue {m_services};
    DayModel m_model {m_services, m_catalogue, ClinicClock(testSession())};
    QAbstractItemModelTester m_tester {&m_model,
                                       QAbstractItemModelTester::FailureReportingMode::Fatal};
    qint64 m_first = 0;
    qint64 m_second = 0;
    int m_resets = 0;
};

TEST_F(DayModelFixture, showsTheDayByStart)
{
    EXPECT_EQ(ids(), (QList<qint64> {first(), second()}));
    EXPECT_EQ(model().index(0).data(AgendaRole::Title).toString(), u"KIM S"_s);
    EXPECT_EQ(model().index(0).data(AgendaRole::Start).toDateTime(), at(9, 0));
    EXPECT_EQ(model().doctors().size(), 3);
}

TEST_F(DayModelFixture, insertsAnotherDesksBookingWithoutAReset)
{
    QSignalSpy inserted(&model(), &QAbstractItemModel::rowsInserted);
    const qint64 id = bookAs(u"ben"_s, {u"ba"_s, 3, 0, at(10, 20), 20});
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 3; }));
    EXPECT_EQ(ids(), (QList<qint64> {first(), second(), id}));
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(resets(), 0);
}

TEST_F(DayModelFixture, movesARowWhenItsTimeChanges)
{
    ASSERT_TRUE(done(
        updateAs(u"ben"_s, first(),
                 u"starts_at = %1, ends_at = %2"_s.arg(literal(at(14, 0)), literal(at(14, 20))))));
    ASSERT_TRUE(waitFor([this] { return ids() == QList<qint64> {second(), first()}; }));
    EXPECT_EQ(model().index(1).data(AgendaRole::Start).toDateTime(), at(14, 0));
    EXPECT_EQ(resets(), 0);
}

TEST_F(DayModelFixture, dropsARowThatGoesToAnotherDay)
{
    const QDate other(2026, 11, 25);
    ASSERT_TRUE(done(updateAs(u"ben"_s, first(),
                              u"starts_at = %1, ends_at = %2"_s.arg(literal(at(9, 0, other)),
                                                                    literal(at(9, 20, other))))));
    EXPECT_TRUE(waitFor([this] { return ids() == QList<qint64> {second()}; }));
    EXPECT_EQ(resets(), 0);
}

TEST_F(DayModelFixture, ignoresOtherDays)
{
    QSignalSpy inserted(&model(), &QAbstractItemModel::rowsInserted);
    bookAs(u"ben"_s, {u"ba"_s, 3, 0, at(10, 20, QDate(2026, 11, 25)), 20});
    const qint64 id = bookAs(u"ben"_s, {u"ba"_s, 3, 0, at(10, 20), 20});
    ASSERT_TRUE(waitFor([this] { return model().rowCount() == 3; }));
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_NE(model().row(AppointmentId {id}), nullptr);
}

TEST_F(DayModelFixture, showsAndDropsHolds)
{
    const int before = model().doctors().constFirst().freeSlots;
    ASSERT_EQ(model().doctors().constFirst().name, u"Dr Osei"_s);
    ConnectionSettings ben = settings(u"ben"_s);
    ben.deskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    OpenSession desk(ben);
    ASSERT_TRUE(desk.run(u"SELECT app.hold_take(%1, %2, %3)"_s.arg(doctor(u"osei"_s))
                             .arg(literal(at(11, 0)), literal(at(11, 20))))
                    .ok());
    ASSERT_TRUE(waitFor([this] { return model().holds().size() == 1; }));
    EXPECT_FALSE(model().holds().constFirst().mine);
    EXPECT_EQ(model().doctors().constFirst().freeSlots, before - 1);
    ASSERT_TRUE(desk.run(u"SELECT app.hold_release()"_s).ok());
    EXPECT_TRUE(waitFor([this] { return model().holds().isEmpty(); }));
    EXPECT_EQ(model().doctors().constFirst().freeSlots, before);
}

TEST_F(DayModelFixture, anotherDayResetsOnce)
{
    QSignalSpy shown(&model(), &DayModel::dayShown);
    model().showDay(QDate(2026, 11, 25));
    model().showDay(QDate(2026, 11, 26));
    EXPECT_EQ(model().day(), QDate(2026, 11, 24)) << "the old day stays until the new one is here";
    ASSERT_TRUE(waitFor([&] { return model().day() == QDate(2026, 11, 26); }));
    EXPECT_EQ(shown.count(), 1);
    EXPECT_EQ(resets(), 1);
    EXPECT_EQ(model().rowCount(), 0);
}

TEST_F(DayModelFixture, aSavingRowSaysSo)
{
    QSignalSpy changed(&model(), &QAbstractItemModel::dataChanged);
    model().setSaving(AppointmentId {first()}, true);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_TRUE(model().index(0).data(AgendaRole::Saving).toBool());
}

} // namespace ClinicDesk
