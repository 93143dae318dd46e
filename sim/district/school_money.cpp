#include "sim/district/school_money.hpp"

#include <algorithm>

#include "sim/core/apportion.hpp"
#include "sim/scenario/select_schools.hpp"

namespace districtsim {

namespace {

/// Mean pay of those who are hired, against the district's: vacant posts will have it.
double pay_of_hires(const Conditions& conditions, const Ledger& ledger) {
  const HiringParameters& hiring = conditions.parameters.hiring;
  const SalaryParameters& salaries = conditions.parameters.salaries;
  const int most = std::max(1, static_cast<int>(hiring.experienced_years));
  double experienced = 0.0;
  for (int years = 1; years <= most; ++years) experienced += pay_at(years, ledger.pay_of_steps, salaries) / most;
  return hiring.novice_share * pay_at(0.0, ledger.pay_of_steps, salaries) + (1.0 - hiring.novice_share) * experienced;
}

}  // namespace

std::vector<Cents> fund_shares(const Fund& fund, const DistrictProfile& district) {
  std::vector<Cents> shares(district.schools.size(), 0);
  const std::vector<std::size_t> rows = matching_schools(district, fund.schools.value_or(SchoolSelector{}));
  if (rows.empty()) return shares;
  std::vector<double> low_income;
  for (const std::size_t row : rows) low_income.push_back(district.schools[row].low_income_students());
  const std::vector<Cents> in_total = apportion(low_income, from_dollars(fund.dollars));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    shares[rows[i]] = in_total[i] + from_dollars(fund.dollars_per_low_income_student * low_income[i]);
  }
  return shares;
}

bool fund_paid(const Scenario& scenario, const Fund& fund, int year) {
  const bool before = year < 1;
  if (before && fund.adds) return false;
  if (!before && !fund.paid_in(year)) return false;
  return std::none_of(scenario.events.begin(), scenario.events.end(), [&](const Event& event) {
    return event.kind == Event::Kind::fund_lapse && event.fund == fund.name && event.year <= year;
  });
}

SchoolPots school_pots(const Conditions& conditions, const Ledger& ledger, std::size_t school) {
  const Context& context = conditions.scenario.context;
  SchoolPots pots;
  pots.general = ledger.school_allocation[school] - ledger.funds_of(school);
  for (std::size_t fund = 0; fund < context.funds.size(); ++fund) {
    const Cents money = ledger.fund_money[fund][school];
    const Cents carried = ledger.fund_carried[fund][school];
    pots.restricted.push_back(restricted_part(context.funds[fund], context.flexibility, money, carried));
    pots.free.push_back(money + carried - pots.restricted.back());
  }
  return pots;
}

SchoolPosts posts_of(const Schools& schools, std::size_t school) {
  return {static_cast<int>(schools.teachers(school)), schools.coaches[school], schools.assistants[school],
          schools.managers[school], schools.interventionists[school]};
}

SchoolLines costs_of(const PostPrices& prices, const SchoolPosts& posts, Cents extended_time, Cents support_provider) {
  SchoolLines costs{};
  const auto put = [&](LedgerLine line, Cents cost) { costs[static_cast<std::size_t>(line)] = cost; };
  put(LedgerLine::principal, prices.principal);
  put(LedgerLine::teacher, prices.teacher * posts.teachers);
  put(LedgerLine::coach, prices.coach * posts.coaches);
  put(LedgerLine::assistant_principal, prices.assistant_principal * posts.assistants);
  put(LedgerLine::administrative_manager, prices.administrative_manager * posts.managers);
  put(LedgerLine::intervention_teacher, prices.intervention_teacher * posts.interventionists);
  put(LedgerLine::extended_time, extended_time);
  put(LedgerLine::support_provider, support_provider);
  return costs;
}

PostPrices prices_of(const District& district, std::size_t school) {
  PostPrices prices = district.prices;
  prices.teacher = district.ledger.teacher_price[school];
  return prices;
}

double mean_pay(const Conditions& conditions, const District& district, std::size_t school) {
  const Teachers& teachers = district.teachers;
  const Schools& schools = district.schools;
  const double of_hires = pay_of_hires(conditions, district.ledger);
  double sum = 0.0;
  for (std::size_t row = schools.teacher_begin[school]; row < schools.teacher_begin[school + 1]; ++row) {
    sum += teachers.holder[row] == Holder::regular
               ? pay_at(static_cast<double>(teachers.experience[row]), district.ledger.pay_of_steps,
                        conditions.parameters.salaries)
               : of_hires;
  }
  return schools.teachers(school) > 0 ? sum / schools.teachers(school) : 1.0;
}

Cents actual_salaries(const Conditions& conditions, const District& district, std::size_t school) {
  const Teachers& teachers = district.teachers;
  const Schools& schools = district.schools;
  double sum = 0.0;
  for (std::size_t row = schools.teacher_begin[school]; row < schools.teacher_begin[school + 1]; ++row) {
    const bool regular = teachers.holder[row] == Holder::regular;
    sum += pay_at(regular ? static_cast<double>(teachers.experience[row]) : 0.0, district.ledger.pay_of_steps,
                  conditions.parameters.salaries);
  }
  return static_cast<Cents>(sum * static_cast<double>(district.prices.teacher) + 0.5);
}

bool pay_from_reserve(Ledger& ledger, Cents Ledger::*line, Cents cost) {
  const Cents more = cost - ledger.*line;
  const Cents not_modelled = ledger.other_services - ledger.partner - ledger.stipends;
  if (more > ledger.reserve + not_modelled) return false;
  ledger.*line = cost;
  const Cents from_reserve = std::min(more, ledger.reserve);
  ledger.reserve -= from_reserve;
  ledger.other_services += from_reserve;  // what the reserve cannot pay, services that are not modelled do without
  return true;
}

}  // namespace districtsim
