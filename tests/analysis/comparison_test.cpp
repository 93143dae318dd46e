#include "analysis/comparison.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/comparison_json.hpp"
#include "analysis/comparison_table.hpp"
#include "sim/core/parallel.hpp"
#include "sim/run/replicates.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Comparison compared(const std::vector<const Scenario*>& scenarios, int replicates) {
  DistrictYears runs(scenarios, static_cast<std::size_t>(replicates));
  RunPlan plan;
  plan.replicates = replicates;
  run_replicates(scenarios, plan, [&](RunPlace place, const YearRecord& record) { runs.take(place, record); });
  return compare_years(runs);
}

std::vector<Proof> good_proofs() {
  std::vector<Proof> proofs(1);
  proofs[0] = {"null", "the same scenario run twice gives the same bits", true, 2, 1234, 0, ""};
  return proofs;
}

std::string table_of(const Comparison& comparison) { return comparison_table(comparison, good_proofs(), {}); }

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Characters, not bytes.
std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  std::size_t length = 0;
  for (const char c : text) {
    if (c == '\n') {
      longest = std::max(longest, length);
      length = 0;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++length;
    }
  }
  return longest;
}

Scenario without_coaching(const Scenario& baseline) {
  Scenario scenario = baseline;
  scenario.name = "no coaching";
  scenario.mechanisms.turn(Mechanism::coaching, false);
  return scenario;
}

TEST(Comparison, ABaselineAgainstItselfIsZeroAndSaysSo) {
  const Scenario baseline = small_scenario(6, 120);
  const Comparison comparison = compared({&baseline, &baseline}, 4);
  ASSERT_EQ(comparison.alternatives.size(), 1U);
  EXPECT_TRUE(comparison.alternatives[0].changed_nothing);
  for (const auto& year : comparison.alternatives[0].years) {
    for (const PairedDifference& change : year) EXPECT_TRUE(change.unchanged || change.pairs == 0);
  }
  EXPECT_TRUE(holds(table_of(comparison), "NO EFFECT: every measure of every year"));
  EXPECT_TRUE(holds(table_of(comparison), "same scenario as the baseline"));
}

TEST(Comparison, ALeverMovesItsMeasureBeyondNoise) {
  const Scenario baseline = small_scenario(6, 120);
  const Scenario alternative = without_coaching(baseline);
  const Comparison comparison = compared({&baseline, &alternative}, 8);
  const AlternativeResult& result = comparison.alternatives.front();
  EXPECT_FALSE(result.changed_nothing);
  EXPECT_EQ(result.years.size(), 3U);
  const PairedDifference& practice = result.at_end(measure_row("practice"));
  EXPECT_LT(practice.precision.high, 0.0);
  EXPECT_EQ(practice.probability_positive, 0.0);
  EXPECT_GT(practice.variance_reduction, 1.0);
  EXPECT_EQ(verdict(practice, Better::higher), "worse");
  EXPECT_EQ(verdict(practice, Better::neither), "less");
  EXPECT_EQ(result.at_end(measure_row("coach_hours_giving")).pairs, 0U);
}

TEST(Comparison, MovedPostsShowInGivingAndReceivingSchools) {
  const Scenario baseline = small_scenario(8, 400);
  Scenario moving = baseline;
  Reallocation move;
  move.amount = 2;
  move.from.need = NeedSelection::lowest_half;
  move.to.need = NeedSelection::highest_half;
  moving.reallocations.push_back(move);
  const Comparison comparison = compared({&baseline, &moving}, 3);
  const AlternativeResult& result = comparison.alternatives.front();
  ASSERT_FALSE(result.moved.giving.empty());
  ASSERT_FALSE(result.moved.receiving.empty());
  EXPECT_LT(result.at_end(measure_row("coach_hours_giving")).difference, 0.0);
  EXPECT_GT(result.at_end(measure_row("coach_hours_receiving")).difference, 0.0);
  EXPECT_TRUE(result.at_end(measure_row("spending_total")).unchanged);
  EXPECT_TRUE(holds(table_of(comparison), "Coach posts leave"));
  EXPECT_TRUE(holds(table_of(comparison), "It costs nothing more"));
}

