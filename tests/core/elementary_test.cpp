#include "sim/core/elementary.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <cstdint>
#include <limits>

#include "sim/core/contracts.hpp"

namespace districtsim {
namespace {

/// Distance of `value` from a long double reference, in units in the last place of a double.
double ulps_from(long double reference, double value) {
  const auto nearest = static_cast<double>(reference);
  const double up = std::nextafter(std::fabs(nearest), std::numeric_limits<double>::infinity());
  const long double ulp = static_cast<long double>(up) - static_cast<long double>(std::fabs(nearest));
  return static_cast<double>(std::fabs(static_cast<long double>(value) - reference) / ulp);
}

TEST(Elementary, ExponentialIsWithinOneUlp) {
  double worst = 0.0;
  for (int i = -70000; i <= 70000; ++i) {
    const double x = i * 0.01001;
    worst = std::max(worst, ulps_from(std::exp(static_cast<long double>(x)), exponential(x)));
  }
  EXPECT_LE(worst, 1.0);
  EXPECT_EQ(exponential(0.0), 1.0);
  EXPECT_EQ(exponential(-800.0), 0.0);
  EXPECT_TRUE(std::isinf(exponential(710.0)));
}

TEST(Elementary, LogarithmIsWithinOneUlp) {
  double worst = 0.0;
  for (double x = 1e-300; x < 1e300; x *= 1.0173) {
    worst = std::max(worst, ulps_from(std::log(static_cast<long double>(x)), logarithm(x)));
  }
  for (double x = 0.5; x < 2.0; x += 0.00037) {
    worst = std::max(worst, ulps_from(std::log(static_cast<long double>(x)), logarithm(x)));
  }
  EXPECT_LE(worst, 1.0);
  EXPECT_EQ(logarithm(1.0), 0.0);
}

TEST(Elementary, PowerIsWithinOneUlp) {
  double worst = 0.0;
  for (double base = 0.01; base < 20.0; base *= 1.037) {
    for (double exponent = -12.0; exponent <= 12.0; exponent += 0.173) {
      const long double reference = std::pow(static_cast<long double>(base), static_cast<long double>(exponent));
      worst = std::max(worst, ulps_from(reference, power(base, exponent)));
    }
  }
  EXPECT_LE(worst, 1.0);
  EXPECT_EQ(power(0.0, 2.0), 0.0);
  EXPECT_EQ(power(0.0, 0.0), 1.0);
  EXPECT_EQ(power(7.0, 0.0), 1.0);
}

TEST(Elementary, LogisticAndLogOddsUndoEachOther) {
  for (double x = -30.0; x <= 30.0; x += 0.37) {
    const long double reference = 1.0L / (1.0L + std::exp(-static_cast<long double>(x)));
    EXPECT_LE(ulps_from(reference, logistic(x)), 3.0) << x;
  }
  for (double p = 0.001; p < 1.0; p += 0.0037) EXPECT_NEAR(logistic(log_odds(p)), p, 4e-16) << p;
  EXPECT_EQ(logistic(0.0), 0.5);
}

TEST(Elementary, NormalDistributionFunctionMeetsTheReference) {
  double worst = 0.0;
  for (double z = -8.0; z <= 8.0; z += 0.0031) {
    const long double reference = 0.5L * std::erfc(-static_cast<long double>(z) / std::sqrt(2.0L));
    worst = std::max(worst, static_cast<double>(std::fabs(static_cast<long double>(normal_cdf(z)) / reference - 1.0L)));
  }
  EXPECT_LE(worst, 2e-14);  // the argument's rounding is magnified by z^2 in the tail
  EXPECT_EQ(normal_cdf(0.0), 0.5);
}

TEST(Elementary, NormalQuantileMeetsBoostOverTheWholeRange) {
  const boost::math::normal_distribution<long double> normal;
  double worst = 0.0;
  const auto compare = [&](double p) {
    const long double reference = boost::math::quantile(normal, static_cast<long double>(p));
    const long double apart = std::fabs(static_cast<long double>(normal_quantile(p)) - reference);
    worst = std::max(worst, static_cast<double>(apart / std::max(1e-3L, std::fabs(reference))));
  };
  for (int i = 1; i < 20000; ++i) compare(i / 20000.0);
  for (double p = 1e-300; p < 0.5; p *= 1.9) compare(p);
  for (double p = 1e-16; p < 0.5; p *= 1.9) compare(1.0 - p);
  EXPECT_LE(worst, 2e-15);
}

TEST(Elementary, NormalQuantileIsOddAndRising) {
  double before = -std::numeric_limits<double>::infinity();
  for (int i = 1; i < 4096; ++i) {
    const double p = i / 4096.0;
    EXPECT_EQ(normal_quantile(p), -normal_quantile(1.0 - p));
    EXPECT_GT(normal_quantile(p), before);
    before = normal_quantile(p);
  }
}

TEST(Elementary, NormalQuantileRefusesWhatIsNoProbability) {
  for (const double p : {0.0, 1.0, -0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_THROW(static_cast<void>(normal_quantile(p)), ContractViolation) << p;
  }
}

/// All the bits of a function over a range, folded into one word.
template <class Function>
std::uint64_t folded_bits(const Function& function, double low, double high) {
  std::uint64_t folded = 14695981039346656037ULL;
  for (int i = 0; i <= 5000; ++i) {
    const double x = low + (high - low) * i / 5000.0;
    folded = (folded ^ std::bit_cast<std::uint64_t>(function(x))) * 1099511628211ULL;
  }
  return folded;
}

TEST(Elementary, BitsAreThoseOfEveryMachineAndCompiler) {
  EXPECT_EQ(folded_bits(exponential, -40.0, 40.0), 12362200554996550735U);
  EXPECT_EQ(folded_bits(logarithm, 1e-6, 50.0), 7332010426391744257U);
  EXPECT_EQ(folded_bits([](double x) { return power(x, 1.0 / 36.0); }, 0.0, 3.0), 13365871093970388969U);
  EXPECT_EQ(folded_bits(logistic, -20.0, 20.0), 11407051771867514927U);
  EXPECT_EQ(folded_bits(normal_cdf, -9.0, 9.0), 10286594222946958041U);
  EXPECT_EQ(folded_bits(normal_quantile, 1e-9, 1.0 - 1e-9), 8241003330893440279U);
}

}  // namespace
}  // namespace districtsim
