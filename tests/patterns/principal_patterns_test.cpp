// Patterns of principals and school leadership, over ensembles. Parameters are held at their values; the seeds are not
// those used while constants were chosen. Margins stand beside each check.

#include <gtest/gtest.h>

#include <functional>
#include <vector>

#include "analysis/regression.hpp"
#include "tests/patterns/ensemble.hpp"

namespace districtsim {
namespace {

/// A mean over schools, years and replicates of what `value` says of a year's record and a school.
double mean_of(const Scenario& scenario, std::uint64_t seed, int replicates,
               const std::function<double(const YearRecord&, std::size_t)>& value) {
  double sum = 0.0;
  double count = 0.0;
  watch_ensemble(scenario, seed, replicates, [&](std::size_t, const YearRecord& record) {
    for (std::size_t school = 0; school < record.schools; ++school) sum += value(record, school);
    count += static_cast<double>(record.schools);
  });
  return sum / count;
}

double instruction_share(const YearRecord& record, std::size_t school) {
  return record.yearly_of(Yearly::year_instruction_hours)[school] / record.yearly_of(Yearly::year_leader_hours)[school];
}

TEST(PatternReleaseOnly, S6ResponsiveOperationsReturnPrincipalsHours) {
  for (const std::uint64_t seed : {206U, 207U, 208U}) {
    const Scenario usual = made_up_district(2000, 3);
    Scenario responsive = usual;
    responsive.framework.operations_routing = OperationsRouting::case_management;
    Scenario nobody_serves = usual;
    nobody_serves.mechanisms.turn(Mechanism::central_operations, false);
    const double with = mean_of(responsive, seed, 3, instruction_share);
    const double without = mean_of(usual, seed, 3, instruction_share);
    EXPECT_GE(with - without, 0.005) << seed;  // half a point of the week (Portin et al. 2009; Honig et al. 2010)
    EXPECT_GE(without - mean_of(nobody_serves, seed, 3, instruction_share), 0.005) << seed;
  }
}

TEST(PatternReleaseOnly, S11LessDiscretionOrLessTimeBuildsAWeakerTeam) {
  for (const std::uint64_t seed : {211U, 212U, 213U}) {
    Scenario usual = made_up_district(2000, 4);
    Scenario tied = usual;
    tied.framework.discretion = 0.0;
    Scenario free = usual;
    free.framework.discretion = 0.35;
    Scenario crowded = usual;
    *find_parameter(crowded.parameters, "time_account.protected_instruction") = 0.0;
    *find_parameter(crowded.parameters, "operations.base_hours") = 60.0;
    const auto cohesion = last_years({&usual, &tied, &free, &crowded}, {seed, 2}, "cohesion");
    for (std::size_t replicate = 0; replicate < 2; ++replicate) {
      const double of_usual = cohesion[0][replicate];
      EXPECT_GE(of_usual - cohesion[1][replicate], 0.02) << seed;  // Portin et al. 2009, chapters 1 and 2
      EXPECT_GE(cohesion[2][replicate] - of_usual, 0.04) << seed;
      EXPECT_GE(of_usual - cohesion[3][replicate], 0.04) << seed;
    }
  }
}

/// As in Grissom, Loeb & Master 2013, schools are compared by how much time goes to each kind of work, all kinds
/// together, with need and the teachers' effect of the year before held constant. Coefficients: intercept, visits,
/// coaching, inquiry [SD of the yearly change in teachers' mean effect, for an hour a teacher and week], need, before.
Regression slopes_of_time(const Scenario& scenario, std::uint64_t seed, int replicates) {
  std::vector<std::vector<double>> predictors(5);
  std::vector<double> changes;
  std::vector<double> before;
  watch_ensemble(scenario, seed, replicates, [&](std::size_t, const YearRecord& record) {
    const double* const effect = record.yearly_of(Yearly::teacher_effect);
    for (std::size_t school = 0; record.year > 1 && school < record.schools; ++school) {
      const double teacher_weeks = record.yearly_of(Yearly::teachers)[school] * record.weeks;
      const auto hours = [&](Yearly measure) { return record.yearly_of(measure)[school] / teacher_weeks; };
      predictors[0].push_back(hours(Yearly::year_visit_hours));
      predictors[1].push_back(hours(Yearly::year_coach_hours));
      predictors[2].push_back(hours(Yearly::year_inquiry_hours));
      predictors[3].push_back(scenario.district.schools[school].low_income_share());
      predictors[4].push_back(before[school]);
      changes.push_back(effect[school] - before[school]);
    }
    before.assign(effect, effect + record.schools);
  });
  return least_squares(predictors, changes);
}

constexpr std::size_t visits_row = 1;
constexpr std::size_t coaching_row = 2;

TEST(PatternReleaseOnly, P9CoachingTimeIsPositiveAndWalkThroughTimeIsNot) {
  for (const std::uint64_t seed : {309U, 310U, 311U}) {
    const Regression slopes = slopes_of_time(made_up_district(3000, 4), seed, 8);
    EXPECT_GT(slopes.coefficients[coaching_row], 0.01) << seed;
    EXPECT_LE(slopes.coefficients[visits_row], 2.0 * slopes.standard_errors[visits_row])
        << "zero or negative; standard error " << slopes.standard_errors[visits_row];
  }
}

}  // namespace
}  // namespace districtsim
