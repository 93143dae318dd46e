#include "sim/district/build_district.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/apportion.hpp"
#include "sim/core/parallel.hpp"
#include "sim/district/build_cells.hpp"
#include "sim/district/build_leaders.hpp"
#include "sim/district/build_ledger.hpp"
#include "sim/district/careers.hpp"
#include "sim/district/need_bands.hpp"
#include "sim/district/new_teacher.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/seating.hpp"
#include "sim/district/teams.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

constexpr double need_centre = 0.5;   ///< low-income share of a school of average need
constexpr double need_unit = 0.25;    ///< low-income share of one SD of need
constexpr double usual_years = 10.0;  ///< of experience, in the norm

void describe_schools(const Conditions& conditions, Schools& schools) {
  const auto& profiles = conditions.scenario.district.schools;
  schools.need_band = need_bands(profiles);
  for (const SchoolProfile& profile : profiles) {
    schools.key.push_back(profile.key);
    schools.level.push_back(profile.level);
    schools.low_income_share.push_back(profile.low_income_share());
    schools.need.push_back((profile.low_income_share() - need_centre) / need_unit);
    schools.teachers_at_start.push_back(profile.teachers);
    schools.students.push_back(profile.enrolment());
    schools.students_per_teacher_at_start.push_back(static_cast<double>(profile.enrolment()) /
                                                    std::max(1, profile.teachers));
    schools.climate_trait.push_back(conditions.draws.normal(Purpose::school_climate, {profile.key, 0}, 0));
  }
  schools.climate = schools.climate_trait;
  schools.managers.assign(schools.size(), 0);
  schools.interventionists.assign(schools.size(), 0);
  schools.early_posts.assign(schools.size(), 0);
  schools.extended_hours.assign(schools.size(), 0.0);
  schools.lent.assign(schools.size(), 0);
  for (auto* column : {&schools.rule_teachers, &schools.rule_coaches, &schools.rule_hours}) {
    column->assign(schools.size(), 0);
  }
  schools.mandated_roles.assign(schools.size(), {});
  schools.abandoned.assign(schools.size(), 0);
  schools.public_minutes.assign(schools.size(), 0);
  schools.coaches = coach_posts(conditions.scenario.district, conditions.scenario.framework.teachers_per_coach);
  schools.assistants = assistant_principal_posts(conditions.scenario.district);
}

void clear_week(Schools& schools) {
  const std::size_t count = schools.size();
  for (auto* column : {&schools.backlog, &schools.central_queue, &schools.arrived, &schools.urgent, &schools.served,
                       &schools.coach_minutes, &schools.visit_minutes, &schools.inquiry_minutes,
                       &schools.director_minutes, &schools.network_minutes}) {
    column->assign(count, 0);
  }
  schools.leaders.assign(count, {});
  schools.strain_part.assign(count, 0.0F);
  schools.committed.assign(count, 0);
  schools.matters.assign(count, {});
  schools.evaluated.assign(count, 0);
  schools.evaluations_left.assign(count, 0);
}

/// What schools are like at the start beside their people.
void set_school_stocks(const Conditions& conditions, Schools& schools) {
  const Parameters& p = conditions.parameters;
  const std::size_t count = schools.size();
  const StartingPoint& start = conditions.scenario.start;
  schools.cohesion.assign(count, start.cohesion.value_or(p.leadership_team.cohesion_start));
  schools.data_routines.assign(count, start.data_routines.value_or(p.data_routines.start));
  schools.accountability.assign(count, start.accountability.value_or(p.evaluation.accountability_start));
  std::array<float, dimension_count> all_alike{};
  all_alike.fill(1.0F / dimension_count);
  schools.heard.assign(count, all_alike);
  all_alike.fill(1.0F);
  schools.emphasis.assign(count, all_alike);
  schools.coherence.assign(count, 1.0);
  schools.push_back.assign(count, 0.0);
  schools.community.assign(count, conditions.scenario.context.community_support);
  schools.readiness.assign(count, 0.0);
  schools.discretion.assign(count, conditions.scenario.framework.discretion);
  schools.protest.assign(count, 0.0);
  schools.loss.assign(count, 0.0);
  schools.team_share.assign(count, p.team_time.reference);
  schools.efficacy.assign(count, start.efficacy.value_or(p.efficacy.start));
  schools.ownership.assign(count, start.ownership.value_or(p.beliefs.ownership));
  schools.breadth.assign(count, p.test_pressure.start);
  schools.inflation.assign(count, 0.0);
  schools.inquired.assign(count, 0.0);
  schools.web.assign(count, 0.0);
}

