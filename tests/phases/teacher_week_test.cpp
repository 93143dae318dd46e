#include "sim/phases/teacher_week.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "sim/district/purpose.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {

namespace portable {
void step(const TeacherWeek& week);
}
namespace v3 {
void step(const TeacherWeek& week);
}

namespace {

TeacherWeek week_over(Teachers& teachers, const std::vector<float>& school_strain, std::uint32_t week) {
  TeacherWeek step;
  step.begin = 0;
  step.end = teachers.size();
  step.key = teachers.key.data();
  step.school = teachers.school.data();
  step.coach = teachers.coach.data();
  step.mentor = teachers.mentor.data();
  step.strain_trait = teachers.strain_trait.data();
  step.strain = teachers.strain.data();
  step.absorption = teachers.absorption.data();
  for (std::size_t d = 0; d < dimension_count; ++d) {
    step.supported[d] = teachers.supported[d].data();
    step.supported_sum[d] = teachers.supported_sum[d].data();
  }
  step.minutes_free = teachers.minutes_free.data();
  step.school_strain = school_strain.data();
  step.stream[0] = 0x1234567;
  step.stream[1] = 0x89abcde;
  step.week = week;
  step.purpose = static_cast<std::uint32_t>(Purpose::teacher_week);
  step.no_coach = no_coach;
  step.no_mentor = no_mentor;
  step.strain_coached = 0.3F;
  step.strain_mentored = 0.2F;
  step.strain_rate = 0.05F;
  step.strain_shock = 0.08F;
  step.recovery = 1.0F / 18.0F;
  step.retention = 0.99382F;
  step.minutes = 180;
  return step;
}

template <class ColumnA, class ColumnB>
bool same_bytes(const ColumnA& a, const ColumnB& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(a[0])) == 0;
}

TEST(TeacherWeek, BothBuildsOfTheStepGiveTheSameBits) {
  if (__builtin_cpu_supports("avx2") == 0) GTEST_SKIP() << "this processor has no x86-64-v3";
  const SmallWorld world(small_scenario(30, 1237));
  const std::vector<float> school_strain(30, 0.123F);
  Teachers plain = world.district.teachers;
  for (std::size_t row = 0; row < plain.size(); row += 3) plain.coach[row] = 1;
  for (std::size_t row = 0; row < plain.size(); row += 4) plain.mentor[row] = 2;
  for (std::size_t row = 0; row < plain.size(); row += 5) plain.absorption[row] = 0.37F;
  Teachers fast = plain;
  for (std::uint32_t week = 0; week < 40; ++week) {
    portable::step(week_over(plain, school_strain, week));
    v3::step(week_over(fast, school_strain, week));
  }
  EXPECT_TRUE(same_bytes(plain.strain, fast.strain));
  EXPECT_TRUE(same_bytes(plain.absorption, fast.absorption));
  EXPECT_TRUE(same_bytes(plain.minutes_free, fast.minutes_free));
  for (std::size_t d = 0; d < dimension_count; ++d) {
    EXPECT_TRUE(same_bytes(plain.supported[d], fast.supported[d]));
    EXPECT_TRUE(same_bytes(plain.supported_sum[d], fast.supported_sum[d]));
  }
}

TEST(TeacherWeek, AStepOverPartsIsTheStepOverTheWhole) {
  const SmallWorld world(small_scenario(10, 403));
  const std::vector<float> school_strain(10, 0.1F);
  Teachers whole = world.district.teachers;
  Teachers parts = whole;
  step_teacher_week(week_over(whole, school_strain, 5));
  for (std::size_t begin = 0; begin < parts.size(); begin += 37) {
    TeacherWeek part = week_over(parts, school_strain, 5);
    part.begin = begin;
    part.end = std::min(begin + 37, parts.size());
    step_teacher_week(part);
  }
  EXPECT_TRUE(same_bytes(whole.strain, parts.strain));
  EXPECT_TRUE(same_bytes(whole.supported_sum[3], parts.supported_sum[3]));
}

TEST(TeacherWeek, TheBuildInUseHasAName) {
  EXPECT_TRUE(teacher_week_build() == "x86-64-v3" || teacher_week_build() == "x86-64");
}

}  // namespace
}  // namespace districtsim
