#include "analysis/state_difference.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/district/seating.hpp"
#include "sim/run/lock_step.hpp"
#include "tests/support/rich_scenario.hpp"

namespace districtsim {
namespace {

StateTable table_of(const District& district) { return state_table(district, {"Title"}, Pairings::chosen); }

TEST(StateDifference, OneValueOfOneTeacherIsFoundByLuckWhateverTheRow) {
  const SmallWorld world(rich_scenario(false));
  District changed = world.district;
  EXPECT_EQ(state_digest(table_of(changed), DigestOf::everything),
            state_digest(table_of(world.district), DigestOf::everything));
  changed.teachers.supported[1][7] += 0.25F;
  move_teacher(world.district.teachers, 4, changed.teachers, 3);  // two change places
  move_teacher(world.district.teachers, 3, changed.teachers, 4);
  changed.teachers.post[3] = world.district.teachers.post[4];
  changed.teachers.post[4] = world.district.teachers.post[3];
  changed.teachers.subject[3] = world.district.teachers.subject[4];
  changed.teachers.subject[4] = world.district.teachers.subject[3];
  const std::vector<EntityDifference> found =
      differences(EntityKind::teacher, table_of(world.district), table_of(changed));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].key, world.district.teachers.key[7]);
  ASSERT_EQ(found[0].columns.size(), 1U);
  EXPECT_EQ(found[0].columns[0].column.name, "supported.pedagogy");
  EXPECT_FLOAT_EQ(static_cast<float>(found[0].columns[0].second - found[0].columns[0].first), 0.25F);
  const StateSpread spread = spread_of(table_of(world.district), table_of(changed));
  EXPECT_EQ(spread.kinds[0].different, 1U);
  EXPECT_EQ(spread.kinds[0].all, world.district.teachers.size());
  EXPECT_EQ(spread.kinds[static_cast<std::size_t>(EntityKind::school)].different, 0U);
}

TEST(StateDifference, NewAndMissingPeopleAreSaid) {
  const SmallWorld world(rich_scenario(false));
  District changed = world.district;
  changed.teachers.key[2] = 77777;
  const std::vector<EntityDifference> found =
      differences(EntityKind::teacher, table_of(world.district), table_of(changed));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].presence, Presence::only_first);
  EXPECT_EQ(found[0].key, world.district.teachers.key[2]);
  EXPECT_EQ(found[1].presence, Presence::only_second);
  EXPECT_EQ(found[1].key, 77777U);
}

TEST(StateDifference, EveryPartOfTheStateIsLookedAt) {
  const SmallWorld world(rich_scenario(false));
  const std::string before = state_digest(table_of(world.district), DigestOf::everything);
  const auto changes = [&](const std::function<void(District&)>& change) {
    District changed = world.district;
    change(changed);
    return state_digest(table_of(changed), DigestOf::everything) != before;
  };
  EXPECT_TRUE(changes([](District& d) { d.schools.heard[1][2] += 0.1F; }));
  EXPECT_TRUE(changes([](District& d) { d.schools.leaders[3].operations += 1; }));
  EXPECT_TRUE(changes([](District& d) { d.ledger.fund_money[0][2] += 1; }));
  EXPECT_TRUE(changes([](District& d) { d.ledger.reserve += 1; }));
  EXPECT_TRUE(changes([](District& d) { d.cells.persistent[9] += 0.001; }));
  EXPECT_TRUE(changes([](District& d) { d.central.conversation += 0.001; }));
  EXPECT_TRUE(changes([](District& d) { d.decisions.new_roles[0].given_up[4] = 1; }));
  EXPECT_TRUE(changes([](District& d) { d.support.places[2].kinds[3].kept += 1; }));
  EXPECT_TRUE(changes([](District& d) { d.principals.trust_director[0] += 0.1; }));
  EXPECT_TRUE(changes([](District& d) { d.schools.director[0] = 1 - d.schools.director[0]; }));
  EXPECT_TRUE(changes([](District& d) { d.flows.hired[1] += 1; }));
}

TEST(LockStep, ThePhaseThatPartsTwoRunsIsFound) {
  const Scenario baseline = rich_scenario(false);
  Scenario other = baseline;
  other.support.mentoring_hours = 0.0;  // felt first where mentors are chosen
  const Conditions first = conditions_of(baseline, 7, 0, ParameterUse::held);
  const Conditions second = conditions_of(other, 7, 0, ParameterUse::held);
  const auto digest = [](std::size_t, PhaseOfStep, const District& district) {
    return state_digest(table_of(district), DigestOf::everything);
  };
  LockStep runs(first, second, {[](const YearRecord&) {}, [](const YearRecord&) {}});
  EXPECT_EQ(digest(0, {}, runs.district(0)), digest(1, {}, runs.district(1)));
  runs.step();
  const LockStep::Parting parting = runs.first_difference(digest);
  EXPECT_EQ(parting.at.phase, 6U) << "plan_caseloads is the seventh phase of a year";
  const std::vector<EntityDifference> people =
      differences(EntityKind::teacher, table_of(parting.states[0]), table_of(parting.states[1]));
  ASSERT_FALSE(people.empty());
  EXPECT_EQ(people[0].columns[0].column.name, "mentor");
  EXPECT_EQ(people[0].columns[0].second, 0.0) << "nobody";
}

}  // namespace
}  // namespace districtsim
