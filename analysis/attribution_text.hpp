#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analysis/attribution.hpp"

namespace districtsim {

/// How an attribution was made, for its readers.
struct AttributionMade {
  std::string baseline;
  std::string alternative;
  std::string district;
  int year = 1;
  std::uint64_t seed = 1;
  int permutations = 0;  ///< 0: exact, by families
  bool parameters_drawn = true;
};

/// For people, at most 100 columns: for each measure the parts, largest first, and what they sum to.
[[nodiscard]] std::string attribution_text(const Attribution& attribution, const AttributionMade& made);

/// A list `measures` with `parts`, the one "with all mechanisms off" among them; they sum to `difference`.
[[nodiscard]] nlohmann::json attribution_as_json(const Attribution& attribution, const AttributionMade& made);

/// One row a measure and part.
[[nodiscard]] std::string attribution_csv(const Attribution& attribution, const AttributionMade& made);

}  // namespace districtsim
