#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <string>

#include "sim/core/failure.hpp"
#include "sim/scenario/district_source.hpp"

namespace districtsim {
namespace {

SyntheticPlan with_teachers(int teachers) {
  SyntheticPlan plan;
  plan.teachers = teachers;
  return plan;
}

struct SchoolSums {
  int teachers = 0;
  int students = 0;
};

SchoolSums sums_of(const DistrictProfile& district) {
  SchoolSums sums;
  for (const SchoolProfile& school : district.schools) {
    sums.teachers += school.teachers;
    sums.students += school.enrolment();
  }
  return sums;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const double mean_x = mean_of(x);
  const double mean_y = mean_of(y);
  double xy = 0.0;
  double xx = 0.0;
  double yy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mean_x) * (y[i] - mean_y);
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
  }
  return xy / std::sqrt(xx * yy);
}

std::string refusal(const SyntheticPlan& plan) {
  try {
    static_cast<void>(synthetic_profile(plan));
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);
    return failure.what();
  }
  return "";
}

TEST(SyntheticDistrict, TotalsAreExactlyThoseAskedFor) {
  for (const int teachers : {1, 2, 10, 47, 141, 980, 75000}) {
    const DistrictProfile district = synthetic_profile(with_teachers(teachers));
    const SchoolSums sums = sums_of(district);
    EXPECT_EQ(sums.teachers, teachers);
    EXPECT_EQ(sums.students, static_cast<int>(std::floor(teachers * 15.1 + 0.5)));
  }
  SyntheticPlan plan;
  plan.schools = 7;
  plan.students = 4321;
  const SchoolSums sums = sums_of(synthetic_profile(plan));
  EXPECT_EQ(sums.students, 4321);
  EXPECT_EQ(sums.teachers, 286);  // 4321 / 15.1
}

TEST(SyntheticDistrict, SeventyFiveThousandTeachersWorkInSixteenHundredSchools) {
  const DistrictProfile district = synthetic_profile(with_teachers(75000));
  ASSERT_EQ(district.schools.size(), 1600U);
  const auto elementary = std::count_if(district.schools.begin(), district.schools.end(),
                                        [](const auto& school) { return school.level == SchoolLevel::elementary; });
  EXPECT_EQ(elementary, 960);
}

TEST(SyntheticDistrict, OnePlanGivesOneDistrict) {
  EXPECT_EQ(synthetic_profile(with_teachers(3000)), synthetic_profile(with_teachers(3000)));
}

TEST(SyntheticDistrict, EveryGradeHasNearlyAsManyStudents) {
  const DistrictProfile district = synthetic_profile(with_teachers(75000));
  std::array<int, grade_count> by_grade{};
  for (const SchoolProfile& school : district.schools) {
    for (std::size_t grade = 0; grade < by_grade.size(); ++grade) by_grade[grade] += school.students[grade];
  }
  EXPECT_EQ(by_grade[pre_kindergarten], 0);
  const double usual = 75000 * 15.1 / 13.0;
  for (std::size_t grade = kindergarten; grade < by_grade.size(); ++grade) {
    EXPECT_NEAR(by_grade[grade], usual, 0.01 * usual) << grade_name(static_cast<int>(grade));
  }
}

TEST(SyntheticDistrict, SharesHaveTheMeanAndSpreadAskedFor) {
  SyntheticPlan plan = with_teachers(75000);
  for (const auto& [mean, spread] : {std::pair(0.5, 0.25), std::pair(0.2, 0.1), std::pair(0.7, 0.35)}) {
    plan.low_income_mean = mean;
    plan.low_income_spread = spread;
    std::vector<double> shares;
    for (const SchoolProfile& school : synthetic_profile(plan).schools) shares.push_back(school.low_income_share());
    EXPECT_NEAR(mean_of(shares), mean, 0.002);
    double variance = 0.0;
    for (const double share : shares) variance += (share - mean) * (share - mean);
    EXPECT_NEAR(std::sqrt(variance / static_cast<double>(shares.size())), spread, 0.003);
  }
}

TEST(SyntheticDistrict, NeedIsAlignedNeitherWithTheRowNorWithTheLevel) {
  const DistrictProfile district = synthetic_profile(with_teachers(75000));
  for (const SchoolLevel level : {SchoolLevel::elementary, SchoolLevel::middle, SchoolLevel::high}) {
    std::vector<double> rows;
    std::vector<double> shares;
    for (std::size_t row = 0; row < district.schools.size(); ++row) {
      if (district.schools[row].level != level) continue;
      rows.push_back(static_cast<double>(row));
      shares.push_back(district.schools[row].low_income_share());
    }
    EXPECT_NEAR(mean_of(shares), 0.5, 0.005) << level_name(level);
    EXPECT_LT(std::abs(correlation(rows, shares)), 0.12) << level_name(level);
  }
}

