#include <algorithm>

#include "sim/district/build_leaders.hpp"
#include "sim/district/seating.hpp"
#include "sim/phases/coach_posts.hpp"
#include "sim/phases/succession.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

/// Teachers whose post closed take a vacancy of another school of their level, or leave the district.
void place_displaced(const Conditions& conditions, const std::vector<DisplacedTeacher>& displaced, District& district) {
  const auto start = static_cast<float>(conditions.parameters.trust.start);
  for (const DisplacedTeacher& person : displaced) {
    const std::size_t row = vacancy_for(district, person.school);
    ++district.flows.displaced[person.school];
    if (row >= district.teachers.size()) continue;
    ++district.flows.placed[district.teachers.school[row]];
    move_teacher(person.row, 0, district.teachers, row);
    district.teachers.trust_principal[row] = start;
    district.teachers.trust_coach[row] = start;
  }
}

/// New posts are filled as those that leaders have left; who holds a closed one leaves.
void set_assistant_posts(const Conditions& conditions, const SchoolYear& year, const std::vector<int>& posts,
                         District& district) {
  AssistantPrincipals& assistants = district.assistant_principals;
  for (std::uint32_t school = 0; school < posts.size(); ++school) {
    for (int held = district.schools.assistants[school]; held < posts[school]; ++held)
      add_assistant(assistants, school);
    for (int held = district.schools.assistants[school]; held > posts[school]; --held) {
      const auto end = std::upper_bound(assistants.school.begin(), assistants.school.end(), school);
      remove_assistant(assistants, static_cast<std::size_t>(end - assistants.school.begin()) - 1);
    }
  }
  district.schools.assistants = posts;
  std::vector<bool> open;
  for (const PersonKey key : assistants.key) open.push_back(key == 0);
  if (std::find(open.begin(), open.end(), true) != open.end()) {
    fill_assistant_posts(conditions, year.start, year.index + 1, open, district);
  }
}

bool posts_change(const Schools& schools, const std::vector<int>& posts) {
  for (std::size_t school = 0; school < schools.size(); ++school) {
    if (static_cast<int>(schools.teachers(school)) != posts[school]) return true;
  }
  return false;
}

}  // namespace

void restaff(const Conditions& conditions, const SchoolYear& year, const PostPlan& plan, District& district) {
  for (auto* flow :
       {&district.flows.promoted, &district.flows.returned, &district.flows.displaced, &district.flows.placed}) {
    std::fill(flow->begin(), flow->end(), 0);
  }
  if (posts_change(district.schools, plan.teachers))
    place_displaced(conditions, set_teaching_posts(district, plan.teachers), district);
  close_coach_posts(conditions, plan.coaches, district);
  set_assistant_posts(conditions, year, plan.assistants, district);
  fill_coach_posts(conditions, year, plan.coaches, district);
  district.schools.managers = plan.managers;
  district.schools.interventionists = plan.interventionists;
  district.schools.early_posts = plan.early;
  district.schools.extended_hours = plan.extended_hours;
}

}  // namespace districtsim
