#pragma once

#include "sim/district/cohort_cells.hpp"
#include "sim/district/decisions.hpp"
#include "sim/district/journal.hpp"
#include "sim/district/leaders.hpp"
#include "sim/district/ledger.hpp"
#include "sim/district/schools.hpp"
#include "sim/district/support_tally.hpp"
#include "sim/district/teachers.hpp"

namespace districtsim {

/// The whole state of a district at one time: tables of columns, joined by row numbers.
struct District {
  Schools schools;
  Teams teams;
  Teachers teachers;
  TeacherLeaders teacher_leaders;
  Principals principals;
  AssistantPrincipals assistant_principals;
  Directors directors;
  CrossSchoolLeaders cross_school_leaders;
  CentralOffice central;
  Decisions decisions;
  CohortCells cells;
  FeederFlows feeders;
  Ledger ledger;
  PostPrices prices;
  StaffFlows flows;
  std::vector<Cents> usual_dollars;  ///< by school: dollars apart from posts at the start
  double norm_practice = 0.0;        ///< [iSD] practice at which a class keeps the grade norm
  SupportTally support;              ///< since the year began
  Journal journal;                   ///< interactions since the year began
};

}  // namespace districtsim
