#include "database/SqlError.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

Error classified(const char *state, const char *constraint = "")
{
    SqlError error;
    error.sqlState = QString::fromLatin1(state);
    error.constraint = QString::fromLatin1(constraint);
    return classify(error);
}

struct Mapping
{
    const char *state;
    const char *constraint;
    ErrorKind kind;
    const char *rule;
};

class Classify : public testing::TestWithParam<Mapping>
{
};

TEST_P(Classify, mapsStateAndConstraint)
{
    const Mapping &mapping = GetParam();
    const Error error = classified(mapping.state, mapping.constraint);
    EXPECT_EQ(toKey(error.kind), toKey(mapping.kind));
    EXPECT_EQ(error.rule, QString::fromLatin1(mapping.rule));
    EXPECT_EQ(error.incident.isEmpty(), mapping.kind != ErrorKind::Internal);
}

INSTANTIATE_TEST_SUITE_P(
    All, Classify,
    testing::Values(
        Mapping {"CD001", "doctor_busy", ErrorKind::SlotTaken, "doctor_busy"},
        Mapping {"CD001", "held", ErrorKind::SlotTaken, "held"},
        Mapping {"CD001", "patient_busy", ErrorKind::PatientBusy, "patient_busy"},
        Mapping {"CD001", "room_busy", ErrorKind::RoomBusy, "room_busy"},
        Mapping {"CD001", "patient_unavailable", ErrorKind::PatientUnavailable,
                 "patient_unavailable"},
        Mapping {"CD001", "doctor_unavailable", ErrorKind::DoctorUnavailable, "doctor_unavailable"},
        Mapping {"CD001", "past", ErrorKind::TooSoon, "past"},
        Mapping {"CD001", "lead_time", ErrorKind::TooSoon, "lead_time"},
        Mapping {"CD001", "horizon", ErrorKind::TooLate, "horizon"},
        Mapping {"CD001", "clinic_closed", ErrorKind::ClinicClosed, "clinic_closed"},
        Mapping {"CD001", "outside_hours", ErrorKind::OutsideHours, "outside_hours"},
        Mapping {"CD001", "on_leave", ErrorKind::OutsideHours, "on_leave"},
        Mapping {"CD001", "off_grid", ErrorKind::OutsideHours, "off_grid"},
        Mapping {"CD001", "day_full", ErrorKind::DayFull, "day_full"},
        Mapping {"CD001", "a_later_rule", ErrorKind::Internal, "a_later_rule"},
        Mapping {"CD002", "", ErrorKind::InvalidTransition, ""},
        Mapping {"CD003", "cut_off", ErrorKind::TooLate, "cut_off"},
        Mapping {"23P01", "appointment_doctor_free", ErrorKind::SlotTaken, "doctor_busy"},
        Mapping {"23P01", "appointment_patient_free", ErrorKind::PatientBusy, "patient_busy"},
        Mapping {"23P01", "appointment_room_free", ErrorKind::RoomBusy, "room_busy"},
        Mapping {"23505", "appointment_one_in_progress", ErrorKind::VisitInProgress,
                 "appointment_one_in_progress"},
        Mapping {"23505", "patient_national_id_key", ErrorKind::DuplicatePatient,
                 "patient_national_id_key"},
        Mapping {"23503", "appointment_room_id_fkey", ErrorKind::NotFound,
                 "appointment_room_id_fkey"},
        Mapping {"42501", "", ErrorKind::NotPermitted, ""},
        Mapping {"55P03", "", ErrorKind::Busy, ""},
        Mapping {"57014", "", ErrorKind::Busy, "timeout"},
        Mapping {"53300", "", ErrorKind::Busy, "too_many_connections"},
        Mapping {"53100", "", ErrorKind::Busy, "disk_full"},
        Mapping {"40001", "", ErrorKind::RetriesExhausted, ""},
        Mapping {"40P01", "", ErrorKind::RetriesExhausted, ""},
        Mapping {"08006", "", ErrorKind::Unreachable, ""},
        Mapping {"57P01", "", ErrorKind::Unreachable, ""},
        Mapping {"57P03", "", ErrorKind::Unreachable, ""},
        Mapping {"28P01", "", ErrorKind::SignInFailed, "password"},
        Mapping {"28000", "", ErrorKind::SignInFailed, "password"},
        Mapping {"3D000", "", ErrorKind::SignInFailed, "database"},
        Mapping {"42P01", "", ErrorKind::Internal, ""},
        Mapping {"25P02", "", ErrorKind::Internal, ""}, Mapping {"", "", ErrorKind::Internal, ""}));

TEST(SqlError, lostConnectionIsUnreachableWhateverTheCode)
{
    SqlError error;
    error.sqlState = u"25P03"_s;
    error.connectionLost = true;
    EXPECT_EQ(classify(error).kind, ErrorKind::Unreachable);
}

TEST(SqlError, badValuesNameTheField)
{
    const auto fields = [](const Error &error) {
        const auto *details = error.as<ValidationDetails>();
        return details ? details->fields : QMap<QString, QString>();
    };
    using Fields = QMap<QString, QString>;
    EXPECT_EQ(fields(classified("23514", "patient_phone_check")),
              (Fields {{u"patient_phone_check"_s, u"range"_s}}));
    EXPECT_EQ(fields(classified("22003")), (Fields {{QString(), u"range"_s}}));
    EXPECT_EQ(fields(classified("22001")), (Fields {{QString(), u"too_long"_s}}));
    EXPECT_EQ(fields(classified("23505", "room_name_key")),
              (Fields {{u"room_name_key"_s, u"taken"_s}}));
    EXPECT_EQ(fields(classified("CD002", "reason_required")),
              (Fields {{u"reason"_s, u"missing"_s}}));

    SqlError missing;
    missing.sqlState = u"23502"_s;
    missing.column = u"family_name"_s;
    EXPECT_EQ(fields(classify(missing)), (Fields {{u"family_name"_s, u"missing"_s}}));
}

TEST(SqlError, heldSlotSaysSo)
{
    const Error error = classified("CD001", "held");
    ASSERT_TRUE(error.as<SlotTakenDetails>());
    EXPECT_TRUE(error.as<SlotTakenDetails>()->held);
}

} // namespace
} // namespace ClinicDesk
