#pragma once

#include "sim/core/elementary.hpp"

namespace districtsim {

/// The web-of-support index: how present the five forms of support are in a school, and how aligned (Knapp et al.
/// 2010). An output only: nothing in the model reads it.
struct WebOfSupportParameters {
  double learning_hours = 0.0;  ///< [h/week] for each teacher at which support for learning counts as half present
  double peer_hours = 0.0;      ///< [h/week] for each teacher, of meetings with one's like
  double released_hours = 0.0;  ///< [h/week] for each teacher, freed to learn
};

/// The five forms, 0 to 1 each.
struct FormsOfSupport {
  double resources = 0.0;    ///< time freed and free dollars, the mean of both
  double learning = 0.0;     ///< assistance, coaching, mentoring, development, visits
  double peers = 0.0;        ///< inquiry in teams, networks, ties between teacher leaders
  double operations = 0.0;   ///< 1 - backlog in leader-weeks, at least 0
  double sponsorship = 0.0;  ///< legitimacy times clarity of teacher leaders' roles, and the top's sponsorship
};

/// 0 without any, 1/2 at the usual amount, 1 in the limit. [1]
[[nodiscard]] inline double presence(double amount, double usual) {
  return amount > 0.0 ? amount / (amount + usual) : 0.0;
}

/// Geometric mean of the five forms, times coherence: one form that is missing leaves no web. [1] 0 to 1
[[nodiscard]] inline double web_index(const FormsOfSupport& forms, double coherence) {
  const double product = forms.resources * forms.learning * forms.peers * forms.operations * forms.sponsorship;
  return power(product, 0.2) * coherence;
}

}  // namespace districtsim
