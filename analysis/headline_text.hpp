#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"

namespace districtsim {

/// Why rounds of replicates ended.
enum class StoppedBy : std::uint8_t { settled, replicates, time, out_of_reach };
/// "settled", "replicates", "time", "out_of_reach".
[[nodiscard]] std::string name_of(StoppedBy stopped);

/// How a comparison until settled was run.
struct Rounds {
  std::vector<int> replicates;  ///< of each round
  StoppedBy stopped = StoppedBy::settled;
};

/// Headlines that are waited for and not settled, of all alternatives: "A: practice, about 40 more runs".
[[nodiscard]] std::vector<std::string> not_settled(const Comparison& comparison);

/// The most replicates that an open headline still takes; 0 where all are settled.
[[nodiscard]] std::size_t most_more_runs(const Comparison& comparison);

/// What ended the rounds and what is not settled.
[[nodiscard]] std::string rounds_text(const Comparison& comparison, const Rounds& rounds);

/// The reading of every headline of an alternative, one a line.
[[nodiscard]] std::string readings_section(const AlternativeResult& alternative);

}  // namespace districtsim
