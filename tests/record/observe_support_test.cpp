#include "sim/record/observe_support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/hand_record.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

using testing::ElementsAre;

Interaction coaching_in(std::uint32_t week, PersonKey receiver) {
  return {week, 7, receiver, 60, InteractionKind::coaching, Outcome::refused, 0.5F};
}

TEST(ObserveSupport, CopiesTheLedgerByKindPersonAndSchool) {
  SmallWorld world(small_scenario(4, 80));
  SupportTally& ledger = world.district.support;
  ledger.clear();
  ledger.enter(2, InteractionKind::mentoring, 3, 1, {PersonKind::teacher, 90}, {PersonKind::teacher, 60});
  ledger.enter(2, PersonKind::school_leader, OtherActivity::other_duties, 30);
  ledger.enter(ledger.central_office(), InteractionKind::director_support, 2, 0, {PersonKind::cabinet, 120},
               {PersonKind::director, 120});
  YearRecord record = empty_record(4, 1);
  observe_support(world.district, record);
  EXPECT_EQ(record.support_of(SupportMeasure::contacts, 2, InteractionKind::mentoring), 3.0F);
  EXPECT_EQ(record.support_of(SupportMeasure::refused, 2, InteractionKind::mentoring), 1.0F);
  EXPECT_EQ(record.support_of(SupportMeasure::hours_given, 2, InteractionKind::mentoring), 1.5F);
  EXPECT_EQ(record.support_of(SupportMeasure::hours_received, 2, InteractionKind::mentoring), 1.0F);
  EXPECT_EQ(record.support_of(SupportMeasure::contacts, 1, InteractionKind::mentoring), 0.0F);
  const auto mentoring = static_cast<std::size_t>(InteractionKind::mentoring);
  EXPECT_EQ(record.hours_of(PersonKind::teacher, mentoring, 2), 2.5F);
  const std::size_t other = interaction_count + static_cast<std::size_t>(OtherActivity::other_duties);
  EXPECT_EQ(record.hours_of(PersonKind::school_leader, other, 2), 0.5F);
  const auto assisted = static_cast<std::size_t>(InteractionKind::director_support);
  EXPECT_EQ(record.central_support[assisted], 2.0F);
  EXPECT_EQ(record.central_hours[static_cast<std::size_t>(PersonKind::cabinet) * activity_count + assisted], 2.0F);
}

TEST(ObserveSupport, InteractionsComeBySchoolWithWeeksOfTheRecordedRun) {
  CalendarPlan calendar;
  calendar.warm_up_years = 1;
  calendar.weeks_per_year = 10;
  const std::uint32_t start = week_at(calendar, 2, 0).index;  // second recorded year
  Journal journal(InteractionsRecorded::all, Draws(1, 0), 2);
  journal.note(1, coaching_in(start + 3, 11));
  journal.note(0, coaching_in(start + 9, 12));
  journal.note(0, coaching_in(start + 10, 13));  // the summer after
  YearRecord record = empty_record(2, 10);
  record.year = 2;
  observe_interactions(calendar, journal, record);
  EXPECT_THAT(record.interactions.receiver, ElementsAre(12, 13, 11));
  EXPECT_THAT(record.interactions.week, ElementsAre(19, 19, 13));
  EXPECT_THAT(record.interactions.school, ElementsAre(0, 0, 1));
  EXPECT_THAT(record.interactions.outcome, ElementsAre(1, 1, 1));
  EXPECT_THAT(record.interactions.minutes, ElementsAre(60, 60, 60));
}

TEST(ObserveSupport, AClosedJournalGivesNoRows) {
  YearRecord record = empty_record(2, 10);
  observe_interactions({}, Journal{}, record);
  EXPECT_EQ(record.interactions.size(), 0U);
}

}  // namespace
}  // namespace districtsim
