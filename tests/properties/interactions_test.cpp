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

/// Kinds that are no matter of two people: pools of hours, units, and ties among many.
bool has_rows(const InteractionDescription& kind) {
  return kind.rule != InteractionRule::transfer && kind.kind != InteractionKind::peer_ties;
}

void expect_ledger(const YearRecord& record, std::size_t school, InteractionKind kind, const Counted& rows) {
  const auto of_ledger = [&](SupportMeasure measure) {
    return static_cast<double>(record.support_of(measure, school, kind));
  };
  const auto row = static_cast<std::size_t>(kind);
  EXPECT_EQ(rows.kept[row], of_ledger(SupportMeasure::contacts)) << name_of(kind) << ", school " << school;
  EXPECT_EQ(rows.refused[row], of_ledger(SupportMeasure::refused)) << name_of(kind) << ", school " << school;
}

TEST(Interactions, RowsAreTheContactsOfTheLedgerInEverySchool) {
  for (const YearRecord& record : years_of(recorded_scenario(), 1)) {
    const std::vector<Counted> schools = counted_by_school(record);
    for (const InteractionDescription& kind : interaction_descriptions()) {
      // Directors are assisted at the central office, which has no rows of its own.
      if (!has_rows(kind) || kind.kind == InteractionKind::director_support) continue;
      for (std::size_t school = 0; school < record.schools; ++school) {
        expect_ledger(record, school, kind.kind, schools[school]);
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
