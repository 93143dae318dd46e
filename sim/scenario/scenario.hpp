#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/calendar.hpp"
#include "sim/rules/teacher_effect.hpp"
#include "sim/scenario/district_profile.hpp"
#include "sim/scenario/mechanisms.hpp"
#include "sim/scenario/parameters.hpp"

namespace districtsim {

/// How central operations serve schools: one case manager who follows a matter through, or each department for itself
/// (Portin et al. 2009, operational support; Honig et al. 2010, case management).
enum class OperationsRouting : std::uint8_t { departments, case_management };

/// The seven roles of teacher leaders (Portin et al. 2009, chapter 3).
enum class LeaderRole : std::uint8_t {
  reading_coach,
  mathematics_coach,
  data_specialist,
  assessment_coordinator,
  demonstration_teacher,
  mentor,
  instructional_specialist,
};
constexpr auto leader_role_names =
    std::to_array<std::string_view>({"reading_coach", "mathematics_coach", "data_specialist", "assessment_coordinator",
                                     "demonstration_teacher", "mentor", "instructional_specialist"});

/// Investment framework: who decides about resources, by which rules they are shared out, and which posts exist.
struct Framework {
  double discretion = 0.10;            ///< 0 to 1, share of a school's dollars it decides itself
  double low_income_weight = 0.10;     ///< 0 to 5, extra weight of a low-income student in the discretionary dollars
  double teachers_per_coach = 38.0;    ///< teachers to each coach post at the start
  double schools_per_director = 24.0;  ///< principals to each instructional leadership director
  OperationsRouting operations_routing = OperationsRouting::departments;
  double schools_per_operations_post = 1.0;  ///< schools to each central operations post
  std::vector<LeaderRole> teacher_leader_roles = {LeaderRole::reading_coach,
                                                  LeaderRole::mathematics_coach};  ///< of a school's posts, in turn
  double schools_per_cross_school_leader = 1e6;  ///< schools to each cross-school teacher leader
  double schools_per_data_post = 20.0;           ///< schools to each central data post
  double sponsorship = 0.5;                      ///< 0 to 1, of leaders' support by superintendent and cabinet
};

/// An external partner who works with all staff on one dimension of practice, while it is paid.
struct PartnerPlan {
  double hours = 1.0;  ///< [h] of each teacher every four weeks
  Dimension dimension = Dimension::pedagogy;
  int first_year = 1;  ///< school year from 1
  int years = 30;      ///< school years it is paid
};

/// How support is organised: protected time, caseloads, length of meetings.
struct SupportPlan {
  double coach_time_with_teachers = 0.28;       ///< 0 to 1, share of a coach's week protected for work with teachers
  double coach_caseload = 12.0;                 ///< teachers each coach takes on for the year
  double director_time_with_principals = 0.63;  ///< 0 to 1, share of a director's week with principals
  double inquiry_hours = 1.0;                 ///< hours a week of team inquiry in the weeks after an interim assessment
  int inquiry_weeks = 2;                      ///< weeks of team inquiry after each interim assessment
  double open_with_evidence = 0.3;            ///< 0 to 1, share of teacher leaders' contacts that open with evidence
  double teacher_leaders_evaluate = 0.0;      ///< 0 to 1, share of their protected time used for evaluation
  bool teacher_leaders_share_room = false;    ///< whether those of a school share a room
  double teacher_leader_network_hours = 0.0;  ///< [h] of each network meeting of teacher leaders, 0 none
  int leadership_team_interval = 4;           ///< weeks between meetings of a school's leadership team
  int professional_development_days = 4;      ///< a year
  double mentoring_hours = 0.5;               ///< [h/week] for a novice
  double released_hours = 1.0;                ///< [h] freed for each teacher in weeks of inquiry and development
  bool differentiated_assistance = false;     ///< directors give more to less skilled and newer principals
  double director_support_hours = 2.0;        ///< [h] for each director every four weeks
  int leadership_feedback = 1;                ///< times a year
  std::optional<PartnerPlan> partner;
};

/// What the district focuses on, how steadily, and through which pathways (Knapp, Copland & Talbert 2003).
struct Agenda {
  std::array<double, dimension_count> focus{0.25, 0.25, 0.25, 0.25};  ///< weights that sum to 1
  bool changes_yearly = false;  ///< the heaviest weight goes to another dimension every year
  int pathways = 3;             ///< how many of the ten pathways carry the focus
};

/// How the district starts, where that differs from the reference district: means of 0 to 1.
struct StartingPoint {
  std::optional<double> expectations;
  std::optional<double> ownership;
  std::optional<double> efficacy;
  std::optional<double> trust;
  std::optional<double> principal_engagement;
  std::optional<double> cohesion;
  std::optional<double> data_routines;
  std::optional<double> accountability;
  std::optional<double> system_learning;
};

/// What surrounds the district, whoever decides.
struct Context {
  double accountability_pressure = 0.5;  ///< 0 to 1, of test-based accountability
};

/// What a reallocation or a selector can name.
enum class Resource : std::uint8_t { coach_fte, teacher_fte, assistant_principal_fte, dollars };

/// Ranks within a grade span by share of low-income students, at baseline. A span with fewer than 8 schools has no
/// quarters: halves are used instead, and with fewer than 2 none; the choice is reported.
enum class NeedSelection : std::uint8_t {
  any,
  lowest,
  highest,
  lowest_quarter,
  highest_quarter,
  lowest_half,
  highest_half
};

/// Which schools: all conditions that are given must hold.
struct SchoolSelector {
  NeedSelection need = NeedSelection::any;
  std::optional<SchoolLevel> level;
  std::optional<bool> title_one;
  std::vector<std::string> names;  ///< school names or NCES ids; empty: any
};

/// Moves posts or dollars between schools, once, in the summer before a school year.
struct Reallocation {
  Resource what = Resource::coach_fte;
  double amount = 0.0;  ///< whole posts, or dollars a year
  int year = 1;         ///< school year from 1 in which it first holds
  SchoolSelector from;
  SchoolSelector to;
  std::string place;  ///< "file:line:column" of the entry, for errors
};

/// Something that happens to the district, whoever decides: from the given year on.
struct Event {
  enum class Kind : std::uint8_t { revenue_change } kind = Kind::revenue_change;
  int year = 1;        ///< school year from 1
  double share = 0.0;  ///< relative change of revenue, -0.5 to 0.5
};

/// How enrolment goes on: as measured, where families who move in or out make up for cohorts of other sizes; or by
/// cohorts alone, with an entry class as at the start.
enum class Enrolment : std::uint8_t { steady, cohorts };

enum class AgentsRecorded : std::uint8_t { none, yearly, weekly };

/// Which single interactions are written.
enum class InteractionsRecorded : std::uint8_t { none, sample, all };

struct RecordPlan {
  AgentsRecorded agents = AgentsRecorded::none;
  InteractionsRecorded interactions = InteractionsRecorded::none;
  int compression = 0;  ///< 0 to 9, deflate level of the result file
};

/// A scenario, complete and checked: plain values, nothing of YAML. Two scenarios differ only through what is here.
struct Scenario {
  std::string name;
  std::string description;
  DistrictProfile district;
  Enrolment enrolment = Enrolment::steady;
  CalendarPlan calendar;
  Framework framework;
  SupportPlan support;
  Agenda agenda;
  Context context;
  StartingPoint start;
  std::vector<Reallocation> reallocations;
  std::vector<Event> events;
  MechanismSwitches mechanisms;
  Parameters parameters;                    ///< values; draws replace those not set by the scenario
  std::vector<std::string> parameters_set;  ///< names the scenario sets itself: held at their values
  RecordPlan record;
  std::string resolved_text;  ///< the whole scenario as canonical JSON, `extends` applied, for result files
  std::string input_hash;     ///< SHA-256 over the data files it read, hexadecimal
};

}  // namespace districtsim
