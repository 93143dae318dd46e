#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "analysis/measures.hpp"
#include "analysis/moved_posts.hpp"
#include "analysis/paired.hpp"
#include "sim/run/replicates.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

constexpr int replicates = 24;

Mandate mandate_of(Mandated what, double amount) {
  Mandate mandate;
  mandate.what = what;
  mandate.amount = amount;
  return mandate;
}

/// What money buys, and the markets for teachers and for support.
void buy_for(Mechanism mechanism, Scenario& scenario) {
  Framework& framework = scenario.framework;
  if (mechanism == Mechanism::support_market) {
    framework.support_market.market = true;
    framework.support_market.capacity = 3;
  }
  if (mechanism == Mechanism::incentives) {
    Incentive stipend;
    stipend.dollars = 10000.0;
    framework.incentives.push_back(stipend);
  }
  if (mechanism == Mechanism::leadership_pipeline) framework.grow_your_own = 1.0;
  if (mechanism == Mechanism::class_size) {
    Event cut;
    cut.share = -0.1;
    scenario.events.push_back(cut);
  }
  if (mechanism == Mechanism::intervention) framework.mandates.push_back(mandate_of(Mandated::intervention_fte, 1.0));
  if (mechanism == Mechanism::extended_time) framework.mandates.push_back(mandate_of(Mandated::extended_hours, 1.0));
}

/// A district in which the mechanism has something to do.
Scenario scenario_for(Mechanism mechanism) {
  Scenario scenario = small_scenario(16, 640);
  scenario.framework.teachers_per_coach = 25.0;
  buy_for(mechanism, scenario);
  if (mechanism == Mechanism::strain) {
    SyntheticPlan plan;
    plan.schools = 16;
    plan.teachers = 640;
    plan.low_income_mean = 0.85;  // strain is relative to an average school
    plan.low_income_spread = 0.1;
    scenario.district = synthetic_profile(plan);
  }
  if (mechanism == Mechanism::principal_networks) {
    scenario.mechanisms.turn(Mechanism::director_assistance, false);  // both use up the same absorption
  }
  if (mechanism == Mechanism::mentoring) {
    scenario.mechanisms.turn(Mechanism::coaching, false);  // both use up the same absorption, of novices first
  }
  if (mechanism == Mechanism::demonstration_visits) {
    scenario.framework.teacher_leader_roles = {LeaderRole::demonstration_teacher};
    scenario.framework.schools_per_cross_school_leader = 8.0;
  }
  if (mechanism == Mechanism::partners) scenario.support.partner = PartnerPlan{};
  if (mechanism == Mechanism::off_formula) scenario.politics.board_votes = false;  // a board takes back what leaks too
  if (mechanism == Mechanism::enrolment_dollars) {
    scenario.events.push_back({Event::Kind::enrolment_change, 1, -0.2, {}, 0});
  }
  if (mechanism == Mechanism::discretion || mechanism == Mechanism::need_weights ||
      mechanism == Mechanism::off_formula) {
    scenario.framework.discretion = 0.4;
    scenario.framework.low_income_weight = 0.5;
  }
  if (mechanism == Mechanism::agenda) {
    scenario.agenda.focus = {0.1, 0.5, 0.3, 0.1};  // an even focus is heard as it is
    scenario.agenda.changes_yearly = true;
  }
  if (mechanism == Mechanism::initiative) {
    scenario.agenda.focus = {0.1, 0.5, 0.3, 0.1};
    scenario.framework.initiative.instructional_guidance = Initiative::school;  // with a focus of its own
  }
  if (mechanism == Mechanism::team_time) scenario.framework.schools_per_operations_post = 6.0;  // much chasing
  if (mechanism == Mechanism::data_routines) {
    scenario.framework.schools_per_data_post = 8.0;  // as usual, they stay as they are
    scenario.support.inquiry_weeks = 4;
  }
  if (mechanism == Mechanism::upward_evidence)
    scenario.framework.sponsorship = 0.9;  // as usual, units keep what they know
  if (mechanism == Mechanism::push_back || mechanism == Mechanism::board_votes) {
    Reallocation move;
    move.what = Resource::dollars_percent;
    move.amount = 2.0;
    move.from.need = NeedSelection::lowest_half;
    move.to.need = NeedSelection::highest_half;
    scenario.reallocations.push_back(move);
  }
  if (mechanism == Mechanism::shepherding) scenario.politics.shepherding.hours = 2.0;
  if (mechanism == Mechanism::outreach) scenario.politics.outreach.hours = 2.0;
  if (mechanism == Mechanism::mandates || mechanism == Mechanism::contracts) {
    scenario.framework.teachers_per_coach = 1000.0;
    Mandate mandate;
    mandate.role = LeaderRole::instructional_specialist;
    mandate.year = 2;
    scenario.framework.mandates.push_back(mandate);
  }
  if (mechanism == Mechanism::reallocations) {
    Reallocation move;
    move.amount = 3.0;
    move.from.need = NeedSelection::lowest_half;
    move.to.need = NeedSelection::highest_half;
    scenario.reallocations.push_back(move);
  }
  return scenario;
}

/// Coaches' hours for each teaching post in the schools that the move gives posts to.
double coach_hours_of_receivers(const YearRecord& record, const Scenario& with, const Scenario& without) {
  const auto moves = differing_moves(without, with);
  return hours_per_teacher(coaching_of(record), moves.at(0).to);
}

/// The measure in year 3 of every replicate, with the mechanism (row 0) and without it (row 1).
std::array<std::vector<double>, 2> with_and_without(const MechanismRecord& record) {
  const Scenario with = scenario_for(record.mechanism);
  Scenario without = with;
  without.mechanisms.turn(record.mechanism, false);
  const DistrictFacts facts = facts_of(with.district);
  std::array<std::vector<double>, 2> values = {std::vector<double>(replicates), std::vector<double>(replicates)};
  RunPlan plan;
  plan.replicates = replicates;
  run_replicates({&with, &without}, plan, [&](RunPlace place, const YearRecord& year) {
    if (year.year != with.calendar.years) return;
    values[place.scenario][place.replicate] = record.measure == "coach_hours_receiving"
                                                  ? coach_hours_of_receivers(year, with, without)
                                                  : measure_year(year, facts)[measure_row(record.measure)];
  });
  return values;
}

class MechanismsReleaseOnly : public testing::TestWithParam<std::size_t> {};

TEST_P(MechanismsReleaseOnly, SwitchedOffMovesItsMeasure) {
  const MechanismRecord& record = mechanism_records()[GetParam()];
  const auto values = with_and_without(record);
  Resamples resamples(replicates);
  const PairedDifference difference = paired_difference(values[1], values[0], resamples);
  EXPECT_FALSE(difference.unchanged) << record.measure;
  EXPECT_TRUE(difference.precision.low > 0.0 || difference.precision.high < 0.0)
      << record.measure << " differs by " << difference.difference << ", " << difference.precision.low << " to "
      << difference.precision.high;
}

INSTANTIATE_TEST_SUITE_P(Every, MechanismsReleaseOnly, testing::Range(std::size_t{0}, mechanism_count),
                         [](const testing::TestParamInfo<std::size_t>& mechanism) {
                           return std::string(mechanism_names[mechanism.param]);
                         });

}  // namespace
}  // namespace districtsim
