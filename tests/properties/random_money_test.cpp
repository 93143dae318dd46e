#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "sim/core/failure.hpp"
#include "tests/support/random_scenario.hpp"
#include "tests/support/record_bytes.hpp"

namespace districtsim {
namespace {

/// Runs a scenario, in which every year's invariants are checked; true if it was refused with a message.
bool is_refused(const Scenario& scenario, std::uint32_t replicate) {
  try {
    for (const YearRecord& year : years_of(scenario, replicate)) {
      double money = 0.0;
      for (const double dollars : year.ledger_dollars) {
        EXPECT_GE(dollars, 0.0);
        money += dollars;
      }
      const double revenue = year.district_year[static_cast<std::size_t>(DistrictYearly::revenue)];
      EXPECT_NEAR(money, revenue, 1e-9 * revenue + 1e-3);
      for (const Yearly measure : {Yearly::allocation, Yearly::dollars, Yearly::staff_cost, Yearly::actual_salaries}) {
        for (std::size_t school = 0; school < year.schools; ++school) EXPECT_GE(year.yearly_of(measure)[school], 0.0);
      }
    }
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::invalid_scenario) << failure.what();
    EXPECT_GT(std::string(failure.what()).size(), 20U);
    return true;
  }
  return false;
}

int count_refused(std::uint32_t first, std::uint32_t end) {
  int refused = 0;
  for (std::uint32_t number = first; number < end && !testing::Test::HasFailure(); ++number) {
    SCOPED_TRACE(number);
    refused += is_refused(RandomScenario(number).draw_money(), number) ? 1 : 0;
  }
  return refused;
}

TEST(RandomMoney, FrameworksMovesFundsAndShocksRunOrAreRefused) { EXPECT_LT(count_refused(0, 60), 30); }

TEST(RandomMoneyReleaseOnly, ThousandsOfFrameworksMovesFundsAndShocksRunOrAreRefused) {
  constexpr int scenarios = 3200;
  EXPECT_LT(count_refused(1000, 1000 + scenarios), scenarios / 3);
}

}  // namespace
}  // namespace districtsim
