#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/record/result_file.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// Numbers of the replicates in a file: first, first + 1, ...
struct ReplicateRange {
  int first = 0;
  int count = 1;
  bool more_follow = false;  ///< the file is extended later, by a number not known yet
};

/// Columns of the table of agents, in the child group `agents`.
struct AgentVariables {
  Variable<std::int32_t> scenario;
  Variable<std::int32_t> replicate;
  Variable<std::int32_t> time;
  Variable<std::int32_t> school;
  Variable<std::uint32_t> person;
  Variable<std::int32_t> post;
  Variable<std::int8_t> holder;
  Variable<float> experience;
  std::array<Variable<float>, 4> practice;
  Variable<float> strain;
  Variable<float> trust_in_coach;
  Variable<float> trust_in_principal;
  Variable<std::int8_t> coached;
};

/// Columns of the table of interactions, in the child group `interactions`.
struct InteractionVariables {
  Variable<std::int32_t> scenario;
  Variable<std::int32_t> replicate;
  Variable<std::int32_t> time;
  Variable<std::int32_t> school;
  Variable<std::int8_t> kind;
  Variable<std::uint32_t> giver;
  Variable<std::uint32_t> receiver;
  Variable<std::int32_t> minutes;
  Variable<std::int8_t> outcome;
  Variable<float> effect;
};

/// The variables that years are written to, each list in the order of its measures.
struct RunVariables {
  Variable<std::int32_t> replicate;              ///< numbers of replicates; only where more follow
  std::vector<Variable<float>> weekly;           ///< time, scenario, replicate, school
  std::vector<Variable<float>> district;         ///< time, scenario, replicate
  std::vector<Variable<double>> yearly;          ///< year, scenario, replicate, school
  std::vector<Variable<double>> groups;          ///< year, scenario, replicate, school, group, subject
  std::vector<Variable<double>> district_year;   ///< year, scenario, replicate
  std::vector<Variable<double>> need;            ///< year, scenario, replicate, need_quarter
  std::vector<Variable<float>> support;          ///< year, scenario, replicate, school, interaction
  std::vector<Variable<float>> central_support;  ///< year, scenario, replicate, interaction
  std::vector<Variable<float>> hours;            ///< year, scenario, replicate, person_kind, activity, school
  std::vector<Variable<float>> central_hours;    ///< year, scenario, replicate, person_kind, activity
  std::vector<Variable<double>> ledger_dollars;  ///< year, scenario, replicate, place, ledger_line, fund
  std::vector<Variable<float>> ledger_posts;     ///< the same
  AgentVariables agents;                         ///< only where agents are recorded
  InteractionVariables interactions;             ///< only where interactions are
};

/// Names of the funds of all scenarios, each once: general money, then in the order of scenarios.
[[nodiscard]] std::vector<std::string> fund_names(const std::vector<const Scenario*>& scenarios);

/// first, first + 1, ...: `count` numbers.
[[nodiscard]] std::vector<std::int32_t> counted(int first, int count);

/// Replicates of a scenario that are written together: as many as make a chunk of a weekly measure 64 KiB or more.
[[nodiscard]] std::size_t replicates_together(const Scenario& scenario, int replicates);

/// The dimensions and variables of a file of runs; `together` replicates make a chunk. Scenarios share schools and
/// calendar. Where more replicates follow, the dimension grows as their numbers are written.
[[nodiscard]] RunVariables define_run_variables(ResultFile& file, const std::vector<const Scenario*>& scenarios,
                                                ReplicateRange replicates, std::size_t together);

/// The texts, each once: a text that occurs again gets its mark behind it, or its number: "Lincoln (010000500870)".
[[nodiscard]] std::vector<std::string> distinct(std::vector<std::string> texts, const std::vector<std::string>& marks);

/// "2020-21" for the school year number `year` (from 1) of a calendar that starts 2020-08-10; "2020" where it starts in
/// the first half of a year.
[[nodiscard]] std::string school_year_label(const std::string& start, int year);

}  // namespace districtsim
