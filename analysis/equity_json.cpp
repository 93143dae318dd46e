#include "analysis/equity_json.hpp"

#include <cmath>
#include <string>

namespace districtsim {

namespace {

nlohmann::json number_or_null(double value) {
  return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr);
}

nlohmann::json fate_as_json(const Fate& fate) {
  return {{"pairs", fate.pairs},
          {"probability_worse", number_or_null(fate.worse)},
          {"probability_better", number_or_null(fate.better)},
          {"difference", number_or_null(fate.difference)}};
}

/// One object by outcome, of a row of every outcome's list.
nlohmann::json fates_as_json(const std::array<std::vector<Fate>, school_outcomes.size()>& fates, std::size_t row) {
  nlohmann::json object = nlohmann::json::object();
  for (std::size_t outcome = 0; outcome < school_outcomes.size(); ++outcome) {
    object[std::string(school_outcomes[outcome].name)] = fate_as_json(fates[outcome][row]);
  }
  return object;
}

nlohmann::json counts_as_json(const WinnersAndLosers& winners) {
  nlohmann::json object = nlohmann::json::object();
  for (std::size_t outcome = 0; outcome < school_outcomes.size(); ++outcome) {
    const FateCounts counts = count_fates(winners.schools[outcome]);
    object[std::string(school_outcomes[outcome].name)] = {
        {"schools", counts.known}, {"worse_off", counts.worse}, {"better_off", counts.better}};
  }
  return object;
}

}  // namespace

nlohmann::json winners_as_json(const Comparison& comparison) {
  nlohmann::json list = nlohmann::json::array();
  for (const AlternativeResult& alternative : comparison.alternatives) {
    nlohmann::json schools = nlohmann::json::array();
    for (std::size_t school = 0; school < comparison.schools.size(); ++school) {
      nlohmann::json one = fates_as_json(alternative.winners.schools, school);
      one["school"] = comparison.schools[school];
      one["school_id"] = comparison.school_ids[school];
      one["need_band"] = std::string(need_quarter_names[comparison.need_bands[school]]);
      schools.push_back(std::move(one));
    }
    nlohmann::json groups = nlohmann::json::array();
    for (std::size_t group = 0; group < fixed_groups.size(); ++group) {
      nlohmann::json one = fates_as_json(alternative.winners.groups, group);
      one["group"] = std::string(fixed_groups[group].name);
      groups.push_back(std::move(one));
    }
    list.push_back({{"scenario", alternative.name},
                    {"year", comparison.years},
                    {"threshold", nearly_always},
                    {"counts", counts_as_json(alternative.winners)},
                    {"schools", schools},
                    {"groups", groups}});
  }
  return list;
}

nlohmann::json regrets_as_json(const Comparison& comparison) {
  nlohmann::json list = nlohmann::json::array();
  for (const GroupRegret& one : comparison.regrets) {
    list.push_back({{"outcome", std::string(school_outcomes[static_cast<std::size_t>(one.outcome)].name)},
                    {"scenario", comparison.scenarios[one.scenario]},
                    {"group", std::string(fixed_groups[one.group].name)},
                    {"replicates", one.replicates},
                    {"regret", number_or_null(one.regret)},
                    {"low", number_or_null(one.precision.low)},
                    {"high", number_or_null(one.precision.high)},
                    {"share_best", number_or_null(one.share_best)}});
  }
  return list;
}

nlohmann::json robustness_as_json(const Comparison& comparison) {
  nlohmann::json list = nlohmann::json::array();
  for (const Robustness& one : comparison.robustness) {
    list.push_back({{"scenario", comparison.alternatives[one.alternative].name},
                    {"measure", std::string(district_measures()[one.measure].name)},
                    {"replicates", one.replicates},
                    {"beats_baseline", number_or_null(one.beats_baseline)},
                    {"beats_all", number_or_null(one.beats_all)}});
  }
  return list;
}

}  // namespace districtsim
