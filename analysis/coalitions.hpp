#pragma once

#include <bitset>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "sim/record/run_place.hpp"
#include "sim/record/year_record.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Mechanisms that are switched together.
struct Player {
  std::string name;
  std::vector<Mechanism> mechanisms;  ///< those on in either scenario
};

/// The families, or every mechanism by itself, that are on in either scenario.
[[nodiscard]] std::vector<Player> family_players(const Scenario& baseline, const Scenario& alternative);
[[nodiscard]] std::vector<Player> mechanism_players(const Scenario& baseline, const Scenario& alternative);

/// Which players are on, by their rows.
using Coalition = std::bitset<mechanism_count>;

/// A scenario with all mechanisms of players outside of a coalition switched off; within it, they are as they were.
[[nodiscard]] Scenario with_coalition(const Scenario& scenario, const std::vector<Player>& players,
                                      const Coalition& coalition);

/// Whether two scenarios differ in nothing, or in nothing but what `reallocations` moves: as long as the mechanism of
/// that name is off, their difference is then exactly 0 and need not be run. False where scenarios have no text.
[[nodiscard]] bool same_without_reallocations(const Scenario& baseline, const Scenario& alternative);

/// Runs replicates first, first + 1, ... of scenarios; the sink gets each year of each run, from any thread, replicates
/// counted from 0.
using RunCoalitions = std::function<void(const std::vector<const Scenario*>& scenarios, int first, int replicates,
                                         const std::function<void(RunPlace, const YearRecord&)>& sink)>;

/// Differences of coalitions, replicate by replicate.
class CoalitionValues {
 public:
  CoalitionValues(const Scenario& baseline, const Scenario& alternative, std::vector<Player> players,
                  std::vector<std::size_t> measures, int year, const RunCoalitions& run);

  /// Values of some coalitions in `replicates` replicates from `first` on: [coalition][measure][replicate].
  [[nodiscard]] std::vector<std::vector<std::vector<double>>> differences(const std::vector<Coalition>& coalitions,
                                                                          int first, int replicates);
  /// The coalition of all players.
  [[nodiscard]] Coalition everybody() const;
  /// The measures of the baseline with every player on, in the call that ran it last: [measure][replicate].
  [[nodiscard]] const std::vector<std::vector<double>>& baseline_values() const { return baseline_values_; }
  [[nodiscard]] const std::vector<Player>& players() const { return players_; }
  [[nodiscard]] std::size_t runs() const { return runs_; }
  [[nodiscard]] std::size_t saved() const { return saved_; }

 private:
  /// Whether both scenarios are the same with this coalition.
  [[nodiscard]] bool is_nothing(const Coalition& coalition) const;
  /// Runs the coalitions of some rows and puts their differences into `values`.
  void run_rows(const std::vector<Coalition>& coalitions, const std::vector<std::size_t>& rows, int first,
                int replicates, std::vector<std::vector<std::vector<double>>>& values);

  const Scenario& baseline_;
  const Scenario& alternative_;
  std::vector<Player> players_;
  std::vector<std::size_t> measures_;
  int year_;
  const RunCoalitions& run_;
  bool nothing_without_moves_ = false;
  std::vector<std::vector<double>> baseline_values_;
  std::size_t runs_ = 0;
  std::size_t saved_ = 0;
};

}  // namespace districtsim
