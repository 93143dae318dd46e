#include "sim/phases/spend_new_dollars.hpp"

#include <algorithm>

#include "sim/district/build_ledger.hpp"
#include "sim/phases/formula.hpp"
#include "sim/phases/school_books.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

/// What a school has beyond what it had at the start for as many students; at least 0.
Cents new_dollars(const Ledger& ledger, const std::vector<double>& growth, std::size_t school) {
  const double usual = static_cast<double>(ledger.school_at_start[school]) * growth[school];
  return std::max(Cents{0}, ledger.school_allocation[school] - static_cast<Cents>(usual));
}

/// Whole posts that a share of new dollars pays.
int posts_for_share(Cents dollars, double share, Cents price) {
  return price > 0 ? static_cast<int>(share * static_cast<double>(dollars) / static_cast<double>(price)) : 0;
}

}  // namespace

void raise_pay(const Conditions& conditions, const SchoolYear& year, District& district) {
  const double share = conditions.scenario.framework.new_dollars.pay;
  if (share <= 0.0 || year.number < 2) return;
  const Ledger& ledger = district.ledger;
  const std::vector<double> growth = students_against_start(conditions, district.schools);
  double fresh = 0.0;
  double staff = 0.0;
  for (std::size_t school = 0; school < growth.size(); ++school) {
    fresh += static_cast<double>(new_dollars(ledger, growth, school));
    staff += static_cast<double>(ledger.school_staff[school]) / (1.0 + district.central.pay_raise);
  }
  district.central.pay_raise = std::max(district.central.pay_raise, staff > 0.0 ? share * fresh / staff : 0.0);
  district.prices = post_prices(conditions.parameters.prices, district.central.pay_raise);
  std::fill(district.ledger.teacher_price.begin(), district.ledger.teacher_price.end(), district.prices.teacher);
}

void spend_new_dollars(const Conditions& conditions, const std::vector<Cents>& least, PostPlan& plan,
                       District& district) {
  const NewDollars& shares = conditions.scenario.framework.new_dollars;
  Ledger& ledger = district.ledger;
  const std::vector<double> growth = students_against_start(conditions, district.schools);
  for (std::size_t school = 0; school < growth.size(); ++school) {
    const Cents fresh = new_dollars(ledger, growth, school);
    if (fresh == 0) continue;
    const Cents spare = std::max(Cents{0}, ledger.school_allocation[school] - least[school]);
    const Cents kept = std::min(spare, static_cast<Cents>(shares.reserve * static_cast<double>(fresh)));
    ledger.school_allocation[school] -= kept;
    ledger.school_without[school] -= std::min(kept, ledger.school_without[school]);
    ledger.reserve += kept;
    const int at_start = district.schools.teachers_at_start[school];
    const int teachers = at_start + posts_for_share(fresh, shares.class_size, ledger.teacher_price[school]);
    plan.teachers[school] = std::max(plan.teachers[school], std::min(most_teachers, teachers));
    const int coaches = posts_for_share(fresh, shares.coaches, district.prices.coach);
    if (coaches > 0) {
      const int wanted = std::min(most_coaches, district.schools.coaches_at_start[school] + coaches);
      plan.required_coaches[school] = std::max(plan.required_coaches[school], wanted);
      plan.coaches[school] = std::max(plan.coaches[school], wanted);
    }
    const Cents hour = price_of(conditions, district, school, Spending::extended_hour);
    const int hours = posts_for_share(fresh, shares.programmes, hour);
    plan.extended_hours[school] = std::max(plan.extended_hours[school], static_cast<double>(hours));
  }
}

}  // namespace districtsim
