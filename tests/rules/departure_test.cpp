#include "sim/rules/departure.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

DepartureParameters prototype_departure() {
  DepartureParameters p;
  p.leave_base = -2.66;
  p.retirement = 2.2;
  p.retirement_years = 29.0;
  p.retirement_width = 3.0;
  p.leave_strain = 0.35;
  p.leave_need = 0.08;
  p.move_base = -3.22;
  p.move_early = 1.4;
  p.move_early_years = 20.0;
  p.move_strain = 0.30;
  p.move_need = 0.06;
  return p;
}

TEST(Departure, HalfOfRetirementAddsAtItsYears) {
  // logit -2.66 + 2.2 / 2 = -1.56
  EXPECT_NEAR(leave_probability(29.0, 0.0, 0.0, prototype_departure()), 0.173647, 1e-6);
  EXPECT_NEAR(leave_probability(0.0, 0.0, 0.0, prototype_departure()), 0.06539, 2e-5);
}

TEST(Departure, NovicesMoveMost) {
  // logit -3.22 + 1.4 = -1.82
  EXPECT_NEAR(move_probability(0.0, 0.0, 0.0, prototype_departure()), 0.139434, 1e-6);
  for (int years = 0; years < 40; ++years) {
    EXPECT_GT(move_probability(years, 0.0, 0.0, prototype_departure()),
              move_probability(years + 1, 0.0, 0.0, prototype_departure()));
  }
}

TEST(Departure, VeteransRetire) {
  for (int years = 0; years < 40; ++years) {
    EXPECT_LT(leave_probability(years, 0.0, 0.0, prototype_departure()),
              leave_probability(years + 1, 0.0, 0.0, prototype_departure()));
  }
}

TEST(Departure, StrainAndNeedDriveOut) {
  const DepartureParameters p = prototype_departure();
  EXPECT_GT(leave_probability(5.0, 1.0, 0.0, p), leave_probability(5.0, 0.0, 0.0, p));
  EXPECT_GT(leave_probability(5.0, 0.0, 1.0, p), leave_probability(5.0, 0.0, 0.0, p));
  EXPECT_GT(move_probability(5.0, 1.0, 0.0, p), move_probability(5.0, 0.0, 0.0, p));
  EXPECT_GT(move_probability(5.0, 0.0, 1.0, p), move_probability(5.0, 0.0, 0.0, p));
}

}  // namespace
}  // namespace districtsim
