#pragma once

#include <cstddef>

#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Posts of the central office that ratios to schools give.
struct CentralPosts {
  int directors = 1;
  int operations = 1;
  int data = 0;
  int cross_school = 0;
};

/// What a framework's ratios give in a district of so many schools, rounded; one director and one operations post at
/// least, and no more cross-school leaders than schools.
[[nodiscard]] CentralPosts central_posts(const Framework& framework, std::size_t schools);

}  // namespace districtsim
