#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/phases/initiative.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/bounded_stock.hpp"
#include "sim/rules/evaluation.hpp"
#include "sim/rules/initiative.hpp"
#include "sim/rules/skill.hpp"
#include "sim/rules/test_pressure.hpp"

namespace districtsim {

namespace {

/// Constants of a week of formal evaluation.
struct EvaluationWeek {
  std::uint32_t index = 0;
  int weeks_left = 0;  ///< of the season, this one included; 0 outside
  Minutes of_leader = 0;
  Minutes of_teacher = 0;
  float novice_years = 0.0F;
  float trust_start = 0.0F;
  double accountability_gain = 0.0;
  double accountability_kept = 1.0;  ///< in a week
  bool own_inquiry = false;          ///< schools hold themselves to account by inquiry
  float alone_loss = 0.0F;
  float resistance = 0.0F;
  float resistance_step = 0.0F;
};

/// What evaluation adds to accountability, against the usual: it follows the pressure where the district holds the
/// initiative, and counts less where schools do (Portin et al. 2009, Table 1). [1]
double evaluation_counts(const Conditions& conditions) {
  const InitiativeParameters& p = conditions.parameters.initiative;
  const Initiative held = held_in(conditions, &Initiatives::assessment_and_accountability);
  if (held == Initiative::district) {
    return district_evaluation(conditions.scenario.context.accountability_pressure, usual_pressure, p);
  }
  return held == Initiative::school ? 1.0 - p.less_evaluation : 1.0;
}

EvaluationWeek evaluation_week(const Conditions& conditions, Week week) {
  const EvaluationParameters& p = conditions.parameters.evaluation;
  EvaluationWeek plan;
  plan.index = week.index;
  const int since_first = week.week - (static_cast<int>(p.first_week) - 1);
  plan.weeks_left = since_first < 0 ? 0 : std::max(0, static_cast<int>(p.weeks) - since_first);
  plan.of_leader = std::max(1, in_minutes(p.leader_hours));
  plan.of_teacher = in_minutes(p.teacher_hours);
  plan.novice_years = static_cast<float>(p.novice_years);
  plan.trust_start = static_cast<float>(conditions.parameters.trust.start);
  plan.accountability_gain = p.accountability_gain * evaluation_counts(conditions);
  plan.own_inquiry = held_in(conditions, &Initiatives::assessment_and_accountability) == Initiative::school;
  plan.accountability_kept = weekly_retention(p.accountability_fade, conditions.scenario.calendar.weeks_per_year);
  plan.alone_loss = static_cast<float>(p.alone_loss);
  plan.resistance = static_cast<float>(p.resistance);
  plan.resistance_step = static_cast<float>(p.resistance_step);
  return plan;
}

/// A year's evaluations of a staff have places: first everybody once, in the order of rows, then novices again.
struct EvaluationPlaces {
  Rows staff;

  [[nodiscard]] std::size_t size() const { return 2 * staff.size(); }
  [[nodiscard]] std::size_t row(std::size_t place) const { return staff.begin + place % staff.size(); }
  [[nodiscard]] bool taken(std::size_t place, const Teachers& teachers, float novice_years) const {
    if (teachers.holder[row(place)] != Holder::regular) return false;
    return place < staff.size() || teachers.experience[row(place)] < novice_years;
  }
};

/// Evaluations that a year needs; nobody comes or goes within it.
std::uint32_t evaluations_of_year(const EvaluationPlaces& places, float novice_years, const Teachers& teachers) {
  std::uint32_t count = 0;
  for (std::size_t place = 0; place < places.size(); ++place) {
    if (places.taken(place, teachers, novice_years)) ++count;
  }
  return count;
}

/// Evaluation gives nothing to act upon. Where leaders' feedback did not help before - trust in them is below where it
/// starts - it stands alone, and costs openness.
void evaluate_one(const EvaluationWeek& plan, std::size_t row, Teachers& teachers) {
  teachers.minutes_free[row] -= plan.of_teacher;
  float& trust = teachers.trust_principal[row];
  if (trust >= plan.trust_start) return;
  trust = lowered(trust, plan.alone_loss);
  teachers.resistance[row] =
      hardened(teachers.resistance[row], teachers.resistance_anchor[row], plan.resistance, plan.resistance_step);
}

/// This week's evaluations in one school; returns how many took place.
std::int32_t evaluate_school(const EvaluationWeek& plan, PersonKey principal, std::size_t school, Schools& schools,
                             Teachers& teachers, Journal& journal) {
  const EvaluationPlaces places{{schools.teacher_begin[school], schools.teacher_begin[school + 1]}};
  std::size_t place = schools.evaluated[school];
  std::uint32_t& left = schools.evaluations_left[school];
  if (place == 0) left = evaluations_of_year(places, plan.novice_years, teachers);
  // What is left is spread evenly over the rest of the season.
  const auto weeks = static_cast<std::uint32_t>(plan.weeks_left);
  const std::size_t planned = (left + weeks - 1) / weeks;
  std::size_t done = 0;
  for (; place < places.size() && done < planned; ++place) {
    if (!places.taken(place, teachers, plan.novice_years)) continue;
    const std::size_t row = places.row(place);
    if (schools.instruction_left(school) < plan.of_leader || teachers.minutes_free[row] < plan.of_teacher) break;
    schools.committed[school] += plan.of_leader;
    evaluate_one(plan, row, teachers);
    if (journal.open()) {
      journal.note(school, {plan.index, principal, teachers.key[row], static_cast<std::uint16_t>(plan.of_teacher),
                            InteractionKind::formal_evaluation, Outcome::taken_up, 0.0F});
    }
    ++done;
    --left;
  }
  schools.evaluated[school] = static_cast<std::uint32_t>(place);
  return static_cast<std::int32_t>(done);
}

}  // namespace

void evaluate(const Conditions& conditions, Week week, const Principals& principals, Schools& schools,
              Teachers& teachers, SupportTally& support, Journal& journal) {
  if (week.first_of_year()) std::fill(schools.evaluated.begin(), schools.evaluated.end(), 0U);
  const bool on = conditions.on(Mechanism::formal_evaluation);  // without evaluation accountability only fades
  const EvaluationWeek plan = evaluation_week(conditions, week);
  for_blocks(schools.size(), 32, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      double& accountability = schools.accountability[school];
      accountability *= plan.accountability_kept;
      if (plan.own_inquiry) {  // teams met last week
        accountability =
            raised(accountability, accountability_by_inquiry(schools.inquired[school], schools.ownership[school],
                                                             conditions.parameters.initiative));
      }
      const std::uint32_t staff = schools.teachers(school);
      if (!on || plan.weeks_left == 0 || staff == 0) continue;
      const std::int32_t done = evaluate_school(plan, principals.key[school], school, schools, teachers, journal);
      accountability = raised(accountability, plan.accountability_gain * done / staff);
      support.enter(school, InteractionKind::formal_evaluation, done, 0,
                    {PersonKind::school_leader, done * plan.of_leader}, {PersonKind::teacher, done * plan.of_teacher});
    }
  });
}

}  // namespace districtsim
