#include "sim/phases/share_out.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "sim/core/apportion.hpp"
#include "sim/core/failure.hpp"
#include "sim/district/build_ledger.hpp"
#include "sim/district/school_money.hpp"
#include "sim/phases/formula.hpp"
#include "sim/rules/least_shares.hpp"

namespace districtsim {

namespace {

using Amounts = std::vector<Cents>;

Cents share_of(Cents amount, double factor) {
  return static_cast<Cents>(std::floor(static_cast<double>(amount) * factor));
}

/// Revenue against that at the start, apart from funds: events, and last year's students.
double revenue_factor(const Conditions& conditions, const SchoolYear& year, const Ledger& ledger) {
  double factor = 1.0;
  for (const Event& event : conditions.scenario.events) {
    if (event.kind == Event::Kind::revenue_change && event.year <= year.number) factor *= 1.0 + event.share;
  }
  if (!conditions.on(Mechanism::enrolment_dollars)) return factor;
  const double students = std::accumulate(ledger.students.begin(), ledger.students.end(), 0);
  double at_start = 0.0;
  for (const SchoolProfile& school : conditions.scenario.district.schools) at_start += school.enrolment();
  return factor * revenue_for_students(students, at_start, conditions.parameters.money);
}

/// What schools have at the start of money that is not the funds'.
Amounts general_at_start(const Conditions& conditions, const Ledger& ledger) {
  Amounts general = ledger.school_at_start;
  for (const Fund& fund : conditions.scenario.context.funds) {
    if (fund.adds) continue;
    const Amounts shares = fund_shares(fund, conditions.scenario.district);
    for (std::size_t school = 0; school < general.size(); ++school) general[school] -= shares[school];
  }
  return general;
}

/// Money of funds this year; what they left of last year's is carried over while they live.
void pay_funds(const Conditions& conditions, const SchoolYear& year, Ledger& ledger) {
  const auto& funds = conditions.scenario.context.funds;
  for (std::size_t fund = 0; fund < funds.size(); ++fund) {
    const bool paid = fund_paid(conditions.scenario, funds[fund], year.number);
    const std::size_t schools = ledger.school_at_start.size();
    ledger.fund_money[fund] = paid ? fund_shares(funds[fund], conditions.scenario.district) : Amounts(schools, 0);
    ledger.fund_carried[fund] = paid ? ledger.fund_unspent[fund] : Amounts(schools, 0);
  }
}

/// Divides the year's general revenue. Where schools could not have their least, the reserve and then other services
/// make way. Returns what is for schools.
Cents divide_revenue(const Conditions& conditions, const SchoolYear& year, Cents general, Cents least,
                     District& district) {
  Ledger& ledger = district.ledger;
  const double factor = revenue_factor(conditions, year, ledger);
  const Cents at_start = ledger.revenue_at_start - (total_of(ledger.school_at_start) - general);
  ledger.revenue = share_of(at_start, factor);
  ledger.central = central_cost(district);
  ledger.new_posts = ledger.partner = ledger.stipends = 0;
  ledger.other_services = share_of(ledger.other_services_at_start, factor);
  ledger.reserve = share_of(ledger.reserve_at_start, factor);
  Cents schools = ledger.revenue - ledger.central - ledger.other_services - ledger.reserve;
  for (Cents* line : {&ledger.reserve, &ledger.other_services}) {
    const Cents taken = std::clamp<Cents>(least - schools, 0, *line);
    *line -= taken;
    schools += taken;
  }
  if (schools < least) {
    throw Failure(
        ExitCode::invalid_scenario,
        fmt::format("year {}: after the central office's posts ({:.2f} dollars) {:.2f} dollars of revenue are "
                    "left for schools, but a principal, a teacher and bought support in each cost {:.2f}",
                    year.number, in_dollars(ledger.central), in_dollars(schools), in_dollars(least)));
  }
  return schools;
}

/// What general money must give each school at least: funds without strings pay a part of it.
Amounts least_of_general(const Conditions& conditions, const Ledger& ledger, const Amounts& least) {
  const Context& context = conditions.scenario.context;
  Amounts general = least;
  for (std::size_t fund = 0; fund < context.funds.size(); ++fund) {
    for (std::size_t school = 0; school < general.size(); ++school) {
      const Cents money = ledger.fund_money[fund][school] + ledger.fund_carried[fund][school];
      const Cents tied = restricted_part(context.funds[fund], context.flexibility, ledger.fund_money[fund][school],
                                         ledger.fund_carried[fund][school]);
      general[school] = std::max<Cents>(0, general[school] - (money - tied));
    }
  }
  return general;
}

}  // namespace

void share_out(const Conditions& conditions, const SchoolYear& year, const std::vector<Cents>& least,
               District& district) {
  Ledger& ledger = district.ledger;
  pay_funds(conditions, year, ledger);
  const Amounts at_start = general_at_start(conditions, ledger);
  const Amounts general_least = least_of_general(conditions, ledger, least);
  const Cents schools = divide_revenue(conditions, year, total_of(at_start), total_of(general_least), district);
  const std::vector<double> growth = students_against_start(conditions, district.schools);
  std::vector<double> weights;
  for (std::size_t school = 0; school < at_start.size(); ++school) {
    weights.push_back(static_cast<double>(at_start[school]) * growth[school]);
  }
  const Amounts without = apportion(weights, schools);
  const Amounts formula = formula_amounts(conditions, district, growth, weights, without);
  Amounts general = formula;
  for (std::size_t school = 0; school < general.size(); ++school) general[school] += ledger.moved[school];
  const std::optional<Amounts> lifted = lifted_to_least(std::move(general), general_least);
  ledger.formula = formula;
  ledger.students = district.schools.students;
  for (std::size_t school = 0; school < formula.size(); ++school) {
    const Cents of_funds = ledger.funds_of(school);
    ledger.revenue += of_funds;
    ledger.school_without[school] = without[school] + of_funds;
    const auto usual = static_cast<Cents>(static_cast<double>(at_start[school]) * std::max(1.0, growth[school]));
    ledger.new_dollars[school] = std::max<Cents>(0, without[school] - usual);
    ledger.school_allocation[school] = lifted.value()[school] + of_funds;
  }
}

}  // namespace districtsim
