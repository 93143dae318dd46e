#pragma once

#include <cstddef>
#include <string>

#include "sim/record/year_record.hpp"
#include "sim/scenario/district_profile.hpp"

namespace districtsim {

/// Values compared bit by bit, and the first that differs, in words: "year 2, week 3, school Lincoln: strain is 0.5,
/// was 0.25". `first` is empty where all agree.
struct BitComparison {
  std::size_t values = 0;
  std::size_t teachers = 0;  ///< rows of the table of agents
  std::string first;

  [[nodiscard]] bool identical() const { return first.empty(); }
};

/// Compares every value of two records except the table of agents.
[[nodiscard]] BitComparison compare_all(const YearRecord& expected, const YearRecord& found,
                                        const DistrictProfile& district);

/// Compares every weekly, yearly and group value of every school but one, and every teacher outside of it, matched by
/// `person`. Both records need agents.
[[nodiscard]] BitComparison compare_elsewhere(const YearRecord& expected, const YearRecord& found, std::size_t school,
                                              const DistrictProfile& district);

/// Whether any weekly value of one school differs.
[[nodiscard]] bool school_differs(const YearRecord& expected, const YearRecord& found, std::size_t school);

}  // namespace districtsim
