#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "sim/district/journal.hpp"
#include "tests/support/record_bytes.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// Rows of a year's table of interactions by kind: those that took place, and those that were refused.
struct Counted {
  std::array<double, interaction_count> kept{};
  std::array<double, interaction_count> refused{};
};

std::vector<Counted> counted_by_school(const YearRecord& record) {
  std::vector<Counted> schools(record.schools);
  const InteractionColumns& rows = record.interactions;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Counted& own = schools[static_cast<std::size_t>(rows.school[row])];
    const auto kind = static_cast<std::size_t>(rows.kind[row]);
    const auto outcome = static_cast<Outcome>(rows.outcome[row]);
    if (outcome == Outcome::taken_up || outcome == Outcome::nothing_to_act) own.kept[kind] += 1.0;
    if (outcome == Outcome::refused) own.refused[kind] += 1.0;
  }
  return schools;
}

Scenario recorded_scenario() {
  Scenario scenario = small_scenario(6, 150);
  scenario.calendar.years = 2;
  scenario.record.interactions = InteractionsRecorded::all;
  return scenario;
}

TEST(Interactions, RowsBetweenTwoPeopleAreTheContactsOfTheLedger) {
  for (const YearRecord& record : years_of(recorded_scenario(), 1)) {
    const std::vector<Counted> schools = counted_by_school(record);
    for (const InteractionDescription& kind : interaction_descriptions()) {
      if (kind.rule != InteractionRule::person_to_person || kind.kind == InteractionKind::director_support) continue;
      for (std::size_t school = 0; school < record.schools; ++school) {
        const auto row = static_cast<std::size_t>(kind.kind);
        EXPECT_EQ(schools[school].kept[row],
                  static_cast<double>(record.support_of(SupportMeasure::contacts, school, kind.kind)))
            << name_of(kind.kind) << " in school " << school << " of year " << record.year;
        EXPECT_EQ(schools[school].refused[row],
                  static_cast<double>(record.support_of(SupportMeasure::refused, school, kind.kind)))
            << name_of(kind.kind) << " in school " << school << " of year " << record.year;
      }
    }
  }
}

TEST(Interactions, RecordingThemChangesNothingElse) {
  Scenario scenario = recorded_scenario();
  const std::vector<std::string> all = digests_of(years_of(scenario, 1));
  scenario.record.interactions = InteractionsRecorded::sample;
  EXPECT_EQ(digests_of(years_of(scenario, 1)), all);
  scenario.record.interactions = InteractionsRecorded::none;
  const std::vector<YearRecord> none = years_of(scenario, 1);
  EXPECT_EQ(digests_of(none), all);
  EXPECT_EQ(none.back().interactions.size(), 0U);
}

}  // namespace
}  // namespace districtsim
