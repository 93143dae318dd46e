#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/district/cohort_cells.hpp"
#include "sim/district/ledger_lines.hpp"
#include "sim/district/support_tally.hpp"

namespace districtsim {

/// What a measure is called and means, wherever it is written.
struct MeasureName {
  std::string_view name;
  std::string_view unit;
  std::string_view meaning;
};

/// Measures of every school and every week.
enum class Weekly : std::uint8_t {
  practice_curriculum,
  practice_pedagogy,
  practice_evidence,
  practice_climate,
  strain,
  trust_in_coach,
  trust_in_principal,
  climate,
  principal_instruction_share,
  expectations,
  agenda_ownership,
  efficacy,
  coherence,
  web_of_support,
  team_instruction_share,
  cohesion,
  operational_backlog,
  coach_hours,
  visit_hours,
  inquiry_hours,
  director_hours,
  network_hours,
};
constexpr auto weekly_measures = std::to_array<MeasureName>({
    {"practice_curriculum", "1", "mean practice, curriculum alignment (SD of teacher observation scores)"},
    {"practice_pedagogy", "1", "mean practice, pedagogy and differentiation (SD of teacher observation scores)"},
    {"practice_evidence", "1", "mean practice, use of evidence (SD of teacher observation scores)"},
    {"practice_climate", "1", "mean practice, climate and expectations (SD of teacher observation scores)"},
    {"strain", "1", "mean strain of teachers (SD)"},
    {"trust_in_coach", "1", "mean trust in the teacher leader, of teachers on a caseload (0 to 1)"},
    {"trust_in_principal", "1", "mean trust of teachers in the school's leaders (0 to 1)"},
    {"climate", "1", "supportive environment of the school (SD)"},
    {"principal_instruction_share", "1", "share of the leaders' week on instruction"},
    {"expectations", "1", "mean expectations of teachers of what students can learn (0 to 1)"},
    {"agenda_ownership", "1", "teachers' mean ownership of the learning agenda (0 to 1)"},
    {"efficacy", "1", "teachers' mean sense of efficacy (0 to 1)"},
    {"coherence", "1", "how far what teachers hear has the focus of the agenda (cosine, 0 to 1)"},
    {"web_of_support", "1", "index of how present and aligned the five forms of support are (0 to 1)"},
    {"team_instruction_share", "1", "share of team time that goes to instruction"},
    {"cohesion", "1", "cohesion of the instructional leadership team (0 to 1)"},
    {"operational_backlog", "h", "operational matters that wait for the school's leaders"},
    {"coach_hours", "h", "teacher leaders' hours with teachers, in the week"},
    {"visit_hours", "h", "leaders' hours of informal classroom visits, in the week"},
    {"inquiry_hours", "h", "leaders' hours of leading team inquiry, in the week"},
    {"director_hours", "h", "hours of assistance by an instructional leadership director, in the week"},
    {"network_hours", "h", "the principal's hours in network meetings, in the week"},
});

/// Measures of every school and every year.
enum class Yearly : std::uint8_t {
  teachers,
  coaches,
  assistant_principals,
  administrative_managers,
  students,
  stayed,
  moved,
  left,
  transferred_in,
  hired,
  substitutes,
  novices,
  mean_experience,
  teacher_effect,
  principal_skill,
  principal_tenure,
  allocation,
  staff_cost,
  dollars,
  year_coach_hours,
  year_visit_hours,
  year_inquiry_hours,
  year_director_hours,
  year_instruction_hours,
  year_leader_hours,
  novice_practice,
  role_clarity,
  legitimacy,
  data_routines,
  accountability,
  breadth,
  score_inflation,
  not_renewed,
  belief_spread,
  released_hours,
  director_expertise,
  system_learning,
  survey_support_from_directors,
  survey_support_from_principals,
  intervention_teachers,
  early_grade_posts,
  extended_hours,
  programme_cost,
  unspent,
  actual_salaries,
  push_back,
  community_support,
  readiness,
  abandoned_posts,
  retired,
  promoted,
  returned,
  displaced,
  placed,
  grown_principal,
};
constexpr auto yearly_measures = std::to_array<MeasureName>({
    {"teachers", "1", "teaching posts"},
    {"coaches", "1", "teacher leaders in the role of coach"},
    {"assistant_principals", "1", "assistant principals' posts"},
    {"administrative_managers", "1", "school administrative managers' posts"},
    {"students", "1", "students enrolled"},
    {"stayed", "1", "teachers who stay after the year"},
    {"moved", "1", "teachers who move to another school after the year, within or out of the district"},
    {"left", "1", "teachers who leave teaching after the year"},
    {"transferred_in", "1", "teachers who come from another school of the district after the year"},
    {"hired", "1", "teachers hired before the year"},
    {"substitutes", "1", "posts held by long-term substitutes"},
    {"novices", "1", "teachers with less than 3 years of experience"},
    {"mean_experience", "1", "mean experience of teachers in years"},
    {"teacher_effect", "1", "mean effect of teachers on achievement, against the norm (student SD)"},
    {"principal_skill", "1", "instructional skill of the principal (SD)"},
    {"principal_tenure", "1", "completed years of the principal in the school"},
    {"allocation", "USD", "the school's money, without what of funds could not be spent this year"},
    {"staff_cost", "USD", "of it, posts with benefits"},
    {"dollars", "USD", "of it, everything else"},
    {"year_coach_hours", "h", "teacher leaders' hours with teachers"},
    {"year_visit_hours", "h", "leaders' hours of informal classroom visits"},
    {"year_inquiry_hours", "h", "leaders' hours of leading team inquiry"},
    {"year_director_hours", "h", "hours of assistance by a director"},
    {"year_instruction_hours", "h", "leaders' hours on instruction"},
    {"year_leader_hours", "h", "leaders' working hours"},
    {"novice_practice", "1",
     "mean practice of teachers with less than 3 years of experience (SD of observation scores)"},
    {"role_clarity", "1", "mean clarity of teacher leaders' role (0 to 1)"},
    {"legitimacy", "1", "mean legitimacy of teacher leaders in colleagues' eyes (0 to 1)"},
    {"data_routines", "1", "routines of using evidence (0 to 1)"},
    {"accountability", "1", "internal accountability of the staff (0 to 1)"},
    {"breadth", "1", "breadth of what is taught beyond what is tested (0 to 1)"},
    {"score_inflation", "1", "part of tested scores that is test preparation (student SD)"},
    {"not_renewed", "1", "teachers whose contract is not renewed after the year"},
    {"belief_spread", "1", "SD of teachers' ownership of the agenda within their teams"},
    {"released_hours", "h", "teachers' hours that substitutes freed for learning together"},
    {"director_expertise", "1", "expertise of the school's director (SD of principals' skill)"},
    {"system_learning", "1", "what the central office has learned to do, the same for all its schools (0 to 1)"},
    {"survey_support_from_directors", "1", "survey: support that the principal feels from the director (1 to 5)"},
    {"survey_support_from_principals", "1", "survey: support that teachers feel from the principal (mean, 1 to 5)"},
    {"intervention_teachers", "1", "intervention teachers' posts"},
    {"early_grade_posts", "1", "of the teaching posts, those that make classes of kindergarten to grade 3 smaller"},
    {"extended_hours", "h", "extended time, a week, for every student"},
    {"programme_cost", "USD", "of the school's money, extended time and bought support"},
    {"unspent", "USD", "money of funds for the school that could not be spent this year, on top of its allocation"},
    {"actual_salaries", "USD", "what its teachers earn with benefits; staff cost charges them as the framework says"},
    {"push_back", "1", "push-back of those who lose, weighed by their voice (0 and more)"},
    {"community_support", "1", "support of families and community for the school (0 to 1)"},
    {"readiness", "1", "readiness for posts of new roles (0 to 1)"},
    {"abandoned_posts", "1", "posts of new roles that the school gave up before the year"},
    {"retired", "1", "of those who left, teachers who retire"},
    {"promoted", "1", "teachers who became teacher leaders before the year"},
    {"returned", "1", "teacher leaders who came back to a classroom of the school before the year"},
    {"displaced", "1", "teachers who had to leave the school before the year because their post closed"},
    {"placed", "1", "teachers who came before the year from another school where their post closed"},
    {"grown_principal", "1", "1 if the principal came from the district's own leaders, else 0"},
});

/// Measures of every kind of support interaction, in every school and at the central office, every year.
enum class SupportMeasure : std::uint8_t { contacts, refused, hours_given, hours_received };
constexpr auto support_measures = std::to_array<MeasureName>({
    {"support_contacts", "1", "support interactions that took place"},
    {"support_refused", "1", "support interactions that were offered and refused"},
    {"support_hours_given", "h", "hours of those who gave support"},
    {"support_hours_received", "h", "hours of those who received support"},
});

/// Measures of every place, line and fund of the ledger, every year.
constexpr auto ledger_dollars_measure = std::to_array<MeasureName>(
    {{"ledger_dollars", "USD", "money of the ledger by place, line and fund; sums to revenue"}});
constexpr auto ledger_posts_measure =
    std::to_array<MeasureName>({{"ledger_posts", "1", "posts that the money pays, by place, line and fund"}});

/// Measures of every school, student group and subject, every year.
enum class GroupMeasure : std::uint8_t { tested_students, achievement, achievement_spread, proficient };
constexpr auto group_measures = std::to_array<MeasureName>({
    {"tested_students", "1", "students of the group, kindergarten to grade 12"},
    {"achievement", "1", "mean score in the state assessment against the grade norm (SD)"},
    {"achievement_spread", "1", "SD of scores within the school and group"},
    {"proficient", "1", "share of students at or above the proficiency cut"},
});

/// Measures of the whole district, every year: money, and who decides and how it is borne.
enum class DistrictYearly : std::uint8_t {
  revenue,
  schools,
  central,
  other_services,
  reserve,
  spent_to_date,
  partner,
  stipends,
  unspent_restricted,
  political_capital,
  rolled_back,
  rolled_back_dollars,
  rolled_back_posts,
  superintendent_tenure,
  top_sponsorship,
  public_hours,
  public_hours_to_date,
  push_back_to_date,
  title_one_not_comparable,
  first_roll_back,
};
constexpr auto district_yearly = std::to_array<MeasureName>({
    {"revenue", "USD", "revenue of the year"},
    {"spending_schools", "USD", "schools' allocations"},
    {"spending_central", "USD", "central posts, and one-time costs of new posts"},
    {"spending_other_services", "USD", "services that are not modelled, with partner and stipends"},
    {"reserve", "USD", "what is left of the year"},
    {"spent_to_date", "USD",
     "what schools and central office spend, a partner and stipends, all years until this one together"},
    {"partner", "USD", "of other services, an external partner"},
    {"stipends", "USD", "of other services, stipends and transfer incentives"},
    {"unspent_restricted", "USD", "of schools' allocations, money of funds that could not be spent this year"},
    {"political_capital", "1", "trust in the plan of those who decide (0 to 1)"},
    {"rolled_back", "1", "share of what stood that the board took back after the year (0 to 1)"},
    {"rolled_back_dollars", "USD", "dollars a year that the board took back after the year, apart from posts"},
    {"rolled_back_posts", "1", "posts that the board took back after the year"},
    {"superintendent_tenure", "1", "completed years of the superintendent"},
    {"top_sponsorship", "1", "how far superintendent and cabinet stand behind leaders' support (0 to 1)"},
    {"public_hours", "h", "leaders' hours of shepherding and outreach"},
    {"public_hours_to_date", "h", "the same, all years until this one together"},
    {"push_back_to_date", "1", "push-back, mean of students' schools, all years until this one together"},
    {"title_one_not_comparable", "1", "Title I schools that fail the comparability test"},
    {"first_roll_back", "1", "school year after which the board first took something back; 0 not yet"},
});

/// Measures of the schools of each quarter of need, every year.
enum class NeedMeasure : std::uint8_t { novice_share, coach_hours_per_teacher, spending_per_student, substitute_share };
constexpr auto need_measures = std::to_array<MeasureName>({
    {"need_novice_share", "1", "share of teachers with less than 3 years of experience"},
    {"need_coach_hours_per_teacher", "h", "teacher leaders' hours with teachers, for each teaching post"},
    {"need_spending_per_student", "USD", "schools' money for each student"},
    {"need_substitute_share", "1", "share of teaching posts held by long-term substitutes"},
});
constexpr std::size_t need_quarter_count = 4;
constexpr std::array<std::string_view, need_quarter_count> need_quarter_names = {"lowest", "second", "third",
                                                                                 "highest"};

/// One row of the table of agents: a teacher at the end of a year or week.
struct AgentColumns {
  std::vector<std::int32_t> week;     ///< index over the recorded run
  std::vector<std::uint32_t> person;  ///< luck key, the same person in every scenario
  std::vector<std::int32_t> school;
  std::vector<std::int32_t> post;
  std::vector<std::int8_t> holder;  ///< 1 regular, 2 substitute
  std::vector<float> experience;
  std::array<std::vector<float>, 4> practice;
  std::vector<float> strain;
  std::vector<float> trust_in_coach;
  std::vector<float> trust_in_principal;
  std::vector<std::int8_t> coached;  ///< 1 on a caseload

