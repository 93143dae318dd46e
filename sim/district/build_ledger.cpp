#include "sim/district/build_ledger.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/failure.hpp"
#include "sim/district/careers.hpp"
#include "sim/district/providers.hpp"
#include "sim/district/school_money.hpp"
#include "sim/scenario/central_posts.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

Cents post_price(const PriceParameters& p, double raise, double against_teacher) {
  return from_dollars(p.teacher_salary * (1.0 + raise) * (1.0 + p.benefits) * against_teacher);
}

/// What directors would have cost, which schools have where they choose who supports them.
Cents money_of_directors(const Conditions& conditions, const District& district) {
  if (!district.directors.bought) return 0;
  const auto schools = static_cast<Cents>(district.schools.size());
  const auto directors = static_cast<Cents>(director_posts(conditions, district.schools.size()));
  return district.prices.director * directors / schools * schools;
}

/// What another framework would spend at the start on schools and central office, which differ in its posts alone.
Cents cost_of(const Framework& framework, const Conditions& conditions, const District& district) {
  const PostPrices& prices = district.prices;
  const CentralPosts posts = central_posts(framework, district.schools.size());
  Cents cost = district.ledger.schools_total() - money_of_directors(conditions, district) +
               prices.director * posts.directors + prices.operations_post * (posts.operations + posts.data) +
               prices.coach * posts.cross_school;
  const std::vector<int> coaches = coach_posts(conditions.scenario.district, framework.teachers_per_coach);
  for (std::size_t school = 0; school < coaches.size(); ++school) {
    cost += prices.coach * (coaches[school] - district.schools.coaches[school]);
  }
  return cost;
}

/// Schools' dollars from year 1 on, scaled to a total to the cent; posts that they do not pay for are closed then.
void scale_schools(Cents total, Ledger& ledger) {
  const Cents now = ledger.schools_total();
  if (now == total || now <= 0) return;
  const double factor = static_cast<double>(std::max<Cents>(0, total)) / static_cast<double>(now);
  Cents left = std::max<Cents>(0, total);
  for (Cents& amount : ledger.school_at_start) {
    amount = std::min(left, static_cast<Cents>(static_cast<double>(amount) * factor));
    left -= amount;
  }
  const auto count = static_cast<Cents>(ledger.school_at_start.size());
  Cents school = 0;
  for (Cents& amount : ledger.school_at_start) amount += left / count + (school++ < left % count ? 1 : 0);
}

/// Before year 1 the reserve, and then other services, bear what posts cost more or less than the reference's.
void bear_difference(Ledger& ledger) {
  ledger.reserve = ledger.revenue - ledger.schools_total() - ledger.central - ledger.other_services;
  if (ledger.reserve >= 0) return;
  ledger.other_services += ledger.reserve;
  ledger.reserve = 0;
}

/// What all steps of the schedule add to starting pay, for a staff in balance.
double steps_of_balance(const Parameters& p) {
  const std::vector<double> cumulative = experience_in_balance(p.departure, p.hiring);
  double mean = 0.0;
  double before = 0.0;
  for (std::size_t years = 0; years < cumulative.size(); ++years) {
    mean += (cumulative[years] - before) * steps_climbed(static_cast<double>(years), p.salaries);
    before = cumulative[years];
  }
  return pay_of_steps(mean, p.salaries);
}

[[noreturn]] void refuse_fund(const std::string& fund, const std::string& school, Cents unspent) {
  throw Failure(
      ExitCode::invalid_scenario,
      fmt::format("context.funds: {} pays {:.2f} dollars at {} for what the school does not have at the start; "
                  "set adds: on, pay less, or let it pay for more",
                  fund, in_dollars(unspent), school));
}

/// Funds that pay for what schools have at the start; the others come later. Throws where one pays for what is not
/// there.
void open_funds(const Conditions& conditions, District& district) {
  const auto& funds = conditions.scenario.context.funds;
  const auto& profiles = conditions.scenario.district.schools;
  Ledger& ledger = district.ledger;
  const std::vector<Cents> none(profiles.size(), 0);
  ledger.fund_carried = ledger.fund_unspent = ledger.fund_money = {funds.size(), none};
  for (std::size_t fund = 0; fund < funds.size(); ++fund) {
    if (!funds[fund].adds) ledger.fund_money[fund] = fund_shares(funds[fund], conditions.scenario.district);
  }
  for (std::size_t school = 0; school < profiles.size(); ++school) {
    const SchoolPots pots = school_pots(conditions, ledger, school);
    const SchoolLines costs = costs_of(prices_of(district, school), posts_of(district.schools, school), 0, Cents{0});
    const SchoolSpending spending = spend(funds, costs, pots);
    for (std::size_t fund = 0; fund < funds.size(); ++fund) {
      const Cents unspent = spending.paid[fund + 1][static_cast<std::size_t>(LedgerLine::unspent_restricted)];
      if (unspent > 0) refuse_fund(funds[fund].name, profiles[school].name, unspent);
    }
    if (pots.general < 0 || spending.missing > 0) {
      refuse_fund("the funds together", profiles[school].name, std::max(-pots.general, spending.missing));
    }
  }
}

}  // namespace

