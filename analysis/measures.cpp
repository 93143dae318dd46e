#include "analysis/measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/core/contracts.hpp"
#include "sim/district/need_bands.hpp"

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

/// A ratio in the schools of a need band: for each grade span apart, then over the spans by their students at the
/// start, so that bands are compared like with like. Spans without both bands are left out.
template <class Part, class Whole>
double band_ratio(const DistrictFacts& facts, std::uint8_t band, const Part& part, const Whole& whole) {
  double sum = 0.0;
  double students = 0.0;
  for (const GradeSpan& span : facts.spans_with_bands) {
    double part_sum = 0.0;
    double whole_sum = 0.0;
    for (const std::size_t school : band == highest_band ? span.highest_need : span.lowest_need) {
      part_sum += part(school);
      whole_sum += whole(school);
    }
    if (whole_sum <= 0.0) continue;
    sum += span.students * part_sum / whole_sum;
    students += span.students;
  }
  return ratio(sum, students);
}

template <std::uint8_t band>
double band_share(const YearRecord& record, const DistrictFacts& facts, Yearly part, Yearly whole) {
  return band_ratio(
      facts, band, [&](std::size_t school) { return record.yearly_of(part)[school]; },
      [&](std::size_t school) { return record.yearly_of(whole)[school]; });
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

/// Mean of a group measure over the students of some groups and subjects, in all schools or one.
class StudentMean {
 public:
  void add(const YearRecord& record, GroupMeasure measure, std::size_t school, Group group, Subject subject) {
    const double own = record.group(GroupMeasure::tested_students, school, group, subject);
    if (!(own > 0.0)) return;
    students_ += own;
    sum_ += own * record.group(measure, school, group, subject);
  }
  void add(const YearRecord& record, GroupMeasure measure, Group group, Subject subject) {
    for (std::size_t school = 0; school < record.schools; ++school) add(record, measure, school, group, subject);
  }
  [[nodiscard]] double students() const { return students_; }
  [[nodiscard]] double mean() const { return ratio(sum_, students_); }

 private:
  double students_ = 0.0;
  double sum_ = 0.0;
};

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

StudentMean achievement_of_school(const YearRecord& record, std::size_t school) {
  StudentMean mean;
  for (const Group group : {Group::low_income, Group::other}) {
    for (const Subject subject : {Subject::reading, Subject::mathematics}) {
      mean.add(record, GroupMeasure::achievement, school, group, subject);
    }
  }
  return mean;
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

template <std::uint8_t band>
double band_novices(const YearRecord& record, const DistrictFacts& facts) {
  return band_share<band>(record, facts, Yearly::novices, Yearly::teachers);
}

template <std::uint8_t band>
double band_spending(const YearRecord& record, const DistrictFacts& facts) {
  return band_share<band>(record, facts, Yearly::allocation, Yearly::students);
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
  return band_spending<highest_band>(record, facts) - band_spending<lowest_band>(record, facts);
}

double spending_total(const YearRecord& record, const DistrictFacts& /*facts*/) {
  return record.money[static_cast<std::size_t>(MoneyLine::schools)] +
         record.money[static_cast<std::size_t>(MoneyLine::central)];
}

constexpr auto up = Better::higher;
constexpr auto down = Better::lower;
constexpr auto open = Better::neither;
constexpr auto decimal = NumberFormat::decimal;
constexpr auto percent = NumberFormat::percent;
constexpr auto whole = NumberFormat::whole;
constexpr auto dollars = NumberFormat::dollars;

constexpr std::array<DistrictMeasure, 44> all_measures = {{
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
    {"novice_share_highest_need", "share", "teachers with less than 3 years, schools of the highest need band", down,
     percent, band_novices<highest_band>},
    {"novice_share_lowest_need", "share", "teachers with less than 3 years, schools of the lowest need band", open,
     percent, band_novices<lowest_band>},
    {"principal_instruction_share", "share", "principals' and assistant principals' hours spent on instruction", up,
     percent, share_of<Yearly::year_instruction_hours, Yearly::year_leader_hours>},
    {"principal_skill", "SD of principals", "principals' instructional skill, mean over schools", up, decimal,
     school_mean<Yearly::principal_skill>},
    {"principal_tenure", "years", "principals' completed years in their school, mean over schools", up, decimal,
     school_mean<Yearly::principal_tenure>},
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
     band_spending<highest_band>},
    {"spending_per_student_lowest_need", "USD", "the same in schools of the lowest need band", open, dollars,
     band_spending<lowest_band>},
    {"spending_gap", "USD", "spending per student: highest minus lowest need band", open, dollars, spending_gap},
    {"spending_total", "USD", "spending on schools and central support", open, dollars, spending_total},
    {"teaching_posts", "posts", "teaching posts", open, whole, sum_of<Yearly::teachers>},
}};

}  // namespace

DistrictFacts facts_of(const DistrictProfile& district) {
  DistrictFacts facts;
  facts.need_band = need_bands(district.schools);
  for (const SchoolLevel level : {SchoolLevel::elementary, SchoolLevel::middle, SchoolLevel::high}) {
    GradeSpan span;
    for (std::size_t school = 0; school < district.schools.size(); ++school) {
      if (district.schools[school].level != level) continue;
      span.students += district.schools[school].enrolment();
      if (facts.need_band[school] == highest_band) span.highest_need.push_back(school);
      if (facts.need_band[school] == lowest_band) span.lowest_need.push_back(school);
    }
    if (!span.highest_need.empty() && !span.lowest_need.empty()) facts.spans_with_bands.push_back(span);
  }
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
