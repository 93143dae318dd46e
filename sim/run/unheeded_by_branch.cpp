#include <fmt/format.h>

#include <algorithm>

#include "sim/run/branch.hpp"

namespace districtsim {

namespace {

constexpr const char* only_start = "{} acts at the start of a run; the branch keeps what the baseline has";

void add_of_start(const Scenario& baseline, const Scenario& alternative, std::vector<std::string>& notes) {
  const Framework& before = baseline.framework;
  const Framework& after = alternative.framework;
  const auto compare = [&](bool same, const char* key) {
    if (!same) notes.push_back(fmt::format(only_start, key));
  };
  compare(before.teachers_per_coach == after.teachers_per_coach, "framework.teachers_per_coach");
  compare(before.schools_per_director == after.schools_per_director, "framework.schools_per_director");
  compare(before.schools_per_operations_post == after.schools_per_operations_post,
          "framework.schools_per_operations_post");
  compare(before.schools_per_cross_school_leader == after.schools_per_cross_school_leader,
          "framework.schools_per_cross_school_leader");
  compare(before.schools_per_data_post == after.schools_per_data_post,
          "framework.schools_per_data_post (the posts, not what schools expect of them)");
  compare(baseline.start == alternative.start, "start");
  compare(baseline.cost_reference.has_value() == alternative.cost_reference.has_value(), "equal cost");
}

void add_parameters(const Scenario& baseline, const Scenario& alternative, std::vector<std::string>& notes) {
  Parameters before = baseline.parameters;
  Parameters after = alternative.parameters;
  for (const std::string_view name : parameter_names()) {
    if (*find_parameter(before, name) == *find_parameter(after, name)) continue;
    if (name.rfind("prices.", 0) == 0) notes.push_back(fmt::format(only_start, name));
  }
}

void add_early_entries(const Scenario& baseline, const Scenario& alternative, const BranchPoint& branch,
                       std::vector<std::string>& notes) {
  const auto is_past = [&](int year) { return year < branch.year || (year == branch.year && branch.week > 0); };
  for (const Reallocation& move : alternative.reallocations) {
    const auto& known = baseline.reallocations;
    const bool there =
        std::any_of(known.begin(), known.end(), [&](const Reallocation& other) { return alike_moves(other, move); });
    if (there || !is_past(move.year)) continue;
    notes.push_back(
        fmt::format("{}: the reallocation of year {} begins before the branch; its parts of the years "
                    "before do not take place",
                    move.place, move.year));
  }
  for (const Event& event : alternative.events) {
    const auto& known = baseline.events;
    const bool there = std::any_of(known.begin(), known.end(), [&](const Event& other) {
      return other.kind == event.kind && other.year == event.year && other.share == event.share &&
             other.fund == event.fund && other.delay == event.delay;
    });
    if (there || !is_past(event.year)) continue;
    notes.push_back(
        fmt::format("an event of year {} lies before the branch: what happens once does not happen, what lasts holds "
                    "from the next year that begins",
                    event.year));
  }
}

}  // namespace

std::vector<std::string> unheeded_by_branch(const Scenario& baseline, const Scenario& alternative,
                                            const BranchPoint& branch) {
  std::vector<std::string> notes;
  add_of_start(baseline, alternative, notes);
  add_parameters(baseline, alternative, notes);
  add_early_entries(baseline, alternative, branch, notes);
  return notes;
}

}  // namespace districtsim
