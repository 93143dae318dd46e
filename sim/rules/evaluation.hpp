#pragma once

namespace districtsim {

/// Formal evaluation of teachers (Portin et al. 2009, chapter 2; time: Grissom, Loeb & Master 2013).
struct EvaluationParameters {
  double accountability_start = 0.0;  ///< [1] 0 to 1, internal accountability at the start
  double first_week = 0.0;            ///< [weeks] of the year in which the season begins, from 1
  double weeks = 0.0;                 ///< [weeks] of the season
  double leader_hours = 0.0;          ///< [h] of an evaluation, of the leader
  double teacher_hours = 0.0;         ///< [h] of the teacher
  double novice_years = 0.0;          ///< [years] of experience below which a teacher is evaluated twice a year
  double accountability_gain = 0.0;   ///< [1] share of the distance to 1 that evaluating the whole staff once closes
  double accountability_fade = 0.0;   ///< [1/year] share of internal accountability that a year takes
  double alone_loss = 0.0;            ///< [1 per evaluation] share of trust that evaluation without good feedback costs
  double resistance = 0.0;            ///< [SD] most that such evaluation adds to resistance
  double resistance_step = 0.0;       ///< [1 per evaluation] share of that which one adds
};

/// Resistance after an evaluation without good feedback: a step toward the most it can add to the anchor, never down.
/// [SD]
[[nodiscard]] inline float hardened(float resistance, float anchor, float most, float step) {
  const float distance = anchor + most - resistance;
  return distance > 0.0F ? resistance + step * distance : resistance;
}

}  // namespace districtsim
