#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/core/apportion.hpp"
#include "sim/core/units.hpp"

namespace districtsim {

/// Lifts every amount to its least, paid by the others in proportion to what they have above theirs; the sum stays, to
/// the cent. Nothing if all together are too little. Amounts may be below 0, leasts may not.
[[nodiscard]] inline std::optional<std::vector<Cents>> lifted_to_least(std::vector<Cents> amounts,
                                                                       const std::vector<Cents>& least) {
  Cents missing = 0;
  Cents above = 0;
  std::vector<double> spare(amounts.size(), 0.0);
  for (std::size_t row = 0; row < amounts.size(); ++row) {
    const Cents over = amounts[row] - least[row];
    (over < 0 ? missing : above) += over < 0 ? -over : over;
    if (over > 0) spare[row] = static_cast<double>(over);
  }
  if (missing == 0) return amounts;
  if (above < missing) return std::nullopt;
  const std::vector<Cents> given = apportion(spare, missing);
  for (std::size_t row = 0; row < amounts.size(); ++row) {
    amounts[row] = amounts[row] < least[row] ? least[row] : amounts[row] - given[row];
  }
  return amounts;
}

}  // namespace districtsim
