#include "analysis/attribution.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "analysis/attribution_text.hpp"
#include "analysis/measures.hpp"
#include "sim/run/replicates.hpp"
#include "sim/scenario/load_scenario.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

/// Coalitions run by the engine itself.
RunCoalitions by_the_engine() {
  return [](const std::vector<const Scenario*>& scenarios, int first, int replicates, const PlacedSink& sink) {
    RunPlan plan;
    plan.first_replicate = first;
    plan.replicates = replicates;
    run_replicates(scenarios, plan, sink);
  };
}

Scenario hoover(const std::string& name) {
  return load_scenario(std::string(DISTRICTSIM_SOURCE_DIR) + "/scenarios/hoover/" + name + ".yaml");
}

AttributionPlan plan_of(const std::vector<std::string>& measures, int year, int replicates) {
  AttributionPlan plan;
  for (const std::string& measure : measures) plan.measures.push_back(measure_row(measure));
  plan.year = year;
  plan.replicates = replicates;
  return plan;
}

double sum_of_parts(const AttributedMeasure& measure) {
  double sum = measure.all_off;
  for (const AttributedPart& part : measure.parts) sum += part.part;
  return sum;
}

TEST(Families, EveryMechanismIsInExactlyOneOfAtMostTen) {
  EXPECT_LE(mechanism_families().size(), most_mechanism_families);
  std::set<std::string> names;
  for (const MechanismFamily& family : mechanism_families()) names.insert(family.name);
  EXPECT_EQ(names.size(), mechanism_families().size());
  const Scenario all_on;
  std::size_t mechanisms = 0;
  std::set<Mechanism> seen;
  for (const Player& player : family_players(all_on, all_on)) {
    mechanisms += player.mechanisms.size();
    seen.insert(player.mechanisms.begin(), player.mechanisms.end());
  }
  EXPECT_EQ(mechanisms, mechanism_count);
  EXPECT_EQ(seen.size(), mechanism_count);
}

TEST(Families, ThatAreOffInBothAreNoPlayers) {
  Scenario baseline;
  for (const Mechanism politics :
       {Mechanism::push_back, Mechanism::shepherding, Mechanism::outreach, Mechanism::board_votes}) {
    baseline.mechanisms.turn(politics, false);
  }
  Scenario alternative = baseline;
  EXPECT_EQ(family_players(baseline, alternative).size(), mechanism_families().size() - 1);
  alternative.mechanisms.turn(Mechanism::outreach, true);
  const std::vector<Player> players = family_players(baseline, alternative);
  ASSERT_EQ(players.size(), mechanism_families().size());
  EXPECT_FALSE(with_coalition(baseline, players, Coalition().set()).mechanisms.on(Mechanism::outreach))
      << "what a scenario has off stays off";
}

/// A made-up game in place of the engine: its value is known for every set of mechanisms.
class MadeUpGame {
 public:
  static double value(const MechanismSwitches& on, std::size_t replicate) {
    const double coaching = on.on(Mechanism::coaching) ? 3.0 : 0.0;
    const double both = on.on(Mechanism::coaching) && on.on(Mechanism::hiring) ? 2.0 : 0.0;
    const double fade = on.on(Mechanism::fade_out) ? -1.0 : 0.0;
    return coaching + both + fade + 0.5 + 0.25 * static_cast<double>(replicate);
  }
  /// The second of each pair of scenarios is the alternative; the measure is revenue's plain sum of the district.
  static RunCoalitions run() {
    return [](const std::vector<const Scenario*>& scenarios, int first, int replicates, const PlacedSink& sink) {
      for (std::size_t row = 0; row < scenarios.size(); ++row) {
        for (int replicate = 0; replicate < replicates; ++replicate) {
          YearRecord record;
          record.schools = 0;
          const auto number = static_cast<std::size_t>(first + replicate);
          record.district_year[static_cast<std::size_t>(DistrictYearly::public_hours)] =
              row % 2 == 1 ? value(scenarios[row]->mechanisms, number) : 0.0;
          sink({row, static_cast<std::size_t>(replicate)}, record);
        }
      }
    };
  }
};

double part_named(const Attribution& attribution, const std::string& name) {
  for (const AttributedPart& part : attribution.measures.front().parts) {
    if (attribution.players[part.player].name == name) return part.part;
  }
  return std::nan("");
}

