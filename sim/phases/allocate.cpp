#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/district/build_ledger.hpp"
#include "sim/phases/principals_invest.hpp"
#include "sim/phases/reallocate.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

PostPlan posts_now(const District& district) {
  PostPlan plan;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    plan.teachers.push_back(static_cast<int>(district.schools.teachers(school)));
  }
  plan.coaches = district.schools.coaches;
  plan.assistants = district.schools.assistants;
  plan.managers = district.schools.managers;
  plan.interventionists = district.schools.interventionists;
  plan.early = district.schools.early_posts;
  plan.extended_hours = district.schools.extended_hours;
  const std::vector<int> none(district.schools.size(), 0);
  plan.required_coaches = plan.required_assistants = plan.required_managers = none;
  plan.required_interventionists = plan.required_early = none;
  plan.required_hours.assign(district.schools.size(), 0.0);
  return plan;
}

Cents revenue_of(const Conditions& conditions, const SchoolYear& year, const Ledger& ledger) {
  double factor = 1.0;
  for (const Event& event : conditions.scenario.events) {
    if (event.kind == Event::Kind::revenue_change && event.year <= year.number) factor *= 1.0 + event.share;
  }
  return static_cast<Cents>(std::floor(static_cast<double>(ledger.revenue_at_start) * factor));
}

/// Part of every school's allocation that follows students by need, relative to what it was: mean 1 over dollars.
std::vector<double> need_multipliers(const Conditions& conditions, const District& district) {
  const double weight = conditions.on(Mechanism::need_weights) ? conditions.scenario.framework.low_income_weight : 0.0;
  std::vector<double> multiplier;
  double dollars = 0.0;
  double weighted = 0.0;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    multiplier.push_back(1.0 + weight * district.schools.low_income_share[school]);
    const double own = district.schools.discretion[school] / std::max(1e-9, conditions.scenario.framework.discretion) *
                       static_cast<double>(district.ledger.school_at_start[school]);
    dollars += own;
    weighted += multiplier.back() * own;
  }
  for (double& own : multiplier) own *= weighted > 0.0 ? dollars / weighted : 1.0;
  return multiplier;
}

/// Every school's dollars for the year: a fixed part, a discretionary part by need, and what was moved. A change of
/// revenue falls on schools, central posts and other services stay.
void set_allocations(const Conditions& conditions, const SchoolYear& year, District& district) {
  Ledger& ledger = district.ledger;
  ledger.revenue = revenue_of(conditions, year, ledger);
  Cents at_start = 0;
  for (const Cents amount : ledger.school_at_start) at_start += amount;
  const double scale =
      1.0 + static_cast<double>(ledger.revenue - ledger.revenue_at_start) / static_cast<double>(at_start);
  const std::vector<double> multiplier = need_multipliers(conditions, district);
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    const double base = static_cast<double>(ledger.school_at_start[school]) * std::max(0.0, scale);
    const double discretion = district.schools.discretion[school];
    const double own = base * (1.0 - discretion) + base * discretion * multiplier[school];
    ledger.school_allocation[school] = static_cast<Cents>(std::floor(own)) + ledger.moved[school];
  }
}

/// What an external partner costs in a year: an hour's price for every teacher and meeting. Other services pay it, at
/// the expense of the reserve.
void pay_partner(const Conditions& conditions, const SchoolYear& year, const PostPlan& plan, Ledger& ledger) {
  double dollars = 0.0;
  if (partner_paid(conditions, year.number)) {
    const CalendarPlan& calendar = conditions.scenario.calendar;
    const int meetings = calendar.weeks_per_year / calendar.network_interval;
    const double teachers = std::accumulate(plan.teachers.begin(), plan.teachers.end(), 0);
    dollars =
        conditions.scenario.support.partner->hours * meetings * teachers * conditions.parameters.partner.price_per_hour;
  }
  const Cents cost = from_dollars(dollars);
  ledger.other_services += cost - ledger.partner;
  ledger.partner = cost;
}

}  // namespace

PostPlan allocate(const Conditions& conditions, const SchoolYear& year, District& district) {
  PostPlan plan = posts_now(district);
  if (year.number < 1) return plan;
  reallocate(conditions, year, plan, district);
  set_allocations(conditions, year, district);
  principals_invest(conditions, year, district, plan);
  Ledger& ledger = district.ledger;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    ledger.school_staff[school] = planned_cost(district.prices, plan, school);
    ledger.school_programmes[school] = programme_cost(conditions, district.schools, plan, school);
    ledger.school_dollars[school] =
        ledger.school_allocation[school] - ledger.school_staff[school] - ledger.school_programmes[school];
  }
  ledger.central = central_cost(district);
  pay_partner(conditions, year, plan, ledger);
  ledger.reserve = ledger.revenue - ledger.schools_total() - ledger.central - ledger.other_services;
  return plan;
}

}  // namespace districtsim
