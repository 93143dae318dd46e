#include "sim/district/build_ledger.hpp"

#include "sim/district/providers.hpp"

namespace districtsim {

namespace {

Cents post_price(const PriceParameters& p, double against_teacher) {
  return from_dollars(p.teacher_salary * (1.0 + p.benefits) * against_teacher);
}

PostPrices post_prices(const PriceParameters& p) {
  PostPrices prices;
  prices.teacher = post_price(p, 1.0);
  prices.coach = post_price(p, p.coach);
  prices.assistant_principal = post_price(p, p.assistant_principal);
  prices.principal = post_price(p, p.principal);
  prices.director = post_price(p, p.director);
  prices.operations_post = post_price(p, p.operations_post);
  prices.administrative_manager = post_price(p, p.administrative_manager);
  prices.intervention_teacher = post_price(p, p.intervention_teacher);
  return prices;
}

}  // namespace

Cents staff_cost(const District& district, std::size_t school) {
  const PostPrices& prices = district.prices;
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
  ledger.moved.assign(count, 0);
  ledger.school_programmes.assign(count, 0);
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
  // Revenue is what the norm says, or more where measured posts cost more than it.
  const Cents modelled = ledger.schools_total() + ledger.central;
  const Cents usual = from_dollars(p.spending_per_student * students);
  ledger.revenue = usual > modelled ? usual : modelled;
  ledger.reserve = static_cast<Cents>(static_cast<double>(ledger.revenue) * p.reserve);
  ledger.other_services = ledger.revenue - modelled - ledger.reserve;
  if (ledger.other_services < 0) {
    ledger.reserve += ledger.other_services;
    ledger.other_services = 0;
  }
  ledger.revenue_at_start = ledger.revenue;
}

}  // namespace districtsim
