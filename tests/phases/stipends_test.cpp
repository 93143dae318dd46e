#include "sim/phases/stipends.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "sim/district/seating.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Incentive incentive_of(Incentive::Kind kind, double dollars, int first_year, int years) {
  Incentive incentive;
  incentive.kind = kind;
  incentive.dollars = dollars;
  incentive.first_year = first_year;
  incentive.years = years;
  SchoolSelector selector;
  selector.need = NeedSelection::highest_half;
  incentive.schools = selector;
  return incentive;
}

Scenario paying(const Incentive& incentive) {
  Scenario scenario = small_scenario(40, 4000);
  scenario.framework.incentives.push_back(incentive);
  return scenario;
}

TEST(Stipends, AreSharesOfSalaryInTheirSchoolsAndYears) {
  SmallWorld world(paying(incentive_of(Incentive::Kind::retention, 7203.0, 2, 2)));
  const Stipends paid = stipends_of(world.conditions, 3);
  int schools = 0;
  for (const double share : paid.retention) {
    if (share == 0.0) continue;
    EXPECT_DOUBLE_EQ(share, 7203.0 / world.conditions.parameters.prices.teacher_salary);
    ++schools;
  }
  EXPECT_GT(schools, 10);
  EXPECT_LT(schools, 30);
  for (const int year : {0, 1, 4}) {
    const Stipends none = stipends_of(world.conditions, year);
    EXPECT_EQ(std::accumulate(none.retention.begin(), none.retention.end(), 0.0), 0.0) << year;
  }
  EXPECT_EQ(paid.best_transfer, (std::array<double, 3>{}));
}

TEST(Stipends, CostAsMuchAsTheyPay) {
  SmallWorld world(paying(incentive_of(Incentive::Kind::retention, 1000.0, 1, 30)));
  PostPlan plan;  // one post more in every school than last year
  for (std::size_t school = 0; school < 40; ++school) {
    plan.teachers.push_back(static_cast<int>(world.district.schools.teachers(school)) + 1);
  }
  std::int64_t posts = 0;
  const Stipends paid = stipends_of(world.conditions, 1);
  for (std::size_t school = 0; school < 40; ++school) {
    if (paid.retention[school] > 0.0) posts += plan.teachers[school];
  }
  EXPECT_EQ(stipend_cost(world.conditions, world.year(1), world.district, plan), from_dollars(1000.0) * posts);
  EXPECT_EQ(stipend_cost(world.conditions, world.year(0), world.district, plan), 0) << "nothing in warm-up years";

  SmallWorld movers(paying(incentive_of(Incentive::Kind::transfer, 5000.0, 1, 30)));
  EXPECT_EQ(stipend_cost(movers.conditions, movers.year(1), movers.district, plan), 0) << "nobody has come yet";
  const Stipends offered = stipends_of(movers.conditions, 1);
  const auto school = static_cast<std::size_t>(std::max_element(offered.transfer.begin(), offered.transfer.end()) -
                                               offered.transfer.begin());
  movers.district.teachers.stipend_years[movers.district.schools.teacher_begin[school]] = 2;
  EXPECT_EQ(stipend_cost(movers.conditions, movers.year(1), movers.district, plan), from_dollars(5000.0));
}

TEST(Stipends, OfASchoolAreASalaryAtMost) {
  Scenario scenario = paying(incentive_of(Incentive::Kind::retention, 60000.0, 1, 30));
  scenario.framework.incentives.push_back(incentive_of(Incentive::Kind::transfer, 60000.0, 1, 30));
  SmallWorld world(scenario);
  const Stipends one_each = stipends_of(world.conditions, 1);
  world.conditions.scenario.framework.incentives[1].kind = Incentive::Kind::retention;
  const Stipends two = stipends_of(world.conditions, 1);
  for (std::size_t school = 0; school < 40; ++school) {
    const bool paid = one_each.retention[school] > 0.0;
    EXPECT_DOUBLE_EQ(one_each.retention[school] + one_each.transfer[school], paid ? 1.0 : 0.0);
    EXPECT_EQ(two.retention[school], paid ? 1.0 : 0.0);
  }
}

TEST(Stipends, ATransferStipendOfHighSchoolsMovesNobodyElsewhere) {
  Incentive incentive = incentive_of(Incentive::Kind::transfer, 20000.0, 1, 30);
  incentive.schools->need.reset();
  incentive.schools->level = SchoolLevel::high;
  SmallWorld with(paying(incentive));
  SmallWorld without(small_scenario(40, 4000));
  const Stipends offered = stipends_of(with.conditions, 2);
  EXPECT_EQ(offered.best_transfer[static_cast<std::size_t>(SchoolLevel::elementary)], 0.0);
  EXPECT_GT(offered.best_transfer[static_cast<std::size_t>(SchoolLevel::high)], 0.0);
  for (SmallWorld* world : {&with, &without}) depart(world->conditions, world->year(1), world->district);
  for (std::size_t school = 0; school < 40; ++school) {
    if (with.district.schools.level[school] == SchoolLevel::high) continue;
    EXPECT_EQ(with.district.flows.moved[school], without.district.flows.moved[school]) << school;
  }
}

