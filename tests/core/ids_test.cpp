#include "sim/core/ids.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "sim/district/schools.hpp"
#include "sim/district/teachers.hpp"

namespace districtsim {
namespace {

static_assert(!std::is_convertible_v<SchoolId, TeacherId>, "ids of different kinds do not mix");
static_assert(!std::is_constructible_v<SchoolId, TeacherId>, "not even when asked");
static_assert(!std::is_convertible_v<int, SchoolId>, "a number is no id by itself");

TEST(Ids, AnIdWithoutARowIsNotValid) {
  EXPECT_FALSE(SchoolId().valid());
  EXPECT_TRUE(SchoolId(0).valid());
}

TEST(Ids, AreOrderedByRow) {
  EXPECT_EQ(SchoolId(3).row(), 3U);
  EXPECT_LT(SchoolId(2), SchoolId(3));
  EXPECT_EQ(SchoolId(2), SchoolId(2));
}

}  // namespace
}  // namespace districtsim
