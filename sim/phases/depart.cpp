#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/build_leaders.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/seating.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/phases/transfer.hpp"
#include "sim/rules/whole_years.hpp"

namespace districtsim {

namespace {

/// What a teacher does at the end of a year.
enum class Exit : std::uint8_t { stay, leave, move_out, move_within };

/// What experience does to leaving and moving, made once for all teachers.
struct ByExperience {
  explicit ByExperience(const DepartureParameters& p)
      : leave([&](double years) { return leave_logit(years, p); }),
        move([&](double years) { return move_logit(years, p); }) {}
  WholeYears leave;
  WholeYears move;
};

Exit exit_of(const Conditions& conditions, const SchoolYear& year, const ByExperience& logit, const Teachers& teachers,
             std::size_t row, double need) {
  const DepartureParameters& p = conditions.parameters.departure;
  const float years = teachers.experience[row];
  const double strain = conditions.on(Mechanism::strain) ? static_cast<double>(teachers.strain[row]) : 0.0;
  const DrawBlock luck = conditions.draws.block(Purpose::departure, {teachers.key[row], 0}, year.summer);
  if (conditions.on(Mechanism::departures)) {
    const double chance = leave_probability_at(logit.leave.at(years), strain, need, p);
    if (years >= 45.0F || open_unit(luck[0]) < chance) return Exit::leave;
  }
  if (open_unit(luck[1]) >= move_probability_at(logit.move.at(years), strain, need, p)) return Exit::stay;
  if (open_unit(luck[2]) < p.move_within) {
    return conditions.on(Mechanism::transfers) ? Exit::move_within : Exit::stay;
  }
  return conditions.on(Mechanism::departures) ? Exit::move_out : Exit::stay;
}

/// Decides for a school's teachers; leavers' posts become vacant, those who look within the district are listed.
void end_year(const Conditions& conditions, const SchoolYear& year, const ByExperience& logit, std::size_t school,
              District& district, std::vector<std::uint32_t>& looking) {
  Teachers& teachers = district.teachers;
  StaffFlows& flows = district.flows;
  flows.stayed[school] = flows.moved[school] = 0;
  flows.left[school] = flows.not_renewed[school];
  for (std::uint32_t row = district.schools.teacher_begin[school]; row < district.schools.teacher_begin[school + 1];
       ++row) {
    if (teachers.holder[row] == Holder::substitute) vacate(teachers, row);
    if (teachers.holder[row] == Holder::vacant) continue;
    switch (exit_of(conditions, year, logit, teachers, row, district.schools.need[school])) {
      case Exit::stay:
        ++flows.stayed[school];
        break;
      case Exit::leave:
        ++flows.left[school];
        vacate(teachers, row);
        break;
      case Exit::move_out:
        ++flows.moved[school];
        vacate(teachers, row);
        break;
      case Exit::move_within:
        ++flows.stayed[school];  // unless they find a place
        looking.push_back(row);
        break;
    }
  }
}

void reset_trust(const Conditions& conditions, std::size_t school, District& district) {
  const auto start = static_cast<float>(conditions.parameters.trust.start);
  const auto first = district.teachers.trust_principal.begin();
  std::fill(first + district.schools.teacher_begin[school], first + district.schools.teacher_begin[school + 1], start);
}

/// Year of hire of those who begin after this summer, as in person_key.
int next_hire_year(const SchoolYear& year) { return year.index + 2; }

/// A new principal: an assistant principal of the school, or somebody from outside.
void succeed(const Conditions& conditions, const SchoolYear& year, std::size_t school, District& district) {
  AssistantPrincipals& assistants = district.assistant_principals;
  const PersonKey key = person_key(district.schools.key[school], principal_post, next_hire_year(year));
  const auto own = std::lower_bound(assistants.school.begin(), assistants.school.end(), school);
  const double u = conditions.draws.uniform(Purpose::principal_succession, {key, 0}, year.summer);
  const bool any = own != assistants.school.end() && *own == school;
  if (any && u < conditions.parameters.departure.assistant_promoted) {
    const auto row = static_cast<std::size_t>(own - assistants.school.begin());
    seat_principal(conditions, district.principals, school, assistants.key[row], assistants.talent[row],
                   assistants.organisation[row]);
    district.principals.supported[school] = assistants.supported[row];  // what they have learned they keep
    seat_assistant(conditions, district, row, next_hire_year(year));
  } else {
    const auto traits = conditions.draws.normals(Purpose::principal_traits, {key, 0}, 0);
    seat_principal(conditions, district.principals, school, key, conditions.parameters.assistance.skill_sd * traits[0],
                   traits[1]);
  }
  reset_trust(conditions, school, district);
}

/// Whether a scenario's event takes every principal before the next year.
bool all_principals_leave(const Conditions& conditions, const SchoolYear& year) {
  const auto& events = conditions.scenario.events;
  return std::any_of(events.begin(), events.end(), [&](const Event& event) {
    return event.kind == Event::Kind::principals_exit && event.year == year.number + 1;
  });
}

void leaders_leave(const Conditions& conditions, const SchoolYear& year, District& district) {
  const DepartureParameters& p = conditions.parameters.departure;
  Principals& principals = district.principals;
  AssistantPrincipals& assistants = district.assistant_principals;
  const bool all = all_principals_leave(conditions, year);
  for (int& years : assistants.tenure) ++years;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    ++principals.tenure[school];
    const LuckKey luck{principals.key[school], 0};
    if (all || conditions.draws.happens(p.principal_exit, Purpose::leader_exit, luck, year.summer)) {
      succeed(conditions, year, school, district);
    }
  }
  for (std::size_t row = 0; row < assistants.size(); ++row) {
    if (assistants.tenure[row] == 0) continue;  // came this summer
    const LuckKey luck{assistants.key[row], 1};
    if (conditions.draws.happens(p.assistant_exit, Purpose::leader_exit, luck, year.summer)) {
      seat_assistant(conditions, district, row, next_hire_year(year));
    }
  }
  std::vector<std::uint32_t> staying;
  for (std::uint32_t row = 0; row < district.teacher_leaders.size(); ++row) {
    const LuckKey luck{district.teacher_leaders.key[row], 2};
    if (!conditions.draws.happens(p.coach_exit, Purpose::leader_exit, luck, year.summer)) staying.push_back(row);
  }
  keep_coaches(district.teacher_leaders, staying);
}

}  // namespace

void depart(const Conditions& conditions, const SchoolYear& year, District& district) {
  renew(conditions, year, district);
  // Lists by school keep one order of those who look for a place, whatever the threads do.
  std::vector<std::vector<std::uint32_t>> looking(district.schools.size());
  const ByExperience logit(conditions.parameters.departure);
  for_blocks(district.schools.size(), 32, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      end_year(conditions, year, logit, school, district, looking[school]);
    }
  });
  transfer(conditions, year, looking, district);
  if (conditions.on(Mechanism::leader_turnover)) {
    leaders_leave(conditions, year, district);
  } else {
    for (int& years : district.principals.tenure) ++years;
  }
}

}  // namespace districtsim
