#include "analysis/proofs.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "sim/core/failure.hpp"
#include "sim/run/replicates.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

constexpr std::size_t null_proof = 0;
constexpr std::size_t placebo_proof = 1;
constexpr std::size_t locality_proof = 2;

/// Which runs a defect changes, and how.
using Defect = std::function<void(const Scenario& scenario, RunPlace place, YearRecord& record)>;

Scenario small_baseline() {
  Scenario scenario = small_scenario(6, 120);
  scenario.calendar.years = 2;
  scenario.calendar.weeks_per_year = 12;
  return scenario;
}

RunArms honest_runs(const Defect& defect = {}) {
  return [defect](const std::vector<const Scenario*>& scenarios, std::size_t replicates,
                  const std::function<void(RunPlace, const YearRecord&)>& sink) {
    RunPlan plan;
    plan.seed = 5;
    plan.replicates = static_cast<int>(replicates);
    run_replicates(scenarios, plan, [&](RunPlace place, const YearRecord& record) {
      YearRecord copy = record;
      if (defect) defect(*scenarios[place.scenario], place, copy);
      sink(place, copy);
    });
  };
}

KeptYears kept_years(const Scenario& baseline, std::size_t replicates) {
  KeptYears kept(replicates, baseline.calendar.years);
  honest_runs()({&baseline}, replicates,
                [&](RunPlace place, const YearRecord& record) { kept.take(place.replicate, record); });
  return kept;
}

std::vector<Proof> proofs_with(const Defect& defect) {
  const Scenario baseline = small_baseline();
  return prove(baseline, kept_years(baseline, 2), honest_runs(defect));
}

bool is_placebo(const Scenario& scenario) { return scenario.name.find("placebo") != std::string::npos; }
bool is_locality(const Scenario& scenario) {
  return scenario.calendar.years == 1 && !scenario.mechanisms.on(Mechanism::transfers);
}

void flip_lowest_bit(float& value) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  bits ^= 1U;
  std::memcpy(&value, &bits, sizeof bits);
}

TEST(Proofs, HoldForTheRealEngine) {
  const std::vector<Proof> proofs = proofs_with({});
  ASSERT_EQ(proofs.size(), 3U);
  for (const Proof& proof : proofs) {
    EXPECT_TRUE(proof.passed) << proof.name << ": " << proof.first_mismatch;
    EXPECT_EQ(proof.replicates, 2U);
    EXPECT_GT(proof.values, 1000U);
  }
  EXPECT_EQ(proofs[null_proof].name, "null");
  EXPECT_EQ(proofs[placebo_proof].name, "placebo");
  EXPECT_EQ(proofs[locality_proof].name, "locality");
  EXPECT_GT(proofs[locality_proof].teachers, 2U * 80U);
  EXPECT_NO_THROW(require_all(proofs));
}

TEST(Proofs, OneFlippedBitOfOneWeekBreaksTheNull) {
  const std::vector<Proof> proofs = proofs_with([](const Scenario& scenario, RunPlace place, YearRecord& record) {
    if (is_placebo(scenario) || is_locality(scenario) || place.replicate != 1 || record.year != 2) return;
    flip_lowest_bit(record.weekly[record.schools * 3 + 1]);
  });
  EXPECT_FALSE(proofs[null_proof].passed);
  EXPECT_TRUE(proofs[placebo_proof].passed);
  EXPECT_TRUE(proofs[locality_proof].passed);
  EXPECT_NE(proofs[null_proof].first_mismatch.find("replicate 2, year 2, week 4, school"), std::string::npos)
      << proofs[null_proof].first_mismatch;
  EXPECT_NE(proofs[null_proof].first_mismatch.find("practice_curriculum"), std::string::npos);
}

TEST(Proofs, APlaceboThatMovesACentIsFound) {
  const std::vector<Proof> proofs = proofs_with([](const Scenario& scenario, RunPlace, YearRecord& record) {
    if (is_placebo(scenario)) record.district_year[0] += 0.01;
  });
  EXPECT_TRUE(proofs[null_proof].passed);
  EXPECT_FALSE(proofs[placebo_proof].passed);
  EXPECT_NE(proofs[placebo_proof].first_mismatch.find("revenue"), std::string::npos);
}

TEST(Proofs, AnYearThatNeverCameIsFound) {
  const Scenario baseline = small_baseline();
  const RunArms runs = honest_runs();
  const RunArms losing = [&](const std::vector<const Scenario*>& scenarios, std::size_t replicates,
                             const std::function<void(RunPlace, const YearRecord&)>& sink) {
    runs(scenarios, replicates, [&](RunPlace place, const YearRecord& record) {
      if (is_locality(*scenarios.front()) || record.year == 1) sink(place, record);
    });
  };
  const std::vector<Proof> proofs = prove(baseline, kept_years(baseline, 1), losing);
  EXPECT_FALSE(proofs[null_proof].passed);
  EXPECT_NE(proofs[null_proof].first_mismatch.find("year 2 is missing"), std::string::npos);
}

