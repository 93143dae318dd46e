#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/contact_sums.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Constants of a week of demonstration visits.
struct DemonstrationWeek {
  Week week;
  Minutes visit = 0;
  Minutes weekly = 0;  ///< protected, of a teacher leader
  std::size_t group = 0;
  float trust = 0.0F;
  float expectations = 0.0F;
  ContactTerms contact;
};

DemonstrationWeek demonstration_week(const Conditions& conditions, Week week) {
  const Parameters& p = conditions.parameters;
  DemonstrationWeek plan;
  plan.week = week;
  plan.visit = std::max(1, in_minutes(p.demonstration.visit_hours));
  plan.weekly = protected_minutes(conditions);
  plan.group = static_cast<std::size_t>(p.demonstration.group + 0.5);
  plan.trust = static_cast<float>(p.trust.start);
  plan.expectations = static_cast<float>(p.demonstration.expectations_gain);
  plan.contact = contact_terms(p.demonstration.visit_hours * p.demonstration.attention, p.trust.loss, p);
  return plan;
}

/// Who shows lessons in a school this week.
struct Demonstrator {
  PersonKey key = 0;
  std::size_t visits = 0;
  Purpose luck = Purpose::demonstration_uptake;
  Showing showing;
  UptakeTerms uptake;
};

/// One visitor who has the time; takes the visit up or stays away.
void invite(const Conditions& conditions, const DemonstrationWeek& plan, const Demonstrator& from, std::size_t row,
            ContactSums& sums, Teachers& teachers, Journal& journal) {
  const float chance = uptake_probability(offered_to(teachers, row, plan.trust), from.uptake);
  const LuckKey pair{teachers.key[row], from.key};
  if (!conditions.draws.happens(static_cast<double>(chance), from.luck, pair, plan.week.index)) {
    ++sums.refused;
    sums.note(journal, from.key, teachers.key[row], Outcome::refused, 0, 0.0F);
    return;
  }
  const float gain = learn_from_contact(teachers, row, from.showing, plan.contact);
  teachers.expectations[row] = raised(teachers.expectations[row], plan.expectations);
  teachers.minutes_free[row] -= plan.visit;
  ++sums.kept;
  sums.received += plan.visit;
  sums.note(journal, from.key, teachers.key[row], Outcome::taken_up, plan.visit, gain);
}

/// A week's visits: groups round the staff, from where those before in this week ended; the start of a week's round
/// follows from the week. Returns the minutes given.
Minutes show_lessons(const Conditions& conditions, const DemonstrationWeek& plan, const Demonstrator& from, Rows staff,
                     std::size_t& place_in_round, ContactSums& sums, Teachers& teachers, Journal& journal) {
  const std::size_t invited = std::min(from.visits * plan.group, staff.size());
  std::size_t row = staff.begin + (plan.week.index * invited + place_in_round) % staff.size();
  place_in_round += invited;
  Minutes given = 0;
  for (std::size_t place = 0; place < invited; ++place) {
    if (place % plan.group == 0) given += plan.visit;
    if (teachers.minutes_free[row] >= plan.visit) invite(conditions, plan, from, row, sums, teachers, journal);
    if (++row == staff.end) row = staff.begin;
  }
  sums.given += given;
  return given;
}

void show_in_own_school(const Conditions& conditions, const DemonstrationWeek& plan, std::size_t school,
                        TeacherLeaders& leaders, Schools& schools, Teachers& teachers, SupportTally& support,
                        Journal& journal) {
  const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
  ContactSums sums = sums_of(InteractionKind::demonstration_visits, school, plan.week);
  const Rows own = leaders_of(leaders, school);
  std::size_t place_in_round = 0;
  for (std::size_t row = own.begin; row < own.end; ++row) {
    const double share = time_of(leaders.role[row]).demonstration;
    if (share <= 0.0) continue;
    Demonstrator from;
    from.key = leaders.key[row];
    const Minutes left = plan.weekly - leaders.office[row] - leaders.minutes[row];
    const Minutes own_time = std::min(left, minutes_for(share, plan.weekly, leaders.office[row]));
    from.visits = static_cast<std::size_t>(std::max(0, own_time) / plan.visit);
    from.showing = {shown_by(leaders, row), leaders.quality[row], schools.emphasis[school]};
    from.uptake = uptake_terms(standing_of(leaders, row, 0.0), conditions.parameters.uptake);
    leaders.minutes[row] += show_lessons(conditions, plan, from, staff, place_in_round, sums, teachers, journal);
  }
  schools.coach_minutes[school] += sums.given;
  sums.enter(support, PersonKind::teacher_leader, PersonKind::teacher);
}

void show_across_schools(const Conditions& conditions, const DemonstrationWeek& plan, std::size_t school,
                         CrossSchoolLeaders& leaders, const Schools& schools, Teachers& teachers, SupportTally& support,
                         Journal& journal) {
  const std::size_t leader = visiting_leader(leaders, school, plan.week);
  if (leader >= leaders.size()) return;
  const Parameters& p = conditions.parameters;
  ContactSums sums = sums_of(InteractionKind::demonstration_visits, school, plan.week);
  Demonstrator from;
  from.key = leaders.key[leader];
  from.visits = static_cast<std::size_t>(in_minutes(p.demonstration.cross_school_hours) / plan.visit);
  from.luck = Purpose::cross_school_uptake;
  from.showing = {leaders.expertise[leader], leaders.quality[leader], schools.emphasis[school]};
  const double standing = p.teacher_leader.legitimacy_start * p.teacher_leader.clarity_start;
  from.uptake = uptake_terms({standing, 0.0, 0.0}, p.uptake);
  const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
  std::size_t place_in_round = 0;
  leaders.minutes[leader] = show_lessons(conditions, plan, from, staff, place_in_round, sums, teachers, journal);
  sums.enter(support, PersonKind::cross_school_leader, PersonKind::teacher);
}

}  // namespace

void demonstrate(const Conditions& conditions, Week week, TeacherLeaders& leaders, CrossSchoolLeaders& across,
                 Schools& schools, Teachers& teachers, SupportTally& support, Journal& journal) {
  std::fill(across.minutes.begin(), across.minutes.end(), 0);
  if (!conditions.on(Mechanism::demonstration_visits)) return;
  const DemonstrationWeek plan = demonstration_week(conditions, week);
  for_blocks(schools.size(), 32, [&](Rows block) {
    for (std::size_t school = block.begin; school < block.end; ++school) {
      show_in_own_school(conditions, plan, school, leaders, schools, teachers, support, journal);
      show_across_schools(conditions, plan, school, across, schools, teachers, support, journal);
    }
  });
}

}  // namespace districtsim
