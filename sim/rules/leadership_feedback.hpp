#pragma once

namespace districtsim {

/// Feedback on leadership from staff and directors. It teaches only where assistance is attached (Knapp, Copland &
/// Talbert 2003); without help it costs trust.
struct LeadershipFeedbackParameters {
  double hours = 0.0;     ///< [h] of the principal and of the director
  double gap = 0.0;       ///< [SD] what it shows of what could be better
  double attached = 0.0;  ///< [1] assistance lately, 0 to 1, from which on help counts as attached
  double loss = 0.0;      ///< [1] share of trust in the director that feedback without help costs
};

}  // namespace districtsim
