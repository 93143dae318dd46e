#pragma once

#include <algorithm>

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
  double specific_cohesion = 0.0;     ///< [logit] per unit of the leadership team's cohesion above the reference
  double unspecific_loss = 0.0;       ///< [1 per visit] share of trust in leaders that unspecific feedback costs
  double leader_expertise = 0.0;      ///< [iSD] of an average principal above the reference practice
  double expertise_per_skill = 0.0;   ///< [iSD per SD] of instructional skill
};

/// Probability that a visit's feedback is specific, by the visitor's skill and by how far the leadership team's
/// cohesion is above the reference: teacher leaders bring knowledge of classrooms. [1]
[[nodiscard]] inline double specific_feedback(double skill, double more_cohesion, const VisitParameters& p) {
  return logistic(p.specific_base + p.specific_skill * skill + p.specific_cohesion * more_cohesion);
}

/// Skill of a leader who could show as much: how the practice of somebody else counts among leaders. Within 3 SD. [SD]
[[nodiscard]] inline double skill_that_shows(double above_norm, const VisitParameters& p) {
  return std::clamp((above_norm - p.leader_expertise) / std::max(p.expertise_per_skill, 0.05), -3.0, 3.0);
}

}  // namespace districtsim
