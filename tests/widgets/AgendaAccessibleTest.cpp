#include "AgendaSample.h"

#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <gmock/gmock.h>

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Testing;

namespace {

class AgendaAccessibleTest : public testing::Test
{
protected:
    AgendaAccessibleTest()
    {
        QAccessible::setActive(true);
        model.appendRow(visit(7, 1, at(10, 40), at(11), u"KIM S"_s, u"Kim Soo"_s, u"Check-up"_s,
                              AppointmentStatus::Pending));
        view.resize(700, 500);
        view.setModel(&model);
        view.setDay(sampleDay, sampleZone());
        view.setColumns({column(1, u"Dr Osei"_s, {}, {{9, 17}}), column(2, u"Dr Ba"_s, {}, {})});
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
        view.setFocus();
        table = QAccessible::queryAccessibleInterface(&view);
    }

    QAccessibleInterface *named(const QString &name)
    {
        for (int index = 0; index < table->childCount(); ++index) {
            if (table->child(index)->text(QAccessible::Name) == name)
                return table->child(index);
        }
        return nullptr;
    }

    QStandardItemModel model;
    AgendaView view;
    QAccessibleInterface *table = nullptr;
};

TEST_F(AgendaAccessibleTest, isATableOfNamedCells)
{
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->role(), QAccessible::Table);
    ASSERT_NE(table->tableInterface(), nullptr);
    EXPECT_EQ(table->tableInterface()->columnCount(), 2);
    EXPECT_EQ(table->tableInterface()->columnDescription(1), u"Dr Ba");
    for (int index = 0; index < table->childCount(); ++index) {
        QAccessibleInterface *cell = table->child(index);
        ASSERT_NE(cell, nullptr);
        EXPECT_FALSE(cell->text(QAccessible::Name).isEmpty());
        EXPECT_EQ(table->indexOfChild(cell), index);
        EXPECT_EQ(cell->parent(), table);
    }
    EXPECT_NE(named(u"Dr Osei, 10:20, free, 20 minutes"_s), nullptr);
    EXPECT_NE(named(u"Dr Osei, 10:40 to 11:00, Kim Soo, check-up, pending"_s), nullptr);
    EXPECT_NE(named(u"Dr Ba, 10:00, closed"_s), nullptr);
}

TEST_F(AgendaAccessibleTest, cellsKeepTheirIdentity)
{
    QAccessibleInterface *slot = named(u"Dr Osei, 10:20, free, 20 minutes"_s);
    const QAccessible::Id id = QAccessible::uniqueId(slot);
    model.appendRow(
        visit(8, 1, at(9), at(9, 20), u"ROY P"_s, u"Roy Paul"_s, {}, AppointmentStatus::Confirmed));
    EXPECT_EQ(QAccessible::uniqueId(named(u"Dr Osei, 10:20, free, 20 minutes"_s)), id);
    model.appendRow(visit(9, 1, at(10, 20), at(10, 40), u"LI W"_s, u"Li Wei"_s, {},
                          AppointmentStatus::Confirmed));
    const QAccessibleInterface *old = QAccessible::accessibleInterface(id);
    EXPECT_TRUE(!old || !old->isValid());
    EXPECT_NE(named(u"Dr Osei, 10:20 to 10:40, Li Wei, confirmed"_s), nullptr);
}

TEST_F(AgendaAccessibleTest, focusIsTheCursorsCell)
{
    view.selectVisit(AppointmentId {7});
    QAccessibleInterface *focused = table->focusChild();
    ASSERT_NE(focused, nullptr);
    EXPECT_EQ(focused->text(QAccessible::Name),
              u"Dr Osei, 10:40 to 11:00, Kim Soo, check-up, pending");
    EXPECT_TRUE(focused->state().focused);
    EXPECT_TRUE(focused->tableCellInterface()->isSelected());
    EXPECT_EQ(focused->tableCellInterface()->columnIndex(), 0);
    EXPECT_EQ(focused->tableCellInterface()->rowExtent(), 2);
}

TEST_F(AgendaAccessibleTest, pressOpensAndMenuAsks)
{
    QSignalSpy opened(&view, &AgendaView::visitActivated);
    QSignalSpy booked(&view, &AgendaView::slotActivated);
    QSignalSpy menu(&view, &AgendaView::contextMenuRequested);
    named(u"Dr Osei, 10:40 to 11:00, Kim Soo, check-up, pending"_s)
        ->actionInterface()
        ->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_EQ(opened.size(), 1);
    QAccessibleInterface *slot = named(u"Dr Osei, 10:20, free, 20 minutes"_s);
    slot->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_EQ(booked.size(), 1);
    slot->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    EXPECT_EQ(menu.size(), 1);
}

TEST_F(AgendaAccessibleTest, cellsLieWhereTheyArePainted)
{
    QAccessibleInterface *cell = named(u"Dr Osei, 10:20, free, 20 minutes"_s);
    EXPECT_FALSE(cell->state().offscreen);
    EXPECT_EQ(table->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
}

TEST_F(AgendaAccessibleTest, livesNoLongerThanTheView)
{
    auto dying = std::make_unique<AgendaView>();
    dying->setDay(sampleDay, sampleZone());
    dying->setColumns({column(1, u"Dr Osei"_s, {}, {{9, 17}})});
    const QAccessible::Id id
        = QAccessible::uniqueId(QAccessible::queryAccessibleInterface(dying.get())->child(0));
    dying.reset();
    EXPECT_EQ(QAccessible::accessibleInterface(id), nullptr);
}

} // namespace
} // namespace ClinicDesk
