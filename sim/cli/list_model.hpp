#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/scenario/mechanisms.hpp"
#include "sim/scenario/parameters.hpp"

namespace districtsim {

/// Every mechanism, whether it is on, its source, grade, meaning, parameters and the measure it moves, for people; of
/// support interactions also who gives what to whom.
[[nodiscard]] std::string mechanisms_as_text(const MechanismSwitches& switches, Parameters parameters);
/// The same as one JSON object with a list `mechanisms`.
[[nodiscard]] std::string mechanisms_as_json(const MechanismSwitches& switches, Parameters parameters);

/// The steps of a year in their order, for people; and as one JSON object with a list `phases`.
[[nodiscard]] std::string phases_as_text();
[[nodiscard]] std::string phases_as_json();

/// Seconds of each phase of phase_table(), for people.
[[nodiscard]] std::string timings_as_text(const std::vector<double>& phase_seconds);

/// A JSON value as a line of output. Text that is not UTF-8 is replaced.
[[nodiscard]] std::string json_line(const nlohmann::json& value);

}  // namespace districtsim
