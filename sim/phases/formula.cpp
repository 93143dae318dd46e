#include "sim/phases/formula.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sim/core/apportion.hpp"
#include "sim/rules/least_shares.hpp"

namespace districtsim {

namespace {

using Amounts = std::vector<Cents>;

/// Every student of a grade span the same dollars, as far as the formula is kept: what the span's schools would have,
/// shared by students.
void level_within_spans(const Conditions& conditions, const std::vector<double>& growth, double kept,
                        std::vector<double>& weights) {
  const auto& profiles = conditions.scenario.district.schools;
  std::array<double, 3> dollars{};
  std::array<double, 3> students{};
  for (std::size_t school = 0; school < weights.size(); ++school) {
    const auto span = static_cast<std::size_t>(profiles[school].level);
    dollars[span] += weights[school];
    students[span] += profiles[school].enrolment() * growth[school];
  }
  for (std::size_t school = 0; school < weights.size(); ++school) {
    const auto span = static_cast<std::size_t>(profiles[school].level);
    if (students[span] <= 0.0) continue;
    const double level = dollars[span] * profiles[school].enrolment() * growth[school] / students[span];
    weights[school] = weights[school] * (1.0 - kept) + level * kept;
  }
}

/// The discretionary part of every school's dollars follows need: same sum, as far as the formula is kept.
Amounts weighted_by_need(const Conditions& conditions, const District& district, const Amounts& base) {
  const Framework& framework = conditions.scenario.framework;
  const double weight = conditions.on(Mechanism::need_weights) ? framework.low_income_weight : 0.0;
  const std::vector<double>& discretion = district.schools.discretion;
  const double kept = district.central.formula_kept;
  if (weight * kept * *std::max_element(discretion.begin(), discretion.end()) == 0.0) return base;
  std::vector<double> by_need;
  for (std::size_t school = 0; school < base.size(); ++school) {
    by_need.push_back(static_cast<double>(base[school]) *
                      need_factor(weight, district.schools.low_income_share[school]));
  }
  const double scale = static_cast<double>(total_of(base)) / std::accumulate(by_need.begin(), by_need.end(), 0.0);
  std::vector<double> weights;
  for (std::size_t school = 0; school < base.size(); ++school) {
    const double moves = discretion[school] * kept;
    weights.push_back(static_cast<double>(base[school]) * (1.0 - moves) + by_need[school] * scale * moves);
  }
  return apportion(weights, total_of(base));
}

/// Those who lose by the formula win a part back outside of it, at the expense of those who gain.
Amounts after_winning_back(const Conditions& conditions, const Amounts& without, const Amounts& formula) {
  if (!conditions.on(Mechanism::off_formula)) return formula;
  const double kept = kept_of_shift(conditions.scenario.framework.ring_fence, conditions.parameters.money);
  if (kept >= 1.0 || formula == without) return formula;
  std::vector<double> weights;
  for (std::size_t school = 0; school < formula.size(); ++school) {
    weights.push_back(static_cast<double>(without[school]) +
                      kept * static_cast<double>(formula[school] - without[school]));
  }
  return apportion(weights, total_of(formula));
}

/// No school has less than a share of its last year's dollars per student; if all together cannot have it, each has as
/// much of it as all can.
Amounts held_harmless(const Conditions& conditions, const District& district, const Amounts& formula) {
  const double share = conditions.scenario.framework.hold_harmless;
  const Ledger& ledger = district.ledger;
  if (share <= 0.0) return formula;
  std::vector<double> kept;
  for (std::size_t school = 0; school < formula.size(); ++school) {
    const int before = ledger.students[school];
    const double students = before > 0 ? static_cast<double>(district.schools.students[school]) / before : 1.0;
    kept.push_back(share * static_cast<double>(ledger.formula[school]) * students);
  }
  const double all = std::accumulate(kept.begin(), kept.end(), 0.0);
  if (all >= static_cast<double>(total_of(formula))) return apportion(kept, total_of(formula));
  Amounts least;
  for (const double amount : kept) least.push_back(static_cast<Cents>(std::floor(amount)));
  return lifted_to_least(formula, least).value_or(formula);
}

}  // namespace

std::vector<double> students_against_start(const Conditions& conditions, const Schools& schools) {
  std::vector<double> growth(schools.size(), 1.0);
  if (!conditions.on(Mechanism::enrolment_dollars)) return growth;
  for (std::size_t school = 0; school < growth.size(); ++school) {
    const double at_start = conditions.scenario.district.schools[school].enrolment();
    if (at_start > 0.0) growth[school] = schools.students[school] / at_start;
  }
  return growth;
}

std::vector<Cents> formula_amounts(const Conditions& conditions, const District& district,
                                   const std::vector<double>& growth, std::vector<double> weights,
                                   const std::vector<Cents>& without) {
  if (conditions.scenario.framework.allocation == Allocation::student_dollars) {
    level_within_spans(conditions, growth, district.central.formula_kept, weights);
  }
  const Amounts by_need = weighted_by_need(conditions, district, apportion(weights, total_of(without)));
  return held_harmless(conditions, district, after_winning_back(conditions, without, by_need));
}

}  // namespace districtsim