void seat_first_teachers(const Conditions& conditions, District& district) {
  const std::vector<double> experience =
      experience_in_balance(conditions.parameters.departure, conditions.parameters.hiring);
  Teachers& teachers = district.teachers;
  const SkillParameters& skill = conditions.parameters.skill;
  constexpr std::size_t grain = 2048;
  for_blocks(teachers.size(), grain, [&](Rows rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      const PersonKey key = person_key(district.schools.key[teachers.school[row]], teachers.post[row], 0);
      const int years = years_at(experience, conditions.draws.uniform(Purpose::initial_experience, {key, 0}, 0));
      seat_teacher(teachers, row, key, draw_traits(key, 0, conditions), years, conditions);
      const double kept_share = 1.0 - power(1.0 - skill.forgetting, years);
      for (auto& column : teachers.supported) column[row] = static_cast<float>(skill.initial_gain * kept_share);
    }
  });
}

/// Moves the people of the start to where the scenario says they are, keeping how they differ.
void move_beliefs(const Conditions& conditions, Teachers& teachers) {
  const StartingPoint& start = conditions.scenario.start;
  const Parameters& p = conditions.parameters;
  const auto move = [](Column<float>& column, const std::optional<double>& mean, double usual) {
    if (!mean) return;
    for (float& value : column) value = std::clamp(value + static_cast<float>(*mean - usual), 0.0F, 1.0F);
  };
  for (auto* column : {&teachers.expectations, &teachers.expectations_anchor, &teachers.expectations_shared}) {
    move(*column, start.expectations, p.beliefs.expectations);
  }
  for (auto* column : {&teachers.ownership, &teachers.ownership_anchor, &teachers.ownership_shared}) {
    move(*column, start.ownership, p.beliefs.ownership);
  }
  move(teachers.efficacy, start.efficacy, p.efficacy.start);
  move(teachers.trust_principal, start.trust, p.trust.start);
}

void move_leaders(const Conditions& conditions, District& district) {
  const StartingPoint& start = conditions.scenario.start;
  if (start.principal_engagement) {
    const double shift = *start.principal_engagement - conditions.parameters.principal_role.engagement;
    for (double& engaged : district.principals.engagement) engaged = std::clamp(engaged + shift, 0.0, 1.0);
  }
  if (start.system_learning) {
    CentralOffice& central = district.central;
    central.learned_operations = central.learned_assistance = central.learned_data = central.learned_hiring =
        *start.system_learning;
  }
}

}  // namespace

District build_district(const Conditions& conditions) {
  District district;
  describe_schools(conditions, district.schools);
  clear_week(district.schools);
  set_school_stocks(conditions, district.schools);
  district.support.places.resize(district.schools.size() + 1);
  district.journal = Journal(conditions.scenario.record.interactions, conditions.draws, district.schools.size());
  const TeacherEffectParameters& effect = conditions.parameters.teacher_effect;
  district.norm_practice =
      experience_effect(usual_years, conditions.parameters.learning_by_doing) / effect.practice_to_achievement +
      effect.reference_practice;
  plan_teams(conditions.scenario.district, district.teams, district.schools);
  const std::vector<DisplacedTeacher> nobody = set_teaching_posts(district, district.schools.teachers_at_start);
  promise(nobody.empty(), "nobody is displaced before anybody is seated");
  seat_first_teachers(conditions, district);
  move_beliefs(conditions, district.teachers);
  build_leaders(conditions, district);
  move_leaders(conditions, district);
  build_cells(conditions, district);
  build_ledger(conditions, district);
  district.decisions.abandoned.assign(conditions.scenario.reallocations.size(), 0);
  const Decisions::NewRole nowhere{std::vector<int>(district.schools.size(), 0),
                                   std::vector<std::uint8_t>(district.schools.size(), 0)};
  district.decisions.new_roles.assign(conditions.scenario.framework.mandates.size(), nowhere);
  district.flows.each([&](std::vector<int>& column) { column.assign(district.schools.size(), 0); });
  return district;
}

}  // namespace districtsim
