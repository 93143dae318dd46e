#include "analysis/stirred_luck.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/samples.hpp"
#include "analysis/sensitivity_report.hpp"

namespace districtsim {
namespace {

/// A model in which one input acts, one only stirs up other luck, and one does nothing.
double result_of(std::span<const double> row, int replicate) {
  const double luck = std::sin(1e5 * row[1] * (replicate + 1) + replicate);
  return 2.0 * row[0] + luck;
}

struct Replicated {
  DesignTable design;
  DesignTable means;
  std::vector<DesignTable> replicates;
};

Replicated replicated(const DesignTable& design, int replicates) {
  Replicated all{design, {{"y"}, std::vector<double>(design.rows(), 0.0)}, {}};
  for (int replicate = 0; replicate < replicates; ++replicate) {
    DesignTable& own = all.replicates.emplace_back(DesignTable{{"y"}, {}});
    for (std::size_t row = 0; row < design.rows(); ++row) {
      own.values.push_back(result_of(design.row(row), replicate));
      all.means.values[row] += own.values.back() / replicates;
    }
  }
  return all;
}

DesignTable named(const Points& points) { return {{"acts", "stirs", std::string(inert_name)}, points.values}; }

std::size_t ranked(const Replicated& all, const std::vector<DesignTable>& replicates) {
  const SensitivityReport report = sensitivity_report(all.design, all.means, 300, 1, {}, replicates);
  const Ranking ranks = ranking(report, report.measures.front());
  EXPECT_EQ(report.parameters[ranks.order.front()], "acts");
  return ranks.ranked;
}

TEST(StirredLuck, ContrastsKeepNothingThatReplicatesShare) {
  const auto two = luck_contrasts({{1.0, 5.0}, {3.0, 5.0}});
  ASSERT_EQ(two.size(), 1U);
  EXPECT_DOUBLE_EQ(two[0][0], -1.0);  // (1 - 3) / sqrt(2 * 2)
  EXPECT_DOUBLE_EQ(two[0][1], 0.0);
  const auto three = luck_contrasts({{1.0}, {3.0}, {8.0}});
  ASSERT_EQ(three.size(), 2U);
  EXPECT_DOUBLE_EQ(three[0][0], -2.0 / std::sqrt(6.0));
  EXPECT_DOUBLE_EQ(three[1][0], -12.0 / std::sqrt(18.0));
  // Their mean square is the variance of the mean: (9 + 1 + 16) / 2 / 3.
  EXPECT_NEAR((three[0][0] * three[0][0] + three[1][0] * three[1][0]) / 2.0, 13.0 / 3.0, 1e-12);
  EXPECT_TRUE(luck_contrasts({{1.0, 2.0}}).empty());
}

TEST(StirredLuck, AnInputThatOnlyStirsUpLuckIsRankedWithoutReplicatesAndNotWithThem) {
  const Replicated blocks = replicated(named(saltelli_points(64, 3, false)), 4);
  EXPECT_EQ(ranked(blocks, {}), 2U) << "the trap: the inert input shows nothing of it";
  EXPECT_EQ(ranked(blocks, blocks.replicates), 1U);

  const SensitivityReport report = sensitivity_report(blocks.design, blocks.means, 300, 1, {}, blocks.replicates);
  const MeasureSensitivity& measure = report.measures.front();
  EXPECT_NEAR(measure.luck[1], measure.sobol.total[1].value, 0.3 * measure.luck[1]);
  EXPECT_NEAR(measure.luck[0], 0.0, 1e-20);
  EXPECT_NEAR(measure.luck[2], 0.0, 1e-20);
  EXPECT_NE(sensitivity_json(report).find("\"luck\":"), std::string::npos);
}

TEST(StirredLuck, TheSameHoldsOfElementaryEffects) {
  const Replicated trajectories = replicated(named(morris_points(20, 3, 4, 7)), 4);
  EXPECT_EQ(ranked(trajectories, {}), 2U);
  EXPECT_EQ(ranked(trajectories, trajectories.replicates), 1U);
}

}  // namespace
}  // namespace districtsim
