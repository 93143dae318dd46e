#pragma once

#include "sim/district/cohort_cells.hpp"
#include "sim/district/leaders.hpp"
#include "sim/district/ledger.hpp"
#include "sim/district/schools.hpp"
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
  CohortCells cells;
  FeederFlows feeders;
  Ledger ledger;
  PostPrices prices;
  StaffFlows flows;
  std::vector<Cents> usual_dollars;  ///< by school: dollars apart from posts at the start
  int operations_posts = 0;          ///< of the central office
  double norm_practice = 0.0;        ///< [iSD] practice at which a class keeps the grade norm
  Minutes central_minutes_used = 0;  ///< by central operations this week
};

}  // namespace districtsim
