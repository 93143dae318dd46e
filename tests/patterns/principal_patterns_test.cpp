// Patterns of principals and school leadership, over ensembles. Parameters are held at their values; the seeds are not
// those used while constants were chosen. Margins stand beside each check.

#include <gtest/gtest.h>

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

#include "sim/district/build_district.hpp"
#include "sim/run/phase_table.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/district_source.hpp"

namespace districtsim {
namespace {

Scenario leaders_district(int teachers, int years) {
  SyntheticPlan plan;
  plan.teachers = teachers;
  Scenario scenario;
  scenario.name = "leaders";
  scenario.district = synthetic_profile(plan);
  scenario.parameters = default_parameters();
  scenario.calendar.years = years;
  return scenario;
}

/// A mean over schools, years and replicates of what `value` says of a year's record and a school.
double mean_of(const Scenario& scenario, std::uint64_t seed, int replicates,
               const std::function<double(const YearRecord&, std::size_t)>& value) {
  double sum = 0.0;
  double count = 0.0;
  for (int replicate = 0; replicate < replicates; ++replicate) {
    const Conditions conditions =
        conditions_of(scenario, seed, static_cast<std::uint32_t>(replicate), ParameterUse::held);
    simulate(conditions, [&](const YearRecord& record) {
      for (std::size_t school = 0; school < record.schools; ++school) sum += value(record, school);
      count += static_cast<double>(record.schools);
    });
  }
  return sum / count;
}

double instruction_share(const YearRecord& record, std::size_t school) {
  return record.yearly_of(Yearly::year_instruction_hours)[school] / record.yearly_of(Yearly::year_leader_hours)[school];
}

TEST(PatternReleaseOnly, S6ResponsiveOperationsReturnPrincipalsHours) {
  for (const std::uint64_t seed : {206U, 207U, 208U}) {
    const Scenario usual = leaders_district(2000, 3);
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

/// Mean cohesion of schools' leadership teams after some years.
double cohesion_after(const Scenario& scenario, std::uint64_t seed) {
  const Conditions conditions = conditions_of(scenario, seed, 0, ParameterUse::held);
  District district = build_district(conditions);
  for (int index = 0; index < scenario.calendar.years; ++index) {
    SchoolYear year;
    year.index = index;
    year.number = index + 1;
    year.start = week_at(scenario.calendar, index, 0).index;
    year.summer = summer_index(scenario.calendar, index);
    const auto run = [&](Cadence cadence, int week) {
      for (const Phase& phase : phase_table()) {
        if (phase.cadence == cadence) {
          phase.run(Moment{conditions, district, week_at(scenario.calendar, index, week), year});
        }
      }
    };
    run(Cadence::before_year, 0);
    for (int week = 0; week < scenario.calendar.weeks_per_year; ++week) run(Cadence::weekly, week);
    run(Cadence::after_year, 0);
  }
  double sum = 0.0;
  for (const double cohesion : district.schools.cohesion) sum += cohesion;
  return sum / static_cast<double>(district.schools.size());
}

TEST(PatternReleaseOnly, S11LessDiscretionOrLessTimeBuildsAWeakerTeam) {
  for (const std::uint64_t seed : {211U, 212U, 213U}) {
    Scenario usual = leaders_district(2000, 4);
    Scenario tied = usual;
    tied.framework.discretion = 0.0;
    Scenario free = usual;
    free.framework.discretion = 0.35;
    Scenario crowded = usual;
    *find_parameter(crowded.parameters, "time_account.protected_instruction") = 0.0;
    *find_parameter(crowded.parameters, "operations.base_hours") = 60.0;
    const double usual_cohesion = cohesion_after(usual, seed);
    EXPECT_GE(usual_cohesion - cohesion_after(tied, seed), 0.02) << seed;  // Portin et al. 2009, chapters 1 and 2
    EXPECT_GE(cohesion_after(free, seed) - usual_cohesion, 0.04) << seed;
    EXPECT_GE(usual_cohesion - cohesion_after(crowded, seed), 0.04) << seed;
  }
}

/// Slopes of the yearly change in a school's mean teacher effect, for each hour a teacher and week. [SD]
struct TimeSlopes {
  double visits = 0.0;
  double coaching = 0.0;
};

/// As in Grissom, Loeb & Master 2013, schools are compared by how much time goes to each kind of work, all kinds
/// together, with need and the teachers' effect of the year before held constant.
TimeSlopes slopes_of_time(const Scenario& scenario, std::uint64_t seed, int replicates) {
  constexpr int columns = 6;
  std::vector<double> cells;
  std::vector<double> changes;
  for (int replicate = 0; replicate < replicates; ++replicate) {
    const Conditions conditions =
        conditions_of(scenario, seed, static_cast<std::uint32_t>(replicate), ParameterUse::held);
    std::vector<double> before;
    simulate(conditions, [&](const YearRecord& record) {
      const double* const effect = record.yearly_of(Yearly::teacher_effect);
      for (std::size_t school = 0; school < before.size(); ++school) {
        const double teacher_weeks = record.yearly_of(Yearly::teachers)[school] * record.weeks;
        const auto hours = [&](Yearly measure) { return record.yearly_of(measure)[school] / teacher_weeks; };
        const std::array<double, columns> row = {1.0,
                                                 hours(Yearly::year_visit_hours),
                                                 hours(Yearly::year_coach_hours),
                                                 hours(Yearly::year_inquiry_hours),
                                                 scenario.district.schools[school].low_income_share(),
                                                 before[school]};
        cells.insert(cells.end(), row.begin(), row.end());
        changes.push_back(effect[school] - before[school]);
      }
      before.assign(effect, effect + record.schools);
    });
  }
  const auto rows = static_cast<Eigen::Index>(changes.size());
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::MatrixXd design = Eigen::Map<const RowMajor>(cells.data(), rows, columns);
  const Eigen::VectorXd outcome = Eigen::Map<const Eigen::VectorXd>(changes.data(), rows);
  const Eigen::VectorXd slope = design.colPivHouseholderQr().solve(outcome);
  return {slope(1), slope(2)};
}

// Half of P9 is missed at the default values: the study finds zero or negative slopes of walk-through time, the model a
// small positive one, since one visit in five gives specific feedback. What holds is checked here.
TEST(PatternReleaseOnly, P9CoachingTimeIsPositiveAndWorthMoreThanVisitTime) {
  for (const std::uint64_t seed : {309U, 310U, 311U}) {
    const TimeSlopes slopes = slopes_of_time(leaders_district(3000, 4), seed, 8);
    EXPECT_GT(slopes.coaching, 0.01) << seed;
    EXPECT_LT(slopes.visits, slopes.coaching) << seed;
  }
}

TEST(PatternReleaseOnly, P9VisitsThatAreNotUsedForDevelopmentAreWorthNothing) {
  Scenario scenario = leaders_district(3000, 4);
  *find_parameter(scenario.parameters, "visit.specific_base") = -8.0;
  for (const std::uint64_t seed : {309U, 310U, 311U}) {
    EXPECT_LE(slopes_of_time(scenario, seed, 8).visits, 0.02) << seed;  // two SE above zero
  }
}

}  // namespace
}  // namespace districtsim
