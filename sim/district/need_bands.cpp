#include "sim/district/need_bands.hpp"

#include "sim/scenario/select_schools.hpp"

namespace districtsim {

std::vector<std::uint8_t> need_bands(std::span<const SchoolProfile> schools) {
  std::vector<std::uint8_t> band(schools.size(), 0);
  for (const SchoolLevel level : {SchoolLevel::elementary, SchoolLevel::middle, SchoolLevel::high}) {
    const std::vector<std::size_t> rows = schools_by_need(schools, level);
    const std::size_t parts = rows.size() >= least_for_quarters ? 4 : 2;
    if (rows.size() < least_for_halves) continue;
    for (std::size_t place = 0; place < rows.size(); ++place) {
      const std::size_t part = place * parts / rows.size();
      band[rows[place]] = static_cast<std::uint8_t>(parts == 4 ? part : part * 3);
    }
  }
  return band;
}

}  // namespace districtsim
