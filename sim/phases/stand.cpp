#include <algorithm>
#include <numeric>

#include "sim/core/parallel.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// What a week does to one teacher leader's standing and expertise, apart from meetings and contacts.
void stand_one(const Conditions& conditions, double retention, std::size_t row, TeacherLeaders& leaders) {
  const Parameters& p = conditions.parameters;
  const bool misuse = conditions.on(Mechanism::role_misuse);
  const double evaluating = misuse ? conditions.scenario.support.teacher_leaders_evaluate : 0.0;
  const double misused =
      static_cast<double>(leaders.office[row]) / static_cast<double>(std::max(1, protected_minutes(conditions)));
  leaders.legitimacy[row] = static_cast<float>(legitimacy_by_duties(
      static_cast<double>(leaders.legitimacy[row]), time_of(leaders.role[row]).teaching, misused, p.teacher_leader));
  leaders.clarity[row] =
      static_cast<float>(clarity_after_week(static_cast<double>(leaders.clarity[row]), p.teacher_leader));
  leaders.taint[row] =
      static_cast<float>(taint_after_week(static_cast<double>(leaders.taint[row]), evaluating, p.teacher_leader));
  leaders.supported[row] *= static_cast<float>(retention);
  leaders.absorption[row] += (1.0F - leaders.absorption[row]) / static_cast<float>(p.skill.recovery_weeks);
}

/// Whatever of the year's working hours so far is entered nowhere was spent on other duties.
void enter_other_duties(const Conditions& conditions, Week week, std::size_t people, std::size_t school,
                        SupportTally& support) {
  const Minutes worked = in_minutes(conditions.parameters.coaching.work_week) * static_cast<Minutes>(people);
  const auto& hours = support.places[school].hours[static_cast<std::size_t>(PersonKind::teacher_leader)];
  const Minutes entered = std::accumulate(hours.begin(), hours.end(), Minutes{0});
  const Minutes rest = worked * (week.week + 1) - entered;
  if (rest > 0) support.enter(school, PersonKind::teacher_leader, OtherActivity::other_duties, rest);
}

}  // namespace

void stand(const Conditions& conditions, Week week, const Schools& schools, TeacherLeaders& leaders,
           SupportTally& support) {
  const double retention =
      conditions.on(Mechanism::forgetting)
          ? weekly_retention(conditions.parameters.skill.forgetting, conditions.scenario.calendar.weeks_per_year)
          : 1.0;
  for_blocks(schools.size(), 64, [&](Rows block) {
    for (std::size_t school = block.begin; school < block.end; ++school) {
      const Rows own = leaders_of(leaders, school);
      for (std::size_t row = own.begin; row < own.end; ++row) {
        stand_one(conditions, retention, row, leaders);
      }
      if (own.size() > 0) enter_other_duties(conditions, week, own.size(), school, support);
    }
  });
}

}  // namespace districtsim
