#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "sim/core/failure.hpp"
#include "sim/district/providers.hpp"
#include "sim/district/school_money.hpp"
#include "sim/phases/fit_to_money.hpp"
#include "sim/phases/mandate.hpp"
#include "sim/phases/principals_invest.hpp"
#include "sim/phases/reallocate.hpp"
#include "sim/phases/share_out.hpp"
#include "sim/phases/spend_new_dollars.hpp"
#include "sim/phases/stipends.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

/// What a teaching post costs each school: the average, or what those who hold its posts earn on average. Posts that
/// are vacant after departures count as usual hires.
void set_teacher_prices(const Conditions& conditions, District& district) {
  if (conditions.scenario.framework.salaries == Salaries::average) return;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    const double price = static_cast<double>(district.prices.teacher) * mean_pay(conditions, district, school);
    district.ledger.teacher_price[school] = static_cast<Cents>(price + 0.5);
  }
}

/// What every school must be able to pay: a principal, a teacher, and the support that it has to buy.
std::vector<Cents> least_costs(const Conditions& conditions, const District& district) {
  std::vector<Cents> least;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    least.push_back(district.prices.principal + district.ledger.teacher_price[school] +
                    provider_price(conditions, district.schools, school));
  }
  return least;
}

/// Principals decide about what is not tied; then all of a school's money counts again.
void decide(const Conditions& conditions, const SchoolYear& year, District& district, PostPlan& plan) {
  open_funded_posts(conditions, district, plan);
  std::vector<Cents>& allocation = district.ledger.school_allocation;
  const std::vector<Cents> all = allocation;
  std::vector<Cents> open = all;
  for (std::size_t school = 0; school < all.size(); ++school) {
    open[school] -= tied_money(conditions, district, plan, school);
  }
  allocation = open;
  principals_invest(conditions, year, district, plan);
  allocation = all;
  close_unpaid(conditions, district, plan);
}

void keep_books(const Conditions& conditions, const PostPlan& plan, District& district) {
  Ledger& ledger = district.ledger;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    const SchoolSpending spending = planned_spending(conditions, district, plan, school);
    ledger.school_staff[school] = planned_cost(prices_of(district, school), plan, school);
    ledger.school_programmes[school] = programme_cost(conditions, district.schools, plan, school);
    ledger.school_providers[school] = provider_price(conditions, district.schools, school);
    ledger.school_dollars[school] = spending.total(LedgerLine::materials);
    ledger.school_unspent[school] = spending.total(LedgerLine::unspent_restricted);
    for (std::size_t fund = 0; fund < ledger.fund_unspent.size(); ++fund) {
      ledger.fund_unspent[fund][school] =
          spending.paid[fund + 1][static_cast<std::size_t>(LedgerLine::unspent_restricted)];
    }
  }
}

int posts_opened(const std::vector<int>& planned, const std::vector<int>& now) {
  int opened = 0;
  for (std::size_t school = 0; school < planned.size(); ++school) opened += std::max(0, planned[school] - now[school]);
  return opened;
}

/// One-time costs of posts that open, as far as reserve and other services can pay them.
void pay_new_posts(const Conditions& conditions, const PostPlan& plan, const PostPlan& before, Ledger& ledger) {
  const int opened = posts_opened(plan.teachers, before.teachers) + posts_opened(plan.coaches, before.coaches) +
                     posts_opened(plan.assistants, before.assistants) + posts_opened(plan.managers, before.managers) +
                     posts_opened(plan.interventionists, before.interventionists);
  const Cents not_modelled = ledger.other_services - ledger.partner - ledger.stipends;
  ledger.new_posts =
      std::min(from_dollars(conditions.parameters.prices.new_post) * opened, ledger.reserve + not_modelled);
  const Cents from_reserve = std::min(ledger.new_posts, ledger.reserve);
  ledger.reserve -= from_reserve;
  ledger.other_services -= ledger.new_posts - from_reserve;
  ledger.central += ledger.new_posts;
}

/// What an external partner costs in a year: an hour's price for every teacher and meeting. Other services pay it, at
/// the expense of the reserve.
void pay_partner(const Conditions& conditions, const SchoolYear& year, const PostPlan& plan, Ledger& ledger) {
  if (!partner_paid(conditions, year.number)) return;
  const CalendarPlan& calendar = conditions.scenario.calendar;
  const int meetings = calendar.weeks_per_year / calendar.network_interval;
  const double teachers = std::accumulate(plan.teachers.begin(), plan.teachers.end(), 0);
  const double dollars =
      conditions.scenario.support.partner->hours * meetings * teachers * conditions.parameters.partner.price_per_hour;
  if (pay_from_reserve(ledger, &Ledger::partner, from_dollars(dollars))) return;
  throw Failure(
      ExitCode::invalid_scenario,
      fmt::format("support.partner: costs {:.2f} dollars in year {}, more than reserve and other services have",
                  dollars, year.number));
}

/// Stipends of teachers are other services' too.
void pay_stipends(const Conditions& conditions, const SchoolYear& year, const PostPlan& plan, District& district) {
  const Cents cost = stipend_cost(conditions, year, district, plan);
  if (cost == 0 || pay_from_reserve(district.ledger, &Ledger::stipends, cost)) return;
  throw Failure(ExitCode::invalid_scenario,
                fmt::format("framework.incentives: cost {:.2f} dollars in year {}, more than reserve and other "
                            "services have",
                            in_dollars(cost), year.number));
}

}  // namespace

PostPlan allocate(const Conditions& conditions, const SchoolYear& year, District& district) {
  PostPlan plan = posts_now(district.schools);
  if (year.number < 1) return plan;
  const PostPlan before = plan;
  raise_pay(conditions, year, district);
  set_teacher_prices(conditions, district);
  reallocate(conditions, year, plan, district);
  mandate(conditions, year, plan, district);
  const std::vector<Cents> least = least_costs(conditions, district);
  share_out(conditions, year, least, district);
  spend_new_dollars(conditions, least, plan, district);
  decide(conditions, year, district, plan);
  keep_books(conditions, plan, district);
  pay_partner(conditions, year, plan, district.ledger);
  pay_stipends(conditions, year, plan, district);
  pay_new_posts(conditions, plan, before, district.ledger);
  return plan;
}

}  // namespace districtsim
