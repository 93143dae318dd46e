#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"

namespace districtsim {

// The verbs of a school week, in their order. Each is parallel over the rows it owns and reads of others only what
// earlier phases have finished; scarce hours go propose, resolve, apply.

/// Operational matters arrive at schools; a part of them waits for the central office.
void bring_demand(const Conditions& conditions, Week week, Schools& schools);

/// Central operations staff resolve what waits with them, in proportion to each school's queue.
void serve_operations(const Conditions& conditions, CentralOffice& central, Schools& schools, SupportTally& support);

/// Leaders' hours with the public: shepherding moves the conversation about who gets what, outreach the community.
void work_with_public(const Conditions& conditions, Week week, Schools& schools, CentralOffice& central);

/// Principals and assistant principals divide their week; a backlog wears the climate down.
void budget_time(const Conditions& conditions, const Principals& principals, Schools& schools);

/// Directors assist principals one on one, by turns, while both have hours; they broker at the central office.
void assist_principals(const Conditions& conditions, Week week, District& district);

/// Every few weeks the principals of each network meet and learn from the most skilled of those who come.
void meet_networks(const Conditions& conditions, Week week, District& district);

/// Cabinet and peers assist directors every few weeks, and protect their time.
void support_directors(const Conditions& conditions, Week week, District& district);

/// A few times a year principals get feedback on their leadership; it helps where assistance is attached.
void give_feedback(const Conditions& conditions, Week week, District& district);

/// Directors bring evidence from schools to central units, which learn from it.
void report_upward(const Conditions& conditions, Week week, District& district);

/// Every four weeks teachers hear of the plan's focus what leaders carry, and come to own it or not.
void hear_agenda(const Conditions& conditions, Week week, const Principals& principals, Schools& schools,
                 Teachers& teachers);

/// Every four weeks the beliefs of a team's teachers move toward each other's, by expertise, and their anchors with
/// what support has made of them.
void share_beliefs(const Conditions& conditions, Week week, double norm_practice, const Schools& schools,
                   const Teams& teams, Teachers& teachers);

/// Means of beliefs over each school's teachers, when beliefs or people have moved.
void gather_beliefs(const Conditions& conditions, Week week, const Teachers& teachers, Schools& schools);

/// Backlog, disorder and low efficacy pull the teams' time away from instruction.
void weigh_team_time(const Conditions& conditions, Schools& schools);

/// In a season leaders evaluate every teacher formally, novices twice: internal accountability rises, openness falls
/// where evaluation stands alone.
void evaluate(const Conditions& conditions, Week week, const Principals& principals, Schools& schools,
              Teachers& teachers, SupportTally& support, Journal& journal);

/// Principal, assistant principals and teacher leaders meet as a team: it grows together, roles get clearer, and
/// leaders learn from each other.
void lead_team(const Conditions& conditions, Week week, double norm_practice, Principals& principals,
               AssistantPrincipals& assistants, TeacherLeaders& leaders, Schools& schools, SupportTally& support,
               Journal& journal);

/// Principals sponsor their teacher leaders, who gain standing and clarity.
void sponsor(const Conditions& conditions, Week week, const CentralOffice& central, const Principals& principals,
             Schools& schools, TeacherLeaders& leaders, SupportTally& support, Journal& journal);

/// Teams inquire into evidence in the weeks after an assessment; the first weeks of a year look at the last state
/// assessment. Leaders and teacher leaders in post lead as many teams as they have hours for.
/// What took place is entered in the ledger of support and, person by person, in the journal.
void inquire(const Conditions& conditions, Week week, double norm_practice, const Teams& teams,
             const TeacherLeaders& leaders, Schools& schools, Teachers& teachers, SupportTally& support,
             Journal& journal);

/// Routines of using evidence grow where teams meet, faster with a good central data unit, and fade.
void build_routines(const Conditions& conditions, const CentralOffice& central, const TeacherLeaders& leaders,
                    Schools& schools);

/// Backlog and evaluation take from teacher leaders' protected time.
void misuse_roles(const Conditions& conditions, const Schools& schools, TeacherLeaders& leaders, SupportTally& support);

/// Substitutes free time for teachers in weeks of inquiry and of professional development.
void release_time(const Conditions& conditions, Week week, const Schools& schools, Teachers& teachers,
                  SupportTally& support);

/// Teacher leaders meet with their like: in their school, with a cross-school teacher leader, in a network.
void meet_peers(const Conditions& conditions, Week week, const Schools& schools, const CrossSchoolLeaders& across,
                TeacherLeaders& leaders, SupportTally& support, Journal& journal);

/// Staffs learn together on professional-development days; leaders who take part learn along.
void develop_staff(const Conditions& conditions, Week week, double norm_practice, const TeacherLeaders& leaders,
                   Principals& principals, AssistantPrincipals& assistants, Schools& schools, Teachers& teachers,
                   SupportTally& support, Journal& journal);

/// An external partner works with every staff in network weeks, while it is paid.
void engage_partner(const Conditions& conditions, Week week, double norm_practice, const Schools& schools,
                    Teachers& teachers, SupportTally& support, Journal& journal);

/// Teacher leaders coach the teachers on their caseloads, by turns, while both have hours; contacts change how they
/// stand.
void coach(const Conditions& conditions, Week week, TeacherLeaders& leaders, Schools& schools, Teachers& teachers,
           SupportTally& support, Journal& journal);

/// Mentors meet their novices while both have hours.
void mentor(const Conditions& conditions, Week week, TeacherLeaders& leaders, Schools& schools, Teachers& teachers,
            SupportTally& support, Journal& journal);

/// Demonstration teachers and cross-school teacher leaders show lessons to small groups.
void demonstrate(const Conditions& conditions, Week week, TeacherLeaders& leaders, CrossSchoolLeaders& across,
                 Schools& schools, Teachers& teachers, SupportTally& support, Journal& journal);

/// Teacher leaders' week ends: legitimacy, role clarity and taint move, expertise fades; the rest of their hours went
/// to other duties.
void stand(const Conditions& conditions, Week week, const Schools& schools, TeacherLeaders& leaders,
           SupportTally& support);

/// Principals and assistant principals visit classrooms and give feedback, specific or not.
void visit_classrooms(const Conditions& conditions, Week week, double norm_practice, const Principals& principals,
                      const AssistantPrincipals& assistants, Schools& schools, Teachers& teachers,
                      SupportTally& support, Journal& journal);

/// Enters school leaders' hours that went to no interaction in the ledger.
void close_week(const Schools& schools, SupportTally& support);

/// Every four weeks the web-of-support index of each school, an output only.
void weave_web(const Conditions& conditions, Week week, District& district);

/// Everybody's week ends: absorption recovers, unsupported practice fades, strain moves.
void drift_teachers(const Conditions& conditions, Week week, const Principals& principals, Schools& schools,
                    Teachers& teachers);
void drift_directors(const Conditions& conditions, Directors& directors);
void drift_principals(const Conditions& conditions, Principals& principals);
void drift_assistants(const Conditions& conditions, AssistantPrincipals& assistants);

}  // namespace districtsim
