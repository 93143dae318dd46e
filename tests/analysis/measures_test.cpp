#include "analysis/measures.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>
#include <string>

#include "sim/scenario/mechanisms.hpp"
#include "tests/analysis/hand_record.hpp"

namespace districtsim {
namespace {

/// Three schools of need bands 0, 3 and 0.
const DistrictFacts facts = {{0, 3, 0}, {{30.0, {{{0, 2}, {0, 2}, {1}, {1}}}}}};

double value_of(const char* name, const YearRecord& record) { return measure_year(record, facts)[measure_row(name)]; }

TEST(Measures, HaveNamesUnitsAndMeaningsOfTheirOwn) {
  std::set<std::string> names;
  for (const DistrictMeasure& measure : district_measures()) {
    EXPECT_TRUE(names.insert(std::string(measure.name)).second) << measure.name;
    EXPECT_FALSE(measure.unit.empty()) << measure.name;
    EXPECT_FALSE(measure.long_name.empty()) << measure.name;
  }
  EXPECT_FALSE(measure_named("no such measure").has_value());
}

TEST(Measures, EveryMechanismMovesOneOfThem) {
  for (const MechanismRecord& record : mechanism_records()) {
    EXPECT_TRUE(measure_named(record.measure).has_value()) << name_of(record.mechanism) << ": " << record.measure;
  }
}

TEST(Measures, PracticeIsTheMeanOfFourDimensionsInTheLastWeek) {
  YearRecord record = empty_record(3, 2);
  put(record, Weekly::practice_curriculum, 1, 0.5F);
  put(record, Weekly::practice_pedagogy, 1, 1.0F);
  put(record, Weekly::practice_evidence, 1, 0.25F);
  put(record, Weekly::practice_climate, 1, 0.25F);
  put(record, Weekly::practice_climate, 0, 9.0F);
  EXPECT_EQ(value_of("practice", record), 0.5);
  EXPECT_EQ(value_of("practice_pedagogy", record), 1.0);
}

TEST(Measures, StrainAndTrustAreMeansOverTheYear) {
  YearRecord record = empty_record(3, 2);
  put(record, Weekly::strain, 0, 1.0F);
  put(record, Weekly::strain, 1, 2.0F);
  put(record, Weekly::trust_in_coach, 0, std::numeric_limits<float>::quiet_NaN());
  EXPECT_EQ(value_of("strain", record), 1.5);
  EXPECT_TRUE(std::isnan(value_of("trust_in_coach", record)));
}

TEST(Measures, AchievementCountsStudents) {
  YearRecord record = empty_record(3, 1);
  put_students(record, 0, Group::low_income, 10, -0.4);
  put_students(record, 1, Group::low_income, 30, 0.0);
  put_students(record, 0, Group::other, 60, 0.2);
  put_students(record, 1, Group::other, 0, 0.0);  // none of them there
  put_students(record, 2, Group::low_income, 0, 0.0);
  put_students(record, 2, Group::other, 0, 0.0);
  EXPECT_NEAR(value_of("achievement_low_income", record), -0.1, 1e-15);
  EXPECT_NEAR(value_of("achievement_low_income_reading", record), -0.1, 1e-15);
  EXPECT_NEAR(value_of("achievement_other", record), 0.2, 1e-15);
  EXPECT_NEAR(value_of("achievement_gap", record), 0.3, 1e-15);
  EXPECT_NEAR(value_of("achievement", record), 0.08, 1e-15);
  EXPECT_NEAR(value_of("proficient_low_income", record), 40.0, 1e-12);
  // Schools: 70 students at 8/70 and 30 at 0, about 0.08.
  EXPECT_NEAR(value_of("achievement_spread", record),
              std::sqrt((70 * std::pow(8.0 / 70.0 - 0.08, 2) + 30 * 0.08 * 0.08) / 100), 1e-15);
}

TEST(Measures, RetentionIsByTeachersAndByNeedBand) {
  YearRecord record = empty_record(3, 1);
  const double stayed[] = {8, 6, 9};
  const double moved[] = {1, 3, 0};
  const double left[] = {1, 1, 1};
  for (std::size_t school = 0; school < 3; ++school) {
    put(record, Yearly::stayed, school, stayed[school]);
    put(record, Yearly::moved, school, moved[school]);
    put(record, Yearly::left, school, left[school]);
  }
  EXPECT_NEAR(value_of("retention", record), 23.0 / 30.0, 1e-15);
  EXPECT_NEAR(value_of("retention_highest_need", record), 0.6, 1e-15);
  EXPECT_NEAR(value_of("retention_lowest_need", record), 0.85, 1e-15);
}

TEST(Measures, SpendingIsPerStudentAndGapIsHighestMinusLowestNeed) {
  YearRecord record = empty_record(3, 1);
  const double allocation[] = {100, 300, 100};
  for (std::size_t school = 0; school < 3; ++school) {
    put(record, Yearly::allocation, school, allocation[school]);
    put(record, Yearly::students, school, 10);
  }
  record.district_year[static_cast<std::size_t>(DistrictYearly::schools)] = 500;
  record.district_year[static_cast<std::size_t>(DistrictYearly::central)] = 20;
  record.district_year[static_cast<std::size_t>(DistrictYearly::other_services)] = 1000;
  EXPECT_NEAR(value_of("spending_per_student", record), 500.0 / 30.0, 1e-12);
  EXPECT_EQ(value_of("spending_per_student_highest_need", record), 30.0);
  EXPECT_EQ(value_of("spending_gap", record), 20.0);
  EXPECT_EQ(value_of("spending_total", record), 520.0);
}

TEST(Measures, NeedBandsAreComparedWithinGradeSpansAndWeightedByTheSpansStudents) {
  DistrictProfile district;
  const SchoolLevel level[] = {SchoolLevel::elementary, SchoolLevel::elementary, SchoolLevel::high, SchoolLevel::high,
                               SchoolLevel::middle};
  const int low_income[] = {1, 5, 2, 8, 9};
  const int students[] = {10, 10, 30, 30, 10};
  for (int row = 0; row < 5; ++row) {
    SchoolProfile school;
    school.id = "school " + std::to_string(row);
    school.level = level[row];
    school.students[kindergarten] = students[row];
    school.low_income[kindergarten] = low_income[row];
    district.schools.push_back(school);
  }
  const DistrictFacts own_facts = facts_of(district);
  ASSERT_EQ(own_facts.spans_with_bands.size(), 2U);  // one middle school has no bands
  YearRecord record = empty_record(5, 1);
  const double allocation[] = {100, 300, 600, 300, 5000};
  for (std::size_t school = 0; school < 5; ++school) {
    put(record, Yearly::allocation, school, allocation[school]);
    put(record, Yearly::students, school, students[school]);
  }
  const std::vector<double> values = measure_year(record, own_facts);
  // Lowest need: 10 a student in the elementary span (20 students), 20 in the high span (60 students).
  EXPECT_NEAR(values[measure_row("spending_per_student_lowest_need")], (20 * 10.0 + 60 * 20.0) / 80.0, 1e-12);
  EXPECT_NEAR(values[measure_row("spending_per_student_highest_need")], (20 * 30.0 + 60 * 10.0) / 80.0, 1e-12);
}

TEST(Measures, HoursAreForEachTeacherOrShareOfLeadersHours) {
  YearRecord record = empty_record(3, 1);
  put(record, Yearly::teachers, 0, 30);
  put(record, Yearly::teachers, 1, 20);
  put(record, Yearly::year_coach_hours, 1, 100);
  put(record, Yearly::coaches, 1, 2);
  put(record, Yearly::year_instruction_hours, 0, 25);
  put(record, Yearly::year_leader_hours, 0, 50);
  put(record, Yearly::year_leader_hours, 1, 50);
  put(record, Yearly::substitutes, 0, 5);
  EXPECT_EQ(value_of("coach_hours_per_teacher", record), 2.0);
  EXPECT_EQ(value_of("coach_posts", record), 2.0);
  EXPECT_EQ(value_of("principal_instruction_share", record), 0.25);
  EXPECT_EQ(value_of("substitute_share", record), 0.1);
}

TEST(Measures, WhatTheDistrictHasNotIsMissing) {
  const YearRecord record = empty_record(1, 1);
  const std::vector<double> values = measure_year(record, {{0}, {}});
  EXPECT_TRUE(std::isnan(values[measure_row("retention_highest_need")]));
  EXPECT_TRUE(std::isnan(values[measure_row("achievement_gap")]));
  EXPECT_TRUE(std::isnan(values[measure_row("coach_hours_giving")]));
}

/// Three schools with 10, 20 and 30 teachers.
YearRecord three_staffs() {
  YearRecord record = empty_record(3, 1);
  for (std::size_t school = 0; school < 3; ++school) {
    put(record, Yearly::teachers, school, 10.0 * static_cast<double>(school + 1));
  }
  return record;
}

TEST(Measures, SupportForTeachersLeavesOutTransfersAndEvaluation) {
  YearRecord record = three_staffs();
  put(record, SupportMeasure::hours_received, 0, InteractionKind::coaching, 20.0F);
  put(record, SupportMeasure::hours_received, 1, InteractionKind::mentoring, 10.0F);
  put(record, SupportMeasure::hours_received, 2, InteractionKind::team_inquiry, 60.0F);
  for (const InteractionKind none : {InteractionKind::resourcing, InteractionKind::formal_evaluation,
                                     InteractionKind::director_assistance, InteractionKind::leadership_team}) {
    put(record, SupportMeasure::hours_received, 2, none, 1000.0F);
  }
  put(record, SupportMeasure::hours_given, 0, InteractionKind::coaching, 1000.0F);
  EXPECT_DOUBLE_EQ(value_of("support_hours_per_teacher", record), 90.0 / 60.0);
  EXPECT_DOUBLE_EQ(value_of("support_hours_per_teacher_highest_need", record), 0.5);
  EXPECT_DOUBLE_EQ(value_of("support_hours_per_teacher_lowest_need", record), 80.0 / 40.0);
}

TEST(Measures, SharesOfHoursAreOfTheWholeLedgerOfTheirPeople) {
  YearRecord record = three_staffs();
  const auto visits = static_cast<std::size_t>(InteractionKind::informal_visits);
  const auto other = [](OtherActivity activity) { return interaction_count + static_cast<std::size_t>(activity); };
  EXPECT_TRUE(std::isnan(value_of("leader_support_share", record)));
  put(record, PersonKind::school_leader, visits, 0, 10.0F);
  put(record, PersonKind::school_leader, other(OtherActivity::operations), 1, 25.0F);
  put(record, PersonKind::school_leader, other(OtherActivity::other_duties), 2, 15.0F);
  put(record, PersonKind::teacher_leader, static_cast<std::size_t>(InteractionKind::partners), 0, 30.0F);
  put(record, PersonKind::teacher_leader, other(OtherActivity::office_work), 2, 10.0F);
  EXPECT_DOUBLE_EQ(value_of("leader_support_share", record), 0.2);
  EXPECT_DOUBLE_EQ(value_of("leader_operations_share", record), 0.5);
  EXPECT_DOUBLE_EQ(value_of("teacher_leader_support_share", record), 0.75);
  EXPECT_DOUBLE_EQ(value_of("teacher_leader_office_share", record), 0.25);
}

TEST(Measures, SchoolsWithoutAValueDoNotCount) {
  YearRecord record = three_staffs();
  const double none = std::numeric_limits<double>::quiet_NaN();
  put(record, Yearly::legitimacy, 0, none);
  put(record, Yearly::legitimacy, 1, 0.5);
  put(record, Yearly::legitimacy, 2, 0.8);
  put(record, Yearly::coaches, 1, 1.0);
  put(record, Yearly::coaches, 2, 2.0);
  EXPECT_DOUBLE_EQ(value_of("legitimacy", record), 0.7);
  put(record, Yearly::legitimacy, 1, none);
  put(record, Yearly::legitimacy, 2, none);
  EXPECT_TRUE(std::isnan(value_of("legitimacy", record)));
  put(record, Yearly::released_hours, 2, 30.0);
  EXPECT_DOUBLE_EQ(value_of("released_hours", record), 0.5);
  put(record, Yearly::data_routines, 0, 0.3);
  put(record, Yearly::data_routines, 2, 0.6);
  EXPECT_DOUBLE_EQ(value_of("data_routines", record), 0.3);
}

}  // namespace
}  // namespace districtsim
