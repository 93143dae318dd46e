#include "sim/scenario/select_schools.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace districtsim {
namespace {

using Rows = std::vector<std::size_t>;

/// `count` elementary schools, each with more low-income students than the one before, and one high school.
DistrictProfile district_of(int count) {
  DistrictProfile district;
  for (int i = 0; i <= count; ++i) {
    SchoolProfile school;
    school.id = "id" + std::to_string(i);
    school.name = "School " + std::to_string(i);
    school.level = i == count ? SchoolLevel::high : SchoolLevel::elementary;
    school.title_one = i > 1;
    school.students[1] = 100;
    school.low_income[1] = i;
    district.schools.push_back(school);
  }
  return district;
}

TEST(SelectSchools, AllConditionsHold) {
  const DistrictProfile district = district_of(4);
  EXPECT_EQ(matching_schools(district, {}), (Rows{0, 1, 2, 3, 4}));
  EXPECT_EQ(matching_schools(district, {NeedSelection::any, SchoolLevel::elementary, true, {}, {}}), (Rows{2, 3}));
  EXPECT_EQ(matching_schools(district, {NeedSelection::any, {}, {}, {}, {"School 1", "id4"}}), (Rows{1, 4}));
}

TEST(SelectSchools, NeedRanksWithinAGradeSpan) {
  const DistrictProfile district = district_of(8);
  EXPECT_EQ(matching_schools(district, {NeedSelection::lowest, {}, {}, {}, {}}), (Rows{0}));
  EXPECT_EQ(matching_schools(district, {NeedSelection::highest, {}, {}, {}, {}}), (Rows{7}));
  EXPECT_EQ(matching_schools(district, {NeedSelection::lowest_quarter, {}, {}, {}, {}}), (Rows{0, 1}));
  EXPECT_EQ(matching_schools(district, {NeedSelection::highest_half, {}, {}, {}, {}}), (Rows{4, 5, 6, 7}));
}

TEST(SelectSchools, FewSchoolsHaveHalvesForQuarters) {
  EXPECT_EQ(matching_schools(district_of(7), {NeedSelection::highest_quarter, {}, {}, {}, {}}), (Rows{4, 5, 6}));
}

TEST(SelectSchools, AnEmptySelectionHasAReason) {
  const DistrictProfile district = district_of(4);
  EXPECT_EQ(why_no_school(district, {}), "");
  EXPECT_EQ(why_no_school(district, {NeedSelection::any, SchoolLevel::middle, {}, {}, {}}),
            "no school of level middle");
  EXPECT_EQ(why_no_school(district, {NeedSelection::any, SchoolLevel::high, false, {}, {}}),
            "no school of level high without Title I status");
  EXPECT_EQ(why_no_school(district, {NeedSelection::lowest, SchoolLevel::high, {}, {}, {}}),
            "no grade span has the 2 schools that a rank of need takes");
  EXPECT_EQ(why_no_school(district, {NeedSelection::lowest, {}, true, {}, {}}),
            "no school with Title I status has that rank of need");
}

}  // namespace
}  // namespace districtsim
