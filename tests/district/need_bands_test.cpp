#include "sim/district/need_bands.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// `count` schools of one level, school i with a low-income share of about i / count, listed in a scrambled order.
std::vector<SchoolProfile> schools_by_share(int count, SchoolLevel level) {
  std::vector<SchoolProfile> schools;
  for (int i = 0; i < count; ++i) {
    const int rank = (i * 7) % count == 0 && i > 0 ? i : (i * 7) % count;
    schools.push_back(
        hand_made_school(static_cast<std::uint32_t>(i + 1), level, 1, 6, 1000, static_cast<double>(rank) / count, 20));
  }
  return schools;
}

TEST(NeedBands, EightSchoolsHaveQuartersFromLowestToHighest) {
  const auto schools = schools_by_share(8, SchoolLevel::elementary);
  const auto bands = need_bands(schools);
  for (int band = 0; band < 4; ++band) EXPECT_EQ(std::count(bands.begin(), bands.end(), band), 2) << band;
  for (std::size_t a = 0; a < schools.size(); ++a) {
    for (std::size_t b = 0; b < schools.size(); ++b) {
      if (schools[a].low_income_share() < schools[b].low_income_share()) {
        EXPECT_LE(bands[a], bands[b]);
      }
    }
  }
}

TEST(NeedBands, TwoToSevenSchoolsHaveHalves) {
  for (int count = 2; count <= 7; ++count) {
    const auto bands = need_bands(schools_by_share(count, SchoolLevel::middle));
    EXPECT_EQ(std::count(bands.begin(), bands.end(), 0) + std::count(bands.begin(), bands.end(), 3), count);
    EXPECT_LE(std::abs(2 * std::count(bands.begin(), bands.end(), 0) - count), 1) << count;
  }
}

TEST(NeedBands, ASingleSchoolOfItsSpanHasNone) {
  const auto schools = std::vector<SchoolProfile>{hand_made_school(1, SchoolLevel::high, 10, 13, 100, 0.9, 20)};
  EXPECT_EQ(need_bands(schools), std::vector<std::uint8_t>{0});
}

TEST(NeedBands, SpansAreRankedApart) {
  auto schools = schools_by_share(8, SchoolLevel::elementary);
  const auto alone = need_bands(schools);
  for (const auto& school : schools_by_share(5, SchoolLevel::high)) schools.push_back(school);
  const auto together = need_bands(schools);
  EXPECT_TRUE(std::equal(alone.begin(), alone.end(), together.begin()));
}

TEST(NeedBands, EqualSharesAreOrderedByRow) {
  std::vector<SchoolProfile> schools;
  for (std::uint32_t i = 0; i < 8; ++i) {
    schools.push_back(hand_made_school(i + 1, SchoolLevel::elementary, 1, 6, 50, 0.5, 20));
  }
  EXPECT_EQ(need_bands(schools), (std::vector<std::uint8_t>{0, 0, 1, 1, 2, 2, 3, 3}));
}

}  // namespace
}  // namespace districtsim
