#include <algorithm>
#include <cmath>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/bought_gains.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/phases/taught_cells.hpp"

namespace districtsim {

namespace {

/// What a school's teams gave in a year, for one subject and grade.
struct Teaching {
  std::array<double, dimension_count> practice{};  ///< [iSD] summed over teachers
  double talent = 0.0;                             ///< [SD] summed
  double teachers = 0.0;
};

void add_team(const Teachers& teachers, Rows rows, double weeks, Teaching& sum) {
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    for (std::size_t d = 0; d < dimension_count; ++d) {
      sum.practice[d] += static_cast<double>(teachers.stable[d][row] + teachers.learned[row]) +
                         static_cast<double>(teachers.supported_sum[d][row]) / weeks;
    }
    sum.talent += static_cast<double>(teachers.talent[row]);
  }
  sum.teachers += static_cast<double>(rows.size());
}

Teaching teaching_of(const District& district, std::size_t school, int grade, Subject subject, double weeks) {
  Teaching own;
  Teaching all;
  for (std::size_t team = district.schools.team_begin[school]; team < district.schools.team_begin[school + 1]; ++team) {
    const Rows rows{district.teams.teacher_begin[team], district.teams.teacher_begin[team + 1]};
    if (teaches(district.teams, team, grade, subject)) {
      add_team(district.teachers, rows, weeks, own);
    } else if (own.teachers == 0.0) {
      add_team(district.teachers, rows, weeks, all);
    }
  }
  return own.teachers > 0.0 ? own : all;  // a grade too small for a team of its own is taught by the others
}

double effect_for(const Teaching& teaching, Group group, double tilt, double norm, const TeacherEffectParameters& p) {
  if (teaching.teachers == 0.0) return 0.0;
  const auto weights = dimension_weights(group == Group::low_income, tilt);
  double practice = 0.0;
  for (std::size_t d = 0; d < dimension_count; ++d) practice += weights[d] * teaching.practice[d] / teaching.teachers;
  return teacher_effect(practice, norm, teaching.talent / teaching.teachers, p);
}

/// The tilt toward low-income students that a staff's expectations and the school's red-alert lists make. [1]
double school_tilt(const Conditions& conditions, const Teachers& teachers, Rows staff, double routines) {
  double sum = 0.0;
  for (std::size_t row = staff.begin; row < staff.end; ++row) sum += static_cast<double>(teachers.expectations[row]);
  const double usual = conditions.parameters.beliefs.expectations;
  const double mean = staff.size() > 0 ? sum / static_cast<double>(staff.size()) : usual;
  const DataRoutinesParameters& lists = conditions.parameters.data_routines;
  const double alerted = conditions.on(Mechanism::data_routines) ? red_alert_multiplier(routines, lists) : 1.0;
  return std::min(largest_tilt, alerted * tilt_at(mean - usual, conditions.parameters.teacher_effect));
}

/// What a year gives a cell, and what of it lasts: each input in its own way. [SD]
struct YearGain {
  double all = 0.0;
  double lasting = 0.0;
};

YearGain year_gain(const Conditions& conditions, double norm_practice, const Teaching& teaching, double tilt,
                   const BoughtGains& bought, int grade, Group group) {
  const Parameters& p = conditions.parameters;
  const double taught = conditions.on(Mechanism::student_learning)
                            ? effect_for(teaching, group, tilt, norm_practice, p.teacher_effect)
                            : 0.0;
  const double all = taught + bought.smaller(grade) + bought.of_group(group) + bought.longer;
  if (!conditions.on(Mechanism::fade_out)) return {all, all};
  return {all, p.cohort.persistence * taught + lasting_gain(bought, grade, group, p.bought)};
}

}  // namespace

void assess(const Conditions& conditions, const SchoolYear& year, District& district) {
  const CohortParameters& p = conditions.parameters.cohort;
  const double weeks = conditions.scenario.calendar.weeks_per_year;
  const double in_norm =
      conditions.on(Mechanism::test_pressure)
          ? usual_inflation(conditions.parameters.evaluation.accountability_start, conditions.parameters.test_pressure)
          : 0.0;
  CohortCells& cells = district.cells;
  for_blocks(district.schools.size(), 16, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const BoughtGains bought = bought_gains(conditions, district.schools, cells, school);
      const Rows staff{district.schools.teacher_begin[school], district.schools.teacher_begin[school + 1]};
      const double tilt = school_tilt(conditions, district.teachers, staff, district.schools.data_routines[school]);
      const int first = cells.lowest_grade[school];
      for (int grade = first; grade < first + cells.grades(school); ++grade) {
        for (const Subject subject : {Subject::reading, Subject::mathematics}) {
          const Teaching teaching = teaching_of(district, school, grade, subject, weeks);
          const LuckKey place{district.schools.key[school], static_cast<std::uint32_t>(grade)};
          const auto class_luck = conditions.draws.normals(Purpose::class_luck, place, year.summer);
          const auto test_luck = conditions.draws.normals(Purpose::sampling_error, place, year.summer);
          for (const Group group : {Group::low_income, Group::other}) {
            const std::size_t row = cells.row(school, grade, group, subject);
            const auto draw = static_cast<std::size_t>(group) * 2 + static_cast<std::size_t>(subject);
            const double students = std::max(1, cells.students[row]);
            const YearGain gain = year_gain(conditions, district.norm_practice, teaching, tilt, bought, grade, group);
            // A cell of about a class has the class's luck; larger ones average it.
            const double classes = std::max(1.0, students / 22.0);
            cells.persistent[row] += gain.lasting;
            const double luck = p.class_noise / std::sqrt(classes) * class_luck[draw];
            const double error = cells.spread[row] / std::sqrt(students) * test_luck[draw];
            cells.transitory[row] = gain.all - gain.lasting + luck;
            cells.growth[row] = gain.all + luck + error;
            // Inflation by test preparation shows in the test alone, as far as the norm does not hold it already.
            cells.tested[row] =
                cells.persistent[row] + cells.transitory[row] + error + district.schools.inflation[school] - in_norm;
          }
        }
      }
    }
  });
}

}  // namespace districtsim
