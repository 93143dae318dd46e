#include "sim/rules/principal_role.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(PrincipalRole, AnAveragePrincipalVisitsAsTheReferenceSays) {
  PrincipalRoleParameters p;
  p.engagement = 0.5;
  p.visiting = 1.0;
  p.visiting_teams = 0.5;
  EXPECT_DOUBLE_EQ(visiting_multiplier(0.5, 0.5, p), 1.0);
  EXPECT_DOUBLE_EQ(visiting_multiplier(0.7, 0.5, p), 1.2);
  EXPECT_DOUBLE_EQ(visiting_multiplier(0.5, 0.9, p), 0.8);
  EXPECT_DOUBLE_EQ(visiting_multiplier(0.0, 1.0, p), 0.5) << "never below a half";
  p.visiting = 3.0;
  EXPECT_DOUBLE_EQ(visiting_multiplier(1.0, 0.0, p), 1.5) << "never above three halves";
}

}  // namespace
}  // namespace districtsim
