#include <algorithm>
#include <array>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>

#include "sim/core/apportion.hpp"
#include "sim/core/failure.hpp"
#include "sim/core/random.hpp"
#include "sim/scenario/district_source.hpp"
#include "sim/scenario/feeders.hpp"
#include "sim/scenario/scalars.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

constexpr double usual_teachers = 46.875;       ///< posts to a school: 75,000 in 1,600 schools
constexpr double middle_or_high_schools = 0.2;  ///< of all schools, each
constexpr double title_one_share = 0.4;         ///< of low-income students: schoolwide programmes, ESSA section 1114
constexpr double need_of_feeder = 0.6;          ///< how much of a school's need rank is its receiving school's
constexpr int most_schools = (1 << 17) - 1;     ///< a school's key for luck has 17 bits
constexpr int most_synthetic_teachers = 1'000'000;
constexpr int most_synthetic_students = 100'000'000;

struct LevelGrades {
  SchoolLevel level;
  int lowest;
  int highest;
  const char* title;
};
constexpr std::array<LevelGrades, 3> level_grades = {
    {{SchoolLevel::elementary, kindergarten, grade_row(5), "Elementary"},
     {SchoolLevel::middle, grade_row(6), grade_row(8), "Middle"},
     {SchoolLevel::high, grade_row(9), grade_row(12), "High"}}};

using LevelCounts = std::array<std::size_t, 3>;

struct SyntheticTotals {
  int teachers;
  int schools;
  int students;
};

[[noreturn]] void refuse_plan(const std::string& message) {
  throw Failure(ExitCode::invalid_scenario, "district.synthetic " + message);
}

void expect_within(const char* name, double value, double low, double high) {
  if (value >= low && value <= high) return;
  refuse_plan(std::string(name) + " is " + number_text(value) + ", must be within " + number_text(low) + " to " +
              number_text(high));
}

void check_plan(const SyntheticPlan& plan) {
  if (!plan.teachers && !plan.schools && !plan.students) refuse_plan("needs teachers, schools or students");
  expect_within("students_per_teacher", plan.students_per_teacher, 5.0, 60.0);
  const double mean = plan.low_income_mean;
  if (!(mean > 0.0 && mean < 1.0)) refuse_plan("low_income.mean is " + number_text(mean) + ", must be between 0 and 1");
  const double largest = std::sqrt(mean * (1.0 - mean));
  if (!(plan.low_income_spread >= 0.0 && plan.low_income_spread < largest)) {
    refuse_plan("low_income.spread is " + number_text(plan.low_income_spread) + ", must be within 0 and below " +
                number_text(largest) + " (the most that shares with this mean can spread)");
  }
}

int to_count(double value) { return static_cast<int>(std::max(1.0, std::min(std::floor(value + 0.5), 2.0e9))); }

SyntheticTotals totals_of(const SyntheticPlan& plan) {
  const double ratio = plan.students_per_teacher;
  const int by_schools = to_count(plan.schools.value_or(1) * usual_teachers);
  const int teachers = plan.teachers.value_or(plan.students ? to_count(*plan.students / ratio) : by_schools);
  const int schools = plan.schools.value_or(to_count(teachers / usual_teachers));
  const int students = plan.students.value_or(to_count(teachers * ratio));
  expect_within("teachers", teachers, 1, most_synthetic_teachers);
  expect_within("schools", schools, 1, most_schools);
  expect_within("students", students, 1, most_synthetic_students);
  const int least = std::min(teachers, students);
  if (schools > least) {
    refuse_plan("schools is " + std::to_string(schools) + ", must be at most " + std::to_string(least) +
                " (each school has a teacher post and a student; there are " + std::to_string(teachers) + " and " +
                std::to_string(students) + ")");
  }
  return {teachers, schools, students};
}

LevelCounts schools_by_level(int schools) {
  if (schools == 1) return {1, 0, 0};
  if (schools == 2) return {1, 1, 0};
  const auto other = static_cast<std::size_t>(to_count(schools * middle_or_high_schools));
  return {static_cast<std::size_t>(schools) - 2 * other, other, other};
}

/// Sizes of schools such that every grade has as many students in the district, so that cohorts fit the schools they
/// move up to: 480 : 720 : 960 with three elementary schools to each middle and each high school.
std::vector<double> relative_sizes(const LevelCounts& counts) {
  std::vector<double> sizes;
  for (std::size_t level = 0; level < counts.size(); ++level) {
    const int grades = level_grades[level].highest - level_grades[level].lowest + 1;
    sizes.insert(sizes.end(), counts[level], static_cast<double>(grades) / static_cast<double>(counts[level]));
  }
  return sizes;
}

/// Value on (0, 1) that looks unrelated to the row: a fixed scramble, not chance.
double scrambled(std::size_t level, std::size_t row) {
  return open_unit(mix_keys(static_cast<std::uint32_t>(level + 1), static_cast<std::uint32_t>(row)));
}

/// For each value its rank as (rank + 1/2) / count: evenly spread on (0, 1).
std::vector<double> even_ranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    ranks[order[rank]] = (static_cast<double>(rank) + 0.5) / static_cast<double>(order.size());
  }
  return ranks;
}

