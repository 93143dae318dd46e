#include "sim/cli/list_model.hpp"

#include <fmt/format.h>

#include <numeric>

#include "sim/run/phase_table.hpp"

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

}  // namespace

std::string mechanisms_as_text(const MechanismSwitches& switches) {
  std::string text;
  for (const MechanismRecord& record : mechanism_records()) {
    text += fmt::format("{:<20} {:<4} grade {}  {}\n", name_of(record.mechanism), state_of(switches, record.mechanism),
                        record.grade, record.meaning);
    text += fmt::format("{:<20} moves {}{}\n", "", record.measure, record.links_schools ? "; links schools" : "");
    text += fmt::format("{:<20} {}\n", "", record.source);
  }
  return text;
}

std::string mechanisms_as_json(const MechanismSwitches& switches) {
  nlohmann::json list = nlohmann::json::array();
  for (const MechanismRecord& record : mechanism_records()) {
    list.push_back({{"name", name_of(record.mechanism)},
                    {"source", record.source},
                    {"grade", std::string(1, record.grade)},
                    {"state", state_of(switches, record.mechanism)},
                    {"measure", record.measure},
                    {"links_schools", record.links_schools},
                    {"meaning", record.meaning}});
  }
  return json_line({{"mechanisms", list}});
}

std::string phases_as_text() {
  std::string text;
  for (const Phase& phase : phase_table()) {
    text +=
        fmt::format("{:<17} {:<17} {:<22} {}\n", phase.name, cadence_name(phase.cadence), phase.rows, phase.meaning);
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
  std::string text = fmt::format("{:<17} {:>10} {:>7}\n", "phase", "seconds", "share");
  std::size_t row = 0;
  for (const Phase& phase : phase_table()) {
    const double own = phase_seconds[row++];
    text += fmt::format("{:<17} {:>10.4f} {:>6.1f}%\n", phase.name, own, all > 0.0 ? 100.0 * own / all : 0.0);
  }
  return text;
}

std::string json_line(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace districtsim
