#pragma once

#include <vector>

#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Teacher leaders' posts of each school: as its data say, otherwise its share of one to each `teachers_per_coach`.
[[nodiscard]] std::vector<int> coach_posts(const DistrictProfile& district, double teachers_per_coach);

/// Assistant principals' posts of each school: as its data say, otherwise by enrolment and level.
[[nodiscard]] std::vector<int> assistant_principal_posts(const DistrictProfile& district);

}  // namespace districtsim
