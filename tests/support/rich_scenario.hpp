#pragma once

#include "sim/scenario/school_posts.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {

/// A small district in which everything happens: all mechanisms, funds, a reallocation over years, mandates, events,
/// votes that take back, politics, a partner, cross-school teacher leaders; `market`: principals buy their support.
inline Scenario rich_scenario(bool market) {
  Scenario scenario = small_scenario(8, 130);
  scenario.name = "rich";
  scenario.calendar.years = 4;
  scenario.calendar.weeks_per_year = 12;
  scenario.calendar.assessment_interval = 4;
  scenario.calendar.network_interval = 3;
  scenario.enrolment = Enrolment::cohorts;
  for (std::size_t m = 0; m < mechanism_count; ++m) scenario.mechanisms.turn(static_cast<Mechanism>(m), true);
  Framework& framework = scenario.framework;
  framework.discretion = 0.4;
  framework.low_income_weight = 0.4;
  framework.teachers_per_coach = 12.0;
  framework.schools_per_director = 3.0;
  framework.schools_per_cross_school_leader = 4.0;
  framework.schools_per_data_post = 4.0;
  framework.salaries = Salaries::actual;
  framework.support_market = {market, 4, 20000.0};
  framework.teacher_leader_roles = {LeaderRole::reading_coach, LeaderRole::mentor, LeaderRole::data_specialist};
  scenario.district.network_begin =
      director_caseloads(scenario.district.schools.size(), framework.schools_per_director);
  Mandate mandate;
  mandate.role = LeaderRole::demonstration_teacher;
  mandate.year = 2;
  mandate.groundwork_years = 1;
  framework.mandates = {mandate};
  Fund fund;
  fund.name = "Title";
  fund.dollars = 400000.0;
  fund.pays = {Purchase::coach, Purchase::extended_time};
  scenario.context.funds = {fund};
  scenario.context.state_target = 0.5;
  scenario.context.state_consequence = StateConsequence::takes_discretion;
  scenario.support.partner = PartnerPlan{};
  scenario.support.teacher_leader_network_hours = 1.0;
  scenario.politics.shepherding.hours = 1.0;
  scenario.parameters.politics.vote_base = 1.0;
  scenario.parameters_set = {"politics.vote_base"};
  const SchoolSelector low{NeedSelection::lowest_half, {}, {}, {}, {}};
  const SchoolSelector high{NeedSelection::highest_half, {}, {}, {}, {}};
  scenario.reallocations = {{Resource::dollars, 60000, 1, 3, low, high, "rich.yaml:1:1"}};
  scenario.events = {{Event::Kind::revenue_change, 2, -0.02, {}, 0},
                     {Event::Kind::enrolment_change, 2, 0.05, {}, 0},
                     {Event::Kind::superintendent_exit, 3, 0.0, {}, 0}};
  scenario.record.agents = AgentsRecorded::yearly;
  scenario.record.interactions = InteractionsRecorded::sample;
  return scenario;
}

}  // namespace districtsim
