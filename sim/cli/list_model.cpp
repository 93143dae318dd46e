#include "sim/cli/list_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "sim/core/contracts.hpp"
#include "sim/run/phase_table.hpp"
#include "sim/scenario/interactions.hpp"

namespace districtsim {

namespace {

const char* state_of(const MechanismSwitches& switches, Mechanism mechanism) {
  return switches.on(mechanism) ? "on" : "off";
}

const char* cadence_name(Cadence cadence) {
  switch (cadence) {
    case Cadence::before_year:
      return "before each year";
    case Cadence::weekly:
      return "every week";
    case Cadence::after_year:
      return "after each year";
  }
  return "";
}

/// What interactions.yaml says of a mechanism that is a kind of support interaction; null for others.
const InteractionDescription* interaction_of(Mechanism mechanism) {
  for (const InteractionDescription& kind : interaction_descriptions()) {
    if (kind.mechanism == mechanism) return &kind;
  }
  return nullptr;
}

std::string_view rule_of(const InteractionDescription& kind) {
  return interaction_rule_names[static_cast<std::size_t>(kind.rule)];
}
std::string_view word_for(PersonKind person) { return person_kind_names[static_cast<std::size_t>(person)]; }

/// The parameters of one section, in the order of the file.
std::vector<const ParameterRecord*> section_of(const std::string& section) {
  std::vector<const ParameterRecord*> records;
  for (const ParameterRecord& record : parameter_records()) {
    if (record.name.rfind(section + ".", 0) == 0) records.push_back(&record);
  }
  return records;
}

double value_in(Parameters& parameters, const ParameterRecord& record) {
  const double* const place = find_parameter(parameters, record.name);
  promise(place != nullptr, "every parameter of the file has a place in the program");
  return *place;
}

/// The unit as a word behind a number: nothing for "1", "per contact" for "1 per contact".
std::string unit_behind(const std::string& unit) {
  if (unit == "1") return "";
  return " " + (unit.rfind("1 ", 0) == 0 ? unit.substr(2) : unit);
}

/// "coaching.contact_hours   2 h (D)", one line for each parameter that some mechanism names.
std::string parameters_as_text(Parameters& parameters) {
  std::string text;
  for (const ParameterRecord& record : parameter_records()) {
    const std::string section = record.name.substr(0, record.name.find('.'));
    const auto& mechanisms = mechanism_records();
    const bool named = std::any_of(mechanisms.begin(), mechanisms.end(), [&](const MechanismRecord& mechanism) {
      return std::count(mechanism.parameters.begin(), mechanism.parameters.end(), section) > 0;
    });
    if (!named) continue;
    text += fmt::format("{:<40} {:.6g}{} (grade {})\n", record.name, value_in(parameters, record),
                        unit_behind(record.unit), record.grade);
  }
  return text;
}

nlohmann::json parameters_as_json(const std::vector<std::string>& sections, Parameters& parameters) {
  nlohmann::json list = nlohmann::json::array();
  for (const std::string& section : sections) {
    for (const ParameterRecord* record : section_of(section)) {
      list.push_back({{"name", record->name},
                      {"value", value_in(parameters, *record)},
                      {"unit", record->unit},
                      {"grade", std::string(1, record->grade)}});
    }
  }
  return list;
}

}  // namespace

std::string mechanisms_as_text(const MechanismSwitches& switches, Parameters parameters) {
  std::string text;
  const auto line = [&text](const std::string& words) { text += fmt::format("{:<24} {}\n", "", words); };
  for (const MechanismRecord& record : mechanism_records()) {
    text += fmt::format("{:<24} {:<4} grade {}  {}\n", name_of(record.mechanism), state_of(switches, record.mechanism),
                        record.grade, record.meaning);
    if (const InteractionDescription* kind = interaction_of(record.mechanism); kind != nullptr) {
      line(fmt::format("{}: {} to {}; practices: {}; supports: {}", rule_of(*kind), word_for(kind->from),
                       word_for(kind->to), fmt::join(kind->practices, ", "),
                       kind->supports.empty() ? "none" : fmt::format("{}", fmt::join(kind->supports, ", "))));
    }
    line(fmt::format("moves {}{}; family {}", record.measure, record.links_schools ? "; links schools" : "",
                     mechanism_families()[record.family].name));
    line(record.source);
    line(fmt::format("parameters: {}", fmt::join(record.parameters, ", ")));
  }
  return text + "\nParameters\n" + parameters_as_text(parameters);
}

std::string mechanisms_as_json(const MechanismSwitches& switches, Parameters parameters) {
  nlohmann::json list = nlohmann::json::array();
  for (const MechanismRecord& record : mechanism_records()) {
    nlohmann::json object = {{"name", name_of(record.mechanism)},
                             {"source", record.source},
                             {"grade", std::string(1, record.grade)},
                             {"state", state_of(switches, record.mechanism)},
                             {"measure", record.measure},
                             {"links_schools", record.links_schools},
                             {"family", mechanism_families()[record.family].name},
                             {"meaning", record.meaning},
                             {"parameters", parameters_as_json(record.parameters, parameters)}};
    if (const InteractionDescription* kind = interaction_of(record.mechanism); kind != nullptr) {
      object["interaction"] = {{"rule", rule_of(*kind)},
                               {"from", word_for(kind->from)},
                               {"to", word_for(kind->to)},
                               {"practices", kind->practices},
                               {"supports", kind->supports}};
    }
    list.push_back(object);
  }
  return json_line({{"mechanisms", list}});
}

std::string phases_as_text() {
  std::string text;
  for (const Phase& phase : phase_table()) {
    text +=
        fmt::format("{:<22} {:<17} {:<22} {}\n", phase.name, cadence_name(phase.cadence), phase.rows, phase.meaning);
  }
  return text;
}

std::string phases_as_json() {
  nlohmann::json list = nlohmann::json::array();
  for (const Phase& phase : phase_table()) {
    list.push_back({{"name", phase.name},
                    {"cadence", cadence_name(phase.cadence)},
                    {"writes", phase.rows},
                    {"meaning", phase.meaning}});
  }
  return json_line({{"phases", list}});
}

std::string timings_as_text(const std::vector<double>& phase_seconds) {
  const double all = std::accumulate(phase_seconds.begin(), phase_seconds.end(), 0.0);
  std::string text = fmt::format("{:<22} {:>10} {:>7}\n", "phase", "seconds", "share");
  std::size_t row = 0;
  for (const Phase& phase : phase_table()) {
    const double own = phase_seconds[row++];
    text += fmt::format("{:<22} {:>10.4f} {:>6.1f}%\n", phase.name, own, all > 0.0 ? 100.0 * own / all : 0.0);
  }
  return text;
}

std::string json_line(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace districtsim
