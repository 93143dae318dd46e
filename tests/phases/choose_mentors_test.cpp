#include <gtest/gtest.h>

#include <set>

#include "sim/district/roles.hpp"
#include "sim/phases/summer_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

float mean_of(const Teachers& teachers, std::size_t row) {
  float sum = 0.0F;
  for (int d = 0; d < dimension_count; ++d) sum += teachers.practice(row, d);
  return sum / dimension_count;
}

TEST(ChooseMentors, AMentorIsNoNoviceOfTheSameTeamAndMentorsOne) {
  SmallWorld world(small_scenario(6, 300));
  choose_mentors(world.conditions, world.district);
  const Teachers& teachers = world.district.teachers;
  const Teams& teams = world.district.teams;
  std::set<std::uint32_t> taken;
  int mentored = 0;
  for (std::size_t team = 0; team < teams.size(); ++team) {
    for (std::uint32_t row = teams.teacher_begin[team]; row < teams.teacher_begin[team + 1]; ++row) {
      const std::uint32_t mentor = teachers.mentor[row];
      if (mentor == no_mentor) continue;
      ++mentored;
      EXPECT_LT(teachers.experience[row], 3.0F);
      EXPECT_GE(teachers.experience[mentor], 3.0F);
      EXPECT_GE(mentor, teams.teacher_begin[team]);
      EXPECT_LT(mentor, teams.teacher_begin[team + 1]);
      EXPECT_TRUE(taken.insert(mentor).second) << "nobody mentors two";
    }
  }
  EXPECT_GT(mentored, 10);
}

TEST(ChooseMentors, TheFirstNoviceOfATeamGetsTheColleagueOfHighestPractice) {
  SmallWorld world(small_scenario(6, 300));
  choose_mentors(world.conditions, world.district);
  const Teachers& teachers = world.district.teachers;
  const Teams& teams = world.district.teams;
  int looked_at = 0;
  for (std::size_t team = 0; team < teams.size(); ++team) {
    float best = -100.0F;
    std::uint32_t first = no_mentor;
    for (std::uint32_t row = teams.teacher_begin[team]; row < teams.teacher_begin[team + 1]; ++row) {
      if (teachers.experience[row] >= 3.0F) {
        best = std::max(best, mean_of(teachers, row));
      } else if (first == no_mentor) {
        first = row;
      }
    }
    if (first == no_mentor || teachers.mentor[first] == no_mentor) continue;
    ++looked_at;
    EXPECT_FLOAT_EQ(mean_of(teachers, teachers.mentor[first]), best);
  }
  EXPECT_GT(looked_at, 3);
}

TEST(ChooseMentors, SubstitutesAreMentoredAndMentorNobody) {
  SmallWorld world(small_scenario(3, 120));
  Teachers& teachers = world.district.teachers;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    teachers.experience[row] = row % 2 == 0 ? 0.0F : 20.0F;
    if (row % 2 != 0) teachers.holder[row] = Holder::substitute;
  }
  choose_mentors(world.conditions, world.district);
  for (const std::uint32_t mentor : teachers.mentor) EXPECT_EQ(mentor, no_mentor);
}

}  // namespace
}  // namespace districtsim
