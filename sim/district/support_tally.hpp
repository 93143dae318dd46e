#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/rules/time_account.hpp"
#include "sim/scenario/interactions.hpp"

namespace districtsim {

/// Contacts of one kind in one place since the year began.
struct KindTally {
  std::int32_t kept = 0;
  std::int32_t refused = 0;
  Minutes given = 0;
  Minutes received = 0;
};

/// What leaders' and teacher leaders' hours go to apart from support interactions.
enum class OtherActivity : std::uint8_t { operations, other_duties, office_work, instruction_alone, public_work };
constexpr auto other_activity_names =
    std::to_array<std::string_view>({"operations", "other_duties", "office_work", "instruction_alone", "public_work"});

/// Activities of the ledger of hours: the kinds of interactions, then the others.
constexpr std::size_t activity_count = interaction_count + other_activity_names.size();

/// Hours and contacts of support in one place (a school, or the central office by itself) since the year began.
struct PlaceTally {
  std::array<KindTally, interaction_count> kinds{};
  std::array<std::array<Minutes, activity_count>, person_kind_count> hours{};  ///< by kind of person

  [[nodiscard]] const KindTally& of(InteractionKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
};

/// One side of interactions: whose hours, and how many.
struct Side {
  PersonKind person{};
  Minutes minutes = 0;
};

/// The ledger of support: one row a school, and a last one for the central office by itself. Hours given and received
/// are both hours of the people who spend them.
struct SupportTally {
  std::vector<PlaceTally> places;

  /// Enters interactions of one kind: a phase calls it once for a school and week, with sums.
  void enter(std::size_t place, InteractionKind kind, std::int32_t kept, std::int32_t refused, Side giver,
             Side receiver) {
    PlaceTally& row = places[place];
    KindTally& tally = row.kinds[static_cast<std::size_t>(kind)];
    tally.kept += kept;
    tally.refused += refused;
    tally.given += giver.minutes;
    tally.received += receiver.minutes;
    row.hours[static_cast<std::size_t>(giver.person)][static_cast<std::size_t>(kind)] += giver.minutes;
    row.hours[static_cast<std::size_t>(receiver.person)][static_cast<std::size_t>(kind)] += receiver.minutes;
  }
  /// Enters hours that are no support interaction.
  void enter(std::size_t place, PersonKind person, OtherActivity activity, Minutes minutes) {
    places[place].hours[static_cast<std::size_t>(person)][interaction_count + static_cast<std::size_t>(activity)] +=
        minutes;
  }
  /// A school year begins: nothing is counted yet.
  void clear() { std::fill(places.begin(), places.end(), PlaceTally{}); }
  [[nodiscard]] std::size_t central_office() const { return places.size() - 1; }
};

}  // namespace districtsim
