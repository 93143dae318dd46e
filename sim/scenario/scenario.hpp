#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/calendar.hpp"
#include "sim/scenario/district_profile.hpp"
#include "sim/scenario/mechanisms.hpp"
#include "sim/scenario/parameters.hpp"

namespace districtsim {

/// How central operations serve schools: one case manager who follows a matter through, or each department for itself
/// (Portin et al. 2009, operational support; Honig et al. 2010, case management).
enum class OperationsRouting : std::uint8_t { departments, case_management };

/// Investment framework: who decides about resources, by which rules they are shared out, and which posts exist.
struct Framework {
  double discretion = 0.10;            ///< 0 to 1, share of a school's dollars it decides itself
  double low_income_weight = 0.10;     ///< 0 to 5, extra weight of a low-income student in the discretionary dollars
  double teachers_per_coach = 38.0;    ///< teachers to each coach post at the start
  double schools_per_director = 24.0;  ///< principals to each instructional leadership director
  OperationsRouting operations_routing = OperationsRouting::departments;
  double schools_per_operations_post = 1.0;  ///< schools to each central operations post
};

/// How support is organised: protected time, caseloads, length of meetings.
struct SupportPlan {
  double coach_time_with_teachers = 0.28;       ///< 0 to 1, share of a coach's week protected for work with teachers
  double coach_caseload = 12.0;                 ///< teachers each coach takes on for the year
  double director_time_with_principals = 0.63;  ///< 0 to 1, share of a director's week with principals
  double inquiry_hours = 1.0;  ///< hours a week of team inquiry in the weeks after an interim assessment
  int inquiry_weeks = 2;       ///< weeks of team inquiry after each interim assessment
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

struct RecordPlan {
  AgentsRecorded agents = AgentsRecorded::none;
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
