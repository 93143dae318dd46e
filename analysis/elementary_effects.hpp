#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "analysis/design_table.hpp"

namespace districtsim {

/// How a table of Morris trajectories lies: each has one row more than inputs that vary, and neighbours differ in one.
struct MorrisLayout {
  std::size_t trajectories = 0;
  std::vector<std::size_t> columns;  ///< inputs that vary
};

/// Whether a table is made of Morris trajectories; nothing if it is not.
[[nodiscard]] std::optional<MorrisLayout> recognise_morris(const DesignTable& design);

/// Elementary effects of one input over the trajectories (Morris 1991; mu* of Campolongo, Cariboni & Saltelli 2007).
struct ElementaryEffects {
  std::vector<double> effects;  ///< one for each trajectory
  double mu = 0.0;
  double mu_star = 0.0;
  double sigma = 0.0;  ///< standard deviation with ddof 1; 0 with one trajectory
};

/// Effects of every input that varies: the change of the result over the change of the input, with the input on the
/// scale on which its range in the design is 0 to 1.
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(const MorrisLayout& layout, const DesignTable& design,
                                                                std::span<const double> results);

}  // namespace districtsim
