#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>

#include "analysis/elementary_effects.hpp"
#include "analysis/rank_regression.hpp"
#include "analysis/samples.hpp"
#include "analysis/sobol_indices.hpp"

namespace districtsim {
namespace {

// Reference values: SALib 1.4 (Herman & Usher 2017) on unscrambled Sobol designs, and exact values of the functions of
// Ishigami & Homma 1990 and Sobol' 2003.

DesignTable table_of(const Points& points) {
  DesignTable table;
  for (std::size_t j = 0; j < points.dimensions; ++j) table.names.push_back("x" + std::to_string(j + 1));
  table.values = points.values;
  return table;
}

/// Results of `model` over rows of a unit-cube design.
template <class Model>
std::vector<double> results_of(const Points& points, const Model& model) {
  std::vector<double> results;
  for (std::size_t row = 0; row < points.rows(); ++row) {
    std::vector<double> x;
    for (std::size_t j = 0; j < points.dimensions; ++j) x.push_back(points.at(row, j));
    results.push_back(model(x));
  }
  return results;
}

double ishigami(const std::vector<double>& u) {
  std::array<double, 3> x{};
  for (std::size_t j = 0; j < 3; ++j) x[j] = -std::numbers::pi + 2.0 * std::numbers::pi * u[j];
  const double s1 = std::sin(x[1]);
  return std::sin(x[0]) + 7.0 * s1 * s1 + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
}

template <std::size_t count>
double g_function(const std::vector<double>& x, const std::array<double, count>& a) {
  double product = 1.0;
  for (std::size_t j = 0; j < count; ++j) product *= (std::abs(4.0 * x[j] - 2.0) + a[j]) / (1.0 + a[j]);
  return product;
}

SobolIndices indices_of_model(std::size_t blocks, std::size_t dimensions, bool second_order,
                              double (*model)(const std::vector<double>&)) {
  const Points points = saltelli_points(blocks, dimensions, second_order);
  const auto layout = recognise_saltelli(table_of(points));
  EXPECT_TRUE(layout.has_value());
  EXPECT_EQ(layout->groups.size(), dimensions);
  EXPECT_EQ(layout->second_order, second_order);
  return sobol_indices(*layout, results_of(points, model), 0, 1);
}

TEST(SobolSequence, HasTheReferencePoints) {
  const Points points = sobol_points(1001, 1111);
  EXPECT_DOUBLE_EQ(points.at(0, 0), 0.0);
  EXPECT_DOUBLE_EQ(points.at(1, 500), 0.5);
  EXPECT_DOUBLE_EQ(points.at(1000, 0), 0.2197265625);
  EXPECT_DOUBLE_EQ(points.at(1000, 9), 0.0693359375);
  EXPECT_DOUBLE_EQ(points.at(1000, 499), 0.2548828125);
  EXPECT_DOUBLE_EQ(points.at(1000, 1110), 0.3701171875);
  EXPECT_DOUBLE_EQ(sobol_points(1001, 3667).at(1000, 3666), 0.8935546875);
}

TEST(SobolIndices, OfIshigamiAreThoseOfTheReferenceToTheLastDigits) {
  struct Case {
    std::size_t blocks;
    std::array<double, 3> first, total, second;
  };
  for (const Case& c : {Case{64,
                             {0.2927412857573363, 0.608943130814157, -0.02452368653312201},
                             {0.5759383396698097, 0.46052746955039053, 0.19280110990916813},
                             {-0.12157939222064035, 0.2656972074575482, -0.12016878525999866}},
                        Case{1024,
                             {0.33295510535317324, 0.44131393854406703, 0.01857843792957251},
                             {0.5581790457114658, 0.44328458403034815, 0.24214937335496534},
                             {-4.955281413521195e-05, 0.22760710553788024, 0.004876551648890306}},
                        Case{8192,
                             {0.31481863418841965, 0.44241743665406724, 0.0007583597152351851},
                             {0.55864564393522, 0.442418760485645, 0.24344896729915178},
                             {2.4686436164378378e-05, 0.24272536705962827, -2.802930003759107e-06}}}) {
    const SobolIndices found = indices_of_model(c.blocks, 3, true, ishigami);
    for (std::size_t j = 0; j < 3; ++j) {
      EXPECT_NEAR(found.first[j].value, c.first[j], 1e-9);
      EXPECT_NEAR(found.total[j].value, c.total[j], 1e-9);
    }
    EXPECT_NEAR(found.second[0][1].value, c.second[0], 1e-9);
    EXPECT_NEAR(found.second[0][2].value, c.second[1], 1e-9);
    EXPECT_NEAR(found.second[1][2].value, c.second[2], 1e-9);
  }
}

TEST(SobolIndices, OfTheGFunctionAreThoseOfTheReference) {
  const SobolIndices eight = indices_of_model(1024, 8, false, [](const std::vector<double>& x) {
    return g_function<8>(x, {0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0});
  });
  EXPECT_NEAR(eight.first[0].value, 0.693752616049945, 1e-9);
  EXPECT_NEAR(eight.first[4].value, 4.8362567049407594e-05, 1e-9);
  EXPECT_NEAR(eight.total[0].value, 0.7656211637850973, 1e-9);
  EXPECT_NEAR(eight.total[6].value, 0.000102661149320, 1e-9);
  const SobolIndices six = indices_of_model(4096, 6, false, [](const std::vector<double>& x) {
    return g_function<6>(x, {78.0, 12.0, 0.5, 2.0, 97.0, 33.0});
  });
  EXPECT_NEAR(six.first[2].value, 0.7654486234004659, 1e-9);
  EXPECT_NEAR(six.total[5].value, 0.0017771722372845178, 1e-9);
}

TEST(SobolIndices, NeedNoSecondOrderRowsAndTheirRangesHoldTheExactValues) {
  const Points points = saltelli_points(1024, 3, false);
  const auto layout = recognise_saltelli(table_of(points));
  ASSERT_TRUE(layout.has_value());
  const SobolIndices found = sobol_indices(*layout, results_of(points, ishigami), 400, 7);
  const std::array<double, 3> exact = {0.5575888552099592, 0.4424111447900409, 0.24368366406214773};
  for (std::size_t j = 0; j < 3; ++j) {
    EXPECT_LT(found.total[j].low, exact[j]);
    EXPECT_GT(found.total[j].high, exact[j]);
    EXPECT_LT(found.total[j].high - found.total[j].low, 0.2);
  }
  EXPECT_NEAR(found.mean, 3.5, 0.05);
  EXPECT_NEAR(found.variance, 13.844587940719254, 0.4);
  EXPECT_TRUE(found.second.empty());
}

TEST(SaltelliDesign, IsRecognisedWithInputsThatChangeTogetherAsOneGroup) {
  const Points points = saltelli_points(8, 2, true);
  DesignTable table;
  table.names = {"a", "b", "a_again", "held"};
  for (std::size_t row = 0; row < points.rows(); ++row) {
    table.values.insert(table.values.end(), {points.at(row, 0), points.at(row, 1), 3.0 * points.at(row, 0), 5.0});
  }
  const auto layout = recognise_saltelli(table);
  ASSERT_TRUE(layout.has_value());
  ASSERT_EQ(layout->groups.size(), 2U);
  EXPECT_EQ(layout->groups[0], (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(layout->groups[1], (std::vector<std::size_t>{1}));
  EXPECT_FALSE(recognise_saltelli(table_of(latin_hypercube(24, 3, 1))).has_value());
  EXPECT_FALSE(recognise_saltelli(table_of(morris_points(6, 3, 4, 1))).has_value());
}

TEST(MorrisDesign, TakesStepsOfItsDeltaAndIsRecognised) {
  const Points points = morris_points(20, 5, 4, 3);
  const auto layout = recognise_morris(table_of(points));
  ASSERT_TRUE(layout.has_value());
  EXPECT_EQ(layout->trajectories, 20U);
  for (std::size_t row = 0; row < points.rows(); ++row) {
    double moved = 0.0;
    for (std::size_t j = 0; j < 5; ++j) {
      EXPECT_NEAR(points.at(row, j) * 3.0, std::round(points.at(row, j) * 3.0), 1e-12);
      EXPECT_GE(points.at(row, j), -1e-12);
      EXPECT_LE(points.at(row, j), 1.0 + 1e-12);
      if (row % 6 != 0) moved += std::abs(points.at(row, j) - points.at(row - 1, j));
    }
    if (row % 6 != 0) {
      EXPECT_NEAR(moved, 2.0 / 3.0, 1e-12);
    }
  }
}

TEST(ElementaryEffects, OfALinearModelAreItsSlopesAndOfTheReferenceItsMoments) {
  const Points points = morris_points(10, 3, 6, 5);
  const DesignTable table = table_of(points);
  const auto results = results_of(points, [](const std::vector<double>& x) { return 4.0 * x[0] - 0.5 * x[2]; });
  const auto effects = elementary_effects(recognise_morris(table).value(), table, results);
  EXPECT_NEAR(effects[0].mu, 4.0, 1e-9);
  EXPECT_NEAR(effects[0].sigma, 0.0, 1e-9);
  EXPECT_NEAR(effects[1].mu_star, 0.0, 1e-9);
  EXPECT_NEAR(effects[2].mu, -0.5, 1e-9);
  EXPECT_NEAR(effects[2].mu_star, 0.5, 1e-9);
  // Exact on the grid of 4 levels: mu* 7.704, 7.875, 6.249; many trajectories come near.
  const Points many = morris_points(4000, 3, 4, 11);
  const DesignTable many_rows = table_of(many);
  const auto found = elementary_effects(recognise_morris(many_rows).value(), many_rows, results_of(many, ishigami));
  EXPECT_NEAR(found[0].mu_star, 7.704054111593104, 0.3);
  EXPECT_NEAR(found[1].mu_star, 7.875, 1e-9);
  EXPECT_NEAR(found[2].mu_star, 6.248796103333118, 0.3);
  EXPECT_NEAR(found[1].sigma, 7.875, 0.05);
}

TEST(LatinHypercube, HasOnePointInEveryStratumOfEveryInput) {
  const Points points = latin_hypercube(50, 4, 9);
  for (std::size_t j = 0; j < 4; ++j) {
    std::vector<int> count(50, 0);
    for (std::size_t row = 0; row < 50; ++row) ++count[static_cast<std::size_t>(points.at(row, j) * 50.0)];
    EXPECT_EQ(count, std::vector<int>(50, 1));
  }
}

TEST(SampleAssociations, SeeAMonotoneInputByRanksAndLeaveAnInertOneAtNothing) {
  const Points points = latin_hypercube(400, 3, 2);
  const auto results =
      results_of(points, [](const std::vector<double>& x) { return std::exp(5.0 * x[0]) - 20.0 * x[1]; });
  const SampleAssociations found = sample_associations(table_of(points), results);
  EXPECT_GT(found.prcc[0], 0.9);
  EXPECT_LT(found.prcc[1], -0.4);
  EXPECT_NEAR(found.prcc[2], 0.0, 0.12);
  EXPECT_NEAR(found.src[2], 0.0, 0.1);
  const auto linear = results_of(points, [](const std::vector<double>& x) { return 3.0 * x[0] + 4.0 * x[1]; });
  const SampleAssociations exact = sample_associations(table_of(points), linear);
  EXPECT_NEAR(exact.src[0], 0.6, 0.03);
  EXPECT_NEAR(exact.src[1], 0.8, 0.03);
  EXPECT_NEAR(exact.r_squared, 1.0, 1e-12);
  EXPECT_EQ(ranks_of(std::vector<double>{5.0, 1.0, 5.0, 2.0}), (std::vector<double>{3.5, 1.0, 3.5, 2.0}));
}

TEST(NoiseTrap, AnInertInputStaysAtNothingWhereABlockSharesItsLuckAndOnlyThere) {
  // Additive noise of half the variance: shared within a block it leaves the inert input's total at 0; drawn for every
  // row it shows about a third of the variance (design/experiments: .34).
  const Points points = saltelli_points(2048, 4, false);
  const auto layout = recognise_saltelli(table_of(points)).value();
  const std::size_t period = layout.rows_of_block();
  const double noise = std::sqrt(0.5 * 13.844587940719254);
  const Points luck = latin_hypercube(points.rows(), 1, 4);
  std::vector<double> shared = results_of(points, ishigami);
  std::vector<double> apart = shared;
  const double uniform_sd = std::sqrt(1.0 / 12.0);
  for (std::size_t row = 0; row < points.rows(); ++row) {
    shared[row] += noise / uniform_sd * (luck.at(row / period, 0) - 0.5);
    apart[row] += noise / uniform_sd * (luck.at(row, 0) - 0.5);
  }
  EXPECT_NEAR(sobol_indices(layout, shared, 0, 1).total[3].value, 0.0, 1e-12);
  EXPECT_NEAR(sobol_indices(layout, apart, 0, 1).total[3].value, 0.34, 0.03);
}

}  // namespace
}  // namespace districtsim
