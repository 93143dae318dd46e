#include "sim/rules/salaries.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Salaries, AStaffInBalanceEarnsTheMeanAndStepsEndAtTheLast) {
  const SalaryParameters p = {0.6, 20.0};
  const double of_steps = pay_of_steps(0.5, p);  // a mean of half the steps: .4 / .5
  EXPECT_DOUBLE_EQ(of_steps, 0.8);
  EXPECT_DOUBLE_EQ(pay_at(0.0, of_steps, p), 0.6);
  EXPECT_DOUBLE_EQ(pay_at(10.0, of_steps, p), 1.0);
  EXPECT_DOUBLE_EQ(pay_at(20.0, of_steps, p), 1.4);
  EXPECT_DOUBLE_EQ(pay_at(40.0, of_steps, p), 1.4);
  EXPECT_DOUBLE_EQ(pay_of_steps(0.0, p), 0.0) << "a staff of novices alone has climbed nothing";
}

}  // namespace
}  // namespace districtsim
