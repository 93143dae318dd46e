#include "sim/scenario/matters.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/scenario/parameters.hpp"

namespace districtsim {
namespace {

TEST(Matters, AreTheTwelveOfTheTableInTheProgramsOrder) {
  ASSERT_EQ(matter_descriptions().size(), 12U);
  for (std::size_t kind = 0; kind < matter_count; ++kind) {
    EXPECT_EQ(matter_descriptions()[kind].name, matter_names[kind]);
    EXPECT_FALSE(matter_descriptions()[kind].meaning.empty());
    EXPECT_NE(matter_descriptions()[kind].source.find("Table 2"), std::string::npos);
  }
}

TEST(Matters, SharesAndGradientsLeaveTheSumAsTheParametersSay) {
  double share = 0.0;
  double gradient = 0.0;
  double central = 0.0;
  for (const MatterDescription& matter : matter_descriptions()) {
    share += matter.terms.share;
    gradient += matter.terms.share * matter.terms.gradient;
    central += matter.terms.share * matter.terms.central;
  }
  EXPECT_NEAR(share, 1.0, 1e-12);
  EXPECT_NEAR(gradient, 1.0, 1e-3) << "operations.need is the gradient of all matters together";
  EXPECT_NEAR(central, reference_central_share, 1e-3);
  EXPECT_DOUBLE_EQ(default_parameters().operations.central_share, reference_central_share);
}

TEST(Matters, SeasonsNeverTakeMoreThanTheYearHas) {
  for (const MatterDescription& matter : matter_descriptions()) {
    for (int week = 0; week < season_weeks; ++week) {
      EXPECT_GT(seasonal_factor(matter.terms, (week + 0.5) / season_weeks), 0.0) << matter.name;
    }
  }
}

}  // namespace
}  // namespace districtsim
