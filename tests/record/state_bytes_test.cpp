#include "sim/record/state_bytes.hpp"

#include <gtest/gtest.h>

#include "sim/core/sha256.hpp"
#include "sim/record/record_fields.hpp"
#include "sim/run/simulate.hpp"
#include "tests/support/rich_scenario.hpp"

namespace districtsim {
namespace {

struct Inner {
  int first = 0;
  std::vector<double> second;
};
struct Outer {
  std::vector<Inner> inners;
  std::array<std::vector<Id<Inner>>, 2> rows;
  bool flag = false;
};

}  // namespace

DISTRICTSIM_FIELDS(Inner, first, second)
DISTRICTSIM_FIELDS(Outer, inners, rows, flag)

namespace {

TEST(StateBytes, BytesAreThoseOfEveryMemberInOrder) {
  const Inner inner{7, {1.5}};
  const std::string bytes = bytes_of(inner);
  ASSERT_EQ(bytes.size(), 4U + 8U + 8U);  // the number, the length, the value
  EXPECT_EQ(bytes.substr(0, 12), std::string("\7\0\0\0\1\0\0\0\0\0\0\0", 12));
  const Outer outer{{{1, {2.0, 3.0}}, {4, {}}}, {{{Id<Inner>(5)}, {}}}, true};
  const Outer back = value_of<Outer>(bytes_of(outer));
  ASSERT_EQ(back.inners.size(), 2U);
  EXPECT_EQ(back.inners[0].second, (std::vector<double>{2.0, 3.0}));
  EXPECT_EQ(back.inners[1].first, 4);
  EXPECT_EQ(back.rows, outer.rows);
  EXPECT_TRUE(back.flag);
}

TEST(StateBytes, TooFewAndTooManyBytesAreRefused) {
  const std::string bytes = bytes_of(Inner{7, {1.5}});
  EXPECT_THROW(static_cast<void>(value_of<Inner>(bytes.substr(0, bytes.size() - 1))), ContractViolation);
  EXPECT_THROW(static_cast<void>(value_of<Inner>(bytes + "x")), ContractViolation);
}

TEST(StateBytes, NamesAreThoseOfTheMembers) {
  Schools schools;
  EXPECT_EQ(&std::get<0>(FieldsOf<Schools>::of(schools)), &schools.key);
  std::size_t seen = 0;
  each_field(schools, [&](std::string_view name, const auto& column) {
    const void* place = &column;
    if (name == "key") seen += place == &schools.key ? 1U : 0U;
    if (name == "push_back") seen += place == &schools.push_back ? 1U : 0U;
    if (name == "network_minutes") seen += place == &schools.network_minutes ? 1U : 0U;
  });
  EXPECT_EQ(seen, 3U);
}

/// A rich district in the middle of a year, as a run has it.
Snapshot rich_snapshot(const Conditions& conditions) {
  Simulation simulation(conditions, [](const YearRecord&) {});
  simulation.advance_to({3, 5});
  return simulation.snapshot();
}

TEST(StateBytes, ARichDistrictComesBackAsItWas) {
  for (const bool market : {false, true}) {
    Scenario scenario = rich_scenario(market);
    scenario.record.agents = AgentsRecorded::weekly;
    const Conditions conditions = conditions_of(scenario, 3, 1, ParameterUse::drawn);
    const Snapshot state = rich_snapshot(conditions);
    const std::string bytes = bytes_of(state);
    const auto back = value_of<Snapshot>(bytes);
    EXPECT_EQ(bytes_of(back), bytes);
    EXPECT_EQ(back.next, (CalendarPoint{3, 5}));
    EXPECT_EQ(back.district.teachers.stable, state.district.teachers.stable);
    EXPECT_EQ(back.district.ledger.fund_money, state.district.ledger.fund_money);
    EXPECT_EQ(back.district.decisions.standing.size(), state.district.decisions.standing.size());
    EXPECT_FALSE(state.district.decisions.standing.empty());
    EXPECT_FALSE(state.recorded.record.agents.person.empty());
    EXPECT_EQ(back.recorded.record.interactions.effect, state.recorded.record.interactions.effect);
  }
}

}  // namespace
}  // namespace districtsim
