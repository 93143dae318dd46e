#pragma once

#include <algorithm>

#include "sim/core/elementary.hpp"
#include "sim/rules/bounded_stock.hpp"

namespace districtsim {

/// Push-back of those who lose, what leaders do about it, and the board's vote. Those who see advantages eroding push
/// back; groundwork and shepherding of the conversation work over years (Knapp et al. 2010, practice 2, support 5 and
/// continuing challenges). No source gives sizes.
struct PoliticsParameters {
  double unnoticed_loss = 0.0;      ///< [1] of a school's dollars that it loses without protest
  double reference_loss = 0.0;      ///< [1] loss that brings a protest of 1
  double hours_weight = 0.0;        ///< [1] of a share of the principal's week, against a share of dollars
  double lent_most = 0.0;           ///< [1] of a principal's week that other schools may have
  double kept_protest = 0.0;        ///< [1/year] of last year's protest that is still there
  double expected = 0.0;            ///< [1] of the surprise that a conversation at 1 takes away
  double damping = 0.0;             ///< [1] of the protest that community support at 1 takes away
  double usual_hours = 0.0;         ///< [h/week] of a leader for work with the public, at which gains hold
  double conversation_gain = 0.0;   ///< [1/week] share of the distance to 1, at usual hours
  double conversation_fade = 0.0;   ///< [1/week]
  double capital_start = 0.0;       ///< [1] 0 to 1, usual political capital
  double capital_gain = 0.0;        ///< [1/week] share of the distance to 1, at usual hours of shepherding
  double capital_drain = 0.0;       ///< [1] share that district push-back of 1 takes in a year
  double capital_return = 0.0;      ///< [1/year] share of the way back to the usual
  double community_gain = 0.0;      ///< [1/week] share of the distance to 1, at usual hours of outreach
  double community_drain = 0.0;     ///< [1] share that a school's push-back of 1 takes in a year
  double community_return = 0.0;    ///< [1/year] share of the way back to the context's
  double community_eases = 0.0;     ///< [1] fewer hours of matters of students and families per unit of support
  double vote_base = 0.0;           ///< [logit] of a roll-back when nobody pushes
  double vote_push_back = 0.0;      ///< [logit] per unit of the district's push-back
  double vote_capital = 0.0;        ///< [logit] less per unit of capital above the usual
  double vote_community = 0.0;      ///< [logit] less per unit of community support above a half
  double rolled_back_least = 0.0;   ///< [1] of what stands, in any roll-back
  double rolled_back_pushed = 0.0;  ///< [1] more per unit of the district's push-back
};

/// Loss that a school notices: share of what it would have without the decisions, hours of its principal included.
[[nodiscard]] inline double noticed_loss(double dollars_share, double hours_share, const PoliticsParameters& p) {
  return std::max(0.0, dollars_share + p.hours_weight * hours_share - p.unnoticed_loss);
}

/// Protest of a school, in reference losses: what is new counts in full, less so where it was talked about before; an
/// old one fades, and ends with the loss.
[[nodiscard]] inline double protest_after(double protest, double loss, double last_loss, double conversation,
                                          const PoliticsParameters& p) {
  const double still = last_loss > 0.0 ? std::min(1.0, loss / last_loss) : 0.0;
  const double fresh = std::max(0.0, loss - last_loss) / p.reference_loss;
  return p.kept_protest * still * protest + fresh * (1.0 - p.expected * conversation);
}

/// How loud a protest is: louder with advantage, softer where the community stands behind its school. [1]
[[nodiscard]] inline double loudness(double voice, double low_income_share, double community,
                                     const PoliticsParameters& p) {
  return (1.0 + voice * (1.0 - low_income_share)) * (1.0 - p.damping * community);
}

/// Gain of a week of work with the public: in proportion to hours, at most twice the usual. [1/week]
[[nodiscard]] inline double public_gain(double gain, double hours, const PoliticsParameters& p) {
  return gain * std::min(2.0, hours / p.usual_hours);
}

/// A stock after a year of push-back: a share is lost, and the rest goes part of the way back to the usual. [1]
[[nodiscard]] inline double stock_after_year(double stock, double push_back, double drain, double back, double usual) {
  const double left = lowered(stock, std::min(0.5, drain * push_back));
  return left + back * (usual - left);
}

/// Chance that the board takes something back this year. [1]
[[nodiscard]] inline double roll_back_chance(double push_back, double capital, double community,
                                             const PoliticsParameters& p) {
  return logistic(p.vote_base + p.vote_push_back * push_back - p.vote_capital * (capital - p.capital_start) -
                  p.vote_community * (community - 0.5));
}

/// Share of what stands that goes back. [1]
[[nodiscard]] inline double rolled_back_share(double push_back, const PoliticsParameters& p) {
  return std::min(1.0, p.rolled_back_least + p.rolled_back_pushed * push_back);
}

/// Factor on hours of matters of students and families: 1 at usual community support, .5 to 1.5. [1]
[[nodiscard]] inline double community_multiplier(double community, const PoliticsParameters& p) {
  return std::clamp(1.0 - p.community_eases * (community - 0.5), 0.5, 1.5);
}

}  // namespace districtsim
