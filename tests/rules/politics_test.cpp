#include "sim/rules/politics.hpp"

#include <gtest/gtest.h>

#include "sim/rules/new_role.hpp"
#include "sim/rules/succession.hpp"

namespace districtsim {
namespace {

PoliticsParameters by_hand() {
  PoliticsParameters p;
  p.unnoticed_loss = 0.01;
  p.reference_loss = 0.05;
  p.hours_weight = 0.5;
  p.kept_protest = 0.5;
  p.expected = 0.6;
  p.damping = 0.4;
  p.usual_hours = 1.0;
  p.capital_start = 0.5;
  p.vote_base = -4.0;
  p.vote_push_back = 8.0;
  p.vote_capital = 4.0;
  p.vote_community = 2.0;
  p.rolled_back_least = 0.3;
  p.rolled_back_pushed = 0.8;
  p.community_eases = 0.3;
  return p;
}

TEST(Politics, ANewLossCountsInFullAnOldOneFadesAndEndsWithIt) {
  const PoliticsParameters p = by_hand();
  EXPECT_NEAR(noticed_loss(0.06, 0.1, p), 0.10, 1e-12);
  EXPECT_EQ(noticed_loss(0.005, 0.0, p), 0.0);
  EXPECT_NEAR(protest_after(0.0, 0.10, 0.0, 0.0, p), 2.0, 1e-12);
  EXPECT_NEAR(protest_after(0.0, 0.10, 0.0, 0.5, p), 1.4, 1e-12) << "it was talked about";
  EXPECT_NEAR(protest_after(2.0, 0.10, 0.10, 0.0, p), 1.0, 1e-12);
  EXPECT_NEAR(protest_after(2.0, 0.05, 0.10, 0.0, p), 0.5, 1e-12) << "half of it went back";
  EXPECT_EQ(protest_after(2.0, 0.0, 0.10, 0.0, p), 0.0);
}

TEST(Politics, AdvantageIsLoudAndCommunitySoftens) {
  const PoliticsParameters p = by_hand();
  EXPECT_NEAR(loudness(1.0, 0.2, 0.5, p), 1.8 * 0.8, 1e-12);
  EXPECT_NEAR(loudness(0.0, 0.2, 0.0, p), 1.0, 1e-12);
  EXPECT_GT(loudness(1.0, 0.1, 0.5, p), loudness(1.0, 0.9, 0.5, p));
}

TEST(Politics, StocksStayAtTheUsualWithoutPushBackAndComeBackToIt) {
  EXPECT_EQ(stock_after_year(0.5, 0.0, 0.5, 0.1, 0.5), 0.5);
  EXPECT_NEAR(stock_after_year(0.5, 0.4, 0.5, 0.0, 0.5), 0.4, 1e-12);
  EXPECT_NEAR(stock_after_year(0.9, 0.0, 0.5, 0.1, 0.5), 0.86, 1e-12);
  const PoliticsParameters p = by_hand();
  EXPECT_NEAR(public_gain(0.01, 0.5, p), 0.005, 1e-12);
  EXPECT_NEAR(public_gain(0.01, 9.0, p), 0.02, 1e-12);
  EXPECT_EQ(community_multiplier(0.5, p), 1.0);
  EXPECT_NEAR(community_multiplier(1.0, p), 0.85, 1e-12);
}

TEST(Politics, TheBoardTakesBackWhereThereIsPushBackAndLittleSupport) {
  const PoliticsParameters p = by_hand();
  EXPECT_NEAR(roll_back_chance(0.5, 0.5, 0.5, p), 0.5, 1e-12);
  EXPECT_NEAR(roll_back_chance(0.5, 0.75, 0.5, p), 1.0 / (1.0 + 2.718281828), 1e-9);
  EXPECT_LT(roll_back_chance(0.5, 0.5, 0.9, p), 0.5);
  EXPECT_NEAR(rolled_back_share(0.5, p), 0.7, 1e-12);
  EXPECT_EQ(rolled_back_share(9.0, p), 1.0);
}

TEST(NewRole, GroundworkMakesReadyAndSponsorshipHelps) {
  NewRoleParameters p;
  p.ready = 0.8;
  p.unready = 0.5;
  p.given_up = -4.0;
  p.rooted = 0.75;
  p.by_legitimacy = 8.0;
  p.by_sponsorship = 2.0;
  EXPECT_NEAR(readiness_after(0.5, 0.4, 0.5), 0.7, 1e-12);
  EXPECT_NEAR(readiness_after(0.0, 0.4, 1.0), 0.6, 1e-12);
  EXPECT_EQ(new_role_start(0.0, p), 0.5);
  EXPECT_NEAR(new_role_start(0.4, p), 0.75, 1e-12);
  EXPECT_EQ(new_role_start(0.9, p), 1.0);
  EXPECT_NEAR(given_up_chance(0.25, 0.5, p), 0.5, 1e-12);
  EXPECT_GT(given_up_chance(0.5, 0.2, p), given_up_chance(0.5, 0.8, p));
}

TEST(Succession, SponsorshipKeepsItsMeanOverTheYears) {
  SuccessionParameters p;
  p.exit = 0.2;
  p.sponsorship_lost = 0.4;
  p.rebuilt = 0.4;
  const double settled = settled_sponsorship(0.5, p);
  EXPECT_NEAR(settled, 0.5 * (1.0 + 0.08 / 0.32), 1e-12);
  const double after = 0.2 * newcomers_sponsorship(0.5, 0.0, 1.0, p) + 0.8 * (0.5 + 0.4 * (settled - 0.5));
  EXPECT_NEAR(after, 0.5, 1e-12) << "in the mean";
  p.softening = 1.0;
  p.usual_distribution = 0.5;
  EXPECT_EQ(loss_factor(0.5, p), 1.0);
  EXPECT_NEAR(loss_factor(0.8, p), 0.7, 1e-12);
  p.by_capital = 1.0;
  EXPECT_NEAR(superintendent_exit_chance(0.2, 0.5, p), 0.26, 1e-12);
}

}  // namespace
}  // namespace districtsim
