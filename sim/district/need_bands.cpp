#include "sim/district/need_bands.hpp"

#include <algorithm>
#include <array>

namespace districtsim {

namespace {

constexpr std::array<SchoolLevel, 3> levels = {SchoolLevel::elementary, SchoolLevel::middle, SchoolLevel::high};
constexpr std::size_t fewest_for_quarters = 8;

/// Rows of a grade span's schools from the lowest share of low-income students to the highest.
std::vector<std::uint32_t> by_need(std::span<const SchoolProfile> schools, SchoolLevel level) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < schools.size(); ++row) {
    if (schools[row].level == level) rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    return schools[a].low_income_share() < schools[b].low_income_share();
  });
  return rows;
}

}  // namespace

std::vector<std::uint8_t> need_bands(std::span<const SchoolProfile> schools) {
  std::vector<std::uint8_t> band(schools.size(), 0);
  for (const SchoolLevel level : levels) {
    const std::vector<std::uint32_t> rows = by_need(schools, level);
    const std::size_t parts = rows.size() >= fewest_for_quarters ? 4 : 2;
    if (rows.size() < 2) continue;
    for (std::size_t place = 0; place < rows.size(); ++place) {
      const std::size_t part = place * parts / rows.size();
      band[rows[place]] = static_cast<std::uint8_t>(parts == 4 ? part : part * 3);
    }
  }
  return band;
}

}  // namespace districtsim
