#include "sim/rules/operations.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

OperationsParameters prototype_operations() {
  OperationsParameters p;
  p.base_hours = 20.0;
  p.hours_per_student = 0.066;
  p.need = 0.12;
  return p;
}

TEST(Operations, DemandGrowsWithStudentsAndNeed) {
  const OperationsParameters p = prototype_operations();
  EXPECT_DOUBLE_EQ(expected_demand(400.0, 0.0, p), 46.4);
  EXPECT_DOUBLE_EQ(expected_demand(400.0, 2.0, p), 46.4 * 1.24);
  EXPECT_DOUBLE_EQ(expected_demand(0.0, 0.0, p), 20.0);
}

TEST(Operations, DemandNeverFallsBelowAQuarter) {
  EXPECT_DOUBLE_EQ(expected_demand(400.0, -100.0, prototype_operations()), 11.6);
}

}  // namespace
}  // namespace districtsim