TEST(Attribution, GivesTheShapleyValuesOfAGameKnownByHand) {
  const Scenario scenario;
  const Attribution found =
      attribute_to_families(scenario, scenario, plan_of({"public_hours"}, 1, 3), MadeUpGame::run());
  // Coaching brings 3 and half of the 2 that it brings with hiring; each is in a family of its own.
  EXPECT_NEAR(part_named(found, "classroom_support"), 4.0, 1e-12);
  EXPECT_NEAR(part_named(found, "staffing"), 1.0, 1e-12);
  EXPECT_NEAR(part_named(found, "learning"), -1.0, 1e-12);
  EXPECT_NEAR(part_named(found, "politics"), 0.0, 1e-12);
  const AttributedMeasure& measure = found.measures.front();
  EXPECT_NEAR(measure.all_off, 0.75, 1e-12);
  EXPECT_NEAR(measure.difference, 4.75, 1e-12);
  EXPECT_EQ(found.players[measure.parts.front().player].name, "classroom_support") << "largest first";
  EXPECT_NEAR(measure.parts.front().alone, 5.0, 1e-12) << "without coaching, hiring brings nothing either";
  EXPECT_NEAR(measure.all_off_precision.high - measure.all_off, 4.30265 * 0.25 / std::sqrt(3.0), 1e-5);
  EXPECT_EQ(found.runs, 2U * 3U * 256U);
}

TEST(Attribution, OrdersOfMechanismsSumToTheDifferenceAndFindTheirParts) {
  const Scenario scenario;
  const Attribution found =
      attribute_to_mechanisms(scenario, scenario, plan_of({"public_hours"}, 1, 4), 2, MadeUpGame::run());
  EXPECT_EQ(found.players.size(), mechanism_count);
  // An order and its reverse: coaching once before and once after hiring, so even two orders are exact here.
  EXPECT_NEAR(part_named(found, "coaching"), 4.0, 1e-12);
  EXPECT_NEAR(part_named(found, "hiring"), 1.0, 1e-12);
  EXPECT_NEAR(part_named(found, "fade_out"), -1.0, 1e-12);
  EXPECT_NEAR(sum_of_parts(found.measures.front()), found.measures.front().difference, 1e-12);
}

TEST(Attribution, OfTheHooverPairSumsToItsDifferenceReleaseOnly) {
  const Scenario baseline = hoover("baseline");
  const Scenario moving = hoover("coaches_to_need");
  const AttributionPlan plan = plan_of({"achievement_low_income", "practice"}, 5, 1);
  const Attribution found = attribute_to_families(baseline, moving, plan, by_the_engine());
  EXPECT_EQ(found.runs, 2U * 128U) << "sets without moves are not run";
  ASSERT_EQ(found.measures.size(), 2U);
  for (const AttributedMeasure& measure : found.measures) {
    EXPECT_NEAR(sum_of_parts(measure), measure.difference, 1e-9 * std::fabs(measure.difference));
    EXPECT_EQ(measure.all_off, 0.0);
  }
  const AttributedPart& largest = found.measures.front().parts.front();
  EXPECT_GT(largest.part * largest.alone, 0.0) << "agrees in sign with switching it off alone";
  // The difference is that of the two scenarios as they are.
  std::vector<double> values(2, 0.0);
  const DistrictFacts facts = facts_of(baseline.district);
  run_replicates({&baseline, &moving}, {}, [&](RunPlace place, const YearRecord& record) {
    if (record.year == 5) values[place.scenario] = district_measures()[plan.measures.front()].of(record, facts);
  });
  EXPECT_EQ(found.measures.front().difference, values[1] - values[0]);
}

TEST(Attribution, WhatIsNotRunWouldBeExactlyZero) {
  Scenario baseline = hoover("baseline");
  Scenario moving = hoover("coaches_to_need");
  baseline.mechanisms.turn(Mechanism::reallocations, false);
  moving.mechanisms.turn(Mechanism::reallocations, false);
  EXPECT_TRUE(same_without_reallocations(baseline, moving));
  std::vector<std::vector<double>> last(2);
  const DistrictFacts facts = facts_of(baseline.district);
  RunPlan plan;
  run_replicates({&baseline, &moving}, plan, [&](RunPlace place, const YearRecord& record) {
    if (record.year == 5) last[place.scenario] = measure_year(record, facts);
  });
  for (std::size_t measure = 0; measure < last[0].size(); ++measure) {
    EXPECT_TRUE(last[0][measure] == last[1][measure] || std::isnan(last[0][measure]));
  }
  EXPECT_FALSE(same_without_reallocations(baseline, hoover("principal_discretion")));
}

TEST(Attribution, IsPrintedWithItsPartsAndTheirSum) {
  const Scenario scenario;
  const Attribution found =
      attribute_to_families(scenario, scenario, plan_of({"public_hours"}, 1, 3), MadeUpGame::run());
  AttributionMade made;
  made.baseline = "A";
  made.alternative = "B";
  const std::string text = attribution_text(found, made);
  for (const char* part : {"why \"B\" differs from \"A\"", "classroom_support", "with all mechanisms off", "100 %"}) {
    EXPECT_NE(text.find(part), std::string::npos) << text;
  }
  const nlohmann::json object = attribution_as_json(found, made);
  double sum = 0.0;
  for (const nlohmann::json& part : object["measures"][0]["parts"]) sum += part["value"].get<double>();
  EXPECT_NEAR(sum, object["measures"][0]["difference"].get<double>(), 1e-12);
  const std::string csv = attribution_csv(found, made);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 8 + 1);
}

}  // namespace
}  // namespace districtsim
