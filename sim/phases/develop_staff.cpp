#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/contact_sums.hpp"
#include "sim/phases/initiative.hpp"
#include "sim/phases/pair_draws.hpp"
#include "sim/phases/support_weeks.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Constants of a professional-development day.
struct DevelopmentDay {
  Week week;
  Initiative held = Initiative::shared;  ///< who says what it is about
  double ownership_gain = 0.0;           ///< share of the distance to 1, where the principal takes part
  Minutes minutes = 0;
  float trust = 0.0F;
  ContactTerms contact;
};

DevelopmentDay development_day(const Conditions& conditions, Week week) {
  const Parameters& p = conditions.parameters;
  DevelopmentDay day;
  day.week = week;
  day.held = held_in(conditions, &Initiatives::professional_learning);
  day.ownership_gain = p.development.ownership_gain;
  if (day.held == Initiative::district) day.ownership_gain *= 1.0 - p.initiative.imposed;
  if (day.held == Initiative::school) day.ownership_gain *= 1.0 + p.initiative.chosen;
  day.minutes = in_minutes(p.development.hours);
  day.trust = static_cast<float>(p.trust.start);
  day.contact = contact_terms(p.development.hours * p.development.attention, p.trust.loss, p);
  return day;
}

/// What is shown on a school's day: by its teacher leader of highest expertise where that is above the usual.
struct DayProgramme {
  PersonKey giver = 0;
  Showing showing;
  UptakeTerms uptake;
};

double sum_of(const std::array<float, dimension_count>& shown) {
  double sum = 0.0;
  for (const float own : shown) sum += static_cast<double>(own);
  return sum;
}

/// Emphasis of a day that has this focus.
std::array<float, dimension_count> emphasis_on(const Focus& focus, const AgendaParameters& p) {
  std::array<float, dimension_count> emphasis{};
  for (std::size_t d = 0; d < dimension_count; ++d) emphasis[d] = static_cast<float>(emphasis_of(focus[d], 1.0, p));
  return emphasis;
}

/// What the day is about: the plan's focus, what teachers hear, or what seems weakest in the school.
std::array<float, dimension_count> content_of(const Conditions& conditions, const DevelopmentDay& day,
                                              const Principals& principals, const Schools& schools,
                                              const Teachers& teachers, std::size_t school) {
  const AgendaParameters& p = conditions.parameters.agenda;
  if (day.held == Initiative::shared) return schools.emphasis[school];
  if (day.held == Initiative::school) {
    return emphasis_on(school_focus(conditions, principals, schools, teachers, school), p);
  }
  const Agenda& plan = conditions.scenario.agenda;
  return emphasis_on(focus_of_year(plan.focus, plan.changes_yearly, day.week.year), p);
}

DayProgramme programme_of(const Conditions& conditions, double norm_practice,
                          const std::array<float, dimension_count>& content, std::size_t school,
                          const TeacherLeaders& leaders) {
  const Parameters& p = conditions.parameters;
  DayProgramme programme;
  programme.showing.expertise.fill(static_cast<float>(norm_practice + p.development.margin));
  programme.showing.emphasis = content;
  programme.uptake =
      uptake_terms({p.teacher_leader.legitimacy_start * p.teacher_leader.clarity_start, 0.0, 0.0}, p.uptake);
  double development = 0.0;
  const Rows own = leaders_of(leaders, school);
  for (std::size_t row = own.begin; row < own.end; ++row) {
    development += time_of(leaders.role[row]).development;
    const auto shown = shown_by(leaders, row);
    if (sum_of(shown) <= sum_of(programme.showing.expertise)) continue;
    programme.giver = leaders.key[row];
    programme.showing.expertise = shown;
    programme.uptake = uptake_terms(standing_of(leaders, row, 0.0), p.uptake);
  }
  programme.showing.quality = static_cast<float>(std::min(1.5, 1.0 + development));
  return programme;
}

/// One leader of the school learns on the day they take part in.
void learn_along(const Conditions& conditions, double& supported, double& absorption) {
  const Parameters& p = conditions.parameters;
  const double share = absorbed_share(p.development.hours * p.development.attention, p.skill.hours_scale);
  learn_skill(p.development.leader_margin, share, p.assistance.gain_rate, p.skill.half_gap, supported, absorption);
}

