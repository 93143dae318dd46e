#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "analysis/district_years.hpp"

namespace districtsim {

/// A group that is the same in every scenario: fixed at the baseline, before anything is changed.
struct FixedGroup {
  std::string_view name;
  std::string_view label;  ///< short, for columns
  std::string_view meaning;
};
constexpr auto fixed_groups = std::to_array<FixedGroup>({
    {"all", "all", "all students, teachers or schools"},
    {"low_income", "low-inc.", "students from low-income families; achievement only"},
    {"other", "other", "all other students; achievement only"},
    {"lowest_need", "lowest", "schools of the lowest quarter of need within their grade span"},
    {"second_need", "second", "schools of the second quarter of need"},
    {"third_need", "third", "schools of the third quarter of need"},
    {"highest_need", "highest", "schools of the highest quarter of need"},
});

/// An outcome of a group in the last year of a run; NaN where there is none. In a quarter of need schools count by
/// their students at the start, whatever the scenario does to enrolment.
[[nodiscard]] double group_value(const DistrictYears& runs, RunPlace place, SchoolOutcome outcome, std::size_t group);

}  // namespace districtsim
