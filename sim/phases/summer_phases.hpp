#pragma once

#include <vector>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/phases/post_plan.hpp"

namespace districtsim {

/// A school year in a run: `index` counts all years from 0, warm-up included; `number` is the recorded year from 1 (0
/// and below: warm-up).
struct SchoolYear {
  int index = 0;
  int number = 1;
  std::uint32_t summer = 0;  ///< the week of draws made in the summer after it
  std::uint32_t start = 0;   ///< the week of draws made in the summer before it
};

// Before a year.

/// Revenue, reallocations, need weights, and what principals do with their discretion: posts of every school and the
/// ledger. Returns the posts and programmes each school is to have.
[[nodiscard]] PostPlan allocate(const Conditions& conditions, const SchoolYear& year, District& district);

/// Superintendents leave, and sponsorship, political capital and focus suffer for a while; it rebuilds in other years.
/// Directors and principals whom an event takes leave too.
void succeed_superintendent(const Conditions& conditions, const SchoolYear& year, District& district);

/// Schools that lost push back, by loss, voice and surprise; community support and political capital are drawn upon.
void push_back(const Conditions& conditions, const SchoolYear& year, District& district);

/// Whether an external partner is paid in this school year (from 1).
[[nodiscard]] bool partner_paid(const Conditions& conditions, int year);

/// Where support is bought, principals choose the network that supports them this year: by quality as they see it,
/// places taken and habit; places are few, and schools come in a drawn order.
void choose_providers(const Conditions& conditions, const SchoolYear& year, District& district);

/// Opens and closes posts as planned: closed posts' holders take vacancies or leave; open leaders' posts are filled.
void restaff(const Conditions& conditions, const SchoolYear& year, const PostPlan& plan, District& district);

/// Fills vacant teaching posts from the applicant pool, or with long-term substitutes.
void hire(const Conditions& conditions, const SchoolYear& year, District& district);

/// Gives every teacher leader a caseload for the year: novices first, then weak evidence.
void plan_caseloads(const Conditions& conditions, const SchoolYear& year, District& district);

/// Every novice gets a mentor for the year: a teacher leader whose role it is while they have hours, else the colleague
/// of highest practice in the team who mentors nobody yet. A part of plan_caseloads.
void choose_mentors(const Conditions& conditions, District& district);

// After a year.

/// Under test-based accountability teaching narrows, and scores are prepared for.
void narrow(const Conditions& conditions, const CohortCells& cells, Schools& schools);

/// State assessment: what the year's teaching did to students, and what of it lasts.
void assess(const Conditions& conditions, const SchoolYear& year, District& district);

/// The state takes discretion from schools that miss its target, or grants it to those that meet it, for a year.
void review_schools(const Conditions& conditions, const CohortCells& cells, Schools& schools);

/// Teachers' sense of efficacy moves with their classes' success, with whom they trust, and with strain.
void feel_efficacy(const Conditions& conditions, District& district);

/// Principals do not renew novices who look weak, within the contract: they leave the district. Part of depart.
void renew(const Conditions& conditions, const SchoolYear& year, District& district);

/// Who leaves and who wants to move: teachers, teacher leaders, assistant principals, principals.
void depart(const Conditions& conditions, const SchoolYear& year, District& district);

/// Principals, assistant principals and teacher leaders leave, and posts of leaders are filled. Part of depart.
void leaders_leave(const Conditions& conditions, const SchoolYear& year, District& district);

/// A year of teaching is learned from; experience grows.
void learn_by_doing(const Conditions& conditions, District& district);

/// The board votes on what was moved, and may take a part of it back before the next year.
void vote(const Conditions& conditions, const SchoolYear& year, District& district);

/// Students move up a grade and between schools; a new intake enters. Events change enrolment: every grade where it is
/// steady, the intake where it follows cohorts. In year 1 nobody moves up.
void promote(const Conditions& conditions, const SchoolYear& year, District& district);

}  // namespace districtsim
