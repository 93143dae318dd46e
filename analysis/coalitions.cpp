#include "analysis/coalitions.hpp"

#include <algorithm>
#include <limits>

#include "analysis/measures.hpp"
#include "analysis/no_effect.hpp"
#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

constexpr std::size_t coalitions_at_once = 32;  ///< scenarios that are in memory together, twice that

bool on_in_either(const Scenario& baseline, const Scenario& alternative, Mechanism mechanism) {
  return baseline.mechanisms.on(mechanism) || alternative.mechanisms.on(mechanism);
}

}  // namespace

std::vector<Player> family_players(const Scenario& baseline, const Scenario& alternative) {
  std::vector<Player> players;
  for (std::size_t family = 0; family < mechanism_families().size(); ++family) {
    Player player{mechanism_families()[family].name, {}};
    for (const MechanismRecord& record : mechanism_records()) {
      if (record.family == family && on_in_either(baseline, alternative, record.mechanism)) {
        player.mechanisms.push_back(record.mechanism);
      }
    }
    if (!player.mechanisms.empty()) players.push_back(std::move(player));
  }
  return players;
}

std::vector<Player> mechanism_players(const Scenario& baseline, const Scenario& alternative) {
  std::vector<Player> players;
  for (const MechanismRecord& record : mechanism_records()) {
    if (!on_in_either(baseline, alternative, record.mechanism)) continue;
    players.push_back({std::string(name_of(record.mechanism)), {record.mechanism}});
  }
  return players;
}

Scenario with_coalition(const Scenario& scenario, const std::vector<Player>& players, const Coalition& coalition) {
  Scenario result = scenario;
  result.record.agents = AgentsRecorded::none;
  result.record.interactions = InteractionsRecorded::none;
  for (std::size_t player = 0; player < players.size(); ++player) {
    if (coalition[player]) continue;
    for (const Mechanism mechanism : players[player].mechanisms) result.mechanisms.turn(mechanism, false);
  }
  return result;
}

bool same_without_reallocations(const Scenario& baseline, const Scenario& alternative) {
  if (baseline.resolved_text.empty() || alternative.resolved_text.empty()) return false;
  const std::vector<std::string> keys = differing_keys(baseline, alternative);
  return std::all_of(keys.begin(), keys.end(), [](const std::string& key) { return key == "reallocations"; });
}

CoalitionValues::CoalitionValues(const Scenario& baseline, const Scenario& alternative, std::vector<Player> players,
                                 std::vector<std::size_t> measures, int year, const RunCoalitions& run)
    : baseline_(baseline),
      alternative_(alternative),
      players_(std::move(players)),
      measures_(std::move(measures)),
      year_(year),
      run_(run),
      nothing_without_moves_(same_without_reallocations(baseline, alternative)) {}

Coalition CoalitionValues::everybody() const {
  Coalition all;
  for (std::size_t player = 0; player < players_.size(); ++player) all.set(player);
  return all;
}

bool CoalitionValues::is_nothing(const Coalition& coalition) const {
  if (!nothing_without_moves_ || coalition == everybody()) return false;
  const auto moves = [](const Player& player) {
    return std::find(player.mechanisms.begin(), player.mechanisms.end(), Mechanism::reallocations) !=
           player.mechanisms.end();
  };
  for (std::size_t player = 0; player < players_.size(); ++player) {
    if (coalition[player] && moves(players_[player])) return false;
  }
  return true;
}

std::vector<std::vector<std::vector<double>>> CoalitionValues::differences(const std::vector<Coalition>& coalitions,
                                                                           int first, int replicates) {
  const auto count = static_cast<std::size_t>(replicates);
  std::vector<std::vector<std::vector<double>>> values(
      coalitions.size(), std::vector<std::vector<double>>(measures_.size(), std::vector<double>(count, 0.0)));
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < coalitions.size(); ++row) {
    if (is_nothing(coalitions[row])) {
      saved_ += 2 * count;
      continue;
    }
    rows.push_back(row);
    if (rows.size() < coalitions_at_once) continue;
    run_rows(coalitions, rows, first, replicates, values);
    rows.clear();
  }
  if (!rows.empty()) run_rows(coalitions, rows, first, replicates, values);
  return values;
}

void CoalitionValues::run_rows(const std::vector<Coalition>& coalitions, const std::vector<std::size_t>& rows,
                               int first, int replicates, std::vector<std::vector<std::vector<double>>>& values) {
  std::vector<Scenario> scenarios;
  scenarios.reserve(2 * rows.size());
  for (const std::size_t row : rows) {
    scenarios.push_back(with_coalition(baseline_, players_, coalitions[row]));
    scenarios.push_back(with_coalition(alternative_, players_, coalitions[row]));
  }
  std::vector<const Scenario*> arms;
  for (const Scenario& scenario : scenarios) arms.push_back(&scenario);
  const DistrictFacts facts = facts_of(baseline_.district);
  const auto count = static_cast<std::size_t>(replicates);
  const double missing = std::numeric_limits<double>::quiet_NaN();
  std::vector<double> seen(arms.size() * measures_.size() * count, missing);  // [arm][measure][replicate]
  const auto at = [&](std::size_t arm, std::size_t measure, std::size_t replicate) {
    return (arm * measures_.size() + measure) * count + replicate;
  };
  run_(arms, first, replicates, [&](RunPlace place, const YearRecord& record) {
    if (record.year != year_) return;
    for (std::size_t measure = 0; measure < measures_.size(); ++measure) {
      seen[at(place.scenario, measure, place.replicate)] = district_measures()[measures_[measure]].of(record, facts);
    }
  });
  runs_ += arms.size() * count;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool full = coalitions[rows[row]] == everybody();
    if (full) baseline_values_.assign(measures_.size(), {});
    for (std::size_t measure = 0; measure < measures_.size(); ++measure) {
      for (std::size_t replicate = 0; replicate < count; ++replicate) {
        const double before = seen[at(2 * row, measure, replicate)];
        values[rows[row]][measure][replicate] = seen[at(2 * row + 1, measure, replicate)] - before;
        if (full) baseline_values_[measure].push_back(before);
      }
    }
  }
}

}  // namespace districtsim
