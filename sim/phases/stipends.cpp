#include "sim/phases/stipends.hpp"

#include <algorithm>
#include <numeric>

#include "sim/scenario/select_schools.hpp"

namespace districtsim {

namespace {

/// Calls `visit(incentive, school)` for every incentive that is paid in a year and every school that it is for.
template <class Visit>
void each_stipend(const Conditions& conditions, int year, const Visit& visit) {
  if (!conditions.on(Mechanism::incentives) || year < 1) return;
  const DistrictProfile& profile = conditions.scenario.district;
  for (const Incentive& incentive : conditions.scenario.framework.incentives) {
    if (!incentive.paid_in(year)) continue;
    std::vector<std::size_t> schools(profile.schools.size());
    std::iota(schools.begin(), schools.end(), std::size_t{0});
    if (incentive.schools) schools = matching_schools(profile, *incentive.schools);
    for (const std::size_t school : schools) visit(incentive, school);
  }
}

std::int64_t came_with_stipend(const District& district, std::size_t school) {
  std::int64_t count = 0;
  for (auto row = district.schools.teacher_begin[school]; row < district.schools.teacher_begin[school + 1]; ++row) {
    const bool regular = district.teachers.holder[row] == Holder::regular;
    count += regular && district.teachers.stipend_years[row] > 0 ? 1 : 0;
  }
  return count;
}

}  // namespace

Stipends stipends_of(const Conditions& conditions, int year) {
  const std::size_t schools = conditions.scenario.district.schools.size();
  Stipends stipends;
  stipends.retention.assign(schools, 0.0);
  stipends.transfer.assign(schools, 0.0);
  each_stipend(conditions, year, [&](const Incentive& incentive, std::size_t school) {
    const double share = incentive.dollars / conditions.parameters.prices.teacher_salary;
    const bool stays = incentive.kind == Incentive::Kind::retention;
    (stays ? stipends.retention : stipends.transfer)[school] += share;
  });
  for (std::size_t school = 0; school < schools; ++school) {
    stipends.retention[school] = std::min(stipends.retention[school], 1.0);
    stipends.transfer[school] = std::min(stipends.transfer[school], 1.0 - stipends.retention[school]);
    double& best = stipends.best_transfer[static_cast<std::size_t>(conditions.scenario.district.schools[school].level)];
    best = std::max(best, stipends.transfer[school]);
  }
  return stipends;
}

Cents stipend_cost(const Conditions& conditions, const SchoolYear& year, const District& district,
                   const PostPlan& plan) {
  const double salary = conditions.parameters.prices.teacher_salary;
  const Stipends stipends = stipends_of(conditions, year.number);
  Cents cost = 0;
  for (std::size_t school = 0; school < stipends.retention.size(); ++school) {
    cost += from_dollars(stipends.retention[school] * salary) * plan.teachers[school];
    if (stipends.transfer[school] <= 0.0) continue;
    cost += from_dollars(stipends.transfer[school] * salary) * came_with_stipend(district, school);
  }
  return cost;
}

}  // namespace districtsim
