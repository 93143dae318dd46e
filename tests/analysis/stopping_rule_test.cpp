#include "analysis/stopping_rule.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "sim/core/random.hpp"

namespace districtsim {
namespace {

std::vector<double> waves(std::size_t count) {
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back(20.0 + 5.0 * std::sin(7.0 * static_cast<double>(i)));
  return values;
}

TEST(StoppingRule, StopsAsHoadRobinsonAndDavies) {
  const std::vector<double> values = waves(400);
  EXPECT_EQ(enough_for_mean(values, 0.2), 4U);
  EXPECT_EQ(enough_for_mean(values, 0.1), 14U);
  EXPECT_EQ(enough_for_mean(values, 0.05), 50U);
  EXPECT_EQ(enough_for_mean(values, 0.02), 303U);
  EXPECT_EQ(enough_for_mean(std::span(values).first(302 + 15), 0.02), std::nullopt) << "the look ahead is cut off";
  EXPECT_EQ(enough_for_mean(std::span(values).first(303 + 15), 0.02), 303U);
}

TEST(StoppingRule, LooksFurtherAheadBeyondAHundred) {
  EXPECT_EQ(look_ahead(3), 5U);
  EXPECT_EQ(look_ahead(100), 5U);
  EXPECT_EQ(look_ahead(140), 7U);
  EXPECT_EQ(look_ahead(303), 15U);
}

TEST(StoppingRule, AnAbsoluteWidthIsTheSameRule) {
  // Half of 20 is 10, so a relative precision of .1 of a mean near 20 is an absolute one near 2.
  const std::vector<double> values = waves(100);
  EXPECT_FALSE(settled_within(std::span(values).first(14), 2.0, 0.05).settled) << "not yet looked ahead";
  EXPECT_EQ(settled_within(std::span(values).first(14), 2.0, 0.05).more, 5U);
  EXPECT_TRUE(settled_within(std::span(values).first(19), 2.0, 0.05).settled);
  const Settled now = settled_within(values, 1e-3, 0.05);
  EXPECT_FALSE(now.settled);
  EXPECT_TRUE(now.within_reach);
  // s is 5 / sqrt(2), so the half width 1.96 * 3.54 / sqrt(n) is a thousandth at about 48 million.
  EXPECT_NEAR(static_cast<double>(now.more), 48e6 * 1.05, 3e6);
}

TEST(StoppingRule, WhatItSaysOfMoreRunsComesTrue) {
  const std::vector<double> values = waves(3000);
  const Settled early = settled_within(std::span(values).first(40), 0.5, 0.05);
  ASSERT_FALSE(early.settled);
  const std::size_t then = 40 + early.more;
  EXPECT_TRUE(settled_within(std::span(values).first(then + then / 10), 0.5, 0.05).settled);
  EXPECT_FALSE(settled_within(std::span(values).first(then - then / 4), 0.5, 0.05).settled);
}

TEST(StoppingRule, EqualValuesAreKnownAtOnceAndNothingSettlesAWidthOfNothing) {
  const std::vector<double> equal(4, 0.1);
  EXPECT_TRUE(settled_within(equal, 0.0, 0.05).settled);
  EXPECT_EQ(settled_within(equal, 0.0, 0.05).half_width, 0.0);
  EXPECT_EQ(settled_within(std::span(equal).first(2), 1.0, 0.05).more, 1U);
  const std::vector<double> two = {1.0, 2.0, 1.0, 2.0};
  const Settled never = settled_within(two, 0.0, 0.05);
  EXPECT_FALSE(never.settled || never.within_reach);
  EXPECT_TRUE(std::isnan(settled_within({}, 1.0, 0.05).mean));
}

// The rule stops by the width alone, so looking often costs little: of intervals that the rule ended, still about 95 in
// 100 hold the mean.
TEST(StoppingRule, RepeatedLooksKeepTheCoverageReleaseOnly) {
  constexpr std::uint32_t trials = 1000;
  const Draws draws(11, 0);
  int held = 0;
  for (std::uint32_t trial = 0; trial < trials; ++trial) {
    std::vector<double> values;
    Settled now;
    while (!now.settled) {
      const auto number = static_cast<std::uint32_t>(values.size());
      values.push_back(draws.normal(std::uint32_t{1}, {trial, number}, 0));
      if (values.size() >= 20) now = settled_within(values, 0.35, 0.05);
    }
    held += std::fabs(now.mean) <= now.half_width ? 1 : 0;
  }
  // Three standard errors of 1000 trials are 2 in 100.
  EXPECT_NEAR(static_cast<double>(held) / trials, 0.95, 0.02);
  RecordProperty("held", held);
}

}  // namespace
}  // namespace districtsim
