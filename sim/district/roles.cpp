#include "sim/district/roles.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "sim/district/build_leaders.hpp"

namespace districtsim {

namespace {

constexpr std::size_t role_count = leader_role_names.size();

// In the order of LeaderRole: coaching, demonstration, mentoring, teams, development, teaching. What roles do: Portin
// et al. 2009, chapter 3; the shares are judgement.
constexpr std::array<RoleTime, role_count> role_times = {{
    {1.0, 0.0, 0.0, 0.0, 0.0, 0.0},  // reading_coach
    {1.0, 0.0, 0.0, 0.0, 0.0, 0.0},  // mathematics_coach
    {0.2, 0.0, 0.0, 0.8, 0.0, 0.0},  // data_specialist
    {0.0, 0.0, 0.0, 0.8, 0.2, 0.0},  // assessment_coordinator
    {0.3, 0.7, 0.0, 0.0, 0.0, 0.5},  // demonstration_teacher
    {0.2, 0.0, 0.8, 0.0, 0.0, 0.0},  // mentor
    {0.5, 0.0, 0.0, 0.0, 0.5, 0.0},  // instructional_specialist
}};

/// How many of each role a school has posts for that nobody holds yet.
using OpenRoles = std::array<int, role_count>;

/// Whether the role was open; if so it is no longer.
bool take(OpenRoles& open, LeaderRole role) {
  if (role == no_role || open[static_cast<std::size_t>(role)] == 0) return false;
  --open[static_cast<std::size_t>(role)];
  return true;
}

/// Roles of one school's posts: mandated ones, then the framework's in turn.
class RolesOfPosts {
 public:
  RolesOfPosts(const std::vector<MandatedRole>& mandated, const std::vector<LeaderRole>& usual)
      : mandated_(mandated), usual_(usual) {}

  [[nodiscard]] LeaderRole at(std::size_t post) const {
    if (post < mandated_.size()) return mandated_[post].role;
    return usual_[(post - mandated_.size()) % usual_.size()];
  }
  [[nodiscard]] bool is_new(LeaderRole role) const {
    return std::any_of(mandated_.begin(), mandated_.end(),
                       [&](const MandatedRole& own) { return own.is_new && own.role == role; });
  }

 private:
  const std::vector<MandatedRole>& mandated_;
  const std::vector<LeaderRole>& usual_;
};

/// Clarity and legitimacy of who takes a role.
struct RoleStart {
  float clarity = 0.0F;
  float legitimacy = 0.0F;
  float new_role = 1.0F;  ///< factor on both in a role that is new to the district
};

void take_role(LeaderRole role, bool is_new, const RoleStart& start, std::size_t row, TeacherLeaders& leaders) {
  if (is_new) {
    leaders.clarity[row] = start.clarity * start.new_role;
    leaders.legitimacy[row] = std::min(leaders.legitimacy[row], start.legitimacy * start.new_role);
  } else if (leaders.role[row] != no_role) {
    leaders.clarity[row] = start.clarity;
  }
  leaders.role[row] = role;
}

void assign_in_school(const RolesOfPosts& roles, const RoleStart& start, Rows rows, TeacherLeaders& leaders) {
  OpenRoles open{};
  for (std::size_t post = 0; post < rows.size(); ++post) ++open[static_cast<std::size_t>(roles.at(post))];
  std::vector<std::size_t> without;
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    if (!take(open, leaders.role[row])) without.push_back(row);
  }
  std::size_t post = 0;
  for (const std::size_t row : without) {
    while (!take(open, roles.at(post))) ++post;
    take_role(roles.at(post), roles.is_new(roles.at(post)), start, row, leaders);
  }
}

}  // namespace

const RoleTime& time_of(LeaderRole role) { return role_times[static_cast<std::size_t>(role)]; }

