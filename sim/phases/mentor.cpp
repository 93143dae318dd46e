#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/contact_sums.hpp"
#include "sim/phases/pair_draws.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

constexpr int weeks_between_meetings = 2;  // each meeting for the hours of both weeks

/// Constants of a week of mentoring.
struct MentoringWeek {
  Minutes minutes = 0;
  Minutes weekly = 0;  ///< protected, of a teacher leader
  float margin = 0.0F;
  float trust = 0.0F;
  ContactTerms contact;
  UptakeTerms by_colleague;
};

MentoringWeek mentoring_week(const Conditions& conditions) {
  const Parameters& p = conditions.parameters;
  const double hours = weeks_between_meetings * conditions.scenario.support.mentoring_hours;
  MentoringWeek week;
  week.minutes = in_minutes(hours);
  week.weekly = protected_minutes(conditions);
  week.margin = static_cast<float>(p.mentoring.margin);
  week.trust = static_cast<float>(p.trust.start);
  week.contact = contact_terms(hours * p.mentoring.attention, p.trust.loss, p);
  week.by_colleague = uptake_terms({}, p.uptake);
  return week;
}

/// A mentor in one week: what they show and how they stand.
struct Mentor {
  PersonKey key = 0;
  Showing showing;
  UptakeTerms uptake;
};

Mentor colleague_as_mentor(const MentoringWeek& plan, const Schools& schools, const Teachers& teachers,
                           std::size_t row) {
  Mentor mentor;
  mentor.key = teachers.key[row];
  for (std::size_t d = 0; d < dimension_count; ++d) {
    mentor.showing.expertise[d] = teachers.practice(row, static_cast<int>(d)) + plan.margin;
  }
  mentor.showing.emphasis = schools.emphasis[teachers.school[row]];
  mentor.uptake = plan.by_colleague;
  return mentor;
}

Mentor leader_as_mentor(const Conditions& conditions, const Schools& schools, const TeacherLeaders& leaders,
                        std::size_t row) {
  Mentor mentor;
  mentor.key = leaders.key[row];
  mentor.showing = {shown_by(leaders, row), leaders.quality[row], schools.emphasis[leaders.school[row]]};
  mentor.uptake = uptake_terms(standing_of(leaders, row, 0.0), conditions.parameters.uptake);
  return mentor;
}

/// One meeting with a novice who has the time; true if it is taken up.
bool meet_novice(double luck, const MentoringWeek& plan, const Mentor& mentor, std::size_t row, ContactSums& sums,
                 Teachers& teachers, Journal& journal) {
  const float chance = uptake_probability(offered_to(teachers, row, plan.trust), mentor.uptake);
  if (luck >= static_cast<double>(chance)) {
    ++sums.refused;
    sums.note(journal, mentor.key, teachers.key[row], Outcome::refused, 0, 0.0F);
    return false;
  }
  const float gain = learn_from_contact(teachers, row, mentor.showing, plan.contact);
  teachers.minutes_free[row] -= plan.minutes;
  ++sums.kept;
  sums.given += plan.minutes;
  sums.received += plan.minutes;
  sums.note(journal, mentor.key, teachers.key[row], Outcome::taken_up, plan.minutes, gain);
  return true;
}

using DueRows = std::array<std::uint32_t, PairDraws::most>;

/// Rows and luck of the next novices whose turn it is this week: every second post. Returns where to go on.
std::uint32_t list_due(Rows staff, Week week, const TeacherLeaders& leaders, const Teachers& teachers, DueRows& rows,
                       PairDraws& luck) {
  luck.clear();
  auto row = static_cast<std::uint32_t>(staff.begin);
  for (; row < staff.end && luck.rows < PairDraws::most; ++row) {
    const std::uint32_t mentor = teachers.mentor[row];
    if (mentor == no_mentor || (teachers.post[row] + week.index) % weeks_between_meetings != 0) continue;
    const bool by_role = (mentor & mentor_by_role) != 0;
    rows[luck.rows] = row;
    luck.add(teachers.key[row], by_role ? leaders.key[mentor & ~mentor_by_role] : teachers.key[mentor]);
  }
  draw_pairs(luck);
  return row;
}

/// Sums of mentoring by colleagues and by teacher leaders, whose hours are entered apart.
struct MentoringSums {
  ContactSums colleagues;
  ContactSums leaders;
};

void mentor_one(const Conditions& conditions, double luck, const MentoringWeek& plan, std::size_t row,
                const Schools& schools, MentoringSums& sums, TeacherLeaders& leaders, Teachers& teachers,
                Journal& journal) {
  const std::uint32_t mentor = teachers.mentor[row];
  if (teachers.minutes_free[row] < plan.minutes) return;
  if ((mentor & mentor_by_role) == 0) {
    if (teachers.minutes_free[mentor] < plan.minutes) return;
    if (meet_novice(luck, plan, colleague_as_mentor(plan, schools, teachers, mentor), row, sums.colleagues, teachers,
                    journal)) {
      teachers.minutes_free[mentor] -= plan.minutes;
    }
    return;
  }
  const std::size_t leader = mentor & ~mentor_by_role;
  if (plan.weekly - leaders.office[leader] - leaders.minutes[leader] < plan.minutes) return;
  if (meet_novice(luck, plan, leader_as_mentor(conditions, schools, leaders, leader), row, sums.leaders, teachers,
                  journal)) {
    leaders.minutes[leader] += plan.minutes;
  }
}

}  // namespace

void mentor(const Conditions& conditions, Week week, TeacherLeaders& leaders, Schools& schools, Teachers& teachers,
            SupportTally& support, Journal& journal) {
  if (!conditions.on(Mechanism::mentoring)) return;
  const MentoringWeek plan = mentoring_week(conditions);
  if (plan.minutes <= 0) return;
  for_blocks(schools.size(), 32, [&](Rows block) {
    PairDraws luck = pair_draws(conditions.draws, Purpose::mentoring_uptake, week);
    DueRows rows;
    for (std::size_t school = block.begin; school < block.end; ++school) {
      MentoringSums sums;
      sums.colleagues = sums_of(InteractionKind::mentoring, school, week);
      sums.leaders = sums.colleagues;
      for (std::uint32_t next = schools.teacher_begin[school]; next < schools.teacher_begin[school + 1];) {
        next = list_due({next, schools.teacher_begin[school + 1]}, week, leaders, teachers, rows, luck);
        for (std::size_t i = 0; i < luck.rows; ++i) {
          mentor_one(conditions, open_unit(luck.words[0][i]), plan, rows[i], schools, sums, leaders, teachers, journal);
        }
      }
      schools.coach_minutes[school] += sums.leaders.given;
      sums.colleagues.enter(support, PersonKind::teacher, PersonKind::teacher);
      sums.leaders.enter(support, PersonKind::teacher_leader, PersonKind::teacher);
    }
  });
}

}  // namespace districtsim
