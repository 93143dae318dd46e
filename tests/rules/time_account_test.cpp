#include "sim/rules/time_account.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(TimeAccount, OperationsCrowdOutInstructionDownToTheProtectedShare) {
  const Minutes total = in_minutes(58.6);
  EXPECT_EQ(total, 3516);
  const LeaderWeek quiet = divide_week(total, {}, 0.5, 0.15);
  EXPECT_EQ(quiet.other, 1758);
  EXPECT_EQ(quiet.operations, 0);
  EXPECT_EQ(quiet.instruction, 1758);
  const LeaderWeek flooded = divide_week(total, {100000, 0}, 0.5, 0.15);
  EXPECT_EQ(flooded.instruction, 263);  // 15 % of 1758, whole minutes
  EXPECT_EQ(flooded.operations, 1495);
}

TEST(TimeAccount, UrgentMattersComeBeforeTheProtectedShare) {
  const LeaderWeek week = divide_week(3516, {100000, 758}, 0.5, 0.15);
  EXPECT_EQ(week.instruction, 150);  // 15 % of the 1000 minutes that urgent matters leave
  EXPECT_EQ(week.operations, 1608);
  const LeaderWeek drowned = divide_week(3516, {100000, 50000}, 0.5, 0.15);
  EXPECT_EQ(drowned.instruction, 0);
  const LeaderWeek calm = divide_week(3516, {100, 100}, 0.5, 0.15);
  EXPECT_EQ(calm.instruction, 1658) << "urgent matters count once";
}

TEST(TimeAccount, HoursAreConservedToTheMinute) {
  for (Minutes total = 0; total < 20000; total += 317) {
    for (Minutes matters = 0; matters < 20000; matters += 701) {
      for (const double share : {0.0, 0.15, 0.5, 0.95, 1.0}) {
        const LeaderWeek week = divide_week(total, {matters, matters / 3}, share, 1.0 - share);
        EXPECT_EQ(week.other + week.operations + week.instruction, total);
        EXPECT_GE(week.other, 0);
        EXPECT_GE(week.operations, 0);
        EXPECT_GE(week.instruction, 0);
        EXPECT_LE(week.operations, matters);
      }
    }
  }
}

TEST(TimeAccount, HoursBecomeTheNearestMinute) {
  EXPECT_EQ(in_minutes(0.17), 10);
  EXPECT_EQ(in_minutes(0.5), 30);
  EXPECT_DOUBLE_EQ(in_hours(90), 1.5);
}

}  // namespace
}  // namespace districtsim