/// Whether the principal takes part, with assistant principals as long as there is time; then they learn too. Returns
/// their minutes, 0 if not.
Minutes leaders_take_part(const Conditions& conditions, const DevelopmentDay& day, std::size_t school,
                          Principals& principals, AssistantPrincipals& assistants, Schools& schools) {
  const LuckKey luck{principals.key[school], 1};
  if (schools.instruction_left(school) < day.minutes) return 0;
  if (!conditions.draws.happens(principals.engagement[school], Purpose::development_uptake, luck, day.week.index)) {
    return 0;
  }
  Minutes spent = day.minutes;
  schools.committed[school] += day.minutes;
  learn_along(conditions, principals.supported[school], principals.absorption[school]);
  const auto first = std::lower_bound(assistants.school.begin(), assistants.school.end(), school);
  for (auto row = static_cast<std::size_t>(first - assistants.school.begin());
       row < assistants.size() && assistants.school[row] == school && schools.instruction_left(school) >= day.minutes;
       ++row) {
    schools.committed[school] += day.minutes;
    spent += day.minutes;
    learn_along(conditions, assistants.supported[row], assistants.absorption[row]);
  }
  return spent;
}

/// Draws for each teacher of these rows.
void draw_for_rows(Rows rows, const Teachers& teachers, PairDraws& luck) {
  luck.clear();
  for (std::size_t row = rows.begin; row < rows.end; ++row) luck.add(teachers.key[row], 0);
  draw_pairs(luck);
}

/// One teacher on the day, who has the time.
void learn_together(double luck, const DevelopmentDay& day, const DayProgramme& programme, std::size_t row,
                    ContactSums& sums, Teachers& teachers, Journal& journal) {
  const float chance = uptake_probability(offered_to(teachers, row, day.trust), programme.uptake);
  const bool taken_up = luck < static_cast<double>(chance);
  const float gain = taken_up ? learn_from_contact(teachers, row, programme.showing, day.contact) : 0.0F;
  teachers.minutes_free[row] -= day.minutes;  // everybody has to come
  sums.received += day.minutes;
  ++(taken_up ? sums.kept : sums.refused);
  sums.note(journal, programme.giver, teachers.key[row], taken_up ? Outcome::taken_up : Outcome::refused, day.minutes,
            gain);
}

void raise_beliefs(double expectations_gain, double ownership_gain, std::size_t row, Teachers& teachers) {
  teachers.expectations[row] = raised(teachers.expectations[row], static_cast<float>(expectations_gain));
  teachers.ownership[row] = raised(teachers.ownership[row], static_cast<float>(ownership_gain));
}

}  // namespace

void develop_staff(const Conditions& conditions, Week week, double norm_practice, const TeacherLeaders& leaders,
                   Principals& principals, AssistantPrincipals& assistants, Schools& schools, Teachers& teachers,
                   SupportTally& support, Journal& journal) {
  if (!conditions.on(Mechanism::professional_development)) return;
  if (development_days(conditions.scenario, week) == 0) return;
  const DevelopmentDay day = development_day(conditions, week);
  if (day.minutes <= 0) return;
  for_blocks(schools.size(), 32, [&](Rows block) {
    PairDraws luck = pair_draws(conditions.draws, Purpose::development_uptake, week);
    for (std::size_t school = block.begin; school < block.end; ++school) {
      const auto content = content_of(conditions, day, principals, schools, teachers, school);
      const DayProgramme programme = programme_of(conditions, norm_practice, content, school, leaders);
      const Minutes by_leaders = leaders_take_part(conditions, day, school, principals, assistants, schools);
      ContactSums sums = sums_of(InteractionKind::professional_development, school, week);
      sums.given = programme.giver == 0 ? 0 : day.minutes;
      for (std::size_t first = schools.teacher_begin[school]; first < schools.teacher_begin[school + 1];
           first += PairDraws::most) {
        const std::size_t end = std::min<std::size_t>(first + PairDraws::most, schools.teacher_begin[school + 1]);
        draw_for_rows({first, end}, teachers, luck);
        for (std::size_t row = first; row < end; ++row) {
          if (teachers.minutes_free[row] < day.minutes) continue;
          learn_together(open_unit(luck.words[0][row - first]), day, programme, row, sums, teachers, journal);
          if (by_leaders <= 0) continue;
          raise_beliefs(conditions.parameters.development.expectations_gain, day.ownership_gain, row, teachers);
        }
      }
      sums.enter(support, PersonKind::teacher_leader, PersonKind::teacher);
      support.enter(school, sums.kind, 0, 0, {PersonKind::school_leader, by_leaders}, {PersonKind::teacher, 0});
    }
  });
}

}  // namespace districtsim
