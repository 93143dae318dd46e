#include "sim/record/need_quarters.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/analysis/hand_record.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// Eight elementary and three middle schools, need rising with the row in each.
std::vector<SchoolProfile> eleven_schools() {
  std::vector<SchoolProfile> schools;
  for (std::uint32_t row = 0; row < 8; ++row) {
    schools.push_back(hand_made_school(row + 1, SchoolLevel::elementary, 0, 5, 50, 0.1 * (row + 1), 20));
  }
  for (std::uint32_t row = 0; row < 3; ++row) {
    schools.push_back(hand_made_school(row + 20, SchoolLevel::middle, 6, 8, 100, 0.2 * (row + 1), 20));
  }
  return schools;
}

TEST(NeedQuarters, ASpanOfEightHasQuartersAndASmallerOneHalvesThatStandForTwo) {
  const std::vector<GradeSpan> spans = grade_spans(eleven_schools());
  ASSERT_EQ(spans.size(), 2U);
  EXPECT_EQ(spans[0].students, 2400.0);
  EXPECT_EQ(spans[0].schools[1], (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(spans[0].schools[3], (std::vector<std::size_t>{6, 7}));
  EXPECT_EQ(spans[1].schools[0], spans[1].schools[1]);
  EXPECT_EQ(spans[1].schools[2], spans[1].schools[3]);
  EXPECT_NE(spans[1].schools[1], spans[1].schools[2]);
}

TEST(NeedQuarters, MeasuresAreRatiosWithinSpansOverThemByStudents) {
  const std::vector<GradeSpan> spans = grade_spans(eleven_schools());
  YearRecord record = empty_record(11, 1);
  for (std::size_t school = 0; school < 11; ++school) {
    put(record, Yearly::teachers, school, 20);
    put(record, Yearly::novices, school, school < 8 ? static_cast<double>(school) : 10.0);
    put(record, Yearly::students, school, 300);
    put(record, Yearly::allocation, school, school < 8 ? 3000.0 : 6000.0);
    put(record, Yearly::substitutes, school, 1);
  }
  // Elementary: (6 + 7)/40 of 2400 students; middle: .5 of 900.
  EXPECT_NEAR(need_value(record, spans, NeedMeasure::novice_share, 3), (2400 * 13.0 / 40 + 900 * 0.5) / 3300, 1e-12);
  EXPECT_NEAR(need_value(record, spans, NeedMeasure::spending_per_student, 1), (2400 * 10.0 + 900 * 20.0) / 3300,
              1e-12);
  const std::vector<double> all = need_values(record, spans);
  ASSERT_EQ(all.size(), need_measures.size() * need_quarter_count);
  EXPECT_EQ(all[3], need_value(record, spans, NeedMeasure::novice_share, 3)) << "lowest to highest within a measure";
  EXPECT_NEAR(all[15], 0.05, 1e-12);
}

TEST(NeedQuarters, ADistrictOfOneSchoolASpanHasNone) {
  EXPECT_TRUE(grade_spans({hand_made_school(1, SchoolLevel::high, 9, 12, 50, 0.5, 20)}).empty());
  EXPECT_TRUE(std::isnan(need_value(empty_record(1, 1), {}, NeedMeasure::novice_share, 0)));
}

}  // namespace
}  // namespace districtsim
