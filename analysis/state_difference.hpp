#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "analysis/state_table.hpp"

namespace districtsim {

/// Which of two states somebody is in.
enum class Presence : std::uint8_t { in_both, only_first, only_second };

/// What differs in one column; a fund that only one state has counts as 0 in the other.
struct ColumnDifference {
  StateColumn column = {};
  double first = 0.0;
  double second = 0.0;
};

/// Somebody or something that differs between two states.
struct EntityDifference {
  EntityKind kind = EntityKind::teacher;
  std::uint32_t key = 0;
  std::uint32_t school = no_school;  ///< in the first state, or in the second if only there
  Presence presence = Presence::in_both;
  std::vector<ColumnDifference> columns = {};  ///< of those in both
};

/// How many of a kind differ, and of how many in either state.
struct DifferenceCount {
  std::size_t different = 0;
  std::size_t all = 0;
};

/// How far two states have parted.
struct StateSpread {
  std::array<DifferenceCount, entity_count> kinds{};
  std::map<std::uint32_t, DifferenceCount> people_of_school = {};  ///< by the school's key
};

/// Everything of `kind` that differs, in the order of the first state, then of the second.
[[nodiscard]] std::vector<EntityDifference> differences(EntityKind kind, const StateTable& first,
                                                        const StateTable& second);

[[nodiscard]] StateSpread spread_of(const StateTable& first, const StateTable& second);

/// Digest of a state whatever its rows, so that equal digests mean no differences: of people alone, or of everything.
enum class DigestOf : std::uint8_t { people, everything };
[[nodiscard]] std::string state_digest(const StateTable& state, DigestOf part);

}  // namespace districtsim
