#pragma once

#include <string>
#include <vector>

#include "sim/district/conditions.hpp"
#include "sim/record/snapshot.hpp"

namespace districtsim {

/// Where alternatives leave the baseline's history.
struct BranchPoint {
  int year = 1;  ///< recorded school year from 1
  int week = 0;  ///< of the year, from 0; 0: before anything of the year, its money and posts too
};

[[nodiscard]] CalendarPoint point_of(const BranchPoint& branch, const CalendarPlan& calendar);

/// Throws Failure(invalid_scenario) with every reason why an alternative cannot continue the baseline's history:
/// another district or calendar, other prices, records or market of support, a fund of the baseline that it lacks;
/// within a year also money that would change in the middle of it.
void check_branch(const std::vector<const Scenario*>& scenarios, const BranchPoint& branch);

/// For people: what differs from the baseline but does nothing in an alternative that begins at the branch, one
/// sentence each. A run from the start would differ through it.
[[nodiscard]] std::vector<std::string> unheeded_by_branch(const Scenario& baseline, const Scenario& alternative,
                                                          const BranchPoint& branch);

/// Whether two reallocations are the same but for their place in a file.
[[nodiscard]] bool alike_moves(const Reallocation& one, const Reallocation& other);

/// Puts a state of the baseline's history under an alternative's rules: columns by entry of reallocations, mandates and
/// funds follow the alternative's lists (entries that are alike keep what they had), schools have its discretion.
void take_over(const Scenario& baseline, const Scenario& alternative, District& district);

/// A year of the baseline's history as a year of the alternative: its ledger has the alternative's funds.
[[nodiscard]] YearRecord as_record_of(const Scenario& baseline, const Scenario& alternative, YearRecord record);

}  // namespace districtsim