PostPrices post_prices(const PriceParameters& p, double raise) {
  PostPrices prices;
  prices.teacher = post_price(p, raise, 1.0);
  prices.coach = post_price(p, raise, p.coach);
  prices.assistant_principal = post_price(p, raise, p.assistant_principal);
  prices.principal = post_price(p, raise, p.principal);
  prices.director = post_price(p, raise, p.director);
  prices.operations_post = post_price(p, raise, p.operations_post);
  prices.administrative_manager = post_price(p, raise, p.administrative_manager);
  prices.intervention_teacher = post_price(p, raise, p.intervention_teacher);
  return prices;
}

Cents staff_cost(const District& district, std::size_t school) {
  const PostPrices prices = prices_of(district, school);
  const Schools& schools = district.schools;
  return prices.principal + prices.teacher * static_cast<Cents>(schools.teachers(school)) +
         prices.coach * schools.coaches[school] + prices.assistant_principal * schools.assistants[school] +
         prices.administrative_manager * schools.managers[school] +
         prices.intervention_teacher * schools.interventionists[school];
}

Cents central_cost(const District& district) {
  const std::size_t directors = district.directors.bought ? 0 : district.directors.size();  // schools pay for them
  return district.prices.director * static_cast<Cents>(directors) +
         district.prices.operations_post * (district.central.operations_posts + district.central.data_posts) +
         district.prices.coach * static_cast<Cents>(district.cross_school_leaders.size());
}

void build_ledger(const Conditions& conditions, District& district) {
  const PriceParameters& p = conditions.parameters.prices;
  const auto& profiles = conditions.scenario.district.schools;
  district.prices = post_prices(p);
  Ledger& ledger = district.ledger;
  const std::size_t count = district.schools.size();
  for (auto* column : {&ledger.moved, &ledger.new_dollars, &ledger.school_programmes, &ledger.school_providers,
                       &ledger.school_unspent}) {
    column->assign(count, 0);
  }
  ledger.teacher_price.assign(count, district.prices.teacher);
  ledger.pay_of_steps = steps_of_balance(conditions.parameters);
  ledger.students = district.schools.students;
  const Cents of_directors = district.prices.director * static_cast<Cents>(director_posts(conditions, count));
  double students = 0.0;
  for (std::size_t school = 0; school < count; ++school) {
    const double enrolled = district.schools.students[school];
    students += enrolled;
    const double dollars = profiles[school].dollars >= 0.0 ? profiles[school].dollars : p.school_dollars * enrolled;
    ledger.school_staff.push_back(staff_cost(district, school));
    ledger.school_dollars.push_back(from_dollars(dollars));
    district.usual_dollars.push_back(ledger.school_dollars.back());
    // What directors would have cost goes to the schools that buy their support.
    if (district.directors.bought) ledger.school_dollars.back() += of_directors / static_cast<Cents>(count);
    ledger.school_allocation.push_back(ledger.school_staff.back() + ledger.school_dollars.back());
  }
  ledger.school_at_start = ledger.school_allocation;
  ledger.school_without = ledger.school_allocation;
  ledger.central = central_cost(district);
  const std::optional<Framework>& reference = conditions.scenario.cost_reference;
  // Revenue is what the norm says, or more where measured posts cost more than it.
  const Cents modelled =
      reference ? cost_of(*reference, conditions, district) : ledger.schools_total() + ledger.central;
  const Cents usual = from_dollars(p.spending_per_student * students);
  ledger.revenue = usual > modelled ? usual : modelled;
  ledger.reserve = static_cast<Cents>(static_cast<double>(ledger.revenue) * p.reserve);
  ledger.other_services = ledger.revenue - modelled - ledger.reserve;
  if (ledger.other_services < 0) {
    ledger.reserve += ledger.other_services;
    ledger.other_services = 0;
  }
  ledger.revenue_at_start = ledger.revenue;
  ledger.reserve_at_start = ledger.reserve;
  ledger.other_services_at_start = ledger.other_services;
  if (reference) {
    scale_schools(modelled - ledger.central, ledger);
    ledger.school_without = ledger.school_at_start;
    bear_difference(ledger);
  }
  open_funds(conditions, district);
  for (std::size_t school = 0; school < count; ++school) {
    ledger.formula.push_back(ledger.school_at_start[school] - ledger.funds_of(school));
  }
}

}  // namespace districtsim
