#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "sim/core/elementary.hpp"
#include "sim/rules/teacher_effect.hpp"

namespace districtsim {

/// How a learning agenda reaches teachers (Knapp et al. 2010, practice 1; pathways: Knapp, Copland & Talbert 2003).
struct AgendaParameters {
  double hearing = 0.0;           ///< [1/step] share of the way that what teachers hear goes in four weeks
  double fidelity = 0.0;          ///< [1] 0 to 1, share of the plan's focus that arrives in the reference district
  double cohesion = 0.0;          ///< [1] of it, relative change per unit of the leadership team's cohesion
  double pathway = 0.0;           ///< [1 per pathway] relative change
  double engagement = 0.0;        ///< [1] relative change per unit of the principal's engagement
  double incoherence = 0.0;       ///< [1] share of learning lost per unit of coherence below the usual
  double emphasis = 0.0;          ///< [1] how far what is learned follows the weights heard
  double ownership_rate = 0.0;    ///< [1/step] of teachers' ownership, raised and lowered alike at the reference
  double pull_exponent = 0.0;     ///< [1] theta, below 1: more leaders' hours bring less and less
  double reference_effort = 0.0;  ///< [h/week] leaders' instructional hours for each teacher in the reference district
};

using Focus = std::array<double, dimension_count>;

constexpr int usual_pathways = 3;
constexpr double even_weight = 1.0 / dimension_count;

/// The plan's focus in a year: as written, or turned by one dimension every year.
[[nodiscard]] inline Focus focus_of_year(const Focus& focus, bool changes_yearly, int year) {
  if (!changes_yearly) return focus;
  Focus turned{};
  for (std::size_t d = 0; d < dimension_count; ++d) {
    turned[(d + static_cast<std::size_t>(year)) % dimension_count] = focus[d];
  }
  return turned;
}

/// Where a school stands against the reference district: differences of cohesion, pathways and engagement.
struct Carriers {
  double cohesion = 0.0;
  double pathways = 0.0;
  double engagement = 0.0;
};

/// Share of the plan's focus that arrives. [1] 0 to 1
[[nodiscard]] inline double heard_fidelity(const Carriers& above, const AgendaParameters& p) {
  const double multiplier =
      1.0 + p.cohesion * above.cohesion + p.pathway * above.pathways + p.engagement * above.engagement;
  return std::clamp(p.fidelity * std::clamp(multiplier, 0.5, 1.5), 0.0, 1.0);
}

/// What is heard of one dimension a step later: a part of the plan's focus arrives, the rest leans to even weights.
[[nodiscard]] inline double heard_next(double heard, double focus, double fidelity, double hearing) {
  return heard + hearing * (fidelity * (focus - even_weight) + (even_weight - heard));
}

/// Cosine of the plan's focus with the focus heard. [1] 0 to 1
[[nodiscard]] inline double coherence_of(const Focus& plan, const Focus& heard) {
  double product = 0.0;
  double of_plan = 0.0;
  double of_heard = 0.0;
  for (std::size_t d = 0; d < dimension_count; ++d) {
    product += plan[d] * heard[d];
    of_plan += plan[d] * plan[d];
    of_heard += heard[d] * heard[d];
  }
  const double both = std::sqrt(of_plan) * std::sqrt(of_heard);
  return both > 0.0 ? std::clamp(product / both, 0.0, 1.0) : 1.0;
}

/// Coherence that the plan's focus comes to in the reference district, if it is steady; 1 for an even focus. [1]
[[nodiscard]] inline double usual_coherence(const Focus& plan, const AgendaParameters& p) {
  Focus heard{};
  for (std::size_t d = 0; d < dimension_count; ++d) heard[d] = even_weight + p.fidelity * (plan[d] - even_weight);
  return coherence_of(plan, heard);
}

/// What coherence makes of support, against the usual of the plan's focus. [1] .5 to 1.5
[[nodiscard]] inline double coherence_multiplier(double coherence, double usual, const AgendaParameters& p) {
  return std::clamp(1.0 + p.incoherence * (coherence - usual), 0.5, 1.5);
}

/// Emphasis on a dimension in what is learned: 1 everywhere for an even focus, 1 on average over the dimensions at the
/// usual coherence. [1] .5 to 1.5
[[nodiscard]] inline double emphasis_of(double heard, double multiplier, const AgendaParameters& p) {
  return std::clamp(multiplier * (1.0 + p.emphasis * (heard / even_weight - 1.0)), 0.5, 1.5);
}

/// Pull of a school's leaders, against the reference: (effort / reference)^theta times what coherence makes
/// of it. Effort: their instructional
/// hours times max(0, 1 + skill), for each teacher, so that hours of a principal of mean skill (0 SD) count once. .5
/// to 1.5
[[nodiscard]] inline double leaders_pull(double effort, double multiplier, const AgendaParameters& p) {
  return std::clamp(power(effort / p.reference_effort, p.pull_exponent) * multiplier, 0.5, 1.5);
}

/// Ownership a step later, a bounded stock around .5 at a pull of 1. [1]
[[nodiscard]] inline double ownership_next(double ownership, double pull, double rate) {
  return ownership + rate * pull * (1.0 - ownership) - rate * ownership;
}

}  // namespace districtsim
