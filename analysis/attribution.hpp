#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analysis/coalitions.hpp"
#include "analysis/paired.hpp"

namespace districtsim {

/// The part of one player - a family of mechanisms, or a single mechanism - in a difference.
struct AttributedPart {
  std::size_t player = 0;  ///< row of Attribution::players
  double part = 0.0;       ///< mean over replicates
  Range precision;         ///< 95 % t interval of that mean; NaN below 2 replicates
  double alone = 0.0;      ///< what the difference loses if this player alone is switched off; NaN if not run
};

/// One measure's difference, split. parts + all_off = difference.
struct AttributedMeasure {
  std::size_t measure = 0;
  std::size_t replicates = 0;
  double baseline = 0.0;     ///< mean
  double alternative = 0.0;  ///< mean
  double difference = 0.0;   ///< mean over replicates
  Range precision;
  double all_off = 0.0;  ///< the difference that is left with all mechanisms off
  Range all_off_precision;
  std::vector<AttributedPart> parts;  ///< largest first
};

/// Why two scenarios differ.
struct Attribution {
  std::vector<Player> players;  ///< on in either scenario
  std::size_t runs = 0;         ///< simulated
  std::size_t saved = 0;        ///< runs not made since both scenarios are the same there, so their difference is 0
  std::vector<AttributedMeasure> measures;
};

/// What to split, and over how many replicates.
struct AttributionPlan {
  std::vector<std::size_t> measures;  ///< rows of district_measures(), not those that need giving schools
  int year = 1;                       ///< recorded year
  int replicates = 1;
};

/// Exact Shapley values (Shapley 1953) of families: the difference of every set of families, all others switched off in
/// both scenarios, with the luck and parameters of the same replicate. At most most_mechanism_families players.
[[nodiscard]] Attribution attribute_to_families(const Scenario& baseline, const Scenario& alternative,
                                                const AttributionPlan& plan, const RunCoalitions& run);

/// Estimated Shapley values of single mechanisms (Castro, Gomez & Tejada 2009): in every replicate, `permutations`
/// orders of its own - each second one the reverse of the one before (Mitchell et al. 2022) - in which mechanisms are
/// switched on one after the other. Parts of every replicate sum to its difference, whatever the orders; intervals over
/// replicates hold the error of the orders too.
[[nodiscard]] Attribution attribute_to_mechanisms(const Scenario& baseline, const Scenario& alternative,
                                                  const AttributionPlan& plan, int permutations,
                                                  const RunCoalitions& run);

/// Runs that each takes, those that are saved taken off; of mechanisms a little more than are made where orders meet.
[[nodiscard]] std::size_t runs_for_families(const Scenario& baseline, const Scenario& alternative, int replicates);
[[nodiscard]] std::size_t runs_for_mechanisms(const Scenario& baseline, const Scenario& alternative, int replicates,
                                              int permutations);

}  // namespace districtsim
