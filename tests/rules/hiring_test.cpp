#include "sim/rules/hiring.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

TEST(Hiring, AnAverageSchoolHasAttractivenessOne) {
  HiringParameters p;
  p.need = 0.25;
  p.climate = 0.2;
  EXPECT_DOUBLE_EQ(attractiveness(0.0, 0.0, p), 1.0);
  EXPECT_LT(attractiveness(1.0, 0.0, p), 1.0);
  EXPECT_GT(attractiveness(0.0, 1.0, p), 1.0);
}

TEST(Hiring, ApplicantsArePoissonByInversion) {
  // e^-2 = .1353, 3 e^-2 = .4060, 5 e^-2 = .6767
  EXPECT_EQ(applicants_for(2.0, 0.135, 12), 0U);
  EXPECT_EQ(applicants_for(2.0, 0.136, 12), 1U);
  EXPECT_EQ(applicants_for(2.0, 0.41, 12), 2U);
  EXPECT_EQ(applicants_for(2.0, 0.68, 12), 3U);
}

TEST(Hiring, ApplicantsAverageToWhatIsExpected) {
  for (const double expected : {0.1, 1.0, 3.0}) {
    constexpr int count = 100000;
    double sum = 0.0;
    double square = 0.0;
    for (int i = 0; i < count; ++i) {
      const double n = applicants_for(expected, (i + 0.5) / count, 40);
      sum += n;
      square += n * n;
    }
    EXPECT_NEAR(sum / count, expected, 0.002);
    EXPECT_NEAR(square / count - sum / count * sum / count, expected, 0.01) << "a Poisson's variance is its mean";
  }
}

TEST(Hiring, NoMoreApplyThanAllowedAndNobodyWhereNobodyIsExpected) {
  EXPECT_EQ(applicants_for(1000.0, 0.5, 12), 12U);
  EXPECT_EQ(applicants_for(0.0, 0.999999, 12), 0U);
}

}  // namespace
}  // namespace districtsim
