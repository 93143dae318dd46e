#include <algorithm>
#include <set>
#include <string>

#include "sim/scenario/cross_checks.hpp"
#include "sim/scenario/select_schools.hpp"
#include "sim/scenario/suggest.hpp"

namespace districtsim {

namespace {

using Complaints = std::vector<Complaint>;

bool is_school(const DistrictProfile& district, const std::string& name) {
  const auto is_it = [&name](const SchoolProfile& school) { return name == school.name || name == school.id; };
  return std::any_of(district.schools.begin(), district.schools.end(), is_it);
}

std::vector<std::string> school_names(const DistrictProfile& district) {
  std::vector<std::string> names;
  for (const SchoolProfile& school : district.schools) names.push_back(school.name);
  for (const SchoolProfile& school : district.schools) names.push_back(school.id);
  return names;
}

/// Whether every name is a school's; complains of those that are not.
bool check_names(const Node& root, const NodePath& path, const SchoolSelector& selector,
                 const DistrictProfile& district, Complaints& complaints) {
  bool all_known = true;
  for (std::size_t row = 0; row < selector.names.size(); ++row) {
    const std::string& name = selector.names[row];
    if (is_school(district, name)) continue;
    all_known = false;
    NodePath below = path;
    below.insert(below.end(), {"names", std::to_string(row)});
    const std::string is = " is " + name + ", which is no school of " + district.name;
    complaints.push_back({place_at(root, below), path_text(below) + is + did_you_mean(name, school_names(district))});
  }
  return all_known;
}

bool check_selector(const Node& root, const NodePath& path, const SchoolSelector& selector,
                    const DistrictProfile& district, Complaints& complaints) {
  if (!check_names(root, path, selector, district, complaints)) return false;
  const std::string why = why_no_school(district, selector);
  if (why.empty()) return true;
  complaints.push_back({place_at(root, path), path_text(path) + " selects no school of " + district.name + ": " + why});
  return false;
}

/// The schools that each entry of a list is for, where it names some.
template <class Entry>
void check_list(const Node& root, const NodePath& path, const std::vector<Entry>& entries,
                const DistrictProfile& district, Complaints& complaints) {
  for (std::size_t row = 0; row < entries.size(); ++row) {
    if (!entries[row].schools) continue;
    NodePath below = path;
    below.insert(below.end(), {std::to_string(row), "schools"});
    static_cast<void>(check_selector(root, below, *entries[row].schools, district, complaints));
  }
}

}  // namespace

std::vector<Complaint> selector_checks(const Node& root, const Scenario& scenario) {
  Complaints complaints;
  for (std::size_t row = 0; row < scenario.reallocations.size(); ++row) {
    const Reallocation& entry = scenario.reallocations[row];
    const NodePath from = {"reallocations", std::to_string(row), "from"};
    const NodePath to = {"reallocations", std::to_string(row), "to"};
    const bool from_good = check_selector(root, from, entry.from, scenario.district, complaints);
    const bool to_good = check_selector(root, to, entry.to, scenario.district, complaints);
    if (!from_good || !to_good) continue;
    if (matching_schools(scenario.district, entry.from) != matching_schools(scenario.district, entry.to)) continue;
    complaints.push_back({place_at(root, to), path_text(to) + " selects the same schools as from"});
  }
  std::vector<Mandate> own = scenario.framework.mandates;
  const auto of_state = std::stable_partition(own.begin(), own.end(), [](const Mandate& one) { return !one.of_state; });
  const std::vector<Mandate> states(of_state, own.end());
  own.erase(of_state, own.end());
  check_list(root, {"framework", "mandates"}, own, scenario.district, complaints);
  check_list(root, {"context", "mandates"}, states, scenario.district, complaints);
  check_list(root, {"framework", "incentives"}, scenario.framework.incentives, scenario.district, complaints);
  check_list(root, {"context", "funds"}, scenario.context.funds, scenario.district, complaints);
  return complaints;
}

}  // namespace districtsim
