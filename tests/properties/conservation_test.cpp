#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "sim/core/failure.hpp"
#include "tests/support/random_scenario.hpp"
#include "tests/support/record_bytes.hpp"

namespace districtsim {
namespace {

/// Means over people whom a school may not have: teacher leaders, novices, colleagues.
bool of_people_who_may_be_missing(Yearly measure) {
  return measure == Yearly::role_clarity || measure == Yearly::legitimacy || measure == Yearly::novice_practice ||
         measure == Yearly::belief_spread;
}

/// Runs a scenario, in which every year's invariants are checked, and looks at what is recorded.
void expect_sound_run(const Scenario& scenario, std::uint32_t replicate) {
  const std::vector<YearRecord> years = years_of(scenario, replicate);
  ASSERT_EQ(years.size(), static_cast<std::size_t>(scenario.calendar.years));
  for (const YearRecord& year : years) {
    for (std::size_t row = 0; row < year.yearly.size(); ++row) {
      const auto measure = static_cast<Yearly>(row / year.schools);
      ASSERT_TRUE(std::isfinite(year.yearly[row]) || of_people_who_may_be_missing(measure))
          << yearly_measures[row / year.schools].name;
    }
    for (const float value : year.weekly) ASSERT_FALSE(std::isinf(value));
    double money = year.district_year[0];
    for (std::size_t line = 1; line <= static_cast<std::size_t>(DistrictYearly::reserve); ++line) {
      money -= year.district_year[line];
    }
    ASSERT_NEAR(money, 0.0, 1e-3);
    const double staff = district_sum(year, Yearly::teachers);
    const double exits = district_sum(year, Yearly::stayed) + district_sum(year, Yearly::moved) +
                         district_sum(year, Yearly::left) + district_sum(year, Yearly::substitutes);
    ASSERT_EQ(exits, staff) << "everybody stays, moves, leaves or was a substitute";
  }
}

TEST(Conservation, OddDistrictsRunWithoutABrokenPromise) {
  const auto elementary = SchoolLevel::elementary;
  std::vector<std::pair<const char*, Scenario>> odd;
  odd.emplace_back("one teacher", scenario_of({hand_made_school(1, elementary, 1, 6, 3, 0.5, 1)}));
  odd.emplace_back("one school", scenario_of({hand_made_school(1, elementary, 1, 6, 60, 0.5, 25)}));
  odd.emplace_back("a school of pre-kindergarten alone",
                   scenario_of({hand_made_school(1, elementary, 0, 0, 60, 0.5, 6),
                                hand_made_school(2, elementary, 0, 6, 60, 0.5, 25)}));
  odd.emplace_back("grades without students", scenario_of({hand_made_school(1, elementary, 1, 6, 0, 0.5, 8),
                                                           hand_made_school(2, SchoolLevel::middle, 7, 9, 60, 0.5, 20),
                                                           hand_made_school(3, SchoolLevel::high, 10, 13, 0, 0.5, 9)}));
  odd.emplace_back("everybody from low-income families",
                   scenario_of({hand_made_school(1, SchoolLevel::high, 10, 13, 100, 1.0, 30)}));
  Scenario no_coaches = small_scenario(5, 150);
  for (SchoolProfile& school : no_coaches.district.schools) school.coaches = 0;
  odd.emplace_back("no coaches", no_coaches);
  for (auto& [name, scenario] : odd) {
    for (const double discretion : {0.0, 1.0}) {
      SCOPED_TRACE(name);
      scenario.framework.discretion = discretion;
      scenario.events = {{Event::Kind::revenue_change, 2, discretion > 0.0 ? 0.4 : -0.4, {}, 0}};
      try {
        expect_sound_run(scenario, 1);
      } catch (const Failure& failure) {  // what is left of a school of one teacher cannot pay it
        EXPECT_STREQ(name, "one teacher") << failure.what();
        EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);
      }
    }
  }
}

TEST(Conservation, TheLargestSchoolRuns) {
  Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::high, 10, 13, 3000, 0.4, 900),
                                   hand_made_school(2, SchoolLevel::high, 10, 13, 60, 0.6, 20)});
  scenario.calendar.weeks_per_year = 12;
  expect_sound_run(scenario, 0);
}

TEST(ConservationReleaseOnly, RandomScenariosRunWithoutABrokenPromise) {
  int refused = 0;
  for (std::uint32_t number = 0; number < 120; ++number) {
    SCOPED_TRACE(number);
    const Scenario scenario = RandomScenario(number).draw(number % 10 == 0 ? 60 : 14);
    try {
      expect_sound_run(scenario, number);
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);  // a move that cannot be made
      const std::string why = failure.what();
      EXPECT_TRUE(why.find("random.yaml:1:1") != std::string::npos ||
                  why.find("of revenue are left") != std::string::npos)
          << why;
      ++refused;
    }
    if (HasFatalFailure()) return;
  }
  EXPECT_LT(refused, 60);
}

}  // namespace
}  // namespace districtsim
