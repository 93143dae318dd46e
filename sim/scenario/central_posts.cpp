#include "sim/scenario/central_posts.hpp"

#include <algorithm>
#include <cmath>

#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

int rounded(double posts) { return static_cast<int>(std::floor(posts + 0.5)); }

}  // namespace

CentralPosts central_posts(const Framework& framework, std::size_t schools) {
  const auto count = static_cast<double>(schools);
  CentralPosts posts;
  posts.directors = static_cast<int>(director_caseloads(schools, framework.schools_per_director).size()) - 1;
  posts.operations = std::max(1, rounded(count / framework.schools_per_operations_post));
  posts.data = rounded(count / framework.schools_per_data_post);
  posts.cross_school = std::min(static_cast<int>(schools), rounded(count / framework.schools_per_cross_school_leader));
  return posts;
}

}  // namespace districtsim
