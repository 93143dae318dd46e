#pragma once

#include "sim/core/elementary.hpp"

namespace districtsim {

/// Informal classroom visits by principals and assistant principals. They help only if the feedback is specific
/// (Grissom, Loeb & Master 2013: walk-throughs negative unless used for development; Portin et al. 2009, chapter 2).
struct VisitParameters {
  double share_of_instruction = 0.0;  ///< [1] of leaders' instructional hours spent on visits
  double leader_hours = 0.0;          ///< [h] of the leader, with the way and notes
  double teacher_hours = 0.0;         ///< [h] of the teacher, for the feedback
  double specific_base = 0.0;         ///< [logit] that feedback is specific, for an average leader
  double specific_skill = 0.0;        ///< [logit per SD] of the principal's instructional skill
  double unspecific_loss = 0.0;       ///< [1 per visit] share of trust in leaders that unspecific feedback costs
  double leader_expertise = 0.0;      ///< [iSD] of an average principal above the reference practice
  double expertise_per_skill = 0.0;   ///< [iSD per SD] of instructional skill
};

/// Probability that a visit's feedback is specific. [1]
[[nodiscard]] inline double specific_feedback(double skill, const VisitParameters& p) {
  return logistic(p.specific_base + p.specific_skill * skill);
}

}  // namespace districtsim
