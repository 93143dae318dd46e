#pragma once

#include "sim/district/journal.hpp"
#include "sim/district/support_tally.hpp"

namespace districtsim {

/// Interactions of one kind in one school and week while they take place: sums for the ledger, records for the journal.
struct ContactSums {
  InteractionKind kind{};
  std::size_t school = 0;
  std::uint32_t week = 0;
  std::int32_t kept = 0;
  std::int32_t refused = 0;
  Minutes given = 0;
  Minutes received = 0;

  void note(Journal& journal, PersonKey giver, PersonKey receiver, Outcome outcome, Minutes minutes,
            float effect) const {
    if (!journal.open()) return;
    journal.note(school, {week, giver, receiver, static_cast<std::uint16_t>(minutes), kind, outcome, effect});
  }
  void enter(SupportTally& support, PersonKind giver, PersonKind receiver) const {
    if (kept == 0 && refused == 0 && given == 0) return;
    support.enter(school, kind, kept, refused, {giver, given}, {receiver, received});
  }
};

/// Sums of a kind in a school and week, nothing yet.
[[nodiscard]] inline ContactSums sums_of(InteractionKind kind, std::size_t school, Week week) {
  ContactSums sums;
  sums.kind = kind;
  sums.school = school;
  sums.week = week.index;
  return sums;
}

}  // namespace districtsim
