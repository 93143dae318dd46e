#include "sim/phases/spend_new_dollars.hpp"

#include <algorithm>

#include "sim/district/build_ledger.hpp"
#include "sim/phases/school_books.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

/// Whole units that a share of new dollars pays.
int units_for(Cents dollars, double share, Cents price) {
  return price > 0 ? static_cast<int>(share * static_cast<double>(dollars) / static_cast<double>(price)) : 0;
}

/// How many more than the rule has bought before; remembers them.
int more_than_before(int wanted, int& before) {
  const int more = std::max(0, wanted - before);
  before += more;
  return more;
}

/// The reserve takes its share of a school's new dollars, as far as the school keeps its least.
void put_aside(const NewDollars& shares, Cents least, std::size_t school, Ledger& ledger) {
  const Cents general = ledger.school_allocation[school] - ledger.funds_of(school);
  const auto share = static_cast<Cents>(shares.reserve * static_cast<double>(ledger.new_dollars[school]));
  const Cents kept = std::clamp<Cents>(share, 0, std::max<Cents>(0, general - least));
  ledger.school_allocation[school] -= kept;
  ledger.school_without[school] -= kept;
  ledger.reserve += kept;
}

}  // namespace

void raise_pay(const Conditions& conditions, const SchoolYear& year, District& district) {
  const double share = conditions.scenario.framework.new_dollars.pay;
  if (share <= 0.0 || year.number < 2) return;
  const Ledger& ledger = district.ledger;
  const auto fresh = static_cast<double>(total_of(ledger.new_dollars));
  const double staff = static_cast<double>(total_of(ledger.school_staff)) / (1.0 + district.central.pay_raise);
  district.central.pay_raise = std::max(district.central.pay_raise, staff > 0.0 ? share * fresh / staff : 0.0);
  district.prices = post_prices(conditions.parameters.prices, district.central.pay_raise);
  std::fill(district.ledger.teacher_price.begin(), district.ledger.teacher_price.end(), district.prices.teacher);
}

void spend_new_dollars(const Conditions& conditions, const std::vector<Cents>& least, PostPlan& plan,
                       District& district) {
  const NewDollars& shares = conditions.scenario.framework.new_dollars;
  Ledger& ledger = district.ledger;
  Schools& schools = district.schools;
  for (std::size_t school = 0; school < schools.size(); ++school) {
    const Cents fresh = ledger.new_dollars[school];
    const Cents hour = price_of(conditions, district, school, Spending::extended_hour);
    const int teachers = units_for(fresh, shares.class_size, ledger.teacher_price[school]);
    const int coaches = units_for(fresh, shares.coaches, district.prices.coach);
    const int hours = units_for(fresh, shares.programmes, hour);
    put_aside(shares, least[school], school, ledger);
    plan.teachers[school] =
        std::min(most_teachers, plan.teachers[school] + more_than_before(teachers, schools.rule_teachers[school]));
    plan.coaches[school] =
        std::min(most_coaches, plan.coaches[school] + more_than_before(coaches, schools.rule_coaches[school]));
    plan.extended_hours[school] += more_than_before(hours, schools.rule_hours[school]);
  }
}

}  // namespace districtsim
