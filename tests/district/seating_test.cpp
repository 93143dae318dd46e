#include "sim/district/seating.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "sim/district/teams.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

std::multiset<PersonKey> people_of(const District& district) {
  std::multiset<PersonKey> people;
  for (std::size_t row = 0; row < district.teachers.size(); ++row) {
    if (district.teachers.holder[row] != Holder::vacant) people.insert(district.teachers.key[row]);
  }
  return people;
}

void expect_rows_in_order(const District& district, const std::vector<int>& posts) {
  const Teachers& teachers = district.teachers;
  std::size_t row = 0;
  for (std::uint32_t school = 0; school < posts.size(); ++school) {
    ASSERT_EQ(district.schools.teacher_begin[school], row);
    const auto first = district.schools.team_begin[school];
    const auto end = district.schools.team_begin[school + 1];
    const auto team = team_of_posts(district.teams, first, end, posts[school]);
    for (std::uint32_t t = first; t < end; ++t) {
      ASSERT_EQ(district.teams.teacher_begin[t], row);
      for (std::size_t post = 0; post < team.size(); ++post) {
        if (team[post] != t - first) continue;
        ASSERT_EQ(teachers.school[row], school);
        ASSERT_EQ(teachers.post[row], post);
        ++row;
      }
    }
  }
  ASSERT_EQ(row, teachers.size());
  ASSERT_EQ(district.teams.teacher_begin.back(), row);
  each_column(teachers, [&](const auto& column) { ASSERT_EQ(column.size(), row); });
}

TEST(Seating, RandomChangesOfPostsKeepEverybodyInOrder) {
  SmallWorld world(small_scenario(6, 150));
  District& district = world.district;
  const Draws draws(3, 0);
  for (std::uint32_t round = 0; round < 60; ++round) {
    std::map<PersonKey, float> talent;
    std::map<PersonKey, SchoolId> school_of;
    for (std::uint32_t row = 0; row < district.teachers.size(); ++row) {
      if (draws.happens(0.1, 1U, {row, 0}, round)) vacate(district.teachers, row);
      if (district.teachers.holder[row] == Holder::vacant) continue;
      talent[district.teachers.key[row]] = district.teachers.talent[row];
      school_of[district.teachers.key[row]] = district.teachers.school[row];
    }
    std::multiset<PersonKey> before = people_of(district);
    std::vector<int> posts;
    for (std::uint32_t school = 0; school < district.schools.size(); ++school) {
      const int now = static_cast<int>(district.schools.teachers(school));
      posts.push_back(std::max(1, now + static_cast<int>(draws.uniform(2U, {school, 0}, round) * 11.0) - 5));
    }
    const auto displaced = set_teaching_posts(district, posts);
    expect_rows_in_order(district, posts);
    std::multiset<PersonKey> after = people_of(district);
    for (const DisplacedTeacher& person : displaced) {
      after.insert(person.row.key[0]);
      EXPECT_EQ(talent.at(person.row.key[0]), person.row.talent[0]);
      EXPECT_EQ(school_of.at(person.row.key[0]), person.school);
      for (std::size_t row = 0; row < district.teachers.size(); ++row) {
        if (district.teachers.school[row] == person.school) {
          EXPECT_NE(district.teachers.holder[row], Holder::vacant) << "displaced although a post of the school is open";
        }
      }
    }
    ASSERT_EQ(after, before);
    for (std::size_t row = 0; row < district.teachers.size(); ++row) {
      if (district.teachers.holder[row] == Holder::vacant) continue;
      EXPECT_EQ(talent.at(district.teachers.key[row]), district.teachers.talent[row]);
      EXPECT_EQ(school_of.at(district.teachers.key[row]), district.teachers.school[row]);
    }
  }
}

TEST(Seating, SamePostsChangeNothing) {
  SmallWorld world(small_scenario(6, 150));
  const District before = world.district;
  EXPECT_TRUE(set_teaching_posts(world.district, before.schools.teachers_at_start).empty());
  EXPECT_EQ(world.district.teachers.key, before.teachers.key);
  EXPECT_EQ(world.district.teachers.strain, before.teachers.strain);
}

TEST(Seating, SubstitutesOfClosedPostsAreNotKept) {
  SmallWorld world(small_scenario(1, 20));
  Teachers& teachers = world.district.teachers;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.post[row] == 19) teachers.holder[row] = Holder::substitute;
  }
  EXPECT_TRUE(set_teaching_posts(world.district, {19}).empty());
  EXPECT_EQ(people_of(world.district).size(), 19U);
}

TEST(Seating, AMovedTeacherTakesEverythingButPlaceAndCaseload) {
  SmallWorld world(small_scenario(2, 40));
  Teachers& teachers = world.district.teachers;
  teachers.coach[0] = TeacherLeaderId(3);
  teachers.supported_sum[2][0] = 7.5F;
  const auto post = teachers.post[30];
  const auto school = teachers.school[30];
  move_teacher(teachers, 0, teachers, 30);
  EXPECT_EQ(teachers.post[30], post);
  EXPECT_EQ(teachers.school[30], school);
  EXPECT_EQ(teachers.coach[30], no_coach);
  EXPECT_EQ(teachers.key[30], teachers.key[0]);
  EXPECT_EQ(teachers.supported_sum[2][30], 7.5F);
  EXPECT_EQ(teachers.strain[30], teachers.strain[0]);
  EXPECT_EQ(teachers.resistance[30], teachers.resistance[0]);
  EXPECT_EQ(teachers.stable[3][30], teachers.stable[3][0]);
}

}  // namespace
}  // namespace districtsim
