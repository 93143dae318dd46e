#pragma once

#include <algorithm>

#include "sim/core/elementary.hpp"
#include "sim/rules/bounded_stock.hpp"

namespace districtsim {

/// Standing of teacher leaders and what their roles are used for (Portin et al. 2009, chapter 3).
struct TeacherLeaderParameters {
  double legitimacy_start = 0.0;    ///< [1] 0 to 1, of a new teacher leader
  double clarity_start = 0.0;       ///< [1] 0 to 1, role clarity of a new teacher leader
  double subject_mismatch = 0.0;    ///< [1] quality with a teacher of another subject, against 1
  double relationship = 0.0;        ///< [1 per SD] trust gained, by skill in relationships, as an exponent
  double legitimacy_kept = 0.0;     ///< [1/week] rise when all protected time goes to kept contacts
  double legitimacy_taught = 0.0;   ///< [1/week] rise of one who still teaches all day
  double legitimacy_refused = 0.0;  ///< [1/week] loss when every offer is refused
  double legitimacy_misused = 0.0;  ///< [1/week] loss when all protected time goes to office work or evaluation
  double clarity_gain = 0.0;        ///< [1/week] rise by doing the job
  double clarity_fade = 0.0;        ///< [1/week] loss without others' help
  double taint_gain = 0.0;          ///< [1/week] rise when all protected time goes to evaluation
  double taint_fade = 0.0;          ///< [1/week]
  double office_pull = 0.0;         ///< [1] protected time lost for a backlog as long as the leaders' week
};

/// Factor on the trust that a kept contact gains: exp(k z), .5 to 1.5. [1]
[[nodiscard]] inline double relationship_factor(double skill, const TeacherLeaderParameters& p) {
  return std::clamp(exponential(p.relationship * skill), 0.5, 1.5);
}

/// A week's contacts: legitimacy rises with the share of protected time in kept ones, falls with the share refused. [1]
[[nodiscard]] inline double legitimacy_by_contacts(double legitimacy, double kept_time, double refused,
                                                   const TeacherLeaderParameters& p) {
  return legitimacy + p.legitimacy_kept * kept_time * (1.0 - legitimacy) - p.legitimacy_refused * refused * legitimacy;
}

/// What else a week does to it: teaching, and protected time that goes to office work and evaluation, as shares. [1]
[[nodiscard]] inline double legitimacy_by_duties(double legitimacy, double taught, double misused,
                                                 const TeacherLeaderParameters& p) {
  return legitimacy + p.legitimacy_taught * taught * (1.0 - legitimacy) - p.legitimacy_misused * misused * legitimacy;
}

/// Role clarity after a week without meetings of any kind. [1]
[[nodiscard]] inline double clarity_after_week(double clarity, const TeacherLeaderParameters& p) {
  return clarity + p.clarity_gain * (1.0 - clarity) - p.clarity_fade * clarity;
}

/// Evaluative taint after a week with `evaluating` of the protected time used for evaluation. [1]
[[nodiscard]] inline double taint_after_week(double taint, double evaluating, const TeacherLeaderParameters& p) {
  return taint + p.taint_gain * evaluating * (1.0 - taint) - p.taint_fade * taint;
}

/// Share of protected time that office work takes: backlog against the leaders' week, more where the role stands on
/// weak feet; 1 - legitimacy times clarity counts against that of a new teacher leader. At most a half. [1]
[[nodiscard]] inline double office_share(double backlog, double legitimacy, double clarity,
                                         const TeacherLeaderParameters& p) {
  const double usual = std::max(0.05, 1.0 - p.legitimacy_start * p.clarity_start);
  const double weakness = std::clamp((1.0 - legitimacy * clarity) / usual, 0.5, 1.5);
  return std::min(0.5, p.office_pull * backlog * weakness);
}

}  // namespace districtsim
