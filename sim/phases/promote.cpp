#include <algorithm>
#include <cmath>

#include "sim/core/apportion.hpp"
#include "sim/district/build_cells.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

/// Students who come together in one cell: count, sum of means and of squares, to merge level and spread.
struct Arrivals {
  std::int64_t students = 0;
  double level = 0.0;
  double square = 0.0;

  void add(std::int64_t count, double mean, double spread) {
    students += count;
    level += static_cast<double>(count) * mean;
    square += static_cast<double>(count) * (mean * mean + spread * spread);
  }
};

using ArrivalTable = std::vector<Arrivals>;

/// Leavers of a school's highest grade, to each receiving school in whole students. The subjects of a group are the
/// same students, so both take the same numbers.
void send_leavers(const District& district, std::size_t school, ArrivalTable& arrivals) {
  const CohortCells& cells = district.cells;
  const FeederFlows& feeders = district.feeders;
  const int grade = cells.lowest_grade[school] + cells.grades(school) - 1;
  const std::size_t first = feeders.begin[school];
  const std::size_t count = feeders.begin[school + 1] - first;
  if (count == 0) return;
  for (const Group group : {Group::low_income, Group::other}) {
    const int leavers = cells.students[cells.row(school, grade, group, Subject::reading)];
    const std::vector<int> parts = apportion(std::span<const double>(&feeders.share[first], count), leavers);
    for (std::size_t flow = 0; flow < count; ++flow) {
      for (const Subject subject : {Subject::reading, Subject::mathematics}) {
        const std::size_t from = cells.row(school, grade, group, subject);
        arrivals[cells.row(feeders.to[first + flow], grade + 1, group, subject)].add(
            parts[flow], cells.persistent[from], cells.spread[from]);
      }
    }
  }
}

void move_up(const CohortCells& cells, std::size_t school, ArrivalTable& arrivals) {
  const int first = cells.lowest_grade[school];
  for (int grade = first; grade + 1 < first + cells.grades(school); ++grade) {
    for (const Group group : {Group::low_income, Group::other}) {
      for (const Subject subject : {Subject::reading, Subject::mathematics}) {
        const std::size_t from = cells.row(school, grade, group, subject);
        arrivals[cells.row(school, grade + 1, group, subject)].add(cells.students[from], cells.persistent[from],
                                                                   cells.spread[from]);
      }
    }
  }
}

/// Whether a school of the district ends with the grade before the entry grade and sends its leavers there.
std::vector<bool> fed_at_entry(const District& district) {
  const CohortCells& cells = district.cells;
  std::vector<bool> fed(district.schools.size(), false);
  for (std::size_t from = 0; from < fed.size(); ++from) {
    const int next = cells.lowest_grade[from] + cells.grades(from);
    for (std::uint32_t flow = district.feeders.begin[from]; flow < district.feeders.begin[from + 1]; ++flow) {
      const std::uint32_t to = district.feeders.to[flow];
      if (cells.lowest_grade[to] == next) fed[to] = true;
    }
  }
  return fed;
}

/// Students against the start, by the events up to a year.
double enrolment_factor(const Conditions& conditions, const SchoolYear& year) {
  double factor = 1.0;
  for (const Event& event : conditions.scenario.events) {
    if (event.kind == Event::Kind::enrolment_change && event.year <= year.number) factor *= 1.0 + event.share;
  }
  return factor;
}

int whole_students(int at_start, double factor) { return static_cast<int>(at_start * factor + 0.5); }

/// Kindergarten, and entry grades that no school of the district feeds, take in as many as at the start times `factor`.
void take_in(const Conditions& conditions, const District& district, std::size_t school, double factor,
             ArrivalTable& arrivals) {
  const CohortCells& cells = district.cells;
  const int entry = cells.lowest_grade[school];
  const SchoolProfile& profile = conditions.scenario.district.schools[school];
  const int low = whole_students(profile.low_income[static_cast<std::size_t>(entry)], factor);
  const int all = whole_students(profile.students[static_cast<std::size_t>(entry)], factor);
  for (const Group group : {Group::low_income, Group::other}) {
    for (const Subject subject : {Subject::reading, Subject::mathematics}) {
      arrivals[cells.row(school, entry, group, subject)].add(group == Group::low_income ? low : all - low,
                                                             intake_level(conditions, profile.key, group),
                                                             conditions.parameters.cohort.within_sd);
    }
  }
}

void settle(const ArrivalTable& arrivals, CohortCells& cells) {
  for (std::size_t row = 0; row < cells.size(); ++row) {
    const Arrivals& arrived = arrivals[row];
    cells.students[row] = static_cast<std::int32_t>(arrived.students);
    cells.transitory[row] = 0.0;
    if (arrived.students == 0) continue;
    const auto count = static_cast<double>(arrived.students);
    cells.persistent[row] = arrived.level / count;
    const double variance = arrived.square / count - cells.persistent[row] * cells.persistent[row];
    cells.spread[row] = std::sqrt(std::max(variance, 0.0));
  }
}

/// Every grade has as many students as at the start times `factor`: those who come or go in between are like their
/// cohort.
void keep_enrolment(const Conditions& conditions, double factor, CohortCells& cells) {
  const auto& profiles = conditions.scenario.district.schools;
  for (std::size_t school = 0; school < profiles.size(); ++school) {
    const SchoolProfile& profile = profiles[school];
    for (int grade = cells.lowest_grade[school]; grade < cells.lowest_grade[school] + cells.grades(school); ++grade) {
      const int low = whole_students(profile.low_income[static_cast<std::size_t>(grade)], factor);
      const int all = whole_students(profile.students[static_cast<std::size_t>(grade)], factor);
      for (const Group group : {Group::low_income, Group::other}) {
        for (const Subject subject : {Subject::reading, Subject::mathematics}) {
          const std::size_t row = cells.row(school, grade, group, subject);
          if (cells.students[row] == 0) {  // nobody came up: all are new
            cells.persistent[row] = intake_level(conditions, profile.key, group);
            cells.spread[row] = conditions.parameters.cohort.within_sd;
          }
          cells.students[row] = group == Group::low_income ? low : all - low;
        }
      }
    }
  }
}

void count_students(const Conditions& conditions, double factor, const CohortCells& cells, Schools& schools) {
  for (std::size_t school = 0; school < schools.size(); ++school) {
    int students = whole_students(conditions.scenario.district.schools[school].students[pre_kindergarten], factor);
    for (std::size_t row = cells.begin[school]; row < cells.begin[school + 1]; row += subject_count) {
      students += cells.students[row];
    }
    schools.students[school] = students;
  }
}

void move_students(const Conditions& conditions, double factor, District& district) {
  ArrivalTable arrivals(district.cells.size());
  const std::vector<bool> fed = fed_at_entry(district);
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    if (district.cells.grades(school) == 0) continue;
    move_up(district.cells, school, arrivals);
    send_leavers(district, school, arrivals);
    const bool has_intake = district.cells.lowest_grade[school] <= kindergarten || !fed[school];
    if (has_intake) take_in(conditions, district, school, factor, arrivals);
  }
  settle(arrivals, district.cells);
}

}  // namespace

void promote(const Conditions& conditions, const SchoolYear& year, District& district) {
  const double factor = enrolment_factor(conditions, year);
  const bool first = year.number <= 1;
  if (first && factor == 1.0) return;
  if (!first) move_students(conditions, factor, district);
  if (conditions.scenario.enrolment == Enrolment::steady) keep_enrolment(conditions, factor, district.cells);
  count_students(conditions, factor, district.cells, district.schools);
}

}  // namespace districtsim
