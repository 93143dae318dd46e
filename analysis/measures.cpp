#include "analysis/measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/student_mean.hpp"
#include "sim/core/contracts.hpp"
#include "sim/district/need_bands.hpp"
#include "sim/scenario/interactions.hpp"

namespace districtsim {

namespace {

constexpr double not_there = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint8_t lowest_band = 0;
constexpr std::uint8_t highest_band = 3;

double ratio(double part, double whole) { return whole > 0.0 ? part / whole : not_there; }

/// Sum of a yearly measure over all schools.
double total(const YearRecord& record, Yearly measure) {
  double sum = 0.0;
  for (std::size_t school = 0; school < record.schools; ++school) sum += record.yearly_of(measure)[school];
  return sum;
}

/// A ratio in the schools of a need band; see quarter_ratio.
template <class Part, class Whole>
double band_ratio(const DistrictFacts& facts, std::uint8_t band, const Part& part, const Whole& whole) {
  return quarter_ratio(facts.spans_with_bands, band, part, whole);
}

template <NeedMeasure measure, std::size_t quarter>
double in_quarter(const YearRecord& record, const DistrictFacts& facts) {
  return need_value(record, facts.spans_with_bands, measure, quarter);
}

double unweighted_mean(const YearRecord& record, Yearly measure) {
  return ratio(total(record, measure), static_cast<double>(record.schools));
}

/// Mean over schools by teachers.
double mean_by_teachers(const YearRecord& record, Yearly measure) {
  double sum = 0.0;
  for (std::size_t school = 0; school < record.schools; ++school) {
    sum += record.yearly_of(measure)[school] * record.yearly_of(Yearly::teachers)[school];
  }
  return ratio(sum, total(record, Yearly::teachers));
}

double last_week(const YearRecord& record, Weekly measure) {
  const auto weeks = static_cast<std::size_t>(record.weeks);
  return static_cast<double>(record.district[static_cast<std::size_t>(measure) * weeks + weeks - 1]);
}

double mean_of_weeks(const YearRecord& record, Weekly measure) {
  const auto weeks = static_cast<std::size_t>(record.weeks);
  double sum = 0.0;
  for (std::size_t week = 0; week < weeks; ++week) {
    sum += static_cast<double>(record.district[static_cast<std::size_t>(measure) * weeks + week]);
  }
  return ratio(sum, record.weeks);
}

double mean_practice(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return (last_week(record, Weekly::practice_curriculum) + last_week(record, Weekly::practice_pedagogy) +
          last_week(record, Weekly::practice_evidence) + last_week(record, Weekly::practice_climate)) /
         4.0;
}

template <Group group>
double group_achievement(const YearRecord& record, const DistrictFacts& /*facts*/) {
  StudentMean mean;
  mean.add(record, GroupMeasure::achievement, group, Subject::reading);
  mean.add(record, GroupMeasure::achievement, group, Subject::mathematics);
  return mean.mean();
}

template <Group group, Subject subject>
double subject_achievement(const YearRecord& record, const DistrictFacts& /*facts*/) {
  StudentMean mean;
  mean.add(record, GroupMeasure::achievement, group, subject);
  return mean.mean();
}

template <Group group>
double proficient_in_100(const YearRecord& record, const DistrictFacts& /*facts*/) {
  StudentMean mean;
  mean.add(record, GroupMeasure::proficient, group, Subject::reading);
  mean.add(record, GroupMeasure::proficient, group, Subject::mathematics);
  return 100.0 * mean.mean();
}

double achievement(const YearRecord& record, const DistrictFacts& /*facts*/) {
  StudentMean mean;
  for (const Group group : {Group::low_income, Group::other}) {
    for (const Subject subject : {Subject::reading, Subject::mathematics}) {
      mean.add(record, GroupMeasure::achievement, group, subject);
    }
  }
  return mean.mean();
}

double achievement_gap(const YearRecord& record, const DistrictFacts& facts) {
  return group_achievement<Group::other>(record, facts) - group_achievement<Group::low_income>(record, facts);
}

double spread_between_schools(const YearRecord& record, const DistrictFacts& facts) {
  const double centre = achievement(record, facts);
  double students = 0.0;
  double squares = 0.0;
  for (std::size_t school = 0; school < record.schools; ++school) {
    const StudentMean own = achievement_of_school(record, school);
    if (!(own.students() > 0.0)) continue;
    students += own.students();
    squares += own.students() * (own.mean() - centre) * (own.mean() - centre);
  }
  return std::sqrt(ratio(squares, students));
}

double stay_ratio(double stayed, double moved, double left) { return ratio(stayed, stayed + moved + left); }

double retention(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return stay_ratio(total(record, Yearly::stayed), total(record, Yearly::moved), total(record, Yearly::left));
}

template <std::uint8_t band>
double band_retention(const YearRecord& record, const DistrictFacts& facts) {
  const auto of = [&](Yearly measure, std::size_t school) { return record.yearly_of(measure)[school]; };
  return band_ratio(
      facts, band, [&](std::size_t school) { return of(Yearly::stayed, school); },
      [&](std::size_t school) {
        return of(Yearly::stayed, school) + of(Yearly::moved, school) + of(Yearly::left, school);
      });
}

template <Yearly part, Yearly whole>
double share_of(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return ratio(total(record, part), total(record, whole));
}

template <Yearly measure>
double sum_of(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return total(record, measure);
}

template <Yearly measure>
double school_mean(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return unweighted_mean(record, measure);
}

template <Weekly measure>
double at_end_of_year(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return last_week(record, measure);
}

template <Weekly measure>
double over_the_year(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return mean_of_weeks(record, measure);
}

double teacher_effect(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return mean_by_teachers(record, Yearly::teacher_effect);
}

double spending_gap(const YearRecord& record, const DistrictFacts& facts) {
  return in_quarter<NeedMeasure::spending_per_student, highest_band>(record, facts) -
         in_quarter<NeedMeasure::spending_per_student, lowest_band>(record, facts);
}

template <DistrictYearly measure>
double of_district(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return record.district_year[static_cast<std::size_t>(measure)];
}

double rolled_back_by_now(const YearRecord& record, const DistrictFacts& facts) {
  return of_district<DistrictYearly::first_roll_back>(record, facts) > 0.0 ? 1.0 : 0.0;
}

template <std::uint8_t band>
double band_push_back(const YearRecord& record, const DistrictFacts& facts) {
  const auto of = [&](Yearly measure, std::size_t school) { return record.yearly_of(measure)[school]; };
  return band_ratio(
      facts, band, [&](std::size_t school) { return of(Yearly::push_back, school) * of(Yearly::students, school); },
      [&](std::size_t school) { return of(Yearly::students, school); });
}

double spending_total(const YearRecord& record, const DistrictFacts& /*facts*/) {
  const auto of = [&](DistrictYearly measure) { return record.district_year[static_cast<std::size_t>(measure)]; };
  return of(DistrictYearly::schools) - of(DistrictYearly::unspent_restricted) + of(DistrictYearly::central) +
         of(DistrictYearly::partner) + of(DistrictYearly::stipends);
}

double cost_per_student(const YearRecord& record, const DistrictFacts& facts) {
  return ratio(spending_total(record, facts), total(record, Yearly::students));
}

/// Mean over the schools that have a value, by a weight.
template <class Value, class Weight>
double mean_where_known(const YearRecord& record, const Value& value, const Weight& weight) {
  double sum = 0.0;
  double weights = 0.0;
  for (std::size_t school = 0; school < record.schools; ++school) {
    const double own = value(school);
    if (std::isnan(own)) continue;
    sum += weight(school) * own;
    weights += weight(school);
  }
  return ratio(sum, weights);
}

/// Mean over schools, each counted by another measure: its teachers, novices or teacher leaders.
template <Yearly measure, Yearly weight>
double mean_by(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return mean_where_known(
      record, [&](std::size_t school) { return record.yearly_of(measure)[school]; },
      [&](std::size_t school) { return record.yearly_of(weight)[school]; });
}

/// Mean over schools, each counted once.
template <Yearly measure>
double mean_of_known(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return mean_where_known(
      record, [&](std::size_t school) { return record.yearly_of(measure)[school]; }, [](std::size_t) { return 1.0; });
}

/// Kinds of interactions whose received hours are support for teachers: all with a form of support, but for transfers,
/// which only make hours free for others.
bool supports_teachers(const InteractionDescription& kind) {
  return kind.to == PersonKind::teacher && kind.rule != InteractionRule::transfer && !kind.supports.empty();
}

/// Hours of support that a school's teachers receive in the year.
double support_hours(const YearRecord& record, std::size_t school) {
  double hours = 0.0;
  for (const InteractionDescription& kind : interaction_descriptions()) {
    if (!supports_teachers(kind)) continue;
    hours += static_cast<double>(record.support_of(SupportMeasure::hours_received, school, kind.kind));
  }
  return hours;
}

double support_per_teacher(const YearRecord& record, const DistrictFacts& /*facts*/) {
  double hours = 0.0;
  for (std::size_t school = 0; school < record.schools; ++school) hours += support_hours(record, school);
  return ratio(hours, total(record, Yearly::teachers));
}

template <std::uint8_t band>
double band_support(const YearRecord& record, const DistrictFacts& facts) {
  return band_ratio(
      facts, band, [&](std::size_t school) { return support_hours(record, school); },
      [&](std::size_t school) { return record.yearly_of(Yearly::teachers)[school]; });
}

constexpr std::size_t activity_of(OtherActivity activity) {
  return interaction_count + static_cast<std::size_t>(activity);
}

/// Share of a kind of people's hours in schools that go to activities `first` to `last`.
template <PersonKind person, std::size_t first, std::size_t last>
double hours_share(const YearRecord& record, const DistrictFacts& /*facts*/) {
  double part = 0.0;
  double all = 0.0;
  for (std::size_t activity = 0; activity < activity_count; ++activity) {
    double hours = 0.0;
    for (std::size_t school = 0; school < record.schools; ++school) {
      hours += static_cast<double>(record.hours_of(person, activity, school));
    }
    all += hours;
    if (activity >= first && activity <= last) part += hours;
  }
  return ratio(part, all);
}
constexpr std::size_t operations_activity = activity_of(OtherActivity::operations);
constexpr std::size_t office_activity = activity_of(OtherActivity::office_work);

constexpr auto up = Better::higher;
constexpr auto down = Better::lower;
constexpr auto open = Better::neither;
constexpr auto decimal = NumberFormat::decimal;
constexpr auto percent = NumberFormat::percent;
constexpr auto whole = NumberFormat::whole;
constexpr auto dollars = NumberFormat::dollars;

constexpr auto all_measures = std::to_array<DistrictMeasure>({
    {"practice", "SD of teachers", "teachers' practice, mean of four dimensions, last week of the year", up, decimal,
     mean_practice},
    {"practice_curriculum", "SD of teachers", "practice: curriculum alignment, last week", up, decimal,
     at_end_of_year<Weekly::practice_curriculum>},
    {"practice_pedagogy", "SD of teachers", "practice: pedagogy and differentiation, last week", up, decimal,
     at_end_of_year<Weekly::practice_pedagogy>},
    {"practice_evidence", "SD of teachers", "practice: use of evidence, last week", up, decimal,
     at_end_of_year<Weekly::practice_evidence>},
    {"practice_climate", "SD of teachers", "practice: climate and expectations, last week", up, decimal,
     at_end_of_year<Weekly::practice_climate>},
    {"teacher_effect", "SD of students", "teachers' mean effect on a year's achievement, against the norm", up, decimal,
     teacher_effect},
    {"strain", "SD of teachers", "teachers' strain, mean of the year's weeks", down, decimal,
     over_the_year<Weekly::strain>},
    {"trust_in_coach", "0 to 1", "trust of coached teachers in their coach, mean of the year's weeks", up, decimal,
     over_the_year<Weekly::trust_in_coach>},
    {"trust_in_principal", "0 to 1", "teachers' trust in their school's leaders, mean of the year's weeks", up, decimal,
     over_the_year<Weekly::trust_in_principal>},
    {"retention", "share", "teachers who stay in their school after the year", up, percent, retention},
    {"retention_highest_need", "share", "the same in schools of the highest need band", up, percent,
     band_retention<highest_band>},
    {"retention_lowest_need", "share", "the same in schools of the lowest need band", up, percent,
     band_retention<lowest_band>},
    {"transfers", "share", "teachers who come from another school of the district, of teaching posts", open, percent,
     share_of<Yearly::transferred_in, Yearly::teachers>},
    {"substitute_share", "share", "teaching posts held by long-term substitutes", down, percent,
     share_of<Yearly::substitutes, Yearly::teachers>},
    {"substitute_share_highest_need", "share", "the same in schools of the highest need band", down, percent,
     in_quarter<NeedMeasure::substitute_share, 3>},
    {"substitute_share_third_need", "share", "the same in the third quarter of need", down, percent,
     in_quarter<NeedMeasure::substitute_share, 2>},
    {"substitute_share_second_need", "share", "the same in the second quarter of need", down, percent,
     in_quarter<NeedMeasure::substitute_share, 1>},
    {"substitute_share_lowest_need", "share", "the same in schools of the lowest need band", down, percent,
     in_quarter<NeedMeasure::substitute_share, 0>},
    {"novice_share_highest_need", "share", "teachers with less than 3 years, schools of the highest need band", down,
     percent, in_quarter<NeedMeasure::novice_share, 3>},
    {"novice_share_third_need", "share", "the same in the third quarter of need", open, percent,
     in_quarter<NeedMeasure::novice_share, 2>},
    {"novice_share_second_need", "share", "the same in the second quarter of need", open, percent,
     in_quarter<NeedMeasure::novice_share, 1>},
    {"novice_share_lowest_need", "share", "teachers with less than 3 years, schools of the lowest need band", open,
     percent, in_quarter<NeedMeasure::novice_share, 0>},
    {"principal_instruction_share", "share", "principals' and assistant principals' hours spent on instruction", up,
     percent, share_of<Yearly::year_instruction_hours, Yearly::year_leader_hours>},
    {"principal_skill", "SD of principals", "principals' instructional skill, mean over schools", up, decimal,
     school_mean<Yearly::principal_skill>},
    {"principal_tenure", "years", "principals' completed years in their school, mean over schools", up, decimal,
     school_mean<Yearly::principal_tenure>},
    {"grown_principals", "share", "principals who came from the district's own leaders", open, percent,
     school_mean<Yearly::grown_principal>},
    {"achievement", "SD of students", "mean score of all students, both subjects, against the grade norm", up, decimal,
     achievement},
    {"achievement_low_income", "SD of students", "mean score of students from low-income families", up, decimal,
     group_achievement<Group::low_income>},
    {"achievement_other", "SD of students", "mean score of all other students", up, decimal,
     group_achievement<Group::other>},
    {"achievement_gap", "SD of students", "achievement gap: other students minus low-income students", down, decimal,
     achievement_gap},
    {"achievement_low_income_reading", "SD of students", "mean score of low-income students, reading", up, decimal,
     subject_achievement<Group::low_income, Subject::reading>},
    {"achievement_low_income_mathematics", "SD of students", "mean score of low-income students, mathematics", up,
     decimal, subject_achievement<Group::low_income, Subject::mathematics>},
    {"achievement_other_reading", "SD of students", "mean score of other students, reading", up, decimal,
     subject_achievement<Group::other, Subject::reading>},
    {"achievement_other_mathematics", "SD of students", "mean score of other students, mathematics", up, decimal,
     subject_achievement<Group::other, Subject::mathematics>},
    {"achievement_spread", "SD of students", "spread of schools' mean scores (standard deviation by students)", down,
     decimal, spread_between_schools},
    {"proficient_low_income", "students in 100", "low-income students at or above the proficiency cut", up, decimal,
     proficient_in_100<Group::low_income>},
    {"proficient_other", "students in 100", "other students at or above the proficiency cut", up, decimal,
     proficient_in_100<Group::other>},
    {"coach_posts", "posts", "coach posts in schools", open, whole, sum_of<Yearly::coaches>},
    {"coach_hours_per_teacher", "hours a year", "coaches' hours with teachers, for each teaching post", up, decimal,
     share_of<Yearly::year_coach_hours, Yearly::teachers>},
    {"coach_hours_per_teacher_highest_need", "hours a year", "the same in schools of the highest need band", up,
     decimal, in_quarter<NeedMeasure::coach_hours_per_teacher, 3>},
    {"coach_hours_per_teacher_third_need", "hours a year", "the same in the third quarter of need", open, decimal,
     in_quarter<NeedMeasure::coach_hours_per_teacher, 2>},
    {"coach_hours_per_teacher_second_need", "hours a year", "the same in the second quarter of need", open, decimal,
     in_quarter<NeedMeasure::coach_hours_per_teacher, 1>},
    {"coach_hours_per_teacher_lowest_need", "hours a year", "the same in schools of the lowest need band", open,
     decimal, in_quarter<NeedMeasure::coach_hours_per_teacher, 0>},
    {"coach_hours_giving", "hours a year", "the same in schools that give coach posts away", open, decimal, nullptr},
    {"coach_hours_receiving", "hours a year", "the same in schools that receive coach posts", open, decimal, nullptr},
    {"visit_hours_per_teacher", "hours a year", "leaders' hours of informal classroom visits, for each teaching post",
     up, decimal, share_of<Yearly::year_visit_hours, Yearly::teachers>},
    {"inquiry_hours_per_teacher", "hours a year", "leaders' hours of leading team inquiry, for each teaching post", up,
     decimal, share_of<Yearly::year_inquiry_hours, Yearly::teachers>},
    {"director_hours_per_school", "hours a year", "hours of assistance by a director, for each school", up, decimal,
     school_mean<Yearly::year_director_hours>},
    {"assistant_principal_posts", "posts", "assistant principals' posts", open, whole,
     sum_of<Yearly::assistant_principals>},
    {"spending_per_student", "USD", "schools' allocations for each student", open, dollars,
     share_of<Yearly::allocation, Yearly::students>},
    {"spending_per_student_highest_need", "USD", "the same in schools of the highest need band", open, dollars,
     in_quarter<NeedMeasure::spending_per_student, 3>},
    {"spending_per_student_third_need", "USD", "the same in the third quarter of need", open, dollars,
     in_quarter<NeedMeasure::spending_per_student, 2>},
    {"spending_per_student_second_need", "USD", "the same in the second quarter of need", open, dollars,
     in_quarter<NeedMeasure::spending_per_student, 1>},
    {"spending_per_student_lowest_need", "USD", "the same in schools of the lowest need band", open, dollars,
     in_quarter<NeedMeasure::spending_per_student, 0>},
    {"spending_gap", "USD", "spending per student: highest minus lowest need band", open, dollars, spending_gap},
    {"spending_total", "USD", "spending on schools, central support, a partner and stipends", open, dollars,
     spending_total},
    {"cost_per_student", "USD", "the same for each student", open, dollars, cost_per_student},
    {"spending_to_date", "USD", "total spending, all years until this one together", open, dollars,
     of_district<DistrictYearly::spent_to_date>},
    {"teaching_posts", "posts", "teaching posts", open, whole, sum_of<Yearly::teachers>},
    {"support_hours_per_teacher", "hours a year", "hours of support that teachers receive, for each teaching post", up,
     decimal, support_per_teacher},
    {"support_hours_per_teacher_highest_need", "hours a year", "the same in schools of the highest need band", up,
     decimal, band_support<highest_band>},
    {"support_hours_per_teacher_lowest_need", "hours a year", "the same in schools of the lowest need band", open,
     decimal, band_support<lowest_band>},
    {"leader_support_share", "share", "school leaders' hours spent on support interactions", up, percent,
     hours_share<PersonKind::school_leader, 0, interaction_count - 1>},
    {"leader_operations_share", "share", "school leaders' hours spent on operations", down, percent,
     hours_share<PersonKind::school_leader, operations_activity, operations_activity>},
    {"teacher_leader_support_share", "share", "teacher leaders' hours spent on support interactions", up, percent,
     hours_share<PersonKind::teacher_leader, 0, interaction_count - 1>},
    {"teacher_leader_office_share", "share", "teacher leaders' hours lost to office work", down, percent,
     hours_share<PersonKind::teacher_leader, office_activity, office_activity>},
    {"expectations", "0 to 1", "teachers' expectations of what students can learn, last week of the year", up, decimal,
     at_end_of_year<Weekly::expectations>},
    {"agenda_ownership", "0 to 1", "teachers' ownership of the learning agenda, last week", up, decimal,
     at_end_of_year<Weekly::agenda_ownership>},
    {"belief_spread", "0 to 1", "SD of ownership within teams, mean over schools by teachers", open, decimal,
     mean_by<Yearly::belief_spread, Yearly::teachers>},
    {"efficacy", "0 to 1", "teachers' sense of efficacy, last week", up, decimal, at_end_of_year<Weekly::efficacy>},
    {"coherence", "0 to 1", "what teachers hear against the agenda's focus, mean of the year's weeks", up, decimal,
     over_the_year<Weekly::coherence>},
    {"web_of_support", "0 to 1", "presence and alignment of the five forms of support, mean of the year's weeks", up,
     decimal, over_the_year<Weekly::web_of_support>},
    {"team_instruction_share", "share", "team time that goes to instruction, mean of the year's weeks", up, percent,
     over_the_year<Weekly::team_instruction_share>},
    {"cohesion", "0 to 1", "cohesion of instructional leadership teams, last week", up, decimal,
     at_end_of_year<Weekly::cohesion>},
    {"novice_practice", "SD of teachers", "practice of teachers with less than 3 years", up, decimal,
     mean_by<Yearly::novice_practice, Yearly::novices>},
    {"role_clarity", "0 to 1", "clarity of teacher leaders' role", up, decimal,
     mean_by<Yearly::role_clarity, Yearly::coaches>},
    {"legitimacy", "0 to 1", "legitimacy of teacher leaders in colleagues' eyes", up, decimal,
     mean_by<Yearly::legitimacy, Yearly::coaches>},
    {"data_routines", "0 to 1", "routines of using evidence, mean over schools", up, decimal,
     mean_of_known<Yearly::data_routines>},
    {"accountability", "0 to 1", "internal accountability of staffs, mean over schools", up, decimal,
     mean_of_known<Yearly::accountability>},
    {"breadth", "0 to 1", "breadth of what is taught beyond what is tested, mean over schools", up, decimal,
     mean_of_known<Yearly::breadth>},
    {"score_inflation", "SD of students", "part of scores that is test preparation, mean over schools", down, decimal,
     mean_of_known<Yearly::score_inflation>},
    {"not_renewed", "teachers", "teachers whose contract is not renewed", open, whole, sum_of<Yearly::not_renewed>},
    {"released_hours", "hours a year", "hours freed by substitutes, for each teaching post", up, decimal,
     share_of<Yearly::released_hours, Yearly::teachers>},
    {"director_expertise", "SD of principals", "expertise of directors, mean over their schools", up, decimal,
     mean_of_known<Yearly::director_expertise>},
    {"system_learning", "0 to 1", "what the central office has learned to do", up, decimal,
     mean_of_known<Yearly::system_learning>},
    {"survey_support_from_directors", "1 to 5", "survey: support that principals feel from directors", up, decimal,
     mean_of_known<Yearly::survey_support_from_directors>},
    {"survey_support_from_principals", "1 to 5", "survey: support that teachers feel from principals", up, decimal,
     mean_by<Yearly::survey_support_from_principals, Yearly::teachers>},
    {"push_back", "0 and more", "push-back of schools that lost, mean by students", down, decimal,
     mean_by<Yearly::push_back, Yearly::students>},
    {"push_back_highest_need", "0 and more", "the same in the highest-need schools", down, decimal,
     band_push_back<highest_band>},
    {"push_back_lowest_need", "0 and more", "the same in the lowest-need schools", down, decimal,
     band_push_back<lowest_band>},
    {"political_capital", "0 to 1", "trust in the plan of those who decide", up, decimal,
     of_district<DistrictYearly::political_capital>},
    {"community_support", "0 to 1", "support of families and community, mean by students", up, decimal,
     mean_by<Yearly::community_support, Yearly::students>},
    {"rolled_back_by_now", "share", "whether the board has taken anything back until this year", down, percent,
     rolled_back_by_now},
    {"rolled_back_dollars", "dollars a year", "dollars that the board took back after the year, apart from posts", open,
     NumberFormat::dollars, of_district<DistrictYearly::rolled_back_dollars>},
    {"rolled_back_posts", "posts", "posts that the board took back after the year", open, whole,
     of_district<DistrictYearly::rolled_back_posts>},
    {"public_hours", "hours a year", "leaders' hours of shepherding and outreach", open, whole,
     of_district<DistrictYearly::public_hours>},
    {"public_hours_to_date", "hours", "the same, all years until this one together", open, whole,
     of_district<DistrictYearly::public_hours_to_date>},
    {"push_back_to_date", "0 and more", "push-back, all years until this one together", down, decimal,
     of_district<DistrictYearly::push_back_to_date>},
    {"superintendent_tenure", "years", "completed years of the superintendent", open, decimal,
     of_district<DistrictYearly::superintendent_tenure>},
    {"top_sponsorship", "0 to 1", "how far superintendent and cabinet stand behind leaders' support", up, decimal,
     of_district<DistrictYearly::top_sponsorship>},
    {"abandoned_posts", "posts", "posts of new roles given up before the year", down, whole,
     sum_of<Yearly::abandoned_posts>},
});

}  // namespace

DistrictFacts facts_of(const DistrictProfile& district) {
  DistrictFacts facts;
  facts.need_band = need_bands(district.schools);
  facts.spans_with_bands = grade_spans(district.schools);
  return facts;
}

std::span<const DistrictMeasure> district_measures() { return all_measures; }

std::optional<std::size_t> measure_named(std::string_view name) {
  const auto* const found = std::find_if(all_measures.begin(), all_measures.end(),
                                         [&](const DistrictMeasure& measure) { return measure.name == name; });
  if (found == all_measures.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all_measures.begin());
}

std::size_t measure_row(std::string_view name) {
  const std::optional<std::size_t> row = measure_named(name);
  promise(row.has_value(), "a measure has one of the names in analysis/measures.cpp");
  return *row;
}

std::vector<double> measure_year(const YearRecord& record, const DistrictFacts& facts) {
  promise(facts.need_band.size() == record.schools, "a record has the schools of its district");
  std::vector<double> values;
  values.reserve(all_measures.size());
  for (const DistrictMeasure& measure : all_measures) {
    values.push_back(measure.of == nullptr ? not_there : measure.of(record, facts));
  }
  return values;
}

}  // namespace districtsim