TEST(Comparison, WhatTheBoardTookBackIsSaidWithWhenHowMuchAndWhoPushed) {
  const Scenario baseline = small_scenario(16, 640);
  Scenario moving = baseline;
  moving.parameters.politics.vote_base = 50.0;  // the board takes back every year
  moving.parameters_set = {"politics.vote_base"};
  Reallocation move;
  move.amount = 4;
  move.year = 2;
  move.from.need = NeedSelection::lowest_half;
  move.to.need = NeedSelection::highest_half;
  moving.reallocations.push_back(move);
  const Comparison comparison = compared({&baseline, &moving}, 4);
  const RollBacks& back = comparison.alternatives.front().rolled_back;
  EXPECT_EQ(back.runs, 4U);
  EXPECT_EQ(back.first_year, 2.0);
  EXPECT_GT(back.posts, 0.0);
  EXPECT_FALSE(back.loudest.empty());
  EXPECT_TRUE(holds(table_of(comparison), "POLITICS"));
  EXPECT_TRUE(holds(table_of(comparison), "Rolled back in 4 of 4 runs, first after year 2 (median)"));
  const nlohmann::json object = roll_backs_as_json(comparison).front();
  EXPECT_EQ(object["runs"], 4);
  EXPECT_EQ(object["loudest"][0], comparison.schools[back.loudest[0]]);
  const Scenario quiet = without_coaching(baseline);
  EXPECT_FALSE(holds(table_of(compared({&baseline, &quiet}, 2)), "POLITICS"));
}

TEST(Comparison, TheTableIsNarrowAndExplainsItself) {
  const Scenario baseline = small_scenario(6, 120);
  const Scenario alternative = without_coaching(baseline);
  const std::string table = table_of(compared({&baseline, &alternative}, 4));
  EXPECT_LE(longest_line(table), 110U);
  for (const char* part : {"in 8 of 10 districts", "Gap between the two, SD", "Total cost", "4 paired replicates",
                           "passed null", "1234 values", "worse"}) {
    EXPECT_TRUE(holds(table, part)) << part << "\n" << table;
  }
}

TEST(Comparison, OneReplicateHasNoRanges) {
  const Scenario baseline = small_scenario(6, 120);
  const Scenario alternative = without_coaching(baseline);
  const Comparison comparison = compared({&baseline, &alternative}, 1);
  EXPECT_TRUE(holds(table_of(comparison), "One replicate has no ranges"));
  const nlohmann::json headline = headlines_as_json(comparison).front();
  EXPECT_TRUE(headline["low"].is_null() && headline["plausible_high"].is_null());
  EXPECT_TRUE(headline["difference"].is_number());
}

TEST(Comparison, HeadlinesNameEveryMeasureOfEveryAlternative) {
  const Scenario baseline = small_scenario(6, 120);
  const Scenario alternative = without_coaching(baseline);
  const Comparison comparison = compared({&baseline, &alternative, &alternative}, 3);
  const nlohmann::json headlines = headlines_as_json(comparison);
  ASSERT_EQ(headlines.size(), 2 * district_measures().size());
  for (const nlohmann::json& headline : headlines) {
    for (const char* key : {"measure", "unit", "scenario", "difference", "low", "high", "plausible_low",
                            "plausible_high", "probability_positive", "baseline", "alternative", "better", "year"}) {
      EXPECT_TRUE(headline.contains(key)) << key;
    }
  }
  EXPECT_EQ(headlines.front()["scenario"], "no coaching");
  EXPECT_EQ(headlines.back()["scenario"], "no coaching (2)");
  EXPECT_EQ(headlines.dump().find("nan"), std::string::npos);
}

TEST(Comparison, ResultsDoNotDependOnThreads) {
  const Scenario baseline = small_scenario(6, 120);
  const Scenario alternative = without_coaching(baseline);
  std::vector<std::string> texts;
  for (const int threads : {1, 2, 7}) {
    with_threads(threads, [&] { texts.push_back(headlines_as_json(compared({&baseline, &alternative}, 5)).dump()); });
  }
  EXPECT_EQ(texts[0], texts[1]);
  EXPECT_EQ(texts[0], texts[2]);
}

TEST(Verdict, FollowsPrecisionAndDirection) {
  PairedDifference change;
  change.pairs = 10;
  change.difference = 0.5;
  change.precision = {-0.1, 1.1};
  EXPECT_EQ(verdict(change, Better::higher), "unclear");
  change.precision = {0.1, 0.9};
  EXPECT_EQ(verdict(change, Better::higher), "better");
  EXPECT_EQ(verdict(change, Better::lower), "worse");
  EXPECT_EQ(verdict(change, Better::neither), "more");
  change.unchanged = true;
  EXPECT_EQ(verdict(change, Better::higher), "same");
}

}  // namespace
}  // namespace districtsim
