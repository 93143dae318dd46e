#include "sim/district/support_tally.hpp"

#include <gtest/gtest.h>

namespace districtsim {
namespace {

SupportTally ledger_of_two_schools() {
  SupportTally ledger;
  ledger.places.resize(3);
  ledger.enter(1, InteractionKind::coaching, 4, 2, {PersonKind::teacher_leader, 300}, {PersonKind::teacher, 240});
  ledger.enter(1, InteractionKind::coaching, 1, 0, {PersonKind::teacher_leader, 60}, {PersonKind::teacher, 60});
  ledger.enter(1, PersonKind::teacher_leader, OtherActivity::office_work, 90);
  return ledger;
}

TEST(SupportTally, AddsContactsAndTheHoursOfBothSides) {
  const SupportTally ledger = ledger_of_two_schools();
  const KindTally& coaching = ledger.places[1].of(InteractionKind::coaching);
  EXPECT_EQ(coaching.kept, 5);
  EXPECT_EQ(coaching.refused, 2);
  EXPECT_EQ(coaching.given, 360);
  EXPECT_EQ(coaching.received, 300);
  const auto& leaders = ledger.places[1].hours[static_cast<std::size_t>(PersonKind::teacher_leader)];
  EXPECT_EQ(leaders[static_cast<std::size_t>(InteractionKind::coaching)], 360);
  EXPECT_EQ(leaders[interaction_count + static_cast<std::size_t>(OtherActivity::office_work)], 90);
  EXPECT_EQ(ledger.places[0].of(InteractionKind::coaching).kept, 0);
  EXPECT_EQ(ledger.central_office(), 2U);
}

TEST(SupportTally, AYearBeginsWithNothing) {
  SupportTally ledger = ledger_of_two_schools();
  ledger.clear();
  ASSERT_EQ(ledger.places.size(), 3U);
  EXPECT_EQ(ledger.places[1].of(InteractionKind::coaching).kept, 0);
  for (const auto& activities : ledger.places[1].hours) {
    for (const Minutes minutes : activities) EXPECT_EQ(minutes, 0);
  }
}

}  // namespace
}  // namespace districtsim
