#include "sim/run/phase_table.hpp"

#include <array>

#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

constexpr auto all_phases = std::to_array<Phase>({
    {"promote", Cadence::before_year, "cohort cells", "students move up, change school, enter",
     [](const Moment& m) {
       if (m.year.number >= 1) promote(m.conditions, m.year, m.district);
     }},
    {"succeed_superintendent", Cadence::before_year, "central office", "superintendents leave; sponsorship rebuilds",
     [](const Moment& m) { succeed_superintendent(m.conditions, m.year, m.district); }},
    {"choose_providers", Cadence::before_year, "schools, directors", "principals choose who supports them, where they may",
     [](const Moment& m) { choose_providers(m.conditions, m.year, m.district); }},
    {"allocate", Cadence::before_year, "ledger, posts", "revenue, reallocations, need weights, principals' discretion",
     [](const Moment& m) {
       const PostPlan plan = allocate(m.conditions, m.year, m.district);
       restaff(m.conditions, m.year, plan, m.district);
     }},
    {"push_back", Cadence::before_year, "schools, capital", "schools that lost push back",
     [](const Moment& m) { push_back(m.conditions, m.year, m.district); }},
    {"hire", Cadence::before_year, "teachers", "vacancies are filled from the applicant pool or by substitutes",
     [](const Moment& m) { hire(m.conditions, m.year, m.district); }},
    {"plan_caseloads", Cadence::before_year, "teacher leaders", "coaches take teachers on for the year",
     [](const Moment& m) { plan_caseloads(m.conditions, m.year, m.district); }},

    {"bring_demand", Cadence::weekly, "schools", "operational matters arrive",
     [](const Moment& m) { bring_demand(m.conditions, m.week, m.district.schools); }},
    {"serve_operations", Cadence::weekly, "schools", "central operations resolve what waits with them",
     [](const Moment& m) {
       serve_operations(m.conditions, m.district.central, m.district.schools, m.district.support);
     }},
    {"work_with_public", Cadence::weekly, "schools, capital", "leaders shepherd and reach out",
     [](const Moment& m) { work_with_public(m.conditions, m.week, m.district.schools, m.district.central); }},
    {"budget_time", Cadence::weekly, "schools", "leaders divide their week",
     [](const Moment& m) { budget_time(m.conditions, m.district.principals, m.district.schools); }},
    {"misuse_roles", Cadence::weekly, "teacher leaders", "backlog and evaluation take from protected time",
     [](const Moment& m) {
       misuse_roles(m.conditions, m.district.schools, m.district.teacher_leaders, m.district.support);
     }},
    {"release_time", Cadence::weekly, "teachers", "substitutes free time to learn together",
     [](const Moment& m) {
       release_time(m.conditions, m.week, m.district.schools, m.district.teachers, m.district.support);
     }},
    {"assist_principals", Cadence::weekly, "principals", "directors assist principals one on one",
     [](const Moment& m) { assist_principals(m.conditions, m.week, m.district); }},
    {"meet_networks", Cadence::weekly, "principals", "principals of a network meet and learn from each other",
     [](const Moment& m) { meet_networks(m.conditions, m.week, m.district); }},
    {"support_directors", Cadence::weekly, "directors", "cabinet and peers assist directors",
     [](const Moment& m) { support_directors(m.conditions, m.week, m.district); }},
    {"give_feedback", Cadence::weekly, "principals", "principals get feedback on their leadership",
     [](const Moment& m) { give_feedback(m.conditions, m.week, m.district); }},
    {"report_upward", Cadence::weekly, "central office", "central units learn from evidence of schools",
     [](const Moment& m) { report_upward(m.conditions, m.week, m.district); }},
    {"hear_agenda", Cadence::weekly, "schools, teachers", "teachers hear the plan's focus and come to own it",
     [](const Moment& m) {
       hear_agenda(m.conditions, m.week, m.district.principals, m.district.schools, m.district.teachers);
     }},
    {"share_beliefs", Cadence::weekly, "teachers", "beliefs move with those of the team, anchors with experience",
     [](const Moment& m) {
       share_beliefs(m.conditions, m.week, m.district.norm_practice, m.district.schools, m.district.teams,
                     m.district.teachers);
     }},
    {"gather_beliefs", Cadence::weekly, "schools", "means of beliefs over each school's teachers",
     [](const Moment& m) { gather_beliefs(m.conditions, m.week, m.district.teachers, m.district.schools); }},
    {"weigh_team_time", Cadence::weekly, "schools", "backlog, disorder and low efficacy take team time away",
     [](const Moment& m) { weigh_team_time(m.conditions, m.district.schools); }},
    {"evaluate", Cadence::weekly, "teachers, schools", "leaders evaluate teachers formally, in a season",
     [](const Moment& m) {
       evaluate(m.conditions, m.week, m.district.principals, m.district.schools, m.district.teachers,
                m.district.support, m.district.journal);
     }},
    {"lead_team", Cadence::weekly, "leaders, schools", "leadership teams of schools meet",
     [](const Moment& m) {
       lead_team(m.conditions, m.week, m.district.norm_practice, m.district.principals, m.district.assistant_principals,
                 m.district.teacher_leaders, m.district.schools, m.district.support, m.district.journal);
     }},
    {"sponsor", Cadence::weekly, "teacher leaders", "principals sponsor their teacher leaders",
     [](const Moment& m) {
       sponsor(m.conditions, m.week, m.district.central, m.district.principals, m.district.schools,
               m.district.teacher_leaders, m.district.support, m.district.journal);
     }},
    {"meet_peers", Cadence::weekly, "teacher leaders", "teacher leaders meet with their like",
     [](const Moment& m) {
       meet_peers(m.conditions, m.week, m.district.schools, m.district.cross_school_leaders, m.district.teacher_leaders,
                  m.district.support, m.district.journal);
     }},
    {"develop_staff", Cadence::weekly, "teachers, leaders", "staffs learn together on professional-development days",
     [](const Moment& m) {
       District& d = m.district;
       develop_staff(m.conditions, m.week, d.norm_practice, d.teacher_leaders, d.principals, d.assistant_principals,
                     d.schools, d.teachers, d.support, d.journal);
     }},
    {"engage_partner", Cadence::weekly, "teachers", "an external partner works with staffs while it is paid",
     [](const Moment& m) {
       District& d = m.district;
       engage_partner(m.conditions, m.week, d.norm_practice, d.schools, d.teachers, d.support, d.journal);
     }},
    {"inquire", Cadence::weekly, "teachers", "teams inquire into evidence after interim assessments",
     [](const Moment& m) {
       inquire(m.conditions, m.week, m.district.norm_practice, m.district.teams, m.district.teacher_leaders,
               m.district.schools, m.district.teachers, m.district.support, m.district.journal);
     }},
    {"build_routines", Cadence::weekly, "schools", "routines of using evidence grow with meetings and fade",
     [](const Moment& m) {
       build_routines(m.conditions, m.district.central, m.district.teacher_leaders, m.district.schools);
     }},
    {"coach", Cadence::weekly, "teachers", "teacher leaders coach their caseloads",
     [](const Moment& m) {
       District& d = m.district;
       coach(m.conditions, m.week, d.teacher_leaders, d.schools, d.teachers, d.support, d.journal);
     }},
    {"mentor", Cadence::weekly, "teachers", "mentors meet their novices",
     [](const Moment& m) {
       District& d = m.district;
       mentor(m.conditions, m.week, d.teacher_leaders, d.schools, d.teachers, d.support, d.journal);
     }},
    {"demonstrate", Cadence::weekly, "teachers", "lessons are shown to small groups",
     [](const Moment& m) {
       District& d = m.district;
       demonstrate(m.conditions, m.week, d.teacher_leaders, d.cross_school_leaders, d.schools, d.teachers, d.support,
                   d.journal);
     }},
    {"visit_classrooms", Cadence::weekly, "teachers", "principals and assistant principals visit and give feedback",
     [](const Moment& m) {
       visit_classrooms(m.conditions, m.week, m.district.norm_practice, m.district.principals,
                        m.district.assistant_principals, m.district.schools, m.district.teachers, m.district.support,
                        m.district.journal);
     }},
    {"stand", Cadence::weekly, "teacher leaders", "standing of teacher leaders moves; what they learned fades",
     [](const Moment& m) {
       stand(m.conditions, m.week, m.district.schools, m.district.teacher_leaders, m.district.support);
     }},
    {"weave_web", Cadence::weekly, "schools", "web-of-support index, an output only",
     [](const Moment& m) { weave_web(m.conditions, m.week, m.district); }},
    {"close_week", Cadence::weekly, "ledger of hours", "leaders' other hours are entered",
     [](const Moment& m) { close_week(m.district.schools, m.district.support); }},
    {"drift", Cadence::weekly, "teachers, principals", "strain moves, absorption recovers, practice fades",
     [](const Moment& m) {
       drift_teachers(m.conditions, m.week, m.district.principals, m.district.schools, m.district.teachers);
       drift_principals(m.conditions, m.district.principals);
       drift_directors(m.conditions, m.district.directors);
       drift_assistants(m.conditions, m.district.assistant_principals);
     }},

    {"vote", Cadence::after_year, "what was moved", "the board votes, and may take a part back",
     [](const Moment& m) { vote(m.conditions, m.year, m.district); }},
    {"narrow", Cadence::after_year, "schools", "test-based accountability narrows teaching and inflates scores",
     [](const Moment& m) { narrow(m.conditions, m.district.cells, m.district.schools); }},
    {"assess", Cadence::after_year, "cohort cells", "state assessment; what of the year's learning lasts",
     [](const Moment& m) {
       if (m.year.number >= 1) assess(m.conditions, m.year, m.district);
     }},
    {"review_schools", Cadence::after_year, "schools", "the state takes or grants discretion by results",
     [](const Moment& m) {
       if (m.year.number >= 1) review_schools(m.conditions, m.district.cells, m.district.schools);
     }},
    {"feel_efficacy", Cadence::after_year, "teachers", "success, trust and strain move the sense of efficacy",
     [](const Moment& m) {
       if (m.year.number >= 1) feel_efficacy(m.conditions, m.district);
     }},
    {"depart", Cadence::after_year, "teachers, leaders", "departures, transfers, succession",
     [](const Moment& m) { depart(m.conditions, m.year, m.district); }},
    {"learn_by_doing", Cadence::after_year, "teachers", "a year of teaching is learned from",
     [](const Moment& m) { learn_by_doing(m.conditions, m.district); }},
});

}  // namespace

std::span<const Phase> phase_table() { return all_phases; }

}  // namespace districtsim