TEST(Proofs, ATeacherElsewhereWhoseLuckChangesBreaksLocality) {
  const LocalityArms arms = locality_arms(small_baseline());
  const int more_teachers = arms.after.district.schools[arms.school].teachers;
  const auto after = [&](const Scenario& scenario) {
    return is_locality(scenario) && scenario.district.schools[arms.school].teachers == more_teachers;
  };
  const std::vector<Proof> proofs = proofs_with([&](const Scenario& scenario, RunPlace, YearRecord& record) {
    if (!after(scenario)) return;
    for (std::size_t row = 0; row < record.agents.size(); ++row) {
      if (record.agents.school[row] == static_cast<std::int32_t>(arms.school)) continue;
      flip_lowest_bit(record.agents.strain[row]);
      break;
    }
  });
  EXPECT_TRUE(proofs[null_proof].passed && proofs[placebo_proof].passed);
  EXPECT_FALSE(proofs[locality_proof].passed);
  EXPECT_NE(proofs[locality_proof].first_mismatch.find("strain"), std::string::npos)
      << proofs[locality_proof].first_mismatch;
}

TEST(Proofs, ASchoolThatTheAddedPostDoesNotTouchBreaksLocality) {
  // A runner that ignores the change: both arms are the same.
  const Scenario baseline = small_baseline();
  const RunArms runs = honest_runs();
  const RunArms deaf = [&](const std::vector<const Scenario*>& scenarios, std::size_t replicates,
                           const std::function<void(RunPlace, const YearRecord&)>& sink) {
    runs(is_locality(*scenarios.front()) ? std::vector<const Scenario*>{scenarios[0], scenarios[0]} : scenarios,
         replicates, sink);
  };
  const std::vector<Proof> proofs = prove(baseline, kept_years(baseline, 1), deaf);
  EXPECT_FALSE(proofs[locality_proof].passed);
  EXPECT_NE(proofs[locality_proof].first_mismatch.find("made no difference there"), std::string::npos);
}

TEST(Proofs, LuckThatFollowsRowsBreaksLocality) {
  // People renumbered as an engine would that draws by row: the added post shifts everybody after it.
  const std::vector<Proof> proofs = proofs_with([](const Scenario& scenario, RunPlace, YearRecord& record) {
    if (!is_locality(scenario)) return;
    for (std::size_t row = 0; row < record.agents.size(); ++row) {
      record.agents.person[row] = static_cast<std::uint32_t>(row);
    }
  });
  EXPECT_FALSE(proofs[locality_proof].passed);
}

TEST(Proofs, AFailureNamesTheProofAndThePlace) {
  const std::vector<Proof> proofs = proofs_with([](const Scenario& scenario, RunPlace, YearRecord& record) {
    if (is_placebo(scenario)) record.yearly[0] += 1.0;
  });
  try {
    require_all(proofs);
    FAIL() << "a failed proof must not pass";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::run_time_failure);
    const std::string message = failure.what();
    EXPECT_NE(message.find("nothing is written"), std::string::npos);
    EXPECT_NE(message.find("placebo: not true that levers that touch nothing change no bit"), std::string::npos);
    EXPECT_NE(message.find("replicate 1, year 1"), std::string::npos);
    EXPECT_EQ(message.find("locality:"), std::string::npos);
  }
}

TEST(Proofs, ThePlaceboReachesEveryLeverAndLeavesTheRest) {
  const Scenario baseline = small_baseline();
  const Scenario placebo = placebo_of(baseline);
  EXPECT_EQ(placebo.reallocations.size(), 2U);
  EXPECT_EQ(placebo.events.size(), 2U);
  EXPECT_NE(placebo.name, baseline.name);
  EXPECT_NE(placebo.record.agents, baseline.record.agents);
  EXPECT_EQ(placebo.district, baseline.district);
}

TEST(Proofs, LocalitySwitchesOffWhatLinksSchoolsAndKeepsTheRest) {
  const LocalityArms arms = locality_arms(small_baseline());
  EXPECT_FALSE(arms.before.mechanisms.on(Mechanism::transfers));
  EXPECT_TRUE(arms.before.mechanisms.on(Mechanism::coaching));
  EXPECT_TRUE(arms.before.mechanisms.on(Mechanism::team_inquiry));
  int changed = 0;
  for (std::size_t row = 0; row < arms.before.district.schools.size(); ++row) {
    changed += arms.before.district.schools[row] == arms.after.district.schools[row] ? 0 : 1;
  }
  EXPECT_EQ(changed, 1);
}

TEST(Proofs, ADistrictOfOneSchoolCanBeProven) {
  Scenario baseline = small_scenario(1, 12);
  baseline.calendar.years = 1;
  const std::vector<Proof> proofs = prove(baseline, kept_years(baseline, 1), honest_runs());
  for (const Proof& proof : proofs) EXPECT_TRUE(proof.passed) << proof.name << ": " << proof.first_mismatch;
  EXPECT_EQ(proofs[locality_proof].teachers, 0U);
}

}  // namespace
}  // namespace districtsim
