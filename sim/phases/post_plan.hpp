#pragma once

#include <algorithm>
#include <vector>

#include "sim/district/schools.hpp"

namespace districtsim {

/// Posts and programmes that each school is to have in a year.
struct PostPlan {
  std::vector<int> teachers;
  std::vector<int> coaches;
  std::vector<int> assistants;
  std::vector<int> managers;
  std::vector<int> interventionists;
  std::vector<int> early;              ///< of the teachers, posts that make classes up to grade 3 smaller
  std::vector<double> extended_hours;  ///< [h/week] for every student
  // What mandates require at least.
  std::vector<int> required_coaches;
  std::vector<int> required_assistants;
  std::vector<int> required_managers;
  std::vector<int> required_interventionists;
  std::vector<int> required_early;
  std::vector<double> required_hours;
};

/// What schools have now; nothing is required yet.
[[nodiscard]] inline PostPlan posts_now(const Schools& schools) {
  PostPlan plan;
  for (std::size_t school = 0; school < schools.size(); ++school) {
    plan.teachers.push_back(static_cast<int>(schools.teachers(school)));
  }
  plan.coaches = schools.coaches;
  plan.assistants = schools.assistants;
  plan.managers = schools.managers;
  plan.interventionists = schools.interventionists;
  plan.early = schools.early_posts;
  plan.extended_hours = schools.extended_hours;
  const std::vector<int> none(schools.size(), 0);
  plan.required_coaches = plan.required_assistants = plan.required_managers = none;
  plan.required_interventionists = plan.required_early = none;
  plan.required_hours.assign(schools.size(), 0.0);
  return plan;
}

/// A school that lost a teaching post has no more posts for early grades than teaching posts.
inline void keep_early_among_teachers(PostPlan& plan, std::size_t school) {
  plan.early[school] = std::min(plan.early[school], plan.teachers[school]);
}

}  // namespace districtsim
