#pragma once

#include "sim/core/calendar.hpp"
#include "sim/core/parallel.hpp"
#include "sim/district/conditions.hpp"
#include "sim/district/leaders.hpp"
#include "sim/district/schools.hpp"
#include "sim/district/teachers.hpp"

namespace districtsim {

/// What a role does with its protected time, as shares that sum to 1, and whether its holder still teaches.
struct RoleTime {
  double coaching = 0.0;
  double demonstration = 0.0;
  double mentoring = 0.0;
  double teams = 0.0;        ///< with teams on data
  double development = 0.0;  ///< of the staff as a whole
  double teaching = 0.0;     ///< 0 to 1, a class of their own, beside protected time
};
[[nodiscard]] const RoleTime& time_of(LeaderRole role);

/// Role of a new teacher leader until assign_roles.
constexpr auto no_role = static_cast<LeaderRole>(0xFF);

/// Teacher leaders in the order of schools, then of keys.
void sort_by_school(std::size_t schools, TeacherLeaders& leaders);

/// Roles by the order of a school's posts (framework.teacher_leader_roles in turn): holders keep a role that their
/// school still has, others take what is left. Mandated roles come first. Rows are sorted by school. A new role starts
/// with a new clarity, and where it is new to the district with what readiness gives of clarity and legitimacy.
void assign_roles(const Conditions& conditions, const Schools& schools, TeacherLeaders& leaders);

/// Rows of a school's teacher leaders; rows are sorted by school.
[[nodiscard]] Rows leaders_of(const TeacherLeaders& leaders, std::size_t school);

/// Teams whose inquiry one teacher leader can lead in a week.
[[nodiscard]] double teams_led_by(LeaderRole role, const InquiryParameters& p);

/// Factor on quality with a teacher of a team of this subject: 1, or less for the other of reading and mathematics.
[[nodiscard]] double subject_fit(LeaderRole role, Teams::Subject subject, const TeacherLeaderParameters& p);

/// Subject of the team of the teacher in `row`.
[[nodiscard]] inline Teams::Subject subject_of(const Teachers& teachers, std::size_t row) {
  return static_cast<Teams::Subject>(teachers.subject[row]);
}

/// Minutes that a teacher leader's meetings may take in a week: leadership team, sponsoring, peers, development days.
[[nodiscard]] Minutes meeting_minutes(const Conditions& conditions);

/// A teacher leader's protected minutes of a week, before anything takes from them: as planned, as far as the week has
/// room for meetings beside them.
[[nodiscard]] Minutes protected_minutes(const Conditions& conditions);

/// Minutes of a week that a teacher leader may lead teams in: what protected time and meetings leave.
[[nodiscard]] Minutes minutes_for_teams(const Conditions& conditions);

/// Of what office work leaves of a teacher leader's protected minutes, a role's share for one activity.
[[nodiscard]] Minutes minutes_for(double share, Minutes protected_time, Minutes office);

/// What a teacher leader can show now. [iSD]
[[nodiscard]] std::array<float, dimension_count> shown_by(const TeacherLeaders& leaders, std::size_t row);

/// How a teacher leader stands with those they offer something to.
[[nodiscard]] SupporterStanding standing_of(const TeacherLeaders& leaders, std::size_t row, double evidence);

/// Teachers::mentor of one whose mentor is a teacher leader, and back.
constexpr std::uint32_t mentor_by_role = 0x80000000U;

/// Row of the cross-school teacher leader who is in a school this week (each goes round their schools), or the table's
/// size if nobody is.
[[nodiscard]] std::size_t visiting_leader(const CrossSchoolLeaders& leaders, std::size_t school, Week week);

}  // namespace districtsim
