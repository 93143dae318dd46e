#pragma once

#include <span>
#include <string_view>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// When a phase runs.
enum class Cadence : std::uint8_t { before_year, weekly, after_year };

/// Where a run is: everything a row of the phase table may hand to its phase.
struct Moment {
  const Conditions& conditions;
  District& district;
  Week week;
  SchoolYear year;
};

/// One row of the year: what runs when, on which columns.
struct Phase {
  std::string_view name;
  Cadence cadence = Cadence::weekly;
  std::string_view rows;  ///< of which table it writes
  std::string_view meaning;
  void (*run)(const Moment&) = nullptr;
};

/// The phases of a year, in their order.
[[nodiscard]] std::span<const Phase> phase_table();

}  // namespace districtsim
