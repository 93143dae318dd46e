#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "sim/core/apportion.hpp"

namespace districtsim {

/// Students to one post where the data do not say how many posts there are. (Teachers to a coach are the framework's.)
struct StaffingParameters {
  double elementary_students_per_assistant = 589.0;  ///< students to an assistant principal, RAND/Wallace 2021
  double secondary_students_per_assistant = 486.0;   ///< of middle and high schools, RAND/Wallace 2021
};

/// Whole posts for `load` teachers or students of a district, one to each `load_per_post` (> 0), to the nearest.
[[nodiscard]] inline int posts_for(double load, double load_per_post) {
  return static_cast<int>(std::floor(load / load_per_post + 0.5));
}

/// Posts of each school by rule: the district's posts, shared out by largest remainder of the schools' loads, at most
/// `most` to a school.
[[nodiscard]] inline std::vector<int> posts_by_load(std::span<const double> loads, double load_per_post, int most) {
  double total = 0.0;
  for (const double load : loads) total += load;
  std::vector<int> posts = apportion(loads, total > 0.0 ? posts_for(total, load_per_post) : 0);
  for (int& count : posts) count = std::min(count, most);
  return posts;
}

/// Dollars a year that a school of `students` spends apart from staff. [$]
[[nodiscard]] inline double school_dollars_for(int students, double dollars_per_student) {
  return dollars_per_student * students;
}

}  // namespace districtsim
