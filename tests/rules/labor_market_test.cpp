#include "sim/rules/labor_market.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

LaborMarketParameters some_market() {
  LaborMarketParameters p;
  p.usual_trust = 0.5;
  p.leave_trust = 0.6;
  p.move_trust = 0.9;
  p.pay = 1.6;
  p.stipend = 4.5;
  p.transfer_stipend = 5.0;
  p.moving_cost = 0.3;
  p.better_take = -0.2;
  p.applicants_pay = 1.5;
  p.union_limit = 1.0;
  return p;
}

TEST(LaborMarket, AtTheDefaultKeysNothingIsAddedOrTakenOff) {
  const LaborMarketParameters p = some_market();
  EXPECT_EQ(trust_terms(0.5, p).leave, 0.0);
  EXPECT_EQ(trust_terms(0.5, p).move, 0.0);
  EXPECT_EQ(pay_term(1.0, 0.0, p), 0.0);
  EXPECT_EQ(transfer_worth(0.0, 2.0, p), 0.0);
  EXPECT_EQ(applicants_by_pay(1.0, p), 1.0);
  EXPECT_EQ(contract_room(0.5, p), 1.0);
}

TEST(LaborMarket, AStipendOfOneTwentiethOfSalaryLowersTurnoverAsInNorthCarolina) {
  // Odds times e^(-4.5 * .045) = .82; 20 % leave or move without: 16.9 %.
  const double odds = 0.25 * exponential(-pay_term(1.0, 0.045, some_market()));
  EXPECT_NEAR(odds / (1.0 + odds), 0.1695, 0.0005);
}

TEST(LaborMarket, ATransferStipendIsWorthLessToBetterTeachersAndNothingBelowTheCostOfMoving) {
  const LaborMarketParameters p = some_market();
  EXPECT_NEAR(transfer_worth(0.14, 0.0, p), 0.4, 1e-12);
  EXPECT_NEAR(transfer_worth(0.14, 1.0, p), 0.26, 1e-12);
  EXPECT_EQ(transfer_worth(0.05, 0.0, p), 0.0);
}

TEST(LaborMarket, MultipliersStayWithinHalfAndOneAndAHalf) {
  LaborMarketParameters p = some_market();
  EXPECT_EQ(applicants_by_pay(0.5, p), 0.5);
  EXPECT_EQ(applicants_by_pay(2.0, p), 1.5);
  EXPECT_EQ(applicants_by_stipend(0.0, p), 1.0);
  EXPECT_EQ(applicants_by_stipend(5.0, p), 3.0);
  p.union_limit = 2.0;
  EXPECT_EQ(contract_room(1.0, p), 0.5);
  EXPECT_EQ(contract_room(0.0, p), 1.5);
}

}  // namespace
}  // namespace districtsim
