#include "domain/PatientFields.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

Patient kim()
{
    Patient p;
    p.id = PatientId {1};
    p.familyName = u"Kim"_s;
    p.givenName = u"Soo"_s;
    p.birthDate = QDate(1985, 5, 3);
    p.sex = Sex::Female;
    p.phone = u"4417"_s;
    p.consentOn = QDate(2026, 1, 2);
    p.version = 3;
    return p;
}

PatientFields with(PatientField field, const QString &text)
{
    PatientFields fields = fieldsOf(kim());
    fields.insert(field, text);
    return fields;
}

} // namespace

TEST(PatientMerge, everyFieldSurvivesTheWayToTextAndBack)
{
    EXPECT_EQ(withFields(kim(), fieldsOf(kim())), kim());
    EXPECT_EQ(fieldsOf(kim()).size(), allPatientFields().size());
    Patient closed = kim();
    closed.active = false;
    closed.sex = Sex::Other;
    closed.consentOn = {};
    EXPECT_EQ(withFields(kim(), fieldsOf(closed)), closed);
}

TEST(PatientMerge, disjointChangesAreBothTaken)
{
    const PatientMerge merge(fieldsOf(kim()), with(PatientField::Phone, u"99"_s),
                             with(PatientField::Email, u"a@b"_s));
    EXPECT_TRUE(merge.conflicts().isEmpty());
    EXPECT_EQ(merge.theirChanges(), QList {PatientField::Phone});
    EXPECT_EQ(merge.myChanges(), QList {PatientField::Email});
    EXPECT_EQ(merge.merged().value(PatientField::Phone), u"99"_s);
    EXPECT_EQ(merge.merged().value(PatientField::Email), u"a@b"_s);
}

TEST(PatientMerge, theSameFieldIsAConflictUntilOneSideIsTaken)
{
    const PatientMerge merge(fieldsOf(kim()), with(PatientField::Phone, u"99"_s),
                             with(PatientField::Phone, u"77"_s));
    EXPECT_EQ(merge.conflicts(), QList {PatientField::Phone});
    EXPECT_EQ(merge.merged().value(PatientField::Phone), u"77"_s) << "nothing typed is lost";
    EXPECT_EQ(merge.mergedWithTheirs().value(PatientField::Phone), u"99"_s);
}

TEST(PatientMerge, theSameWordsAreNoConflict)
{
    const PatientMerge merge(fieldsOf(kim()), with(PatientField::Phone, u"99"_s),
                             with(PatientField::Phone, u"99"_s));
    EXPECT_TRUE(merge.conflicts().isEmpty());
    EXPECT_EQ(merge.merged().value(PatientField::Phone), u"99"_s);
}

TEST(PatientMerge, clearingAFieldIsAChangeToo)
{
    const PatientMerge merge(fieldsOf(kim()), with(PatientField::Phone, u""_s),
                             with(PatientField::Phone, u"77"_s));
    EXPECT_EQ(merge.conflicts(), QList {PatientField::Phone});
    EXPECT_EQ(merge.mergedWithTheirs().value(PatientField::Phone), QString());
}

TEST(PatientMerge, aDateThatCannotBeReadStaysAsTyped)
{
    const PatientMerge merge(fieldsOf(kim()), with(PatientField::Phone, u"99"_s),
                             with(PatientField::BirthDate, u"31 Feb 1985"_s));
    EXPECT_EQ(merge.merged().value(PatientField::BirthDate), u"31 Feb 1985"_s);
    EXPECT_FALSE(withFields(kim(), merge.merged()).birthDate.isValid());
}

} // namespace ClinicDesk
