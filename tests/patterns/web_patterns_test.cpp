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

/// Settings that take all support away; and packages that bring one form of it each (Knapp et al. 2010).
const std::vector<std::string> bare = {"framework.teachers_per_coach=80",
                                       "support.coach_time_with_teachers=0.15",
                                       "support.director_time_with_principals=0.1",
                                       "support.released_hours=0",
                                       "support.mentoring_hours=0",
                                       "support.leadership_feedback=0",
                                       "support.director_support_hours=0",
                                       "support.leadership_team_interval=18",
                                       "support.open_with_evidence=0",
                                       "framework.sponsorship=0.1",
                                       "framework.schools_per_operations_post=1.5"};
const std::vector<std::vector<std::string>> packages = {
    {"framework.teachers_per_coach=25", "support.coach_time_with_teachers=0.5", "support.released_hours=1.5"},
    {"support.director_time_with_principals=0.63", "support.leadership_feedback=2", "support.director_support_hours=4"},
    {"support.leadership_team_interval=2", "support.teacher_leaders_share_room=on",
     "support.teacher_leader_network_hours=2"},
    {"framework.operations_routing=case_management", "framework.schools_per_operations_post=0.8"},
    {"framework.sponsorship=1", "support.open_with_evidence=0.8"}};

Scenario with_packages(const std::vector<std::size_t>& chosen) {
  std::vector<std::string> settings = bare;
  for (const std::size_t package : chosen) {
    for (const std::string& setting : packages[package]) settings.push_back(setting);
  }
  return shipped_scenario("hoover/baseline.yaml", settings);
}

TEST(WebPatternReleaseOnly, S2AlignedPackagesDoMoreThanTheSumOfTheirParts) {
  const Scenario none = with_packages({});
  const Scenario all = with_packages({0, 1, 2, 3, 4});
  std::vector<Scenario> single;
  for (std::size_t package = 0; package < packages.size(); ++package) single.push_back(with_packages({package}));
  for (const std::uint64_t seed : {311U, 312U}) {
    const Ensemble ensemble{seed, 20};
    std::vector<const Scenario*> scenarios = {&none, &all};
    for (const Scenario& scenario : single) scenarios.push_back(&scenario);
    const auto values = last_years(scenarios, ensemble, "practice");
    std::vector<double> sum(values[0].size(), 0.0);
    std::vector<double> together(values[0].size(), 0.0);
    for (std::size_t r = 0; r < values[0].size(); ++r) {
      together[r] = values[1][r] - values[0][r];
      for (std::size_t package = 0; package < packages.size(); ++package)
        sum[r] += values[2 + package][r] - values[0][r];
    }
    Resamples resamples(together.size());
    const PairedDifference more = paired_difference(sum, together, resamples);
    EXPECT_GT(more.precision.low, 0.0) << "together " << more.alternative << " iSD, sum of parts " << more.baseline;
  }
}

}  // namespace
}  // namespace districtsim
