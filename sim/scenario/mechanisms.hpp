#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace districtsim {

/// Every mechanism that a scenario can switch off (`mechanisms: {coaching: off}`). Source, grade, the measure it moves
/// and whether it links schools stand in scenarios/mechanisms.yaml, in this order and under these names.
enum class Mechanism : std::uint8_t {
  operations_demand,
  central_operations,
  director_assistance,
  principal_networks,
  coaching,
  informal_visits,
  team_inquiry,
  learning_by_doing,
  forgetting,
  strain,
  departures,
  transfers,
  hiring,
  leader_turnover,
  discretion,
  need_weights,
  reallocations,
  student_learning,
  fade_out,
  demonstration_visits,
  professional_development,
  formal_evaluation,
  mentoring,
  leadership_team,
  sponsorship,
  peer_ties,
  resourcing,
  director_support,
  leadership_feedback,
  upward_evidence,
  staffing_moves,
  partners,
  peer_influence,
  efficacy,
  team_time,
  agenda,
  role_misuse,
  data_routines,
  test_pressure,
  enrolment_dollars,
  off_formula,
  mandates,
  initiative,
  support_market,
  push_back,
  shepherding,
  outreach,
  board_votes,
  superintendent_turnover,
  contracts,
  incentives,
  leadership_pipeline,
  class_size,
  intervention,
  extended_time,
};

constexpr auto mechanism_names = std::to_array<std::string_view>({"operations_demand",
                                                                  "central_operations",
                                                                  "director_assistance",
                                                                  "principal_networks",
                                                                  "coaching",
                                                                  "informal_visits",
                                                                  "team_inquiry",
                                                                  "learning_by_doing",
                                                                  "forgetting",
                                                                  "strain",
                                                                  "departures",
                                                                  "transfers",
                                                                  "hiring",
                                                                  "leader_turnover",
                                                                  "discretion",
                                                                  "need_weights",
                                                                  "reallocations",
                                                                  "student_learning",
                                                                  "fade_out",
                                                                  "demonstration_visits",
                                                                  "professional_development",
                                                                  "formal_evaluation",
                                                                  "mentoring",
                                                                  "leadership_team",
                                                                  "sponsorship",
                                                                  "peer_ties",
                                                                  "resourcing",
                                                                  "director_support",
                                                                  "leadership_feedback",
                                                                  "upward_evidence",
                                                                  "staffing_moves",
                                                                  "partners",
                                                                  "peer_influence",
                                                                  "efficacy",
                                                                  "team_time",
                                                                  "agenda",
                                                                  "role_misuse",
                                                                  "data_routines",
                                                                  "test_pressure",
                                                                  "enrolment_dollars",
                                                                  "off_formula",
                                                                  "mandates",
                                                                  "initiative",
                                                                  "support_market",
                                                                  "push_back",
                                                                  "shepherding",
                                                                  "outreach",
                                                                  "board_votes",
                                                                  "superintendent_turnover",
                                                                  "contracts",
                                                                  "incentives",
                                                                  "leadership_pipeline",
                                                                  "class_size",
                                                                  "intervention",
                                                                  "extended_time"});

constexpr std::size_t mechanism_count = mechanism_names.size();
static_assert(static_cast<std::size_t>(Mechanism::extended_time) + 1 == mechanism_count);

[[nodiscard]] constexpr std::string_view name_of(Mechanism mechanism) {
  return mechanism_names[static_cast<std::size_t>(mechanism)];
}
[[nodiscard]] std::optional<Mechanism> mechanism_named(std::string_view name);

/// Which mechanisms act. All are on unless a scenario says otherwise.
class MechanismSwitches {
 public:
  MechanismSwitches() { on_.set(); }
  [[nodiscard]] bool on(Mechanism mechanism) const { return on_[static_cast<std::size_t>(mechanism)]; }
  void turn(Mechanism mechanism, bool state) { on_[static_cast<std::size_t>(mechanism)] = state; }

 private:
  std::bitset<mechanism_count> on_;
};

/// What scenarios/mechanisms.yaml says of one mechanism.
struct MechanismRecord {
  Mechanism mechanism{};
  std::string meaning;                  ///< one sentence
  std::string source;                   ///< citation
  char grade = 'D';                     ///< evidence grade A to D
  std::string measure;                  ///< the yearly measure that moves when it is switched off
  bool links_schools = false;           ///< whether one school's people act on another's through it
  std::vector<std::string> parameters;  ///< sections of scenarios/parameters.yaml that its size depends on
  std::size_t family = 0;               ///< row of mechanism_families()
};

/// Mechanisms that belong together: what `explain` switches at once.
struct MechanismFamily {
  std::string name;
  std::string meaning;  ///< a phrase
};

constexpr std::size_t most_mechanism_families = 10;  ///< so that all sets of families can be run

/// The families of scenarios/mechanisms.yaml, in its order; every mechanism is in one.
[[nodiscard]] const std::vector<MechanismFamily>& mechanism_families();

/// The records of all mechanisms, in the order of the enumeration, from the file built into the program.
[[nodiscard]] const std::vector<MechanismRecord>& mechanism_records();

}  // namespace districtsim
