#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/mechanisms.hpp"

namespace districtsim {

/// Kinds of support interactions. Their rule, people and tags stand in scenarios/interactions.yaml, in this order; each
/// is switched by the mechanism of its name.
enum class InteractionKind : std::uint8_t {
  coaching,
  demonstration_visits,
  team_inquiry,
  professional_development,
  informal_visits,
  formal_evaluation,
  mentoring,
  leadership_team,
  sponsorship,
  director_assistance,
  principal_networks,
  peer_ties,
  central_operations,
  resourcing,
  director_support,
  leadership_feedback,
  upward_evidence,
  staffing_moves,
  partners,
};
constexpr auto interaction_names = std::to_array<std::string_view>(
    {"coaching", "demonstration_visits", "team_inquiry", "professional_development", "informal_visits",
     "formal_evaluation", "mentoring", "leadership_team", "sponsorship", "director_assistance", "principal_networks",
     "peer_ties", "central_operations", "resourcing", "director_support", "leadership_feedback", "upward_evidence",
     "staffing_moves", "partners"});
constexpr std::size_t interaction_count = interaction_names.size();
static_assert(static_cast<std::size_t>(InteractionKind::partners) + 1 == interaction_count);

/// Kinds of people whose hours are kept.
enum class PersonKind : std::uint8_t {
  teacher,
  teacher_leader,
  school_leader,  ///< principals and assistant principals
  director,
  cross_school_leader,
  operations_staff,
  cabinet,
  partner,
};
constexpr auto person_kind_names =
    std::to_array<std::string_view>({"teacher", "teacher_leader", "school_leader", "director", "cross_school_leader",
                                     "operations_staff", "cabinet", "partner"});
constexpr std::size_t person_kind_count = person_kind_names.size();

/// What carries an interaction.
enum class InteractionRule : std::uint8_t { person_to_person, group, transfer, sponsorship };
constexpr auto interaction_rule_names =
    std::to_array<std::string_view>({"person_to_person", "group", "transfer", "sponsorship"});

/// What scenarios/interactions.yaml says of one kind.
struct InteractionDescription {
  InteractionKind kind{};
  Mechanism mechanism{};
  InteractionRule rule{};
  PersonKind from{};
  PersonKind to{};
  std::vector<std::string> practices;  ///< leadership practices it serves
  std::vector<std::string> supports;   ///< forms of support it is
};

[[nodiscard]] constexpr std::string_view name_of(InteractionKind kind) {
  return interaction_names[static_cast<std::size_t>(kind)];
}

/// The descriptions of all kinds, in the order of the enumeration, from the file built into the program.
[[nodiscard]] const std::vector<InteractionDescription>& interaction_descriptions();

}  // namespace districtsim
