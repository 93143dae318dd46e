#include "sim/phases/succession.hpp"

namespace districtsim {

namespace {

/// Whether somebody with these completed years began after last year ended: departures count the years of the others.
bool came_this_summer(const Conditions& conditions, const SchoolYear& year, int tenure) {
  return year.index > 0 && conditions.on(Mechanism::leader_turnover) && tenure == 0;
}

}  // namespace

void replace_principals(const Conditions& conditions, const SchoolYear& year, District& district) {
  std::vector<std::uint32_t> schools;
  for (std::uint32_t school = 0; school < district.schools.size(); ++school) {
    if (!came_this_summer(conditions, year, district.principals.tenure[school])) schools.push_back(school);
  }
  const AssistantPrincipals& assistants = district.assistant_principals;
  std::vector<bool> open(assistants.size(), false);
  for (std::size_t row = 0; row < open.size(); ++row) {
    open[row] = came_this_summer(conditions, year, assistants.tenure[row]);  // not promoted before they began
  }
  const std::vector<bool> came = open;
  succeed_principals(conditions, year.start, year.index + 1, schools, district, open);
  for (std::size_t row = 0; row < open.size(); ++row) open[row] = open[row] && !came[row];
  fill_assistant_posts(conditions, year.start, year.index + 1, open, district);
}

}  // namespace districtsim
