#pragma once

#include "sim/core/fields.hpp"
#include "sim/district/district.hpp"

namespace districtsim {

// The columns of every table, by name. A column more needs its name here: the compiler says so.

DISTRICTSIM_FIELDS(MandatedRole, role, is_new)
DISTRICTSIM_FIELDS(LeaderWeek, total, other, public_work, operations, instruction)
DISTRICTSIM_FIELDS(Schools, key, level, need, low_income_share, need_band, teachers_at_start,
                   students_per_teacher_at_start, climate_trait, teacher_begin, team_begin, coaches, assistants,
                   managers, interventionists, early_posts, extended_hours, mandated_roles, abandoned, public_minutes,
                   rule_teachers, rule_coaches, rule_hours, lent, students, director, climate, backlog, central_queue,
                   arrived, urgent, matters, served, leaders, evaluations_left, evaluated, committed, cohesion,
                   data_routines, accountability, heard, emphasis, coherence, team_share, efficacy, ownership, breadth,
                   inflation, push_back, community, readiness, discretion, protest, loss, web, strain_part,
                   coach_minutes, visit_minutes, inquiry_minutes, inquired, director_minutes, network_minutes)
DISTRICTSIM_FIELDS(Teams, school, grade, subject, weight, teacher_begin)
DISTRICTSIM_FIELDS(StaffFlows, stayed, moved, left, transferred_in, hired, substitutes, not_renewed, retired, promoted,
                   returned, displaced, placed)
DISTRICTSIM_FIELDS(Teachers, key, school, post, subject, holder, coach, last_coach, stipend_years, mentor, minutes_free,
                   experience, talent, learned, stable, supported, supported_sum, absorption, strain, strain_trait,
                   resistance, resistance_anchor, resistance_shared, expectations, expectations_anchor,
                   expectations_shared, ownership, ownership_anchor, ownership_shared, efficacy, trust_coach,
                   trust_principal)
DISTRICTSIM_FIELDS(TeacherLeaders, key, school, stable, experience, talent, expertise, quality, school_begin,
                   caseload_begin, caseload, next, minutes, role, relationship, legitimacy, clarity, taint, supported,
                   absorption, office)
DISTRICTSIM_FIELDS(Principals, key, talent, supported, absorption, organisation, trust_director, engagement,
                   team_leading, assisted, tenure, grown)
DISTRICTSIM_FIELDS(AssistantPrincipals, key, school, talent, supported, absorption, organisation, tenure)
DISTRICTSIM_FIELDS(Directors, key, expertise, supported, absorption, backing, minutes, caseload_begin, caseload, bought)
DISTRICTSIM_FIELDS(CrossSchoolLeaders, key, expertise, quality, caseload_begin, minutes)
DISTRICTSIM_FIELDS(CentralOffice, operations_posts, data_posts, operations_minutes_used, sponsorship, political_capital,
                   conversation, superintendent_tenure, pay_raise, formula_kept, learned_operations, learned_assistance,
                   learned_data, learned_hiring)
DISTRICTSIM_FIELDS(StandingMove, what, from, to, posts, early, cents, minutes, entry)
DISTRICTSIM_FIELDS(Decisions::NewRole, opened, given_up)
DISTRICTSIM_FIELDS(Decisions, standing, returning, abandoned, rolled_back, rolled_back_cents, rolled_back_posts,
                   first_roll_back, new_roles)
DISTRICTSIM_FIELDS(CohortCells, begin, lowest_grade, students, persistent, transitory, spread, tested, growth)
DISTRICTSIM_FIELDS(FeederFlows, begin, to, share)
DISTRICTSIM_FIELDS(Ledger, revenue, revenue_at_start, other_services_at_start, reserve_at_start, central, new_posts,
                   other_services, partner, stipends, reserve, school_at_start, school_allocation, new_dollars,
                   school_without, school_staff, school_programmes, school_providers, school_dollars, school_unspent,
                   moved, formula, students, teacher_price, pay_of_steps, fund_money, fund_carried, fund_unspent)
DISTRICTSIM_FIELDS(PostPrices, teacher, coach, assistant_principal, principal, director, operations_post,
                   administrative_manager, intervention_teacher)
DISTRICTSIM_FIELDS(KindTally, kept, refused, given, received)
DISTRICTSIM_FIELDS(PlaceTally, kinds, hours)
DISTRICTSIM_FIELDS(SupportTally, places)
DISTRICTSIM_FIELDS(Interaction, week, giver, receiver, minutes, kind, outcome, effect)
DISTRICTSIM_FIELDS(District, schools, teams, teachers, teacher_leaders, principals, assistant_principals, directors,
                   cross_school_leaders, central, decisions, cells, feeders, ledger, prices, flows, usual_dollars,
                   norm_practice, support, journal)

DISTRICTSIM_FIELDS(Draws, stream_)
DISTRICTSIM_FIELDS(Journal, kept_, draws_, by_school_)

}  // namespace districtsim