void sort_by_school(std::size_t schools, TeacherLeaders& leaders) {
  std::vector<std::uint32_t> rows(leaders.size());
  std::iota(rows.begin(), rows.end(), 0U);
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
    return leaders.school[a] != leaders.school[b] ? leaders.school[a] < leaders.school[b]
                                                  : leaders.key[a] < leaders.key[b];
  });
  keep_coaches(leaders, rows);
  leaders.school_begin.assign(schools + 1, 0);
  for (const SchoolId school : leaders.school) ++leaders.school_begin[school + 1];
  std::partial_sum(leaders.school_begin.begin(), leaders.school_begin.end(), leaders.school_begin.begin());
}

void assign_roles(const Conditions& conditions, const Schools& schools, TeacherLeaders& leaders) {
  const TeacherLeaderParameters& p = conditions.parameters.teacher_leader;
  for (std::size_t begin = 0; begin < leaders.size();) {
    std::size_t end = begin;
    while (end < leaders.size() && leaders.school[end] == leaders.school[begin]) ++end;
    const std::size_t school = leaders.school[begin];
    const RolesOfPosts roles(schools.mandated_roles[school], conditions.scenario.framework.teacher_leader_roles);
    const RoleStart start{
        static_cast<float>(p.clarity_start), static_cast<float>(p.legitimacy_start),
        static_cast<float>(new_role_start(schools.readiness[school], conditions.parameters.new_role))};
    assign_in_school(roles, start, {begin, end}, leaders);
    begin = end;
  }
}

Rows leaders_of(const TeacherLeaders& leaders, std::size_t school) {
  return {leaders.school_begin[school], leaders.school_begin[school + 1]};
}

double teams_led_by(LeaderRole role, const InquiryParameters& p) {
  return p.teams_per_coach + time_of(role).teams * p.data_teams;
}

double subject_fit(LeaderRole role, Teams::Subject subject, const TeacherLeaderParameters& p) {
  const bool mismatch = (role == LeaderRole::reading_coach && subject == Teams::Subject::mathematics) ||
                        (role == LeaderRole::mathematics_coach && subject == Teams::Subject::reading);
  return mismatch ? p.subject_mismatch : 1.0;
}

Minutes meeting_minutes(const Conditions& conditions) {
  const Parameters& p = conditions.parameters;
  return in_minutes(p.leadership_team.meeting_hours) + in_minutes(p.sponsorship.hours) +
         in_minutes(p.peer_ties.meeting_hours) + in_minutes(conditions.scenario.support.teacher_leader_network_hours) +
         in_minutes(p.development.hours);
}

Minutes protected_minutes(const Conditions& conditions) {
  const double week = conditions.parameters.coaching.work_week;
  const Minutes planned = in_minutes(week * conditions.scenario.support.coach_time_with_teachers);
  return std::clamp(in_minutes(week) - meeting_minutes(conditions), 0, planned);
}

Minutes minutes_for_teams(const Conditions& conditions) {
  const Minutes week = in_minutes(conditions.parameters.coaching.work_week);
  return std::max(0, week - protected_minutes(conditions) - meeting_minutes(conditions));
}

Minutes minutes_for(double share, Minutes protected_time, Minutes office) {
  return static_cast<Minutes>(share * static_cast<double>(protected_time - office));
}

std::array<float, dimension_count> shown_by(const TeacherLeaders& leaders, std::size_t row) {
  std::array<float, dimension_count> shown = leaders.expertise[row];
  for (float& own : shown) own += leaders.supported[row];
  return shown;
}

SupporterStanding standing_of(const TeacherLeaders& leaders, std::size_t row, double evidence) {
  return {static_cast<double>(leaders.legitimacy[row] * leaders.clarity[row]), evidence,
          static_cast<double>(leaders.taint[row])};
}

std::size_t visiting_leader(const CrossSchoolLeaders& leaders, std::size_t school, Week week) {
  if (leaders.size() == 0) return 0;
  const auto after = std::upper_bound(leaders.caseload_begin.begin(), leaders.caseload_begin.end(), school);
  const auto leader = static_cast<std::size_t>(after - leaders.caseload_begin.begin()) - 1;
  const std::uint32_t first = leaders.caseload_begin[leader];
  const std::uint32_t count = leaders.caseload_begin[leader + 1] - first;
  return first + week.index % count == school ? leader : leaders.size();
}

}  // namespace districtsim
