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

/// Where in the order of need a selection begins and ends, for a span of `count` schools.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Part part_of(NeedSelection need, std::size_t count) {
  const std::size_t quarter = count >= fewest_for_quarters ? count / 4 : count / 2;
  switch (need) {
    case NeedSelection::any:
      return {0, count};
    case NeedSelection::lowest:
      return {0, count >= 2 ? 1U : 0U};
    case NeedSelection::highest:
      return {count >= 2 ? count - 1 : count, count};
    case NeedSelection::lowest_quarter:
      return {0, quarter};
    case NeedSelection::highest_quarter:
      return {count - quarter, count};
    case NeedSelection::lowest_half:
      return {0, count / 2};
    case NeedSelection::highest_half:
      return {count - count / 2, count};
  }
  return {};
}

bool named(const SchoolProfile& school, const SchoolSelector& selector) {
  return selector.names.empty() ||
         std::any_of(selector.names.begin(), selector.names.end(),
                     [&](const std::string& name) { return name == school.name || name == school.id; });
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

std::vector<std::uint32_t> selected_schools(std::span<const SchoolProfile> schools, const SchoolSelector& selector) {
  std::vector<std::uint32_t> rows;
  for (const SchoolLevel level : levels) {
    if (selector.level && *selector.level != level) continue;
    const std::vector<std::uint32_t> ranked = by_need(schools, level);
    const Part part = part_of(selector.need, ranked.size());
    for (std::size_t place = part.begin; place < part.end; ++place) {
      const SchoolProfile& school = schools[ranked[place]];
      if (selector.title_one && *selector.title_one != school.title_one) continue;
      if (named(school, selector)) rows.push_back(ranked[place]);
    }
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

}  // namespace districtsim