/// Share of teachers of the schools that the incentive is for who stay after a year.
double kept(const Scenario& scenario, const Scenario& schools_of, int index) {
  SmallWorld world(scenario);
  SmallWorld paid(schools_of);
  const Stipends stipends = stipends_of(paid.conditions, 1);
  depart(world.conditions, world.year(index), world.district);
  double stayed = 0.0;
  double all = 0.0;
  for (std::size_t school = 0; school < 40; ++school) {
    if (stipends.retention[school] + stipends.transfer[school] <= 0.0) continue;
    stayed += world.district.flows.stayed[school];
    all += world.district.schools.teachers(school);
  }
  return stayed / all;
}

TEST(Stipends, ARetentionStipendKeepsTeachersWhileItIsPaidAndNotAfter) {
  const Scenario with = paying(incentive_of(Incentive::Kind::retention, 7200.0, 1, 1));
  const Scenario without = small_scenario(40, 4000);
  EXPECT_GT(kept(with, with, 1), kept(without, with, 1) + 0.02) << "the summer after year 1";
  EXPECT_EQ(kept(with, with, 2), kept(without, with, 2)) << "the summer after year 2";
  EXPECT_EQ(kept(with, with, 0), kept(without, with, 0)) << "before";
  Scenario off = with;
  off.mechanisms.turn(Mechanism::incentives, false);
  EXPECT_EQ(kept(off, with, 1), kept(without, with, 1));
}

TEST(Stipends, BetterPayThanOthersKeepsTeachersAndBringsApplicants) {
  int left[2] = {};
  int substitutes[2] = {};
  for (const int better : {0, 1}) {
    Scenario scenario = small_scenario(20, 2000);
    scenario.context.pay = better == 1 ? 1.15 : 0.85;
    SmallWorld world(scenario);
    depart(world.conditions, world.year(1), world.district);
    left[better] = std::accumulate(world.district.flows.left.begin(), world.district.flows.left.end(), 0);
    for (std::size_t row = 0; row < 2000; row += 5) vacate(world.district.teachers, row);
    hire(world.conditions, world.year(2), world.district);
    const auto& held = world.district.flows.substitutes;
    substitutes[better] = std::accumulate(held.begin(), held.end(), 0);
  }
  EXPECT_LT(left[1], 0.8 * left[0]);
  EXPECT_LT(substitutes[1], 0.8 * substitutes[0]);
}

/// Change of need of those who move within the district, and how many come to schools of the upper half of need.
struct Moves {
  double change = 0.0;
  int moved = 0;
  int stipends = 0;
};
Moves moves_of(const Scenario& scenario) {
  SmallWorld world(scenario);
  std::map<PersonKey, SchoolId> before;
  Teachers& teachers = world.district.teachers;
  for (std::size_t row = 0; row < teachers.size(); ++row) before[teachers.key[row]] = teachers.school[row];
  depart(world.conditions, world.year(1), world.district);
  Moves moves;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (teachers.holder[row] == Holder::vacant || before.at(teachers.key[row]) == teachers.school[row]) continue;
    ++moves.moved;
    moves.stipends += teachers.stipend_years[row] == 2 ? 1 : 0;
    moves.change +=
        world.district.schools.need[teachers.school[row]] - world.district.schools.need[before.at(teachers.key[row])];
  }
  moves.change /= moves.moved;
  return moves;
}

TEST(Stipends, TransfersDriftToLowerNeedAndLessSoWithAnIncentiveForNeed) {
  const Moves without = moves_of(small_scenario(40, 4000));
  const Moves with = moves_of(paying(incentive_of(Incentive::Kind::transfer, 10000.0, 1, 30)));
  ASSERT_GT(without.moved, 50);
  EXPECT_LT(without.change, -0.1);
  EXPECT_GT(with.change, without.change + 0.1);
  EXPECT_GT(with.moved, without.moved) << "some look for a place because of it";
  EXPECT_GT(with.stipends, 20);
  EXPECT_EQ(without.stipends, 0);
}

TEST(Stipends, YearsOfMarketsStipendsAndDeficitsKeepEveryPromise) {
  Scenario scenario = paying(incentive_of(Incentive::Kind::transfer, 8000.0, 1, 30));
  scenario.framework.incentives.push_back(incentive_of(Incentive::Kind::retention, 3000.0, 2, 1));
  scenario.framework.support_market.market = true;
  scenario.framework.support_market.capacity = 5;
  scenario.framework.initiative.staffing = Initiative::school;
  scenario.framework.discretion = 0.8;
  scenario.framework.grow_your_own = 1.0;
  Event cut;
  cut.year = 2;
  cut.share = -0.1;
  scenario.events.push_back(cut);
  const Conditions conditions = conditions_of(scenario, 7, 0, ParameterUse::held);
  double stipends[4] = {};
  double programmes[4] = {};
  simulate(conditions, [&](const YearRecord& record) {
    stipends[record.year] = record.district_year[static_cast<std::size_t>(DistrictYearly::stipends)];
    for (std::size_t school = 0; school < record.schools; ++school) {
      programmes[record.year] += record.yearly_of(Yearly::programme_cost)[school];
      EXPECT_GE(record.yearly_of(Yearly::dollars)[school], 0.0);
    }
  });
  EXPECT_EQ(stipends[1], 0.0) << "nobody has moved for it";
  EXPECT_GT(stipends[2], stipends[3]) << "retention stipends are paid in year 2 alone";
  EXPECT_GT(stipends[3], 0.0) << "movers have theirs for two years";
  EXPECT_GE(programmes[1], 40 * 30000.0) << "every school pays its network";
}

}  // namespace
}  // namespace districtsim
