#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/scenario_variants.hpp"

namespace districtsim {

/// Which rows of a sweep have the same luck: those of a block (of a Saltelli design) or trajectory (of Morris); each
/// row its own; or all.
enum class LuckSharing : std::uint8_t { block, row, common };

/// A replicate's number holds the row or block in the lower bits and the replicate above, so that neither a larger
/// sample nor more replicates change the luck of runs that are done.
constexpr int bits_of_luck_group = 24;
constexpr std::size_t most_luck_groups = std::size_t{1} << bits_of_luck_group;  ///< rows or blocks with own luck
constexpr std::size_t most_replicates_with_own_luck = std::size_t{1} << (32 - bits_of_luck_group);

/// A district measure of a year, as a design asks for it.
struct ChosenMeasure {
  std::string measure;  ///< whole name, with the group: "achievement_low_income"
  int year = 0;         ///< recorded year from 1; 0: the last
};

/// What a design says about the runs of a sweep.
struct SweepInputs {
  std::filesystem::path base;                 ///< the scenario that is run; empty: the design is for anyone's model
  std::vector<std::filesystem::path> layers;  ///< laid over the base and every alternative
  std::vector<std::filesystem::path> alternatives;  ///< scenarios, or layers laid over the base
  std::size_t replicates = 1;                       ///< of each row and arm
  int years = 0;                                    ///< recorded; 0: those of the base
  std::vector<ChosenMeasure> measures;              ///< empty: the usual ones
  std::uint64_t luck_seed = 1;
  LuckSharing luck = LuckSharing::common;
  bool parameters_drawn = false;  ///< parameters that do not vary: drawn with the luck, or held at their values
};

/// The base, then every alternative, ready for rows of the design. Throws Failure with what is wrong in one of them.
[[nodiscard]] std::vector<ScenarioVariants> sweep_arms(const SweepInputs& sweep);

}  // namespace districtsim
