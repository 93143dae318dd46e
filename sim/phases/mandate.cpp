#include "sim/phases/mandate.hpp"

#include <algorithm>
#include <numeric>

#include "sim/phases/give_up_roles.hpp"
#include "sim/scenario/school_posts.hpp"
#include "sim/scenario/select_schools.hpp"

namespace districtsim {

namespace {

/// Rows of the schools that a mandate is for.
std::vector<std::size_t> schools_of(const Conditions& conditions, const Mandate& mandate) {
  const DistrictProfile& district = conditions.scenario.district;
  std::vector<std::size_t> rows;
  if (mandate.schools) {
    rows = matching_schools(district, *mandate.schools);
  } else {
    rows.resize(district.schools.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
  }
  if (mandate.what == Mandated::early_grade_fte) {
    const auto late = [&](std::size_t row) { return !has_early_grades(district.schools[row]); };
    rows.erase(std::remove_if(rows.begin(), rows.end(), late), rows.end());
  }
  return rows;
}

int wanted_posts(const Mandate& mandate, int students) {
  if (mandate.students_per_post <= 0.0) return static_cast<int>(mandate.amount + 0.5);
  return std::max(1, static_cast<int>(students / mandate.students_per_post + 0.5));
}

/// The plan's posts and the required ones of a kind, and how many a school can have.
struct RequiredKind {
  std::vector<int>& posts;
  std::vector<int>& required;
  int most = 0;
};

RequiredKind required_kind(Mandated what, PostPlan& plan) {
  switch (what) {
    case Mandated::assistant_principal_fte:
      return {plan.assistants, plan.required_assistants, most_assistant_principals};
    case Mandated::administrative_manager_fte:
      return {plan.managers, plan.required_managers, 1};
    case Mandated::intervention_fte:
      return {plan.interventionists, plan.required_interventionists, most_assistant_principals};
    case Mandated::early_grade_fte:
      return {plan.early, plan.required_early, most_teachers};
    case Mandated::coach_fte:
    case Mandated::extended_hours:
      break;
  }
  return {plan.coaches, plan.required_coaches, most_coaches};
}

/// Raises one school's posts to what is required with this mandate; returns how many open.
int require_posts(const Mandate& mandate, std::size_t school, int wanted, PostPlan& plan) {
  const RequiredKind kind = required_kind(mandate.what, plan);
  kind.required[school] = std::min(kind.most, kind.required[school] + wanted);
  int opened = std::max(0, kind.required[school] - kind.posts[school]);
  if (mandate.what == Mandated::early_grade_fte) {  // a teaching post too
    opened = std::min(opened, most_teachers - plan.teachers[school]);
    plan.teachers[school] += opened;
  }
  kind.posts[school] += opened;
  return opened;
}

void require_role(const Conditions& conditions, std::size_t entry, std::size_t school, int posts, District& district) {
  const Mandate& mandate = conditions.scenario.framework.mandates[entry];
  if (!mandate.role) return;
  const bool is_new = conditions.on(Mechanism::contracts) && is_new_role(conditions, entry);
  auto& roles = district.schools.mandated_roles[school];
  roles.insert(roles.end(), static_cast<std::size_t>(posts), {*mandate.role, is_new});
}

void require_in_schools(const Conditions& conditions, std::size_t entry, PostPlan& plan, District& district) {
  const Mandate& mandate = conditions.scenario.framework.mandates[entry];
  Decisions::NewRole& role = district.decisions.new_roles[entry];
  for (const std::size_t school : schools_of(conditions, mandate)) {
    if (mandate.what == Mandated::extended_hours) {
      plan.required_hours[school] += mandate.amount;
      plan.extended_hours[school] = std::max(plan.extended_hours[school], plan.required_hours[school]);
    } else if (role.given_up[school] == 0) {
      const int wanted = wanted_posts(mandate, district.schools.students[school]);
      role.opened[school] = std::min(wanted, role.opened[school] + require_posts(mandate, school, wanted, plan));
      if (mandate.what == Mandated::coach_fte) require_role(conditions, entry, school, wanted, district);
    }
  }
}

/// Years of groundwork that fall before this one began or into it: those before year 1 count in year 1.
int groundwork_now(const Conditions& conditions, std::size_t entry, int year) {
  const Mandate& mandate = conditions.scenario.framework.mandates[entry];
  const int first = mandate.year - mandate.groundwork_years;
  if (mandate.groundwork_years == 0 || year < first || year >= opening_year(conditions, entry)) return 0;
  return year == 1 ? 2 - std::min(1, first) : 1;
}

/// Schools get ready before posts open, and by living with them.
void get_ready(const Conditions& conditions, int year, District& district) {
  const NewRoleParameters& p = conditions.parameters.new_role;
  const auto& mandates = conditions.scenario.framework.mandates;
  const double sponsorship = district.central.sponsorship;
  for (std::size_t entry = 0; entry < mandates.size(); ++entry) {
    if (!is_new_role(conditions, entry)) continue;
    const bool lived = year > opening_year(conditions, entry);
    for (const std::size_t school : schools_of(conditions, mandates[entry])) {
      double& ready = district.schools.readiness[school];
      for (int own = groundwork_now(conditions, entry, year); own > 0; --own) {
        ready = readiness_after(ready, p.groundwork, sponsorship);
      }
      if (lived && district.decisions.new_roles[entry].given_up[school] == 0) {
        ready = readiness_after(ready, p.lived, sponsorship);
      }
    }
  }
}

}  // namespace

void mandate(const Conditions& conditions, const SchoolYear& year, PostPlan& plan, District& district) {
  const auto& mandates = conditions.scenario.framework.mandates;
  for (auto& roles : district.schools.mandated_roles) roles.clear();
  std::fill(district.schools.abandoned.begin(), district.schools.abandoned.end(), 0);
  if (!conditions.on(Mechanism::mandates) || mandates.empty()) return;
  if (conditions.on(Mechanism::contracts)) {
    give_up_roles(conditions, year, plan, district);
    get_ready(conditions, year.number, district);
  }
  for (std::size_t entry = 0; entry < mandates.size(); ++entry) {
    if (year.number >= opening_year(conditions, entry)) require_in_schools(conditions, entry, plan, district);
  }
}

}  // namespace districtsim
