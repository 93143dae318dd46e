#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/record/year_record.hpp"

namespace districtsim {

/// What winners and losers are counted by.
enum class SchoolOutcome : std::uint8_t { achievement, practice, spending_per_student };

/// An outcome of a school; the district measure of the same name is of the whole district.
struct SchoolOutcomeName {
  std::string_view name;
  std::string_view label;  ///< for tables
  std::string_view unit;
  std::string_view meaning;
};
constexpr auto school_outcomes = std::to_array<SchoolOutcomeName>({
    {"achievement", "Achievement", "SD of students", "mean score of the school's students, both subjects"},
    {"practice", "Practice", "SD of teachers", "practice of the school's teachers, mean of four dimensions, last week"},
    {"spending_per_student", "Spending per student", "USD", "the school's allocation over its students"},
});

/// [outcome][school], NaN where a school has nothing to measure.
using SchoolValues = std::array<std::vector<double>, school_outcomes.size()>;
[[nodiscard]] SchoolValues school_values(const YearRecord& record);

}  // namespace districtsim
