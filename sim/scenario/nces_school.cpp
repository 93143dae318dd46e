#include "sim/scenario/nces_school.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "sim/core/apportion.hpp"

namespace districtsim {

namespace {

struct GradeSpan {
  int lowest = 0;
  int highest = 0;
};

std::string span_name(GradeSpan span) {
  return span.lowest == span.highest ? "grade " + grade_name(span.lowest)
                                     : "grades " + grade_name(span.lowest) + " to " + grade_name(span.highest);
}

std::size_t as_index(int grade) { return static_cast<std::size_t>(grade); }

/// PK, KG, 01 to 12; 13 counts as 12.
std::optional<int> grade_from_code(const std::string& code) {
  if (code == "13") return grade_row(12);
  for (int grade = 0; grade < grade_count; ++grade) {
    const std::string name = grade_name(grade);
    if (code == name || (name[0] == '0' && code == name.substr(1))) return grade;
  }
  return std::nullopt;
}

/// The grades that have students, from the lowest to the highest.
std::optional<GradeSpan> counted_span(const NcesSchool& row) {
  std::optional<GradeSpan> span;
  for (int grade = 0; grade < grade_count; ++grade) {
    if (row.students[as_index(grade)].value_or(0) == 0) continue;
    if (!span) span = GradeSpan{grade, grade};
    span->highest = grade;
  }
  return span;
}

struct LevelSpan {
  std::string_view name;  ///< of NCES
  SchoolLevel level;
  GradeSpan grades;  ///< that schools of the level usually serve
};
constexpr std::array<LevelSpan, 3> level_spans = {
    {{"Elementary", SchoolLevel::elementary, {kindergarten, grade_row(5)}},
     {"Middle", SchoolLevel::middle, {grade_row(6), grade_row(8)}},
     {"High", SchoolLevel::high, {grade_row(9), grade_row(12)}}}};

const LevelSpan* level_called(const std::string& name) {
  const auto* const found =
      std::find_if(level_spans.begin(), level_spans.end(), [&](const LevelSpan& span) { return span.name == name; });
  return found == level_spans.end() ? nullptr : found;
}

std::optional<GradeSpan> served_span(const NcesSchool& row, std::vector<std::string>& notes) {
  const std::optional<int> lowest = grade_from_code(row.lowest);
  const std::optional<int> highest = grade_from_code(row.highest);
  if (lowest && highest && *lowest <= *highest) {
    if (row.highest == "13") notes.push_back(row.label() + " serves grade 13; it is taken to end with grade 12");
    return GradeSpan{*lowest, *highest};
  }
  const std::string said = row.label() + " gives grades from \"" + row.lowest + "\" to \"" + row.highest + "\"; ";
  if (const std::optional<GradeSpan> counted = counted_span(row)) {
    notes.push_back(said + "taken to serve " + span_name(*counted) + ", which have students");
    return counted;
  }
  const LevelSpan* const level = level_called(row.level);
  if (level == nullptr) return std::nullopt;
  notes.push_back(said + "assumed to serve " + span_name(level->grades) + " by its level " + row.level);
  return level->grades;
}

/// The level in whose usual grades (PK to 5, 6 to 8, 9 to 12) most of the grades lie; the higher of two.
SchoolLevel level_of_span(GradeSpan span) {
  std::array<int, 3> grades{};
  for (int grade = span.lowest; grade <= span.highest; ++grade) {
    ++grades[grade <= grade_row(5) ? 0 : grade <= grade_row(8) ? 1 : 2];
  }
  std::size_t most = 0;
  for (std::size_t level = 1; level < grades.size(); ++level) most = grades[level] >= grades[most] ? level : most;
  return level_spans[most].level;
}

void put_level(const NcesSchool& row, SchoolProfile& school, std::vector<std::string>& notes) {
  if (const LevelSpan* const level = level_called(row.level)) {
    school.level = level->level;
    return;
  }
  const GradeSpan span = {school.lowest_grade, school.highest_grade};
  school.level = level_of_span(span);
  notes.push_back(row.label() + " has the level \"" + row.level + "\"; taken as " +
                  std::string(level_name(school.level)) + ", where most of " + span_name(span) + " lie");
}

/// Students of grades that the school does not serve go to the nearest grade it serves: its total is a count.
void put_counted_students(const NcesSchool& row, SchoolProfile& school, std::vector<std::string>& notes) {
  int outside = 0;
  GradeSpan span = {grade_count, -1};
  for (int grade = 0; grade < grade_count; ++grade) {
    const int students = row.students[as_index(grade)].value_or(0);
    const int nearest = std::clamp(grade, school.lowest_grade, school.highest_grade);
    school.students[as_index(nearest)] += students;
    if (students == 0 || nearest == grade) continue;
    outside += students;
    span = {std::min(span.lowest, grade), std::max(span.highest, grade)};
  }
  if (outside == 0) return;
  notes.push_back(row.label() + ": " + std::to_string(outside) + " students in " + span_name(span) + " but it serves " +
                  span_name({school.lowest_grade, school.highest_grade}) + "; put into the nearest grade it serves");
}

void spread_students(const NcesSchool& row, int students, SchoolProfile& school, std::vector<std::string>& notes) {
  std::array<double, grade_count> weights{};
  for (int grade = school.lowest_grade; grade <= school.highest_grade; ++grade) weights[as_index(grade)] = 1.0;
  const std::vector<int> parts = apportion(weights, students);
  std::copy(parts.begin(), parts.end(), school.students.begin());
  notes.push_back(row.label() + " counts no students by grade; its " + std::to_string(students) +
                  " are assumed spread evenly over " + span_name({school.lowest_grade, school.highest_grade}));
}

int counted_students(const NcesSchool& row) {
  int sum = 0;
  for (const std::optional<int>& students : row.students) sum += students.value_or(0);
  return sum;
}

/// Students of no grade from PK to 12, who are left out.
int students_left_out(const NcesSchool& row, std::vector<std::string>& notes) {
  int sum = 0;
  std::string parts;
  for (const auto& [name, students] : {std::pair("grade 13", row.grade_13), std::pair("ungraded", row.ungraded),
                                       std::pair("adult education", row.adults)}) {
    if (students.value_or(0) == 0) continue;
    sum += *students;
    parts += (parts.empty() ? "" : ", ") + std::to_string(*students) + " " + name;
  }
  if (sum > 0) notes.push_back(row.label() + ": students outside of PK to grade 12 are left out (" + parts + ")");
  return sum;
}

void note_total(const NcesSchool& row, int counted, std::vector<std::string>& notes) {
  if (!row.total || *row.total == counted) return;
  notes.push_back(row.label() + ": TOTAL is " + std::to_string(*row.total) + " but its grades add up to " +
                  std::to_string(counted) + "; the grades are used");
}

bool says_yes(const std::string& code) { return code.rfind('1', 0) == 0 || code.rfind("Yes", 0) == 0; }
bool says_no(const std::string& code) { return code.rfind('2', 0) == 0 || code.rfind("No", 0) == 0; }

}  // namespace

std::optional<SchoolProfile> school_from_nces(const NcesSchool& row, std::vector<std::string>& notes) {
  const int counted = counted_students(row);
  const int unplaced = counted > 0 ? 0 : row.total.value_or(0);
  if (counted == 0 && unplaced == 0) return std::nullopt;
  const int left_out = students_left_out(row, notes);
  if (counted == 0 && unplaced <= left_out) return std::nullopt;

  SchoolProfile school;
  school.id = row.id;
  school.name = row.name;
  const std::optional<GradeSpan> span = served_span(row, notes);
  if (!span) {
    notes.push_back(row.label() + " tells neither grades nor level; its " + std::to_string(unplaced) +
                    " students are left out");
    return std::nullopt;
  }
  school.lowest_grade = span->lowest;
  school.highest_grade = span->highest;
  put_level(row, school, notes);
  if (counted > 0) {
    put_counted_students(row, school, notes);
    note_total(row, counted + left_out, notes);
  } else {
    spread_students(row, unplaced - left_out, school, notes);
  }
  school.title_one = says_yes(row.title_one);
  if (!school.title_one && !says_no(row.title_one)) {
    notes.push_back(row.label() + ": TITLEI is \"" + row.title_one + "\"; taken as not Title I");
  }
  school.latitude = row.latitude.value_or(0.0);
  school.longitude = row.longitude.value_or(0.0);
  return school;
}

std::optional<double> lunch_share(const NcesSchool& row, int students, std::vector<std::string>& notes) {
  const std::optional<int> parts =
      row.free_lunch && row.reduced_lunch ? std::optional(*row.free_lunch + *row.reduced_lunch) : std::nullopt;
  const std::optional<int> lunch = row.lunch ? row.lunch : parts;
  if (!lunch) return std::nullopt;
  if (!row.lunch) {
    notes.push_back(row.label() + ": TOTFRL is missing; FRELCH + REDLCH = " + std::to_string(*lunch) + " is used");
  } else if (parts && *parts != *row.lunch) {
    notes.push_back(row.label() + ": TOTFRL is " + std::to_string(*row.lunch) + " but FRELCH + REDLCH is " +
                    std::to_string(*parts) + "; TOTFRL is used");
  }
  const int all = row.total.value_or(0) > 0 ? *row.total : students;
  if (*lunch > all) {
    notes.push_back(row.label() + ": " + std::to_string(*lunch) + " students with free or reduced-price lunch among " +
                    std::to_string(all) + "; all are taken as low-income");
  } else if (*lunch == all) {
    notes.push_back("warning: " + row.label() + " reports free lunch for 100 % of students, as schools under the " +
                    "Community Eligibility Provision do whatever families earn; its need may be overstated");
  }
  return std::min(1.0, static_cast<double>(*lunch) / all);
}

}  // namespace districtsim
