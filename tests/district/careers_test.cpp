#include "sim/district/careers.hpp"

#include <gtest/gtest.h>

#include "sim/scenario/parameters.hpp"

namespace districtsim {
namespace {

std::vector<double> shares_of(const std::vector<double>& cumulative) {
  std::vector<double> share(cumulative.size());
  for (std::size_t i = 0; i < share.size(); ++i) share[i] = cumulative[i] - (i > 0 ? cumulative[i - 1] : 0.0);
  return share;
}

TEST(Careers, DistributionRisesToExactlyOne) {
  const Parameters p = default_parameters();
  const auto cumulative = experience_in_balance(p.departure, p.hiring);
  ASSERT_EQ(cumulative.size(), static_cast<std::size_t>(longest_career) + 1);
  for (std::size_t i = 1; i < cumulative.size(); ++i) EXPECT_GE(cumulative[i], cumulative[i - 1]);
  EXPECT_GT(cumulative.front(), 0.0);
  EXPECT_EQ(cumulative.back(), 1.0);
}

TEST(Careers, AYearOfDeparturesAndHiresLeavesTheDistributionAsItIs) {
  const Parameters p = default_parameters();
  const auto staff = shares_of(experience_in_balance(p.departure, p.hiring));
  std::vector<double> next(staff.size(), 0.0);
  double vacant = 0.0;
  for (std::size_t years = 0; years < staff.size(); ++years) {
    const auto x = static_cast<double>(years);
    const double out = leave_probability(x, 0.0, 0.0, p.departure) +
                       (1.0 - p.departure.move_within) * move_probability(x, 0.0, 0.0, p.departure);
    const bool last = years + 1 == staff.size();
    vacant += staff[years] * (last ? 1.0 : out);
    if (!last) next[years + 1] += staff[years] * (1.0 - out);
  }
  constexpr int draws = 20000;
  for (int i = 0; i < draws; ++i) {
    next[static_cast<std::size_t>(years_of_hire((i + 0.5) / draws, p.hiring))] += vacant / draws;
  }
  for (std::size_t years = 0; years < staff.size(); ++years) EXPECT_NEAR(next[years], staff[years], 2e-5) << years;
}

TEST(Careers, YearsAtIsTheInverseOfTheDistribution) {
  const std::vector<double> cumulative = {0.2, 0.5, 1.0};
  EXPECT_EQ(years_at(cumulative, 0.1), 0);
  EXPECT_EQ(years_at(cumulative, 0.2), 0);
  EXPECT_EQ(years_at(cumulative, 0.3), 1);
  EXPECT_EQ(years_at(cumulative, 0.999), 2);
}

TEST(Careers, HiresAreNovicesOrHaveOneToTheMostYears) {
  HiringParameters p;
  p.novice_share = 0.45;
  p.experienced_years = 20.0;
  EXPECT_EQ(years_of_hire(0.4499, p), 0);
  EXPECT_EQ(years_of_hire(0.4501, p), 1);
  EXPECT_EQ(years_of_hire(0.999999, p), 20);
  p.novice_share = 1.0;
  EXPECT_EQ(years_of_hire(0.999999, p), 0);
}

}  // namespace
}  // namespace districtsim
