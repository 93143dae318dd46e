#include "sim/record/table_layout.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/district/journal.hpp"
#include "sim/record/year_record.hpp"

namespace districtsim {

namespace {

constexpr std::size_t rows_together = 65536;  ///< of a table, in a chunk

/// A code for each of some names, from 0.
template <std::size_t count>
Variable<std::int8_t> name_flags(ResultFile& file, const char* name, const char* meaning,
                                 const std::array<std::string_view, count>& names) {
  std::vector<std::int8_t> codes;
  for (std::size_t code = 0; code < count; ++code) codes.push_back(static_cast<std::int8_t>(code));
  return file.variable<std::int8_t>({.name = name,
                                     .dimensions = {"record"},
                                     .long_name = meaning,
                                     .flag_values = codes,
                                     .flag_meanings = {names.begin(), names.end()},
                                     .chunks = {rows_together}});
}

template <class T>
Variable<T> table_column(ResultFile& file, std::string_view name, const char* units, std::string_view meaning) {
  return file.variable<T>({.name = std::string(name),
                           .dimensions = {"record"},
                           .units = units,
                           .long_name = std::string(meaning),
                           .chunks = {rows_together}});
}

Variable<std::int8_t> table_flags(ResultFile& file, const char* name, const char* meaning,
                                  std::vector<std::int8_t> values, std::vector<std::string> meanings) {
  return file.variable<std::int8_t>({.name = name,
                                     .dimensions = {"record"},
                                     .long_name = meaning,
                                     .flag_values = std::move(values),
                                     .flag_meanings = std::move(meanings),
                                     .chunks = {rows_together}});
}

}  // namespace

AgentVariables define_agents(ResultFile& file) {
  file.dimension("agents/record", unlimited);
  AgentVariables agents;
  agents.scenario = table_column<std::int32_t>(file, "agents/scenario_index", "1", "row of the scenario, from 0");
  agents.replicate = table_column<std::int32_t>(file, "agents/replicate_index", "1", "row of the replicate, from 0");
  agents.time = table_column<std::int32_t>(file, "agents/time_index", "1", "row of the week, from 0");
  agents.school = table_column<std::int32_t>(file, "agents/school_index", "1", "row of the school, from 0");
  agents.person = table_column<std::uint32_t>(file, "agents/person", "1",
                                              "key of the person, the same in every scenario of a replicate");
  agents.post = table_column<std::int32_t>(file, "agents/post", "1", "number of the teaching post in the school");
  agents.holder = table_flags(file, "agents/holder", "who holds the post", {1, 2}, {"regular", "substitute"});
  agents.experience = table_column<float>(file, "agents/experience", "1", "experience in years");
  for (std::size_t d = 0; d < agents.practice.size(); ++d) {
    const std::string meaning(weekly_measures[d].meaning);
    agents.practice[d] = table_column<float>(file, "agents/" + std::string(weekly_measures[d].name), "1",
                                             meaning.substr(meaning.find("practice")));
  }
  agents.strain = table_column<float>(file, "agents/strain", "1", "strain (SD)");
  agents.trust_in_coach = table_column<float>(file, "agents/trust_in_coach", "1",
                                              "trust in the teacher leader whose caseload it is (0 to 1)");
  agents.trust_in_principal =
      table_column<float>(file, "agents/trust_in_principal", "1", "trust in the school's leaders (0 to 1)");
  agents.coached = table_flags(file, "agents/coached", "on a teacher leader's caseload", {0, 1}, {"no", "yes"});
  return agents;
}

InteractionVariables define_interactions(ResultFile& file) {
  file.dimension("interactions/record", unlimited);
  const auto index = [&](const char* name, const char* meaning) {
    return table_column<std::int32_t>(file, name, "1", meaning);
  };
  InteractionVariables rows;
  rows.scenario = index("interactions/scenario_index", "row of the scenario, from 0");
  rows.replicate = index("interactions/replicate_index", "row of the replicate, from 0");
  rows.time = index("interactions/time_index", "row of the week, from 0");
  rows.school = index("interactions/school_index", "row of the school, from 0");
  rows.kind = name_flags(file, "interactions/kind", "kind of support interaction", interaction_names);
  rows.giver = table_column<std::uint32_t>(file, "interactions/giver", "1",
                                           "key of the person who gives, 0 for nobody in particular");
  rows.receiver = table_column<std::uint32_t>(file, "interactions/receiver", "1", "key of the person who receives");
  rows.minutes = table_column<std::int32_t>(file, "interactions/minutes", "min", "minutes of the one who receives");
  rows.outcome = name_flags(file, "interactions/outcome", "how the interaction ended", outcome_names);
  rows.effect = table_column<float>(file, "interactions/effect", "1",
                                    "change of the receiver's mean practice or skill (SD of teachers or principals)");
  return rows;
}

}  // namespace districtsim
