#include "sim/scenario/select_schools.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace districtsim {

namespace {

using Chosen = std::vector<bool>;

bool from_the_top(NeedSelection need) {
  return need == NeedSelection::highest || need == NeedSelection::highest_quarter ||
         need == NeedSelection::highest_half;
}

std::size_t number_chosen(NeedSelection need, std::size_t schools) {
  if (schools < least_for_halves) return 0;
  if (need == NeedSelection::lowest || need == NeedSelection::highest) return 1;
  const bool quarter = need == NeedSelection::lowest_quarter || need == NeedSelection::highest_quarter;
  return quarter && schools >= least_for_quarters ? schools / 4 : schools / 2;
}

Chosen chosen_by_need(const DistrictProfile& district, NeedSelection need) {
  if (need == NeedSelection::any) return Chosen(district.schools.size(), true);
  Chosen chosen(district.schools.size(), false);
  for (const SchoolLevel level : {SchoolLevel::elementary, SchoolLevel::middle, SchoolLevel::high}) {
    std::vector<std::size_t> rows = schools_by_need(district.schools, level);
    if (from_the_top(need)) std::reverse(rows.begin(), rows.end());
    const std::size_t count = number_chosen(need, rows.size());
    for (std::size_t i = 0; i < count; ++i) chosen[rows[i]] = true;
  }
  return chosen;
}

/// Whether a school is in the network of that number; without one every school is.
bool is_in_network(const DistrictProfile& district, const std::optional<int>& network, std::size_t row) {
  if (!network) return true;
  const auto next = static_cast<std::size_t>(*network);
  const std::vector<std::uint32_t>& begin = district.network_begin;
  return next < begin.size() && begin[next - 1] <= row && row < begin[next];
}

bool is_named(const SchoolProfile& school, const std::vector<std::string>& names) {
  const auto is_it = [&school](const std::string& name) { return name == school.name || name == school.id; };
  return names.empty() || std::any_of(names.begin(), names.end(), is_it);
}

}  // namespace

std::vector<std::size_t> schools_by_need(std::span<const SchoolProfile> schools, SchoolLevel level) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < schools.size(); ++i) {
    if (schools[i].level == level) rows.push_back(i);
  }
  std::stable_sort(rows.begin(), rows.end(), [schools](std::size_t a, std::size_t b) {
    return schools[a].low_income_share() < schools[b].low_income_share();
  });
  return rows;
}

std::vector<std::size_t> matching_schools(const DistrictProfile& district, const SchoolSelector& selector) {
  const Chosen chosen = chosen_by_need(district, selector.need);
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < district.schools.size(); ++i) {
    const SchoolProfile& school = district.schools[i];
    const bool level = !selector.level || *selector.level == school.level;
    const bool title_one = !selector.title_one || *selector.title_one == school.title_one;
    const bool network = is_in_network(district, selector.network, i);
    if (level && title_one && network && is_named(school, selector.names) && chosen[i]) rows.push_back(i);
  }
  return rows;
}

std::string why_no_school(const DistrictProfile& district, const SchoolSelector& selector) {
  static constexpr std::array<std::string_view, 3> level_names = {"elementary", "middle", "high"};
  if (!matching_schools(district, selector).empty()) return "";
  SchoolSelector part;
  std::string conditions;
  part.names = selector.names;
  if (matching_schools(district, part).empty()) return "no school of these names";
  if (selector.level) conditions += " of level " + std::string(level_names[static_cast<std::size_t>(*selector.level)]);
  part.level = selector.level;
  if (matching_schools(district, part).empty()) return "no school" + conditions;
  if (selector.title_one) conditions += *selector.title_one ? " with Title I status" : " without Title I status";
  part.title_one = selector.title_one;
  if (matching_schools(district, part).empty()) return "no school" + conditions;
  if (selector.network) {
    const std::size_t networks = district.network_begin.empty() ? 0 : district.network_begin.size() - 1;
    if (static_cast<std::size_t>(*selector.network) > networks) {
      return "there is no network " + std::to_string(*selector.network) + ", the district has " +
             std::to_string(networks) + " (framework.schools_per_director)";
    }
    conditions += " in network " + std::to_string(*selector.network);
  }
  part.network = selector.network;
  if (matching_schools(district, part).empty()) return "no school" + conditions;
  const bool ranked =
      !matching_schools(district, {selector.need, selector.level, std::nullopt, std::nullopt, {}}).empty();
  if (ranked) return "no school" + conditions + " has that rank of need";
  return "no grade span has the 2 schools that a rank of need takes";
}

}  // namespace districtsim
