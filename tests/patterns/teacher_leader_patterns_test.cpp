// Patterns of teacher leaders' standing and access, over ensembles: S3 to S5 of the pattern table of sim/ODD.md
// (Portin et al. 2009, chapter 3 and vignette 7). Parameters are held at their values.

#include <gtest/gtest.h>

#include "sim/district/build_district.hpp"
#include "sim/run/phase_table.hpp"
#include "sim/run/simulate.hpp"
#include "sim/scenario/district_source.hpp"

namespace districtsim {
namespace {

/// What teacher leaders of a district reached after some years: means over them, and coaching of the last year.
struct Standing {
  double legitimacy = 0.0;
  double clarity = 0.0;
  double taint = 0.0;
  double expertise = 0.0;  ///< [iSD] gained
  double uptake = 0.0;     ///< 0 to 1, share of contacts that are taken up
  double hours = 0.0;      ///< [h] of contacts kept, a teacher leader and year
};

Scenario district_with_leaders(int teachers, double teachers_per_coach) {
  SyntheticPlan plan;
  plan.teachers = teachers;
  Scenario scenario;
  scenario.name = "teacher leaders";
  scenario.district = synthetic_profile(plan);
  scenario.parameters = default_parameters();
  scenario.calendar.warm_up_years = 0;
  scenario.framework.teachers_per_coach = teachers_per_coach;
  return scenario;
}

SchoolYear year_at(const CalendarPlan& calendar, int index) {
  SchoolYear year;
  year.index = index;
  year.number = index - calendar.warm_up_years + 1;
  year.start = week_at(calendar, index, 0).index;
  year.summer = summer_index(calendar, index);
  return year;
}

void run_cadence(Cadence cadence, const Moment& moment) {
  for (const Phase& phase : phase_table()) {
    if (phase.cadence == cadence) phase.run(moment);
  }
}

/// Teacher leaders at the end of the last of `years` years, and their coaching in it.
Standing standing_after(const Scenario& scenario, std::uint64_t seed, int years) {
  const Conditions conditions = conditions_of(scenario, seed, 0, ParameterUse::held);
  District district = build_district(conditions);
  for (int index = 0; index < years; ++index) {
    const SchoolYear year = year_at(scenario.calendar, index);
    for (PlaceTally& place : district.support.places) place = {};
    run_cadence(Cadence::before_year, {conditions, district, {}, year});
    for (int week = 0; week < scenario.calendar.weeks_per_year; ++week) {
      run_cadence(Cadence::weekly, {conditions, district, week_at(scenario.calendar, index, week), year});
    }
    if (index + 1 < years) run_cadence(Cadence::after_year, {conditions, district, {}, year});
  }
  const TeacherLeaders& leaders = district.teacher_leaders;
  const auto people = static_cast<double>(leaders.size());
  Standing sum;
  for (std::size_t row = 0; row < leaders.size(); ++row) {
    sum.legitimacy += static_cast<double>(leaders.legitimacy[row]) / people;
    sum.clarity += static_cast<double>(leaders.clarity[row]) / people;
    sum.taint += static_cast<double>(leaders.taint[row]) / people;
    sum.expertise += static_cast<double>(leaders.supported[row]) / people;
  }
  double offers = 0.0;
  for (const PlaceTally& place : district.support.places) {
    const KindTally& coaching = place.of(InteractionKind::coaching);
    sum.uptake += coaching.kept;
    offers += coaching.kept + coaching.refused;
    sum.hours += in_hours(coaching.received) / people;
  }
  sum.uptake /= offers;
  return sum;
}

/// The mean over seeds.
Standing mean_standing(const Scenario& scenario, std::uint64_t first_seed, int years) {
  constexpr int seeds = 6;
  Standing mean;
  for (int seed = 0; seed < seeds; ++seed) {
    const Standing one = standing_after(scenario, first_seed + static_cast<std::uint64_t>(seed), years);
    mean.legitimacy += one.legitimacy / seeds;
    mean.clarity += one.clarity / seeds;
    mean.taint += one.taint / seeds;
    mean.expertise += one.expertise / seeds;
    mean.uptake += one.uptake / seeds;
    mean.hours += one.hours / seeds;
  }
  return mean;
}

TEST(PatternReleaseOnlyTeacherLeaders, StandingStaysNearItsStartByDefault) {
  const Scenario scenario = district_with_leaders(1500, 38.0);
  const TeacherLeaderParameters& p = scenario.parameters.teacher_leader;
  for (const int years : {1, 6}) {
    const Standing mean = mean_standing(scenario, 301, years);
    EXPECT_NEAR(mean.legitimacy, p.legitimacy_start, 0.08) << years;
    EXPECT_NEAR(mean.clarity, p.clarity_start, 0.08) << years;
    EXPECT_EQ(mean.taint, 0.0) << years;
  }
}

TEST(PatternReleaseOnlyTeacherLeaders, S3ThoseWithPeersGainClarityAndAccessFasterThanLoneOnes) {
  Scenario lone = district_with_leaders(1500, 38.0);
  lone.parameters.teacher_leader.clarity_start = 0.4;
  Scenario with_peers = lone;
  with_peers.support.teacher_leader_network_hours = 1.5;
  Scenario same_room = with_peers;
  same_room.support.teacher_leaders_share_room = true;
  lone.mechanisms.turn(Mechanism::peer_ties, false);
  const Standing without = mean_standing(lone, 303, 1);
  const Standing with = mean_standing(with_peers, 303, 1);
  EXPECT_GT(with.clarity, without.clarity + 0.04);
  EXPECT_GT(with.uptake, without.uptake + 0.003);
  EXPECT_GT(with.expertise, without.expertise);
  EXPECT_GT(mean_standing(same_room, 303, 1).clarity, with.clarity);
}

TEST(PatternReleaseOnlyTeacherLeaders, S4OpeningWithEvidenceRaisesUptake) {
  Scenario scenario = district_with_leaders(1500, 38.0);
  scenario.support.open_with_evidence = 0.0;
  const Standing without = mean_standing(scenario, 304, 2);
  scenario.support.open_with_evidence = 1.0;
  const Standing with = mean_standing(scenario, 304, 2);
  EXPECT_GT(with.uptake, without.uptake + 0.02);
}

TEST(PatternReleaseOnlyTeacherLeaders, S5EvaluationInTheRoleLosesAccess) {
  Scenario scenario = district_with_leaders(1500, 38.0);
  const Standing without = mean_standing(scenario, 305, 2);
  scenario.support.teacher_leaders_evaluate = 0.2;
  const Standing with = mean_standing(scenario, 305, 2);
  EXPECT_GT(with.taint, 0.2);
  EXPECT_LT(with.legitimacy, without.legitimacy - 0.1);
  EXPECT_LT(with.uptake, without.uptake - 0.05);
  EXPECT_LT(with.hours, 0.85 * without.hours) << "more than the evaluating itself takes";
  scenario.mechanisms.turn(Mechanism::role_misuse, false);
  EXPECT_EQ(mean_standing(scenario, 305, 1).taint, 0.0);
}

TEST(PatternReleaseOnlyTeacherLeaders, S5OfficeWorkLosesAccess) {
  Scenario scenario = district_with_leaders(1500, 38.0);
  const Standing little = mean_standing(scenario, 306, 2);
  scenario.parameters.teacher_leader.office_pull = 1.5;
  const Standing much = mean_standing(scenario, 306, 2);
  EXPECT_LT(much.legitimacy, little.legitimacy - 0.05);
  EXPECT_LT(much.uptake, little.uptake - 0.005);
  EXPECT_LT(much.hours, 0.9 * little.hours);
}

}  // namespace
}  // namespace districtsim
