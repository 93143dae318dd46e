#include "sim/rules/uptake.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

constexpr UptakeParameters prototype{-0.8, 2.5, 0.8, 0.7};

double chance_of(double trust, double legitimacy, double resistance) {
  return static_cast<double>(uptake_probability(static_cast<float>(trust), static_cast<float>(resistance),
                                                uptake_terms(legitimacy, prototype)));
}

TEST(Uptake, StartingConstantsGiveTheirProbability) {
  // logit -.8 + 2.5 * .3 + .8 * .6 = .43
  EXPECT_NEAR(chance_of(0.3, 0.6, 0.0), 0.6058736, 1e-6);
}

TEST(Uptake, TrustAndLegitimacyOpenDoorsAndResistanceClosesThem) {
  const double usual = chance_of(0.3, 0.6, 0.0);
  EXPECT_GT(chance_of(0.4, 0.6, 0.0), usual);
  EXPECT_GT(chance_of(0.3, 0.7, 0.0), usual);
  EXPECT_LT(chance_of(0.3, 0.6, 1.0), usual);
}

TEST(Uptake, IsAProbabilityForTheMostSceptical) {
  EXPECT_GT(chance_of(0.0, 0.0, 6.5), 0.0);
  EXPECT_LT(chance_of(1.0, 1.0, -6.5), 1.0);
}

}  // namespace
}  // namespace districtsim
