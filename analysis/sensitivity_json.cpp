#include <nlohmann/json.hpp>
#include <string>

#include "analysis/sensitivity_report.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

void put_estimate(json& entry, const std::string& name, const Estimate& estimate) {
  entry[name] = estimate.value;
  entry[name + "_low"] = estimate.low;
  entry[name + "_high"] = estimate.high;
}

/// A line of chance has no range of its own.
void put_line(json& entry, const std::string& name, const std::optional<double>& chance) {
  for (const char* end : {"", "_low", "_high"}) entry[name + end] = chance ? json(*chance) : json(nullptr);
}

void put_sobol(const SensitivityReport& report, const SobolIndices& indices, std::size_t parameter, json& entry) {
  put_estimate(entry, "S1", indices.first[parameter]);
  put_estimate(entry, "ST", indices.total[parameter]);
  if (indices.second.empty()) return;
  for (std::size_t other = parameter + 1; other < report.parameters.size(); ++other) {
    json pair = {{"with", report.parameters[other]}};
    put_estimate(pair, "S2", indices.second[parameter][other]);
    entry["S2"].push_back(pair);
  }
}

void put_changes(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t parameter,
                 json& entry) {
  const std::vector<std::string>& levels = report.levels[parameter];
  for (const SingleChange& change : measure.changes[parameter]) {
    const json value = levels.empty() ? json(change.value) : json(levels[static_cast<std::size_t>(change.value)]);
    entry["changes"].push_back({{"value", value}, {"difference", change.difference}});
  }
}

json entry_of(const SensitivityReport& report, const MeasureSensitivity& measure, std::size_t parameter) {
  json entry = {{"parameter", report.parameters[parameter]}};
  if (report.kind == DesignKind::saltelli) {
    put_sobol(report, measure.sobol, parameter, entry);
  } else if (report.kind == DesignKind::morris) {
    const ElementaryEffects& effects = measure.morris[parameter];
    entry.update({{"mu", effects.mu}, {"mu_star", effects.mu_star}, {"sigma", effects.sigma}});
  } else if (report.kind == DesignKind::one_at_a_time) {
    put_changes(report, measure, parameter, entry);
  } else {
    entry.update({{"SRC", measure.sample.src[parameter]}, {"PRCC", measure.sample.prcc[parameter]}});
  }
  return entry;
}

json chance_entry(const SensitivityReport& report, const MeasureSensitivity& measure) {
  json entry = {{"parameter", "chance"}};
  const json line = measure.chance ? json(*measure.chance) : json(nullptr);
  switch (report.kind) {
    case DesignKind::saltelli:
      put_line(entry, "S1", measure.chance_of_first);
      put_line(entry, "ST", measure.chance);
      if (!measure.sobol.second.empty()) {
        entry["S2"] = measure.chance_of_pairs ? json(*measure.chance_of_pairs) : json(nullptr);
      }
      break;
    case DesignKind::morris:
      entry["mu_star"] = line;
      break;
    case DesignKind::sample:
      entry["PRCC"] = line;
      break;
    case DesignKind::one_at_a_time:
      entry["difference"] = line;
      break;
  }
  return entry;
}

}  // namespace

std::string sensitivity_json(const SensitivityReport& report) {
  json measures = json::object();
  for (const MeasureSensitivity& measure : report.measures) {
    json list = json::array();
    for (std::size_t parameter = 0; parameter < report.parameters.size(); ++parameter) {
      list.push_back(entry_of(report, measure, parameter));
    }
    for (std::size_t parameter = 0; parameter < measure.luck.size(); ++parameter) {
      list[parameter]["luck"] = measure.luck[parameter];
    }
    const Ranking ranks = ranking(report, measure);
    for (std::size_t place = 0; place < ranks.order.size(); ++place) {
      list[ranks.order[place]]["rank"] = place < ranks.ranked ? json(place + 1) : json(nullptr);
    }
    list.push_back(chance_entry(report, measure));
    measures[measure.measure] = list;
  }
  return measures.dump() + "\n";
}

}  // namespace districtsim
