#include "analysis/comparison_json.hpp"

#include <cmath>
#include <string>

#include "analysis/winners_text.hpp"

namespace districtsim {

namespace {

nlohmann::json or_null(double value) { return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr); }

std::string better_text(Better better) {
  if (better == Better::neither) return "neither";
  return better == Better::higher ? "higher" : "lower";
}

nlohmann::json headline(const Comparison& comparison, const AlternativeResult& alternative, std::size_t row) {
  const DistrictMeasure& measure = district_measures()[row];
  const PairedDifference& change = alternative.at_end(row);
  const HeadlineReading& reading = alternative.readings[row];
  return {{"measure", std::string(measure.name)},
          {"unit", std::string(measure.unit)},
          {"meaning", std::string(measure.long_name)},
          {"scenario", alternative.name},
          {"year", comparison.years},
          {"pairs", change.pairs},
          {"baseline", or_null(change.baseline)},
          {"alternative", or_null(change.alternative)},
          {"difference", or_null(change.difference)},
          {"low", or_null(change.precision.low)},
          {"high", or_null(change.precision.high)},
          {"bootstrap_low", or_null(change.bootstrap.low)},
          {"bootstrap_high", or_null(change.bootstrap.high)},
          {"plausible_low", or_null(change.plausible.low)},
          {"plausible_high", or_null(change.plausible.high)},
          {"probability_positive", or_null(change.probability_positive)},
          {"variance_reduction", or_null(change.variance_reduction)},
          {"unchanged", change.unchanged},
          {"better", better_text(measure.better)},
          {"verdict", reading.reading == Reading::nothing ? nlohmann::json(nullptr)
                                                          : nlohmann::json(std::string(name_of(reading.reading)))},
          {"waited_for", reading.waited_for},
          {"precision_asked", or_null(reading.asked)},
          {"simultaneous_low", or_null(reading.simultaneous.low)},
          {"simultaneous_high", or_null(reading.simultaneous.high)},
          {"no_larger_than", or_null(reading.at_most)},
          {"more_replicates", reading.within_reach ? nlohmann::json(reading.more) : nlohmann::json(nullptr)}};
}

}  // namespace

nlohmann::json headlines_as_json(const Comparison& comparison) {
  nlohmann::json list = nlohmann::json::array();
  for (const AlternativeResult& alternative : comparison.alternatives) {
    for (std::size_t row = 0; row < district_measures().size(); ++row) {
      list.push_back(headline(comparison, alternative, row));
    }
  }
  return list;
}

nlohmann::json roll_backs_as_json(const Comparison& comparison) {
  nlohmann::json list = nlohmann::json::array();
  for (const AlternativeResult& alternative : comparison.alternatives) {
    const RollBacks& back = alternative.rolled_back;
    nlohmann::json loudest = nlohmann::json::array();
    for (const std::size_t school : back.loudest) loudest.push_back(comparison.schools[school]);
    list.push_back({{"scenario", alternative.name},
                    {"runs", back.runs},
                    {"replicates", comparison.replicates},
                    {"first_year", back.runs > 0 ? nlohmann::json(back.first_year) : nlohmann::json(nullptr)},
                    {"posts", back.posts},
                    {"dollars", back.dollars},
                    {"loudest", loudest}});
  }
  return list;
}

nlohmann::json alternatives_as_json(const Comparison& comparison) {
  nlohmann::json list = nlohmann::json::array();
  for (const AlternativeResult& alternative : comparison.alternatives) {
    list.push_back({{"scenario", alternative.name},
                    {"no_effect", alternative.changed_nothing},
                    {"why_no_effect",
                     alternative.changed_nothing ? nlohmann::json(alternative.why_nothing) : nlohmann::json(nullptr)},
                    {"shared_luck", or_null(shared_luck(alternative))}});
  }
  return list;
}

nlohmann::json rounds_as_json(const Comparison& comparison, const std::optional<Rounds>& rounds) {
  if (!rounds) return nullptr;
  return {{"settled", rounds->stopped == StoppedBy::settled},
          {"stopped_by", name_of(rounds->stopped)},
          {"rounds", rounds->replicates},
          {"not_settled", not_settled(comparison)},
          {"more_replicates", most_more_runs(comparison)}};
}

nlohmann::json proofs_as_json(const std::vector<Proof>& proofs) {
  nlohmann::json object = nlohmann::json::object();
  for (const Proof& proof : proofs) {
    object[proof.name] = {{"passed", proof.passed},
                          {"promise", proof.promise},
                          {"replicates", proof.replicates},
                          {"values_compared", proof.values},
                          {"teachers_compared", proof.teachers},
                          {"first_mismatch", proof.first_mismatch.empty() ? nlohmann::json(nullptr)
                                                                          : nlohmann::json(proof.first_mismatch)}};
  }
  return object;
}

}  // namespace districtsim
