#include <algorithm>

#include "sim/district/build_leaders.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/succession.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

/// Schools whose principal leaves this summer.
std::vector<std::uint32_t> principals_posts_open(const Conditions& conditions, const SchoolYear& year,
                                                 const Principals& principals) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t school = 0; school < principals.key.size(); ++school) {
    const LuckKey luck{principals.key[school], 0};
    const double exit = conditions.parameters.departure.principal_exit;
    if (conditions.draws.happens(exit, Purpose::leader_exit, luck, year.summer)) open.push_back(school);
  }
  return open;
}

/// Assistant principals who leave open their post.
void assistants_leave(const Conditions& conditions, const SchoolYear& year, const AssistantPrincipals& assistants,
                      std::vector<bool>& open) {
  for (std::size_t row = 0; row < assistants.size(); ++row) {
    if (open[row] || assistants.tenure[row] == 0) continue;  // came this summer
    const LuckKey luck{assistants.key[row], 1};
    open[row] = conditions.draws.happens(conditions.parameters.departure.assistant_exit, Purpose::leader_exit, luck,
                                         year.summer);
  }
}

/// Teacher leaders who leave their post for any reason are as many as without promotions.
void teacher_leaders_leave(const Conditions& conditions, const SchoolYear& year, std::size_t before,
                           TeacherLeaders& leaders) {
  double exit = conditions.parameters.departure.coach_exit;
  if (leaders.size() < before) {
    const double promoted = 1.0 - static_cast<double>(leaders.size()) / static_cast<double>(before);
    exit = promoted < 1.0 ? std::max(0.0, (exit - promoted) / (1.0 - promoted)) : 0.0;
  }
  std::vector<std::uint32_t> staying;
  for (std::uint32_t row = 0; row < leaders.size(); ++row) {
    const LuckKey luck{leaders.key[row], 2};
    if (!conditions.draws.happens(exit, Purpose::leader_exit, luck, year.summer)) staying.push_back(row);
  }
  keep_coaches(leaders, staying);
}

}  // namespace

void leaders_leave(const Conditions& conditions, const SchoolYear& year, District& district) {
  AssistantPrincipals& assistants = district.assistant_principals;
  for (int& years : assistants.tenure) ++years;
  for (int& years : district.principals.tenure) ++years;
  std::vector<bool> open(assistants.size(), false);
  succeed_principals(conditions, year.summer, year.index + 2,
                     principals_posts_open(conditions, year, district.principals), district, open);
  assistants_leave(conditions, year, assistants, open);
  const std::size_t before = district.teacher_leaders.size();
  fill_assistant_posts(conditions, year.summer, year.index + 2, open, district);
  teacher_leaders_leave(conditions, year, before, district.teacher_leaders);
}

}  // namespace districtsim
