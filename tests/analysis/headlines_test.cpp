#include "analysis/headlines.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace districtsim {
namespace {

const std::size_t practice = measure_row("practice");
const std::size_t cost = measure_row("cost_per_student");
const std::size_t gap = measure_row("achievement_gap");

std::vector<double> around(double mean, double spread, std::size_t count) {
  std::vector<double> values;
  for (std::size_t row = 0; row < count; ++row) values.push_back(mean + (row % 2 == 0 ? spread : -spread));
  return values;
}

HeadlineReading read_at(std::size_t measure, const std::vector<double>& differences, const PrecisionAsked& asked = {},
                        std::size_t comparisons = 1) {
  const std::vector<double> baseline(differences.size(), 0.0);
  return read_headline(measure, baseline, differences, asked, comparisons);
}

TEST(Headlines, AreMeasuresWithLabelsAndWidths) {
  for (const Headline& headline : headlines()) {
    EXPECT_TRUE(measure_named(headline.measure)) << headline.measure;
    EXPECT_GT(headline.share, 0.0);
  }
  EXPECT_EQ(PrecisionAsked{}.waited(), headlines().size());
}

TEST(Headlines, WidthsAreSharesOfAScaleOrAbsolute) {
  EXPECT_EQ(scale_of(practice, 0.3), 1.0);
  EXPECT_EQ(scale_of(measure_row("proficient_low_income"), 33.0), 100.0);
  EXPECT_EQ(scale_of(cost, 12000.0), 12000.0);
  PrecisionAsked asked;
  asked.share = 0.02;
  asked.absolute = {{practice, 0.003}, {measure_row("strain"), 0.5}};
  EXPECT_EQ(asked.half_width(cost, 10000.0), 200.0);
  EXPECT_EQ(asked.half_width(practice, 1.0), 0.003);
  EXPECT_TRUE(asked.waits_for(measure_row("strain"))) << "what a person names is waited for";
  EXPECT_EQ(asked.waited(), headlines().size() + 1);
}

TEST(Headlines, ReadAsSettledOrNot) {
  EXPECT_EQ(read_at(practice, around(0.1, 0.001, 30)).reading, Reading::settled_better);
  EXPECT_EQ(read_at(practice, around(-0.1, 0.001, 30)).reading, Reading::settled_worse);
  EXPECT_EQ(read_at(gap, around(-0.1, 0.001, 30)).reading, Reading::settled_better) << "a smaller gap is better";
  const HeadlineReading none = read_at(practice, around(0.0, 0.01, 30));
  EXPECT_EQ(none.reading, Reading::no_difference);
  EXPECT_GT(none.at_most, 0.0);
  EXPECT_LT(none.at_most, 0.01);
  EXPECT_EQ(reading_text(none, NumberFormat::decimal).find("no difference larger than 0.00"), 0U);
  const HeadlineReading open = read_at(practice, around(0.1, 0.5, 30));
  EXPECT_EQ(open.reading, Reading::not_settled);
  EXPECT_NE(reading_text(open, NumberFormat::decimal).find("not settled, about "), std::string::npos);
  // The variance is 0.25 * 30 / 29, so 1.96 s / sqrt(n) is 0.01 at 9,935; t takes some 3 more, the look ahead 496.
  EXPECT_NEAR(static_cast<double>(open.more), 9938.0 + 496.0 - 30.0, 3.0);
  EXPECT_EQ(read_at(practice, std::vector<double>(5, 0.0)).at_most, 0.0) << "the same in every run";
  EXPECT_EQ(read_at(practice, {std::nan(""), std::nan("")}).reading, Reading::nothing);
}

TEST(Headlines, MoreComparisonsTakeWiderIntervals) {
  const std::vector<double> values = around(0.1, 0.01, 30);
  const HeadlineReading one = read_at(practice, values);
  const HeadlineReading twenty = read_at(practice, values, {}, 20);
  const double wider =
      (twenty.simultaneous.high - twenty.simultaneous.low) / (one.simultaneous.high - one.simultaneous.low);
  // t of 29 degrees of freedom: 3.3102 at .05 / 20 over 2.0452 at .05 (two-sided).
  EXPECT_NEAR(wider, 1.6185, 1e-3);
}

}  // namespace
}  // namespace districtsim
