// Qualitative patterns of the source studies about the web of support as a whole (model page: sim/ODD.md, section 1).

#include <gtest/gtest.h>

#include "tests/patterns/ensemble.hpp"

namespace districtsim {
namespace {

TEST(WebPatternReleaseOnly, S1ACommittedPrincipalAloneDoesNotLiftADemoralisedSchoolButDoesInsideAWebOfSupport) {
  const Scenario usual = shipped_scenario("schools/demoralised.yaml", {"start.principal_engagement=0.5"});
  const Scenario alone = shipped_scenario("schools/demoralised.yaml");
  const Scenario supported = shipped_scenario("schools/learning_focused.yaml");
  for (const std::uint64_t seed : {301U, 302U}) {
    const Ensemble ensemble{seed, 20};
    const PairedDifference committed = last_year_difference(usual, alone, ensemble, "practice");
    const PairedDifference web = last_year_difference(alone, supported, ensemble, "practice");
    EXPECT_LE(committed.difference, 0.05) << "commitment alone, iSD";
    EXPECT_GE(web.precision.low, 0.20) << "the web of support around the same principal, iSD";
    EXPECT_GE(web.difference, 4.0 * committed.difference);
  }
}

/// Settings that take support away, and six partial packages: each is one half of a pair that belongs together
/// (Knapp et al. 2010; Knapp, Copland & Talbert 2003: information without resources, roles without authority,
/// leadership without feedback).
const std::vector<std::string> bare = {"framework.teachers_per_coach=120",
                                       "support.coach_time_with_teachers=0.1",
                                       "support.director_time_with_principals=0.05",
                                       "support.inquiry_hours=0.25",
                                       "support.inquiry_weeks=1",
                                       "support.released_hours=0",
                                       "support.mentoring_hours=0",
                                       "support.leadership_feedback=0",
                                       "support.director_support_hours=0",
                                       "support.leadership_team_interval=18",
                                       "support.open_with_evidence=0",
                                       "framework.schools_per_data_post=1000000",
                                       "framework.sponsorship=0.1"};
const std::vector<std::string> information = {"framework.schools_per_data_post=8", "support.open_with_evidence=0.8"};
const std::vector<std::string> resources = {"support.inquiry_hours=1.5", "support.inquiry_weeks=3",
                                            "support.released_hours=1.5"};
const std::vector<std::string> roles = {"framework.teachers_per_coach=20"};
const std::vector<std::string> authority = {"support.coach_time_with_teachers=0.5", "framework.sponsorship=0.9",
                                            "support.leadership_team_interval=2"};
const std::vector<std::string> feedback = {"support.leadership_feedback=3"};
const std::vector<std::string> assistance = {"support.director_time_with_principals=0.63",
                                             "framework.schools_per_director=8", "support.director_support_hours=4"};

Scenario with_packages(const std::vector<std::vector<std::string>>& packages) {
  std::vector<std::string> settings = bare;
  for (const auto& package : packages) settings.insert(settings.end(), package.begin(), package.end());
  return shipped_scenario("hoover/baseline.yaml", settings);
}

/// What packages do together, less the sum of what each does alone, in practice after five years. [iSD]
PairedDifference more_than_the_sum(const std::vector<std::vector<std::string>>& packages, const Ensemble& ensemble) {
  std::vector<Scenario> runs = {with_packages({}), with_packages(packages)};
  for (const auto& package : packages) runs.push_back(with_packages({package}));
  std::vector<const Scenario*> scenarios;
  for (const Scenario& scenario : runs) scenarios.push_back(&scenario);
  const auto values = last_years(scenarios, ensemble, "practice");
  std::vector<double> sum(values[0].size(), 0.0);
  std::vector<double> together(values[0].size(), 0.0);
  for (std::size_t r = 0; r < values[0].size(); ++r) {
    together[r] = values[1][r] - values[0][r];
    for (std::size_t part = 2; part < values.size(); ++part) sum[r] += values[part][r] - values[0][r];
  }
  Resamples resamples(together.size());
  return paired_difference(sum, together, resamples);
}

TEST(WebPatternReleaseOnly, S2PackagesWhosePartsFitDoMoreThanTheSumOfThoseParts) {
  for (const std::uint64_t seed : {311U, 312U}) {
    const Ensemble ensemble{seed, 20};
    const PairedDifference led = more_than_the_sum({roles, authority}, ensemble);
    EXPECT_GT(led.precision.low, 0.02) << "roles with authority: " << led.alternative << ", parts " << led.baseline;
    const PairedDifference informed = more_than_the_sum({information, resources}, ensemble);
    EXPECT_GT(informed.precision.low, 0.0)
        << "information with resources: " << informed.alternative << ", parts " << informed.baseline;
    const PairedDifference halves = more_than_the_sum({information, roles, feedback}, ensemble);
    EXPECT_LT(halves.difference, 0.5 * led.difference)
        << "halves that do not fit: " << halves.alternative << ", parts " << halves.baseline;
    const PairedDifference all =
        more_than_the_sum({information, resources, roles, authority, feedback, assistance}, ensemble);
    EXPECT_GT(all.precision.low, 0.0) << "all together: " << all.alternative << ", parts " << all.baseline;
  }
}

}  // namespace
}  // namespace districtsim