TEST(SyntheticDistrict, FeedersServeTheNextGradeAndAreOfSimilarNeed) {
  const DistrictProfile district = synthetic_profile(with_teachers(75000));
  std::vector<double> senders;
  std::vector<double> receivers;
  for (const SchoolProfile& school : district.schools) {
    if (school.level == SchoolLevel::high) {
      EXPECT_EQ(school.feeder, -1);
      continue;
    }
    const SchoolProfile& feeder = district.schools.at(static_cast<std::size_t>(school.feeder));
    EXPECT_EQ(feeder.lowest_grade, school.highest_grade + 1);
    senders.push_back(school.low_income_share());
    receivers.push_back(feeder.low_income_share());
  }
  EXPECT_GT(correlation(senders, receivers), 0.6);
  EXPECT_LT(correlation(senders, receivers), 0.95);
}

TEST(SyntheticDistrict, LowIncomeStudentsAreAmongTheStudentsOfEveryGrade) {
  SyntheticPlan plan = with_teachers(980);
  plan.low_income_mean = 0.9;
  plan.low_income_spread = 0.2;
  for (const SchoolProfile& school : synthetic_profile(plan).schools) {
    for (std::size_t grade = 0; grade < school.students.size(); ++grade) {
      EXPECT_GE(school.low_income[grade], 0);
      EXPECT_LE(school.low_income[grade], school.students[grade]);
    }
  }
}

TEST(SyntheticDistrict, KeysAreUniqueAndOfSeventeenBits) {
  const DistrictProfile district = synthetic_profile(with_teachers(1'000'000));
  std::set<std::uint32_t> keys;
  for (const SchoolProfile& school : district.schools) {
    EXPECT_LT(school.key, 1U << 17U);
    keys.insert(school.key);
  }
  EXPECT_EQ(keys.size(), district.schools.size());
}

TEST(SyntheticDistrict, AMillionTeachersAreSetUpWithinASecondOrTwo) {
  const auto start = std::chrono::steady_clock::now();
  const DistrictProfile district = synthetic_profile(with_teachers(1'000'000));
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  EXPECT_EQ(district.schools.size(), 21333U);
  EXPECT_EQ(sums_of(district).teachers, 1'000'000);
  EXPECT_LT(seconds.count(), 5.0);  // 0.2 s in a release build; room for sanitizers
}

TEST(SyntheticDistrict, ExtremeSharesStayShares) {
  SyntheticPlan plan = with_teachers(20000);
  for (const auto& [mean, spread] : {std::pair(0.5, 0.0), std::pair(0.5, 1e-5), std::pair(0.5, 2e-4),
                                     std::pair(0.001, 0.0005), std::pair(0.5, 0.4999), std::pair(0.999, 0.02)}) {
    plan.low_income_mean = mean;
    plan.low_income_spread = spread;
    for (const SchoolProfile& school : synthetic_profile(plan).schools) {
      EXPECT_GE(school.low_income_share(), 0.0);
      EXPECT_LE(school.low_income_share(), 1.0);
      if (spread == 0.0) {
        EXPECT_NEAR(school.low_income_share(), 0.5, 0.01);
      }
    }
  }
}

TEST(SyntheticDistrict, ImpossiblePlansAreRefusedWithTheLimits) {
  EXPECT_NE(refusal({}).find("needs teachers, schools or students"), std::string::npos);
  EXPECT_NE(refusal(with_teachers(0)).find("must be within 1 to"), std::string::npos);
  EXPECT_NE(refusal(with_teachers(1'000'001)).find("1000000"), std::string::npos);
  SyntheticPlan crowded = with_teachers(5000);
  crowded.schools = 3;
  EXPECT_NE(refusal(crowded).find("at most 900"), std::string::npos);
  SyntheticPlan empty = with_teachers(10);
  empty.schools = 11;
  EXPECT_NE(refusal(empty).find("must be at most 10"), std::string::npos);
  SyntheticPlan spread = with_teachers(100);
  spread.low_income_spread = 0.5;
  EXPECT_NE(refusal(spread).find("low_income.spread is 0.5"), std::string::npos);
  SyntheticPlan ratio = with_teachers(100);
  ratio.students_per_teacher = 2.0;
  EXPECT_NE(refusal(ratio).find("students_per_teacher is 2"), std::string::npos);
}

}  // namespace
}  // namespace districtsim
