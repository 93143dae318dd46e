#include "sim/phases/give_up_roles.hpp"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "sim/district/purpose.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/mandate.hpp"

namespace districtsim {

namespace {

/// First school year in which the contract allows new roles, with the delays that come before they are agreed on.
int agreed_year(const Scenario& scenario) {
  std::vector<std::pair<int, int>> delays;  // year, years of delay
  for (const Event& event : scenario.events) {
    if (event.kind == Event::Kind::contract_delay) delays.emplace_back(event.year, event.delay);
  }
  std::sort(delays.begin(), delays.end());
  int agreed = scenario.context.new_roles_year;
  for (const auto& [year, delay] : delays) {
    if (year <= agreed) agreed += delay;
  }
  return agreed;
}

/// A new role's luck comes from who demands it, which role it is and from when on, not from its place in the list;
/// `rank` tells mandates apart that are alike in these.
std::uint32_t role_key(const Mandate& mandate, std::uint32_t rank) {
  const auto role = static_cast<std::uint32_t>(*mandate.role);
  const std::uint32_t demand = mix_keys(mandate.of_state ? 1 : 0, role);
  return mix_keys(mix_keys(demand, static_cast<std::uint32_t>(mandate.year)), rank);
}

std::uint32_t role_key(const std::vector<Mandate>& mandates, std::size_t entry) {
  const auto content = [](const Mandate& mandate) {
    return std::tuple(mandate.what, mandate.role, mandate.year, mandate.of_state);
  };
  const auto end = mandates.begin() + static_cast<std::ptrdiff_t>(entry);
  const auto alike = [&](const Mandate& other) { return content(other) == content(*end); };
  return role_key(*end, static_cast<std::uint32_t>(std::count_if(mandates.begin(), end, alike)));
}

/// Holders of a role in each school, and the sum of their legitimacy.
struct Holders {
  std::vector<int> count;
  std::vector<double> legitimacy;
};

Holders holders_of(const TeacherLeaders& leaders, std::size_t schools, LeaderRole role) {
  Holders holders{std::vector<int>(schools, 0), std::vector<double>(schools, 0.0)};
  for (std::size_t row = 0; row < leaders.size(); ++row) {
    if (leaders.role[row] != role) continue;
    ++holders.count[leaders.school[row]];
    holders.legitimacy[leaders.school[row]] += static_cast<double>(leaders.legitimacy[row]);
  }
  return holders;
}

/// The posts that the mandate opened close, as far as they are there.
void close_posts(std::size_t school, Decisions::NewRole& role, PostPlan& plan, Schools& schools) {
  role.given_up[school] = 1;
  const int closed = std::min(plan.coaches[school], role.opened[school]);
  plan.coaches[school] -= closed;
  schools.abandoned[school] += closed;
}

}  // namespace

bool is_new_role(const Conditions& conditions, std::size_t entry) {
  const Mandate& mandate = conditions.scenario.framework.mandates[entry];
  if (mandate.what != Mandated::coach_fte || !mandate.role) return false;
  return mandate.year > 1 || agreed_year(conditions.scenario) > 1;
}

int opening_year(const Conditions& conditions, std::size_t entry) {
  const Mandate& mandate = conditions.scenario.framework.mandates[entry];
  if (!conditions.on(Mechanism::contracts) || !is_new_role(conditions, entry)) return mandate.year;
  const double slips = conditions.parameters.new_role.agreement_slips * conditions.scenario.context.union_strength;
  const LuckKey luck{role_key(conditions.scenario.framework.mandates, entry), 0};
  const bool slipped =
      mandate.groundwork_years == 0 && conditions.draws.happens(slips, Purpose::role_agreement, luck, 0);
  return std::max(mandate.year, agreed_year(conditions.scenario)) + (slipped ? 1 : 0);
}

void give_up_roles(const Conditions& conditions, const SchoolYear& year, PostPlan& plan, District& district) {
  const auto& mandates = conditions.scenario.framework.mandates;
  for (std::size_t entry = 0; entry < mandates.size(); ++entry) {
    if (!is_new_role(conditions, entry) || year.number <= opening_year(conditions, entry)) continue;
    Decisions::NewRole& role = district.decisions.new_roles[entry];
    const std::uint32_t own = role_key(mandates, entry);
    const Holders holders = holders_of(district.teacher_leaders, district.schools.size(), *mandates[entry].role);
    for (std::size_t school = 0; school < district.schools.size(); ++school) {
      if (role.given_up[school] != 0 || holders.count[school] == 0) continue;
      const double chance = given_up_chance(holders.legitimacy[school] / holders.count[school],
                                            district.central.sponsorship, conditions.parameters.new_role);
      const LuckKey luck{district.schools.key[school], own};
      if (conditions.draws.happens(chance, Purpose::role_given_up, luck, year.start)) {
        close_posts(school, role, plan, district.schools);
      }
    }
  }
}

}  // namespace districtsim
