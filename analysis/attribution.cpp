#include "analysis/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string>

#include "analysis/stopping_rule.hpp"
#include "sim/core/contracts.hpp"
#include "sim/core/random.hpp"

namespace districtsim {

namespace {

using Values = std::vector<double>;          ///< by replicate
using PartsOfMeasure = std::vector<Values>;  ///< [player][replicate]

constexpr double unknown_part = std::numeric_limits<double>::quiet_NaN();
constexpr double misses_of_parts = 0.05;
constexpr std::uint64_t seed_of_orders = 0x7368617061726C79ULL;
enum class OrderPurpose : std::uint32_t { lot = 1 };

double mean_of(const Values& values) { return mean_variance(values).mean; }

Range interval_of(const Values& values) {
  if (values.size() < 2) return {unknown_part, unknown_part};
  const MeanVariance of = mean_variance(values);
  const double half = half_width(of.variance, values.size(), misses_of_parts);
  return {of.mean - half, of.mean + half};
}

/// Replicates in which every number is there.
std::vector<std::size_t> complete_replicates(const std::vector<const Values*>& lists) {
  std::vector<std::size_t> rows;
  for (std::size_t replicate = 0; replicate < lists.front()->size(); ++replicate) {
    const bool whole = std::none_of(lists.begin(), lists.end(),
                                    [&](const Values* values) { return std::isnan((*values)[replicate]); });
    if (whole) rows.push_back(replicate);
  }
  return rows;
}

Values picked(const Values& values, const std::vector<std::size_t>& rows) {
  Values result;
  for (const std::size_t row : rows) result.push_back(values[row]);
  return result;
}

/// Sums up one measure: `alone` by player and replicate, or empty.
AttributedMeasure summed_up(std::size_t measure, const Values& baseline, const Values& full, const Values& nothing,
                            const PartsOfMeasure& parts, const PartsOfMeasure& alone) {
  AttributedMeasure result;
  result.measure = measure;
  std::vector<const Values*> lists = {&baseline, &full, &nothing};
  for (const Values& part : parts) lists.push_back(&part);
  const std::vector<std::size_t> rows = complete_replicates(lists);
  result.replicates = rows.size();
  if (rows.empty()) {
    result.baseline = result.alternative = result.difference = result.all_off = unknown_part;
    return result;
  }
  const Values differences = picked(full, rows);
  const Values left = picked(nothing, rows);
  result.baseline = mean_of(picked(baseline, rows));
  result.difference = mean_of(differences);
  result.alternative = result.baseline + result.difference;
  result.precision = interval_of(differences);
  result.all_off = mean_of(left);
  result.all_off_precision = interval_of(left);
  for (std::size_t player = 0; player < parts.size(); ++player) {
    const Values own = picked(parts[player], rows);
    const double off = alone.empty() ? unknown_part : mean_of(picked(alone[player], rows));
    result.parts.push_back({player, mean_of(own), interval_of(own), off});
  }
  std::stable_sort(result.parts.begin(), result.parts.end(), [](const AttributedPart& a, const AttributedPart& b) {
    return std::fabs(a.part) > std::fabs(b.part);
  });
  return result;
}

/// |S|! (k - |S| - 1)! / k! for sets of each size.
std::vector<double> shapley_weights(std::size_t players) {
  std::vector<double> weights;
  for (std::size_t size = 0; size < players; ++size) {
    weights.push_back(std::exp(std::lgamma(static_cast<double>(size) + 1.0) +
                               std::lgamma(static_cast<double>(players - size)) -
                               std::lgamma(static_cast<double>(players) + 1.0)));
  }
  const double scale = [&] {  // weights of the sets without one player sum to 1
    double sum = 0.0;
    double sets = 1.0;
    for (std::size_t size = 0; size < players; ++size) {
      sum += sets * weights[size];
      sets *= static_cast<double>(players - 1 - size) / static_cast<double>(size + 1);
    }
    return sum;
  }();
  for (double& weight : weights) weight /= scale;
  return weights;
}

/// Shapley values of every player by replicate, from the values of all sets: bit p of a set's row is player p.
PartsOfMeasure exact_parts(const std::vector<std::vector<Values>>& sets, std::size_t measure, std::size_t players) {
  const std::vector<double> weights = shapley_weights(players);
  PartsOfMeasure parts(players, Values(sets.front()[measure].size(), 0.0));
  for (std::size_t set = 0; set < sets.size(); ++set) {
    const std::size_t size = Coalition(set).count();
    for (std::size_t player = 0; player < players; ++player) {
      const std::size_t with = set | (std::size_t{1} << player);
      if (with == set) continue;
      for (std::size_t replicate = 0; replicate < parts[player].size(); ++replicate) {
        parts[player][replicate] += weights[size] * (sets[with][measure][replicate] - sets[set][measure][replicate]);
      }
    }
  }
  return parts;
}

/// Players in an order drawn for a replicate; each second order is the reverse of the one before.
std::vector<std::size_t> order_of(std::size_t players, std::uint32_t replicate, std::uint32_t number) {
  const Draws draws(seed_of_orders, replicate);
  std::vector<double> lots;
  for (std::uint32_t player = 0; player < players; ++player) {
    lots.push_back(draws.uniform(OrderPurpose::lot, {player, number / 2}, 0));
  }
  std::vector<std::size_t> order(players);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lots[a] < lots[b]; });
  if (number % 2 == 1) std::reverse(order.begin(), order.end());
  return order;
}

/// What is needed of one replicate: each set once, and for each order the rows of its sets, growing by one player.
struct OrdersOfReplicate {
  std::vector<std::vector<std::size_t>> orders;
  std::vector<std::vector<std::size_t>> rows;  ///< [order][players switched on] in `sets`
  std::vector<Coalition> sets;
};

