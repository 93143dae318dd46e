#pragma once

namespace districtsim {

/// One-on-one assistance of instructional leadership directors to principals (Knapp et al. 2010, practices 3 and 4;
/// Honig et al. 2010; time and spans: Goldring et al. 2018).
struct AssistanceParameters {
  double contact_hours = 0.0;   ///< [h] of a visit, of both
  double work_week = 0.0;       ///< [h] of a director
  double expertise = 0.0;       ///< [SD of principals' skill] of directors above the average principal
  double expertise_sd = 0.0;    ///< [SD] between directors
  double gain_rate = 0.0;       ///< [SD] of principals' skill, as C of the skill rule
  double skill_sd = 0.0;        ///< [SD] of principals' instructional skill when they come
  double brokered_hours = 0.0;  ///< [h] of a school's matters at the central office that a visit gets resolved
  double assisted_gain = 0.0;   ///< [1 per contact] by which a visit raises how much assistance came lately, 0 to 1
  double assisted_fade = 0.0;   ///< [1/week] of it that is over
  double new_principal = 0.0;   ///< [years] of tenure below which a principal counts as new
};

}  // namespace districtsim
