#include "analysis/hours_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "sim/core/failure.hpp"
#include "sim/record/run_file.hpp"
#include "tests/analysis/hand_record.hpp"
#include "tests/record/temporary_folder.hpp"

namespace districtsim {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int weeks = 10;

/// Three elementary schools with 1, 5 and 9 of 10 students from low-income families: lowest, lowest or highest half.
Scenario three_schools() {
  Scenario scenario;
  scenario.name = "plan";
  scenario.calendar.years = 2;
  scenario.calendar.weeks_per_year = weeks;
  for (const int low_income : {1, 5, 9}) {
    SchoolProfile school;
    school.id = school.name = "School " + std::to_string(low_income);
    school.students[1] = 10;
    school.low_income[1] = low_income;
    scenario.district.schools.push_back(school);
  }
  return scenario;
}

/// Coaching of 40 h given and 20 h received in the school of highest need, in every year; 30 h of office work; 5 h of
/// the central office.
YearRecord year_with_coaching(int year) {
  YearRecord record = empty_record(3, weeks);
  record.year = year;
  const auto coaching = static_cast<std::size_t>(InteractionKind::coaching);
  const auto directors = static_cast<std::size_t>(InteractionKind::director_support);
  put(record, SupportMeasure::contacts, 2, InteractionKind::coaching, 100.0F);
  put(record, SupportMeasure::hours_given, 2, InteractionKind::coaching, 40.0F);
  put(record, SupportMeasure::hours_received, 2, InteractionKind::coaching, 20.0F);
  put(record, Yearly::coaches, 2, 2.0);
  put(record, Yearly::assistant_principals, 0, 1.0);
  put(record, PersonKind::teacher_leader, coaching, 2, 40.0F);
  put(record, PersonKind::teacher, coaching, 2, 20.0F);
  const std::size_t office = interaction_count + static_cast<std::size_t>(OtherActivity::office_work);
  put(record, PersonKind::teacher_leader, office, 2, 30.0F);
  record.central_hours[static_cast<std::size_t>(PersonKind::cabinet) * activity_count + directors] = 5.0F;
  record.central_support[directors] = 10.0F;
  return record;
}

HoursTable written_table(const TemporaryFolder& folder) {
  const Scenario scenario = three_schools();
  RunFile file(folder / "out.h5", {&scenario}, {0, 2}, {});
  for (std::size_t replicate = 0; replicate < 2; ++replicate) {
    for (const int year : {1, 2}) file.write({0, replicate}, year_with_coaching(year));
  }
  file.publish();
  return hours_tables(SavedResult::open(folder / "out.h5")).at(0);
}

std::size_t person_row(PersonKind person) { return static_cast<std::size_t>(person); }

TEST(HoursTable, HoursAreAWeeksForEachSchoolOfABand) {
  const TemporaryFolder folder;
  const HoursTable table = written_table(folder);
  EXPECT_EQ(table.scenario, "plan");
  const auto highest = static_cast<double>(table.highest_need_schools);
  ASSERT_GE(highest, 1.0);
  const auto coaching = static_cast<std::size_t>(InteractionKind::coaching);
  const WeeklyAmount& given = table.hours[person_row(PersonKind::teacher_leader)][coaching];
  EXPECT_NEAR(given.highest_need, 4.0 / highest, 1e-12);
  EXPECT_EQ(given.lowest_need, 0.0);
  EXPECT_NEAR(given.district, 4.0, 1e-12);
  EXPECT_NEAR(table.teacher_leaders.highest_need, 2.0 / highest, 1e-12);
  EXPECT_NEAR(table.school_leaders.district, 4.0, 1e-12) << "a principal in each, and an assistant";
  EXPECT_NEAR(table.hours[person_row(PersonKind::teacher)][coaching].district, 2.0, 1e-12);
  const auto directors = static_cast<std::size_t>(InteractionKind::director_support);
  EXPECT_NEAR(table.hours[person_row(PersonKind::cabinet)][directors].central_office, 0.5, 1e-12);
  EXPECT_NEAR(table.hours[person_row(PersonKind::cabinet)][directors].district, 0.5, 1e-12);
}

TEST(HoursTable, AKindCountsForEachOfItsTags) {
  const TemporaryFolder folder;
  const HoursTable table = written_table(folder);
  const auto amount_of = [](const std::vector<TagAmount>& tags, const std::string& tag) {
    return std::find_if(tags.begin(), tags.end(), [&](const TagAmount& one) { return one.tag == tag; })->amount;
  };
  const std::vector<TagAmount> practices = by_practice(table);
  ASSERT_EQ(practices.size(), 5U);
  EXPECT_NEAR(amount_of(practices, "focus").contacts.district, 10.0, 1e-12);
  EXPECT_NEAR(amount_of(practices, "focus").hours.district, 6.0, 1e-12) << "both sides";
  EXPECT_NEAR(amount_of(practices, "relationships").contacts.district, 11.0, 1e-12) << "with directors' support";
  EXPECT_EQ(amount_of(practices, "investing").contacts.district, 0.0);
  const std::vector<TagAmount> supports = by_support(table);
  ASSERT_EQ(supports.size(), 5U);
  EXPECT_NEAR(amount_of(supports, "learning").contacts.district, 11.0, 1e-12);
  EXPECT_NEAR(amount_of(supports, "sponsorship").contacts.central_office, 1.0, 1e-12);
}

TEST(HoursTable, TheTextLeavesOutWhatNobodyDoes) {
  const TemporaryFolder folder;
  const std::string text = hours_as_text({written_table(folder)});
  EXPECT_THAT(text, HasSubstr("\ncoaching "));
  EXPECT_THAT(text, HasSubstr("\noffice work "));
  EXPECT_THAT(text, HasSubstr("director support"));
  EXPECT_THAT(text, Not(HasSubstr("mentoring")));
  const nlohmann::json object = hours_as_json({written_table(folder)});
  EXPECT_EQ(object.at("scenarios").size(), 1U);
  EXPECT_NEAR(object.at("scenarios")[0].at("hours").at("teacher").at("coaching").at("district").get<double>(), 2.0,
              1e-12);
}

}  // namespace
}  // namespace districtsim
