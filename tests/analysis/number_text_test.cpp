#include "analysis/number_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace districtsim {
namespace {

TEST(NumberText, DigitsFollowTheRange) {
  EXPECT_EQ(digits_for({0.003, 0.018}, NumberFormat::decimal), 3);
  EXPECT_EQ(digits_for({-0.1, 0.05}, NumberFormat::decimal), 2);
  EXPECT_EQ(digits_for({0.003, 0.018}, NumberFormat::percent), 1);
  EXPECT_EQ(digits_for({-5.0, 20.0}, NumberFormat::dollars), 0);
  EXPECT_EQ(digits_for({-2000.0, 13000.0}, NumberFormat::dollars), -3);
  EXPECT_EQ(digits_for({-1e-9, 1e-9}, NumberFormat::dollars), 2) << "cents";
  EXPECT_EQ(digits_for({1.0, 1.0}, NumberFormat::whole), 0);
}

TEST(NumberText, ValuesReadLikePeopleWriteThem) {
  EXPECT_EQ(value_text(0.1234, NumberFormat::percent, 1), "12.3");
  EXPECT_EQ(value_text(-1234567.8, NumberFormat::dollars, 0), "-$1,234,568");
  EXPECT_EQ(value_text(1234567.8, NumberFormat::dollars, -3), "$1,235,000");
  EXPECT_EQ(value_text(999.0, NumberFormat::whole, 0), "999");
  EXPECT_EQ(value_text(1234.56, NumberFormat::decimal, 1), "1,234.6");
  EXPECT_EQ(value_text(std::numeric_limits<double>::quiet_NaN(), NumberFormat::decimal, 2), "-");
}

TEST(NumberText, DifferencesHaveSignsAndZeroHasNone) {
  EXPECT_EQ(difference_text(0.004, NumberFormat::decimal, 3), "+0.004");
  EXPECT_EQ(difference_text(-0.004, NumberFormat::decimal, 3), "-0.004");
  EXPECT_EQ(difference_text(-0.0004, NumberFormat::decimal, 3), "0.000");
  EXPECT_EQ(difference_text(0.0004, NumberFormat::decimal, 3), "0.000");
  EXPECT_EQ(difference_text(83.0, NumberFormat::dollars, 0), "+$83");
}

TEST(NumberText, WrappedLinesKeepTheirIndentAndWidth) {
  EXPECT_EQ(wrapped("one two three", 9, 2), "  one two\n  three\n");
  EXPECT_EQ(wrapped("", 9, 2), "");
  EXPECT_EQ(wrapped("incomprehensibilities", 9, 0), "incomprehensibilities\n");
}

}  // namespace
}  // namespace districtsim
