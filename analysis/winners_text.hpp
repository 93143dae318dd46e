#pragma once

#include <cstddef>
#include <string>

#include "analysis/comparison.hpp"

namespace districtsim {

/// Who wins and who loses by an alternative, a few lines: counts of schools by outcome, and quarters of need.
[[nodiscard]] std::string winners_section(const AlternativeResult& alternative, std::size_t replicates);

/// The counts of all alternatives, one a line.
[[nodiscard]] std::string winners_table(const Comparison& comparison);

/// How many times more unpaired runs the headlines would take: the median over headlines that differ; NaN without one.
[[nodiscard]] double shared_luck(const AlternativeResult& alternative);

/// "Shared luck: as good as 6 times as many unpaired runs ...", with practice and achievement; "" for one run.
[[nodiscard]] std::string shared_luck_text(const AlternativeResult& alternative);

}  // namespace districtsim
