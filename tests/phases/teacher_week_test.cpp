#include "sim/phases/teacher_week.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "sim/district/purpose.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {

namespace portable {
void step(const TeacherWeek& week);
void meet(const TeamMeetings& meetings);
}  // namespace portable
namespace v3 {
void step(const TeacherWeek& week);
void meet(const TeamMeetings& meetings);
}  // namespace v3

namespace {

TeacherWeek week_over(Teachers& teachers, const std::vector<float>& school_strain, std::uint32_t week) {
  TeacherWeek step;
  step.begin = 0;
  step.end = teachers.size();
  step.key = teachers.key.data();
  step.school = rows_of(teachers.school.data());
  step.coach = rows_of(teachers.coach.data());
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
  for (std::size_t row = 0; row < plain.size(); row += 3) plain.coach[row] = TeacherLeaderId(1);
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

TEST(TeacherWeek, BothBuildsOfTheMeetingsGiveTheSameBits) {
  if (__builtin_cpu_supports("avx2") == 0) GTEST_SKIP() << "this processor has no x86-64-v3";
  const SmallWorld world(small_scenario(30, 1237));
  Teachers plain = world.district.teachers;
  Teachers fast = plain;
  const std::size_t rows = plain.size();
  const std::vector<float> best(rows, 1.3F);
  std::vector<float> strength(rows, 0.3F);
  for (std::size_t row = 0; row < rows; row += 7) strength[row] = 0.0F;
  std::vector<float> outcome[2] = {std::vector<float>(rows), std::vector<float>(rows)};
  for (std::uint32_t week = 0; week < 3; ++week) {
    for (Teachers* teachers : {&plain, &fast}) {
      TeamMeetings m;
      m.rows = rows;
      m.key = teachers->key.data();
      m.trust = teachers->trust_principal.data();
      m.strength = strength.data();
      m.resistance = teachers->resistance.data();
      m.ownership = teachers->ownership.data();
      m.absorption = teachers->absorption.data();
      m.minutes_free = teachers->minutes_free.data();
      m.outcome = outcome[teachers == &fast ? 1 : 0].data();
      for (std::size_t d = 0; d < 2; ++d) {
        m.best[d] = best.data();
        m.practice[d] = teachers->stable[d].data();
        m.supported[d] = teachers->supported[d].data();
      }
      m.stream[0] = 0x1234567;
      m.week = week;
      m.purpose = static_cast<std::uint32_t>(Purpose::inquiry_uptake);
      m.uptake_trust = 2.5F;
      m.uptake_resistance = 0.7F;
      m.uptake_disarmed = 0.3F;
      m.taken_share = 0.2F;
      m.half_gap = 1.0F;
      m.minutes = 60;
      teachers == &fast ? v3::meet(m) : portable::meet(m);
    }
  }
  EXPECT_TRUE(same_bytes(outcome[0], outcome[1]));
  EXPECT_TRUE(same_bytes(plain.absorption, fast.absorption));
  EXPECT_TRUE(same_bytes(plain.minutes_free, fast.minutes_free));
  EXPECT_TRUE(same_bytes(plain.supported[1], fast.supported[1]));
  EXPECT_EQ(outcome[0][0], 0.0F) << "no meeting";
  EXPECT_EQ(std::count(outcome[0].begin(), outcome[0].end(), 1.0F) +
                std::count(outcome[0].begin(), outcome[0].end(), 2.0F) +
                std::count(outcome[0].begin(), outcome[0].end(), 0.0F),
            static_cast<std::ptrdiff_t>(rows));
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