OrdersOfReplicate orders_of(std::size_t players, int permutations, std::uint32_t replicate) {
  OrdersOfReplicate result;
  std::map<std::string, std::size_t> known;
  const auto row_of_set = [&](const Coalition& set) {
    const auto [place, is_new] = known.emplace(set.to_string(), result.sets.size());
    if (is_new) result.sets.push_back(set);
    return place->second;
  };
  for (int number = 0; number < permutations; ++number) {
    result.orders.push_back(order_of(players, replicate, static_cast<std::uint32_t>(number)));
    Coalition set;
    std::vector<std::size_t>& rows = result.rows.emplace_back(1, row_of_set(set));
    for (const std::size_t player : result.orders.back()) rows.push_back(row_of_set(set.set(player)));
  }
  return result;
}

Attribution begun(const CoalitionValues& values) {
  Attribution result;
  result.players = values.players();
  result.runs = values.runs();
  result.saved = values.saved();
  return result;
}

}  // namespace

Attribution attribute_to_families(const Scenario& baseline, const Scenario& alternative, const AttributionPlan& plan,
                                  const RunCoalitions& run) {
  CoalitionValues values(baseline, alternative, family_players(baseline, alternative), plan.measures, plan.year, run);
  const std::size_t players = values.players().size();
  promise(players <= most_mechanism_families, "families are few enough for all their sets");
  const std::size_t everybody = (std::size_t{1} << players) - 1;
  // The set of all comes first: how long it takes says how long all will take.
  std::vector<std::vector<Values>> sets = values.differences({values.everybody()}, 0, plan.replicates);
  std::vector<Coalition> others;
  for (std::size_t set = 0; set < everybody; ++set) others.emplace_back(set);
  const std::vector<Values> full = sets.front();
  sets = values.differences(others, 0, plan.replicates);
  sets.push_back(full);
  Attribution result = begun(values);
  for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
    PartsOfMeasure alone;
    for (std::size_t player = 0; player < players; ++player) {
      const Values& off = sets[everybody & ~(std::size_t{1} << player)][measure];
      Values& loss = alone.emplace_back();
      for (std::size_t row = 0; row < off.size(); ++row) loss.push_back(full[measure][row] - off[row]);
    }
    result.measures.push_back(summed_up(plan.measures[measure], values.baseline_values()[measure], full[measure],
                                        sets.front()[measure], exact_parts(sets, measure, players), alone));
  }
  return result;
}

Attribution attribute_to_mechanisms(const Scenario& baseline, const Scenario& alternative, const AttributionPlan& plan,
                                    int permutations, const RunCoalitions& run) {
  promise(permutations > 0, "there is an order to switch mechanisms on in");
  CoalitionValues values(baseline, alternative, mechanism_players(baseline, alternative), plan.measures, plan.year,
                         run);
  const std::size_t players = values.players().size();
  const auto replicates = static_cast<std::size_t>(plan.replicates);
  const std::vector<Values> full = values.differences({values.everybody()}, 0, plan.replicates).front();
  const std::vector<Values> before = values.baseline_values();
  std::vector<PartsOfMeasure> parts(plan.measures.size(), PartsOfMeasure(players, Values(replicates, 0.0)));
  std::vector<Values> nothing(plan.measures.size(), Values(replicates, 0.0));
  for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
    OrdersOfReplicate orders = orders_of(players, permutations, static_cast<std::uint32_t>(replicate));
    const std::size_t last = orders.rows.front().back();  // the set of all is there already
    std::vector<Coalition> sets = orders.sets;
    sets.erase(sets.begin() + static_cast<std::ptrdiff_t>(last));
    std::vector<std::vector<Values>> seen = values.differences(sets, static_cast<int>(replicate), 1);
    seen.insert(seen.begin() + static_cast<std::ptrdiff_t>(last), std::vector<Values>(plan.measures.size(), Values(1)));
    for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
      seen[last][measure][0] = full[measure][replicate];
      nothing[measure][replicate] = seen[orders.rows.front().front()][measure][0];
      for (std::size_t number = 0; number < orders.orders.size(); ++number) {
        const std::vector<std::size_t>& rows = orders.rows[number];
        for (std::size_t step = 0; step < players; ++step) {
          parts[measure][orders.orders[number][step]][replicate] +=
              (seen[rows[step + 1]][measure][0] - seen[rows[step]][measure][0]) / permutations;
        }
      }
    }
  }
  Attribution result = begun(values);
  for (std::size_t measure = 0; measure < plan.measures.size(); ++measure) {
    result.measures.push_back(
        summed_up(plan.measures[measure], before[measure], full[measure], nothing[measure], parts[measure], {}));
  }
  return result;
}

std::size_t runs_for_families(const Scenario& baseline, const Scenario& alternative, int replicates) {
  const std::vector<Player> players = family_players(baseline, alternative);
  const std::size_t sets = std::size_t{1} << players.size();
  const bool half = same_without_reallocations(baseline, alternative);
  return 2 * static_cast<std::size_t>(replicates) * (half ? sets / 2 : sets);
}

std::size_t runs_for_mechanisms(const Scenario& baseline, const Scenario& alternative, int replicates,
                                int permutations) {
  const std::vector<Player> players = mechanism_players(baseline, alternative);
  const std::size_t sets = players.size() * static_cast<std::size_t>(permutations) + 1;
  const bool half = same_without_reallocations(baseline, alternative);
  return 2 * static_cast<std::size_t>(replicates) * (half ? sets / 2 + 1 : sets);
}

}  // namespace districtsim
