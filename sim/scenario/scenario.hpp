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

/// What a reallocation or a selector can name.
enum class Resource : std::uint8_t {
  coach_fte,
  teacher_fte,
  assistant_principal_fte,
  administrative_manager_fte,
  intervention_fte,
  early_grade_fte,  ///< teaching posts of kindergarten to grade 3
  dollars,
  dollars_percent,  ///< of all schools' dollars
  principal_hours,  ///< a week, of principals in another school
};

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
  std::optional<int> network;      ///< number from 1: the caseload of one director
  std::vector<std::string> names;  ///< school names or NCES ids; empty: any

  friend bool operator==(const SchoolSelector&, const SchoolSelector&) = default;
};

/// How a school's dollars are found before needs count: from the posts it had, or the same for every student.
enum class Allocation : std::uint8_t { staffing_ratios, student_dollars };

/// What a teaching post costs a school: the district's average salary, or what its holder earns.
enum class Salaries : std::uint8_t { average, actual };

/// Who holds the initiative in a domain (Portin et al. 2009, Table 1).
enum class Initiative : std::uint8_t { district, shared, school };

struct Initiatives {
  Initiative assessment_and_accountability = Initiative::shared;
  Initiative instructional_guidance = Initiative::shared;
  Initiative data_practice = Initiative::shared;
  Initiative staffing = Initiative::shared;
  Initiative professional_learning = Initiative::shared;
};

/// What is done with dollars of schools beyond those of the start: shares of them, the rest is principals'.
struct NewDollars {
  double pay = 0.0;         ///< 0 to 1, to raise pay, a year later
  double class_size = 0.0;  ///< 0 to 1, to more teachers
  double coaches = 0.0;     ///< 0 to 1, to more coaches
  double programmes = 0.0;  ///< 0 to 1, to extended time
  double reserve = 0.0;     ///< 0 to 1, kept by the district
};

/// Whether principals are assigned a director, or choose and pay a network that supports them (Knapp et al. 2010,
/// practice 2).
struct SupportMarket {
  bool market = false;
  int capacity = 25;       ///< schools a provider can serve
  double price = 30000.0;  ///< [$/year] for a school

  friend bool operator==(const SupportMarket&, const SupportMarket&) = default;
};

/// What schools can be required to have.
enum class Mandated : std::uint8_t {
  coach_fte,
  assistant_principal_fte,
  administrative_manager_fte,
  intervention_fte,
  early_grade_fte,
  extended_hours
};

/// A post or programme that schools must have, paid from their own dollars.
struct Mandate {
  Mandated what = Mandated::coach_fte;
  double amount = 1.0;             ///< whole posts, or hours a week, for each school
  double students_per_post = 0.0;  ///< above 0: posts by enrolment instead, at least one
  std::optional<LeaderRole> role;  ///< of the teacher leaders it adds
  std::optional<SchoolSelector> schools;
  int year = 1;              ///< school year from 1 in which it first holds
  int groundwork_years = 0;  ///< years of design, pilots and agreement before
  bool of_state = false;     ///< demanded by the state, not by the framework

  friend bool operator==(const Mandate&, const Mandate&) = default;
};

/// A stipend for teachers of certain schools; the district pays it.
struct Incentive {
  enum class Kind : std::uint8_t { retention, transfer } kind = Kind::retention;
  double dollars = 0.0;  ///< [$/year] for a teacher
  std::optional<SchoolSelector> schools;
  int first_year = 1;
  int years = 30;

  [[nodiscard]] bool paid_in(int year) const { return first_year <= year && year < first_year + years; }
};

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
  Allocation allocation = Allocation::staffing_ratios;
  double hold_harmless = 0.0;  ///< 0 to 1, share of last year's dollars per student that a school keeps at least
  double ring_fence = 0.0;     ///< 0 to 1, share of dollars by need that nobody can win back outside of the formula
  Salaries salaries = Salaries::average;
  Initiatives initiative;
  SupportMarket support_market;
  NewDollars new_dollars;
  std::vector<Mandate> mandates;  ///< those of the framework, then those of the state
  std::vector<Incentive> incentives;
  double grow_your_own = 0.5;  ///< 0 to 1, share of leaders' open posts for which own people come first
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

  friend bool operator==(const StartingPoint&, const StartingPoint&) = default;
};

