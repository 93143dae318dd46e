#pragma once

#include <algorithm>

#include "sim/core/elementary.hpp"

namespace districtsim {

/// The market for teachers: what pay, stipends and support do to leaving, moving and hiring. All of it is neutral at
/// usual trust, pay as others', no stipends and shared initiative.
struct LaborMarketParameters {
  double usual_trust = 0.0;       ///< [1] trust in leaders at which leaving and moving are usual
  double leave_trust = 0.0;       ///< [logit] of leaving, for trust higher by 1, taken off
  double move_trust = 0.0;        ///< [logit] of moving, for trust higher by 1, taken off
  double pay = 0.0;               ///< [logit] of leaving and moving, for log pay higher by 1, taken off
  double stipend = 0.0;           ///< [logit] of leaving and moving, for a stipend of a whole salary, taken off
  double transfer_stipend = 0.0;  ///< [utility] of a stipend of a whole salary to one who looks for a school
  double moving_cost = 0.0;       ///< [utility] that a mover for a stipend gives up
  double look = 0.0;              ///< [logit per utility] of looking within the district for a stipend
  double better_take = 0.0;       ///< [1 per SD of talent] by which better teachers take a transfer stipend more
  double applicants_pay = 0.0;    ///< [1] applicants for pay higher by 1 in logs
  double school_pool = 0.0;       ///< [1] applicants who are met where schools hire by themselves, and earlier
  double school_signal = 0.0;     ///< [1] what is seen of applicants where schools hire, against usual
  double district_signal = 0.0;   ///< [1] what is seen where the central office assigns, against usual
  double assigned_need = 0.0;     ///< [log applicants per SD of need] where the central office assigns
  double union_limit = 0.0;       ///< [1] by which a strong union narrows non-renewal, for strength higher by 1
};

/// What is taken off the logits of leaving and moving. [logit]
struct StayTerms {
  double leave = 0.0;
  double move = 0.0;
};

/// By trust in leaders against usual. Direction: Boyd et al. 2011; Kraft, Marinell & Yee 2016.
[[nodiscard]] inline StayTerms trust_terms(double trust, const LaborMarketParameters& p) {
  return {p.leave_trust * (trust - p.usual_trust), p.move_trust * (trust - p.usual_trust)};
}

/// By pay against the market's and by a stipend as a share of salary. Hendricks 2014; Clotfelter et al. 2008. [logit]
[[nodiscard]] inline double pay_term(double relative_pay, double stipend_share, const LaborMarketParameters& p) {
  return p.pay * logarithm(relative_pay) + p.stipend * stipend_share;
}

/// What a transfer stipend is worth to one with this talent [SD], after the cost of moving; at least 0. [utility]
[[nodiscard]] inline double transfer_worth(double stipend_share, double talent, const LaborMarketParameters& p) {
  const double taken = std::clamp(1.0 + p.better_take * talent, 0.5, 1.5);
  return std::max(0.0, p.transfer_stipend * stipend_share * taken - p.moving_cost);
}

/// Applicants, relative to a usual market, by pay: .5 to 1.5. [1]
[[nodiscard]] inline double applicants_by_pay(double relative_pay, const LaborMarketParameters& p) {
  return std::clamp(exponential(p.applicants_pay * logarithm(relative_pay)), 0.5, 1.5);
}

/// Applicants for a post, relative to others, by a stipend as a share of salary: 1 to 3. [1]
[[nodiscard]] inline double applicants_by_stipend(double stipend_share, const LaborMarketParameters& p) {
  return std::clamp(exponential(p.applicants_pay * stipend_share), 1.0, 3.0);
}

/// How far contracts can be left to end, against a union of strength .5: .5 to 1.5. [1]
[[nodiscard]] inline double contract_room(double union_strength, const LaborMarketParameters& p) {
  return std::clamp(1.0 - p.union_limit * (union_strength - 0.5), 0.5, 1.5);
}

}  // namespace districtsim
