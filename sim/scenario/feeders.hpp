#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "sim/scenario/district_profile.hpp"

namespace districtsim {

/// Kilometres between two places on the earth, as a sphere of 6371 km (haversine formula). [degrees]
[[nodiscard]] double great_circle_distance(double latitude_a, double longitude_a, double latitude_b,
                                           double longitude_b);

/// The row of each school's feeder: the nearest school that begins with the grade after the sender's highest, or where
/// none begins with it the nearest that serves it; -1 where none does, and after grade 12. Schools at an unknown place
/// are farthest; ties go to the lower id.
[[nodiscard]] std::vector<int> nearest_feeders(std::span<const SchoolProfile> schools);

/// Why leavers of `sender` cannot go to `feeder`, for messages ("Oak (1) does not serve grade 06"), or "".
[[nodiscard]] std::string why_no_feeder(const SchoolProfile& sender, const SchoolProfile& feeder);

/// The row among `receivers` that takes sender `row` of `senders`, in blocks of neighbouring rows of nearly equal size.
[[nodiscard]] std::size_t block_of(std::size_t row, std::size_t senders, std::size_t receivers);

}  // namespace districtsim
