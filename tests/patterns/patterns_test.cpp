// Patterns that the model must show, over ensembles. Targets and sources: the pattern table of sim/ODD.md. Parameters
// are held at their values; the seeds are not those used while constants were chosen.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/district/build_district.hpp"
#include "tests/patterns/ensemble.hpp"

namespace districtsim {
namespace {

constexpr int replicates_of_pattern = 6;

double total_of(const YearRecord& record, Yearly measure) {
  double sum = 0.0;
  for (std::size_t school = 0; school < record.schools; ++school) sum += record.yearly_of(measure)[school];
  return sum;
}

TEST(PatternReleaseOnly, P1TeachersStayMoveAndLeaveAsInTheNationalSurvey) {
  double stayed = 0.0;
  double moved = 0.0;
  double left = 0.0;
  watch_ensemble(made_up_district(3000, 3), 101, replicates_of_pattern, [&](std::size_t, const YearRecord& record) {
    stayed += total_of(record, Yearly::stayed);
    moved += total_of(record, Yearly::moved);
    left += total_of(record, Yearly::left);
  });
  const double all = stayed + moved + left;
  EXPECT_NEAR(100.0 * stayed / all, 84.0, 1.5);  // NCES 2024-039
  EXPECT_NEAR(100.0 * moved / all, 8.0, 1.5);
  EXPECT_NEAR(100.0 * left / all, 8.0, 1.5);
}

TEST(PatternReleaseOnly, P2TurnoverIsHigherWhereNeedIsHigher) {
  const Scenario scenario = made_up_district(3000, 3);
  double gone[2] = {};
  double all[2] = {};
  watch_ensemble(scenario, 102, replicates_of_pattern, [&](std::size_t, const YearRecord& record) {
    for (std::size_t school = 0; school < record.schools; ++school) {
      const double share = scenario.district.schools[school].low_income_share();
      if (share > 0.34 && share < 0.75) continue;  // low and high poverty as NCES names them
      const std::size_t high = share >= 0.75 ? 1 : 0;
      const double out = record.yearly_of(Yearly::moved)[school] + record.yearly_of(Yearly::left)[school];
      gone[high] += out;
      all[high] += out + record.yearly_of(Yearly::stayed)[school];
    }
  });
  const double ratio = (gone[1] / all[1]) / (gone[0] / all[0]);
  EXPECT_GE(ratio, 1.2);  // LPI 2017
  EXPECT_LE(ratio, 1.6);
}

TEST(PatternReleaseOnly, P3PrincipalsTenureHasTheMeanAndTailsOfTheNationalSurvey) {
  double years = 0.0;
  double fresh = 0.0;
  double long_serving = 0.0;
  double principals = 0.0;
  watch_ensemble(made_up_district(9000, 3), 103, 3, [&](std::size_t, const YearRecord& record) {
    if (record.year != 3) return;
    for (std::size_t school = 0; school < record.schools; ++school) {
      const double tenure = record.yearly_of(Yearly::principal_tenure)[school];
      years += tenure;
      fresh += tenure < 2.0 ? 1.0 : 0.0;
      long_serving += tenure >= 10.0 ? 1.0 : 0.0;
      principals += 1.0;
    }
  });
  EXPECT_NEAR(years / principals, 4.0, 0.4);  // NASSP/LPI 2019
  EXPECT_NEAR(100.0 * fresh / principals, 35.0, 4.0);
  EXPECT_NEAR(100.0 * long_serving / principals, 11.0, 3.0);
}

TEST(PatternReleaseOnly, P5TeachersEffectsSpreadAsStudiesOfValueAddedFind) {
  const Scenario scenario = made_up_district(6000, 1);
  const Conditions conditions = conditions_of(scenario, 105, 0, ParameterUse::held);
  const District district = build_district(conditions);
  const Teachers& teachers = district.teachers;
  const double lambda = conditions.parameters.teacher_effect.practice_to_achievement;
  double sum = 0.0;
  double square = 0.0;
  double between = 0.0;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    double own = 0.0;
    for (std::size_t row = district.schools.teacher_begin[school]; row < district.schools.teacher_begin[school + 1];
         ++row) {
      double practice = 0.0;
      for (int d = 0; d < dimension_count; ++d) practice += static_cast<double>(teachers.practice(row, d)) / 4.0;
      const double effect = lambda * practice + static_cast<double>(teachers.talent[row]);
      own += effect;
      square += effect * effect;
    }
    sum += own;
    between += own * own / district.schools.teachers(school);
  }
  const auto count = static_cast<double>(teachers.size());
  const double mean = sum / count;
  const double variance = square / count - mean * mean;
  EXPECT_GE(std::sqrt(variance), 0.10);  // Hanushek & Rivkin 2010; Chetty et al. 2014
  EXPECT_LE(std::sqrt(variance), 0.17);
  const double within = 1.0 - (between / count - mean * mean) / variance;
  EXPECT_GE(within, 0.70);
}

/// What a coaching programme adds, by year, in the schools that have it: practice [iSD] and teachers' effect [SD].
struct ProgrammeEffect {
  double practice[3] = {};
  double effect[3] = {};
};

/// Schools 0 to `schools` get a coach for every `teachers_per_coach` teachers; nobody was coached before, nobody
/// else is. With and without coaching, paired.
ProgrammeEffect programme_effect(int district_teachers, std::size_t schools, double teachers_per_coach,
                                 double protected_time, std::uint64_t seed, int replicates) {
  Scenario with = made_up_district(district_teachers, 3);
  with.calendar.warm_up_years = 0;
  *find_parameter(with.parameters, "skill.initial_gain") = 0.0;
  with.support.coach_time_with_teachers = protected_time;
  with.support.coach_caseload = teachers_per_coach;
  for (std::size_t school = 0; school < with.district.schools.size(); ++school) {
    SchoolProfile& profile = with.district.schools[school];
    profile.coaches = school < schools ? static_cast<int>(std::ceil(profile.teachers / teachers_per_coach)) : 0;
  }
  Scenario without = with;
  without.mechanisms.turn(Mechanism::coaching, false);
  ProgrammeEffect sum;
  for (const Scenario* scenario : {&with, &without}) {
    const double sign = scenario == &with ? 1.0 : -1.0;
    watch_ensemble(*scenario, seed, replicates, [&](std::size_t, const YearRecord& record) {
      double practice = 0.0;
      double effect = 0.0;
      double teachers = 0.0;
      for (std::size_t school = 0; school < std::min(schools, record.schools); ++school) {
        const double staff = record.yearly_of(Yearly::teachers)[school];
        teachers += staff;
        effect += staff * record.yearly_of(Yearly::teacher_effect)[school];
        for (const Weekly d : {Weekly::practice_curriculum, Weekly::practice_pedagogy, Weekly::practice_evidence,
                               Weekly::practice_climate}) {
          const auto last_week = static_cast<std::size_t>(record.weeks - 1) * record.schools;
          practice += staff * static_cast<double>(record.weekly_of(d)[last_week + school]) / 4.0;
        }
      }
      sum.practice[record.year - 1] += sign * practice / teachers / replicates;
      sum.effect[record.year - 1] += sign * effect / teachers / replicates;
    });
  }
  return sum;
}

TEST(PatternReleaseOnly, P6CoachingHelpsAsInTrialsAndLargeProgrammesDiluteByThemselves) {
  const ProgrammeEffect small = programme_effect(1500, 2, 12.0, 0.60, 106, 24);
  EXPECT_NEAR(small.practice[0], 0.49, 0.10);  // Kraft, Blazar & Hogan 2018
  EXPECT_GE(small.effect[0], 0.10);
  EXPECT_LE(small.effect[0], 0.28);
  const ProgrammeEffect large = programme_effect(400, 10000, 25.0, 0.28, 106, 24);
  EXPECT_LE(large.practice[0], small.practice[0] * 2.0 / 3.0);
  EXPECT_LE(large.effect[0], small.effect[0] * 2.0 / 3.0);
  EXPECT_GE(large.practice[0], 0.1);
}

TEST(PatternReleaseOnly, P7CoachingBuildsUpOverThreeYears) {
  const ProgrammeEffect small = programme_effect(1500, 2, 12.0, 0.60, 107, 24);
  EXPECT_NEAR(small.effect[0] / small.effect[2], 0.51, 0.15);  // Biancarosa, Bryk & Dexter 2010
  EXPECT_NEAR(small.effect[1] / small.effect[2], 0.86, 0.10);
}

}  // namespace
}  // namespace districtsim