/// Need of every school as a rank on (0, 1) within its level; partly that of the school its leavers go to.
std::array<std::vector<double>, 3> need_ranks(const LevelCounts& counts) {
  std::array<std::vector<double>, 3> ranks;
  for (std::size_t level = counts.size(); level-- > 0;) {
    const std::size_t above = level + 1 < counts.size() ? counts[level + 1] : 0;
    std::vector<double> values;
    for (std::size_t row = 0; row < counts[level]; ++row) {
      const double own = scrambled(level, row);
      const double block = above > 0 ? ranks[level + 1][block_of(row, counts[level], above)] : own;
      values.push_back(need_of_feeder * block + (1.0 - need_of_feeder) * own);
    }
    ranks[level] = even_ranks(values);
  }
  return ranks;
}

/// Beta distribution with a given mean and standard deviation, by its moments. Its quantiles only set whole numbers of
/// students, so the last bits of the C library's functions do not reach the district.
class ShareDistribution {
 public:
  ShareDistribution(double mean, double spread) : mean_(mean) {
    if (spread < 1e-4) return;  // narrower than one student in a school
    const double both = mean * (1.0 - mean) / (spread * spread) - 1.0;
    alpha_ = mean * both;
    beta_ = (1.0 - mean) * both;
  }
  [[nodiscard]] double quantile(double rank) const {
    return alpha_ > 0.0 ? boost::math::ibeta_inv(alpha_, beta_, rank) : mean_;
  }

 private:
  double mean_;
  double alpha_ = 0.0;
  double beta_ = 0.0;
};

std::string synthetic_id(std::size_t row) {
  const std::string digits = std::to_string(row + 1);
  return "S" + std::string(6 - digits.size(), '0') + digits;
}

/// Students of each grade of the school, in proportion to `weights`.
std::array<int, grade_count> over_grades(const std::array<double, grade_count>& weights, int students) {
  const std::vector<int> parts = apportion(weights, students);
  std::array<int, grade_count> by_grade{};
  std::copy(parts.begin(), parts.end(), by_grade.begin());
  return by_grade;
}

void put_students(SchoolProfile& school, int students, double low_income_share) {
  std::array<double, grade_count> weights{};
  for (int grade = school.lowest_grade; grade <= school.highest_grade; ++grade) {
    weights[static_cast<std::size_t>(grade)] = 1.0;
  }
  school.students = over_grades(weights, students);
  std::copy(school.students.begin(), school.students.end(), weights.begin());
  school.low_income = over_grades(weights, static_cast<int>(std::floor(low_income_share * students + 0.5)));
  school.title_one = low_income_share >= title_one_share;
}

void check_posts(const std::vector<int>& posts) {
  const int most = *std::max_element(posts.begin(), posts.end());
  if (most <= most_teachers) return;
  const double needed = std::ceil(static_cast<double>(posts.size()) * most / most_teachers);
  refuse_plan("asks for a school of " + std::to_string(most) + " teacher posts; a school has at most " +
              std::to_string(most_teachers) + ", so ask for about " + number_text(needed) + " schools or more");
}

std::string synthetic_note(const SyntheticTotals& totals, const LevelCounts& counts, const SyntheticPlan& plan) {
  const auto number = [](std::size_t count) { return std::to_string(count); };
  return "made up, not a real district: " + std::to_string(totals.schools) + " schools (" + number(counts[0]) +
         " elementary, " + number(counts[1]) + " middle, " + number(counts[2]) + " high), " +
         std::to_string(totals.teachers) + " teacher posts, " + std::to_string(totals.students) +
         " students, low-income shares from a Beta distribution with mean " + number_text(plan.low_income_mean) +
         " and SD " + number_text(plan.low_income_spread) + ", Title I from a share of " +
         number_text(title_one_share) + ", elementary schools feed middle schools and these high schools in blocks";
}

SchoolProfile synthetic_school(std::size_t row, const LevelGrades& grades, std::size_t number) {
  SchoolProfile school;
  school.id = synthetic_id(row);
  school.name = std::string(grades.title) + " School " + std::to_string(number);
  school.key = static_cast<std::uint32_t>(row + 1);
  school.level = grades.level;
  school.lowest_grade = grades.lowest;
  school.highest_grade = grades.highest;
  return school;
}

}  // namespace

DistrictProfile synthetic_profile(const SyntheticPlan& plan) {
  check_plan(plan);
  const SyntheticTotals totals = totals_of(plan);
  const LevelCounts counts = schools_by_level(totals.schools);
  const std::vector<double> sizes = relative_sizes(counts);
  const std::vector<int> students = apportion_at_least(sizes, totals.students, 1);
  const std::vector<int> posts = apportion_at_least(sizes, totals.teachers, 1);
  check_posts(posts);
  const std::array<std::vector<double>, 3> needs = need_ranks(counts);
  const ShareDistribution shares(plan.low_income_mean, plan.low_income_spread);

  DistrictProfile district;
  district.name = "Synthetic district";
  district.id = "synthetic";
  district.year = "synthetic";
  for (std::size_t level = 0; level < counts.size(); ++level) {
    const std::size_t above = level + 1 < counts.size() ? counts[level + 1] : 0;
    const std::size_t first_above = district.schools.size() + counts[level];
    for (std::size_t number = 0; number < counts[level]; ++number) {
      const std::size_t row = district.schools.size();
      SchoolProfile school = synthetic_school(row, level_grades[level], number + 1);
      put_students(school, students[row], shares.quantile(needs[level][number]));
      school.teachers = posts[row];
      if (above > 0) school.feeder = static_cast<int>(first_above + block_of(number, counts[level], above));
      district.schools.push_back(std::move(school));
    }
  }
  district.notes.push_back(synthetic_note(totals, counts, plan));
  return district;
}

}  // namespace districtsim