/// Leaders' time for one kind of work with the public, of each principal and director.
struct PublicWork {
  double hours = 0.0;  ///< [h/week]
  int first_year = 1;
  int years = 30;

  [[nodiscard]] double hours_in(int year) const {
    return first_year <= year && year < first_year + years ? hours : 0.0;
  }
};

/// What leaders do about push-back against who gets what.
struct Politics {
  PublicWork shepherding;
  PublicWork outreach;
  bool board_votes = true;
};

/// What fund money may be spent on; `any` of a fund: everything.
enum class Purchase : std::uint8_t {
  teacher,
  coach,
  assistant_principal,
  administrative_manager,
  intervention_teacher,
  extended_time,
  materials
};

/// Money that may only be spent on some things, in some schools, or for some years.
struct Fund {
  std::string name;
  double dollars = 0.0;                         ///< [$/year] in total
  double dollars_per_low_income_student = 0.0;  ///< [$/year] of the schools it is for, at the start
  std::optional<SchoolSelector> schools;
  std::vector<Purchase> pays;  ///< empty: anything
  int first_year = 1;
  int years = 30;
  bool adds = true;  ///< on top of what schools have; false: pays a part of what they have at the start

  [[nodiscard]] bool paid_in(int year) const { return first_year <= year && year < first_year + years; }

  friend bool operator==(const Fund&, const Fund&) = default;
};

/// What schools that miss, or meet, the state's target lose or gain.
enum class StateConsequence : std::uint8_t { none, takes_discretion, grants_discretion };

/// What surrounds the district, whoever decides.
struct Context {
  double accountability_pressure = 0.5;  ///< 0 to 1, of test-based accountability
  double community_support = 0.5;        ///< 0 to 1, at the start
  double voice = 1.0;                    ///< how much louder the advantaged are; 0 all alike
  double union_strength = 0.5;           ///< 0 to 1
  double flexibility = 0.0;              ///< 0 to 1, share of the strings of funds that the state lifts
  int price_year = 2025;                 ///< whose dollars the scenario writes and the results show
  double pay = 1.0;                      ///< the district's pay relative to the market's
  double applicants = 1.0;               ///< relative to a usual market
  double state_target = 0.0;             ///< 0 to 1, share of proficient students; 0 none
  StateConsequence state_consequence = StateConsequence::none;
  double comparability_ratio = 1.10;    ///< most students to a post of a Title I school against others
  double comparability_dollars = 0.90;  ///< least dollars per student of a Title I school against others
  int new_roles_year = 1;               ///< school year from which posts of new roles may open
  int tenure_years = 3;                 ///< [years] of experience after which a contract cannot be left to end
  std::vector<Fund> funds;
};

/// Moves posts, dollars or leaders' time between schools, in the summers before one or more school years.
struct Reallocation {
  Resource what = Resource::coach_fte;
  double amount = 0.0;  ///< in total: whole posts, dollars a year, percent of all schools' dollars, or hours a week
  int year = 1;         ///< school year from 1 in which it first holds
  int years = 1;        ///< over which it is carried out, in equal parts
  SchoolSelector from;
  SchoolSelector to;
  std::string place;  ///< "file:line:column" of the entry, for errors
};

/// Something that happens to the district, whoever decides: from the given year on.
struct Event {
  enum class Kind : std::uint8_t {
    revenue_change,
    enrolment_change,
    fund_lapse,
    superintendent_exit,
    principals_exit,
    directors_exit,
    contract_delay
  } kind = Kind::revenue_change;
  int year = 1;           ///< school year from 1
  double share = 0.0;     ///< relative change of revenue or enrolment, -0.5 to 0.5
  std::string fund = {};  ///< that lapses
  int delay = 0;          ///< [years] of agreement on new roles
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
  Politics politics;
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
  /// For comparisons at equal cost: the framework whose total for schools and central office is spent at the start.
  std::optional<Framework> cost_reference;
};

}  // namespace districtsim
