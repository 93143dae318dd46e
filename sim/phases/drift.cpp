#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/teacher_week.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

constexpr std::size_t schools_at_once = 1024;

/// The part of the strain target that a school's need, climate and principal set. [SD]
void set_strain_parts(const Conditions& conditions, const Principals& principals, Schools& schools) {
  const StrainParameters& p = conditions.parameters.strain;
  for_blocks(schools.size(), schools_at_once, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      schools.strain_part[school] = static_cast<float>(
          p.need * schools.need[school] - p.climate * schools.climate[school] - p.principal * principals.skill(school));
    }
  });
}

TeacherWeek constants_of(const Conditions& conditions, Week week) {
  const Parameters& p = conditions.parameters;
  const int weeks = conditions.scenario.calendar.weeks_per_year;
  TeacherWeek step;
  step.stream[0] = conditions.draws.stream()[0];
  step.stream[1] = conditions.draws.stream()[1];
  step.week = week.index;
  step.purpose = static_cast<std::uint32_t>(Purpose::teacher_week);
  step.no_coach = static_cast<std::uint32_t>(no_coach.row());
  step.no_mentor = no_mentor;
  step.strain_coached = static_cast<float>(p.strain.coached);
  step.strain_mentored = static_cast<float>(p.strain.mentored);
  step.strain_rate = static_cast<float>(conditions.on(Mechanism::strain) ? p.strain.weekly_rate : 0.0);
  step.strain_shock = static_cast<float>(conditions.on(Mechanism::strain) ? p.strain.weekly_shock : 0.0);
  step.recovery = static_cast<float>(1.0 / p.skill.recovery_weeks);
  step.retention =
      static_cast<float>(conditions.on(Mechanism::forgetting) ? weekly_retention(p.skill.forgetting, weeks) : 1.0);
  step.minutes = in_minutes(p.time_account.teacher_support);
  return step;
}

void point_at(Teachers& teachers, TeacherWeek& step) {
  step.key = teachers.key.data();
  step.school = rows_of(teachers.school.data());
  step.coach = rows_of(teachers.coach.data());
  step.mentor = teachers.mentor.data();
  step.strain_trait = teachers.strain_trait.data();
  step.strain = teachers.strain.data();
  step.absorption = teachers.absorption.data();
  for (std::size_t d = 0; d < dimension_count; ++d) {
    step.supported[d] = teachers.supported[d].data();
    step.supported_sum[d] = teachers.supported_sum[d].data();
  }
  step.minutes_free = teachers.minutes_free.data();
}

/// Supported skill fades and absorption recovers, of school leaders.
void drift_skill(const Conditions& conditions, std::vector<double>& supported, std::vector<double>& absorption) {
  const SkillParameters& p = conditions.parameters.skill;
  const double retention = conditions.on(Mechanism::forgetting)
                               ? weekly_retention(p.forgetting, conditions.scenario.calendar.weeks_per_year)
                               : 1.0;
  for_blocks(supported.size(), schools_at_once, [&](Rows rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      supported[row] *= retention;
      absorption[row] += (1.0 - absorption[row]) / p.recovery_weeks;
    }
  });
}

}  // namespace

void drift_teachers(const Conditions& conditions, Week week, const Principals& principals, Schools& schools,
                    Teachers& teachers) {
  constexpr std::size_t grain = 4096;
  set_strain_parts(conditions, principals, schools);
  TeacherWeek step = constants_of(conditions, week);
  point_at(teachers, step);
  step.school_strain = schools.strain_part.data();
  for_blocks(teachers.size(), grain, [&](Rows rows) {
    TeacherWeek own = step;
    own.begin = rows.begin;
    own.end = rows.end;
    step_teacher_week(own);
  });
}

void drift_directors(const Conditions& conditions, Directors& directors) {
  const SkillParameters& p = conditions.parameters.skill;
  const double retention = conditions.on(Mechanism::forgetting)
                               ? weekly_retention(p.forgetting, conditions.scenario.calendar.weeks_per_year)
                               : 1.0;
  for (std::size_t row = 0; row < directors.size(); ++row) {
    directors.supported[row] *= retention;
    directors.absorption[row] += (1.0 - directors.absorption[row]) / p.recovery_weeks;
  }
}

void drift_principals(const Conditions& conditions, Principals& principals) {
  drift_skill(conditions, principals.supported, principals.absorption);
}

void drift_assistants(const Conditions& conditions, AssistantPrincipals& assistants) {
  drift_skill(conditions, assistants.supported, assistants.absorption);
}

}  // namespace districtsim