  [[nodiscard]] std::size_t size() const { return person.size(); }
};

/// One row of the table of interactions.
struct InteractionColumns {
  std::vector<std::int32_t> week;  ///< index over the recorded run
  std::vector<std::int32_t> school;
  std::vector<std::int8_t> kind;        ///< InteractionKind
  std::vector<std::uint32_t> giver;     ///< luck key, 0 for nobody in particular
  std::vector<std::uint32_t> receiver;  ///< luck key
  std::vector<std::int32_t> minutes;    ///< of the receiver
  std::vector<std::int8_t> outcome;     ///< Outcome
  std::vector<float> effect;            ///< change of the receiver's practice [iSD] or skill [SD]

  [[nodiscard]] std::size_t size() const { return week.size(); }
};

/// Everything recorded of one year of one replicate of one scenario. Values of a measure are consecutive.
struct YearRecord {
  int year = 1;  ///< recorded year from 1
  int weeks = 0;
  std::size_t schools = 0;
  std::vector<float> weekly;    ///< [measure][week][school]
  std::vector<float> district;  ///< [measure][week]: by teachers for means, sums for hours
  std::vector<double> yearly;   ///< [measure][school]
  std::vector<double> groups;   ///< [measure][school][group][subject]
  std::array<double, district_yearly.size()> district_year{};
  std::vector<double> need;            ///< [measure][quarter]
  std::vector<float> support;          ///< [measure][school][interaction]
  std::vector<float> central_support;  ///< [measure][interaction]
  std::vector<float> hours;            ///< [person kind][activity][school]
  std::vector<float> central_hours;    ///< [person kind][activity]
  std::size_t funds = 1;               ///< general money and the scenario's funds
  std::vector<double> ledger_dollars;  ///< [place][line][fund], places: schools, then the central office
  std::vector<float> ledger_posts;     ///< [place][line][fund]
  AgentColumns agents;
  InteractionColumns interactions;

  [[nodiscard]] float support_of(SupportMeasure measure, std::size_t school, InteractionKind kind) const {
    return support[(static_cast<std::size_t>(measure) * schools + school) * interaction_count +
                   static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] float hours_of(PersonKind person, std::size_t activity, std::size_t school) const {
    return hours[(static_cast<std::size_t>(person) * activity_count + activity) * schools + school];
  }
  [[nodiscard]] std::size_t ledger_at(std::size_t place, LedgerLine line, std::size_t fund) const {
    return (place * ledger_line_count + static_cast<std::size_t>(line)) * funds + fund;
  }
  [[nodiscard]] const float* weekly_of(Weekly measure) const {
    return &weekly[static_cast<std::size_t>(measure) * static_cast<std::size_t>(weeks) * schools];
  }
  [[nodiscard]] const double* yearly_of(Yearly measure) const {
    return &yearly[static_cast<std::size_t>(measure) * schools];
  }
  [[nodiscard]] double group(GroupMeasure measure, std::size_t school, Group group, Subject subject) const {
    return groups[((static_cast<std::size_t>(measure) * schools + school) * 2 + static_cast<std::size_t>(group)) * 2 +
                  static_cast<std::size_t>(subject)];
  }
};

}  // namespace districtsim
