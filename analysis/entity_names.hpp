#pragma once

#include <string>

#include "analysis/divergence.hpp"

namespace districtsim {

/// Who it is, for people: "teacher, Bluff Park Elementary, post 12, there since the start (luck 3211265)".
[[nodiscard]] std::string entity_text(const EntityDifference& entity, const Divergence& divergence);

/// A value of a column: a number, or whom or which school a key means.
[[nodiscard]] std::string state_value_text(const StateColumn& column, double value, const Divergence& divergence);

[[nodiscard]] std::string school_text(std::uint32_t key, const Divergence& divergence);

/// Number of the post and school year of hire that a person's luck comes from; a year of 0 and below is a warm-up year,
/// nothing: there since the start.
struct LuckPlace {
  std::uint32_t school = 0;  ///< key
  int post = 0;
  std::optional<int> hired = {};
};
[[nodiscard]] LuckPlace luck_place(std::uint32_t key, int warm_up_years);

}  // namespace districtsim
