#include "sim/rules/uptake.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

constexpr UptakeParameters prototype{-0.8, 2.5, 0.8, 0.8, 0.5, 0.7, 0.4, 1.5};

double chance_of(double trust, const SupporterStanding& standing, double resistance, double ownership = 0.5) {
  const OfferedTo person{static_cast<float>(trust), static_cast<float>(ownership), static_cast<float>(resistance)};
  return static_cast<double>(uptake_probability(person, uptake_terms(standing, prototype)));
}

TEST(Uptake, StartingConstantsGiveTheirProbability) {
  // logit -.8 + 2.5 * .3 + .8 * .6 = .43
  EXPECT_NEAR(chance_of(0.3, {0.6}, 0.0), 0.6058736, 1e-6);
}

TEST(Uptake, TrustAndLegitimacyOpenDoorsAndResistanceClosesThem) {
  const double usual = chance_of(0.3, {0.6}, 0.0);
  EXPECT_GT(chance_of(0.4, {0.6}, 0.0), usual);
  EXPECT_GT(chance_of(0.3, {0.7}, 0.0), usual);
  EXPECT_LT(chance_of(0.3, {0.6}, 1.0), usual);
}

TEST(Uptake, StudentEvidenceDisarmsResistanceAndLeavesTheEagerAsTheyAre) {
  EXPECT_GT(chance_of(0.3, {0.6, 1.0, 0.0}, 1.0), chance_of(0.3, {0.6, 0.0, 0.0}, 1.0));
  EXPECT_EQ(chance_of(0.3, {0.6, 1.0, 0.0}, -1.0), chance_of(0.3, {0.6, 0.0, 0.0}, -1.0));
  // logit .43 - .7 (1 - .4) = .01
  EXPECT_NEAR(chance_of(0.3, {0.6, 1.0, 0.0}, 1.0), 0.5025, 1e-4);
}

TEST(Uptake, ThoseWhoEvaluateLoseAccessAndOwnersOfTheAgendaOpenUp) {
  const double usual = chance_of(0.3, {0.6}, 0.0);
  EXPECT_LT(chance_of(0.3, {0.6, 0.0, 0.5}, 0.0), usual);
  EXPECT_GT(chance_of(0.3, {0.6}, 0.0, 0.8), usual);
  EXPECT_LT(chance_of(0.3, {0.6}, 0.0, 0.2), usual);
}

TEST(Uptake, IsAProbabilityForTheMostSceptical) {
  EXPECT_GT(chance_of(0.0, {0.0}, 6.5), 0.0);
  EXPECT_LT(chance_of(1.0, {1.0}, -6.5), 1.0);
}

}  // namespace
}  // namespace districtsim
