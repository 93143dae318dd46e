#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "sim/core/apportion.hpp"
#include "sim/core/failure.hpp"
#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"

namespace districtsim {

/// One part of an entry of the scenario's reallocations: what moves before one year.
struct MovePart {
  const Reallocation& move;
  std::size_t entry = 0;
  int part = 0;  ///< from 0
  std::vector<std::uint32_t> from;
  std::vector<std::uint32_t> to;

  /// Of a total, what this part moves: parts are equal, the first ones larger by one where they must.
  [[nodiscard]] std::int64_t of(std::int64_t total) const {
    const std::vector<double> equal(static_cast<std::size_t>(move.years), 1.0);
    return apportion(equal, total)[static_cast<std::size_t>(part)];
  }
  [[nodiscard]] StandingMove record(std::uint32_t giver, std::uint32_t taker) const {
    StandingMove record;
    record.what = move.what;
    record.from = giver;
    record.to = taker;
    record.entry = entry;
    return record;
  }
  [[noreturn]] void fail(const std::string& why) const {
    throw Failure(ExitCode::invalid_scenario, fmt::format("{}: {}", move.place, why));
  }
};

/// Dollars move by students, in the ledger's `moved`. A part of reallocate.
void move_dollars(const MovePart& part, int year, District& district);

/// Principals of the giving schools work so many hours a week in the receiving ones, in equal shares. A part of
/// reallocate.
void lend_hours(const MovePart& part, const Conditions& conditions, int year, District& district);

}  // namespace districtsim
