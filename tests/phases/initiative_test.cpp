#include "sim/phases/initiative.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/phases/summer_phases.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/initiative.hpp"
#include "tests/support/record_bytes.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario led_by(Initiative Initiatives::*domain, Initiative holder) {
  Scenario scenario = small_scenario(6, 240);
  scenario.agenda.focus = {0.1, 0.6, 0.2, 0.1};
  scenario.framework.initiative.*domain = holder;
  return scenario;
}

template <class Column>
double mean_of(const Column& column) {
  double sum = 0.0;
  for (const auto value : column) sum += static_cast<double>(value);
  return sum / static_cast<double>(column.size());
}

template <class Step>
void each_week(SmallWorld& world, int years, const Step& step) {
  for (int year = 0; year < years; ++year) {
    for (int week = 0; week < world.scenario.calendar.weeks_per_year; ++week) {
      step(week_at(world.scenario.calendar, year, week));
    }
  }
}

void hear(SmallWorld& world, int years) {
  District& d = world.district;
  each_week(world, years, [&](Week week) {
    budget_time(world.conditions, d.principals, d.schools);
    hear_agenda(world.conditions, week, d.principals, d.schools, d.teachers);
  });
}

constexpr auto guidance = &Initiatives::instructional_guidance;

TEST(Initiative, GuidanceByTheDistrictIsHeardAndBySchoolsIsOwned) {
  SmallWorld shared(led_by(guidance, Initiative::shared));
  SmallWorld district(led_by(guidance, Initiative::district));
  SmallWorld school(led_by(guidance, Initiative::school));
  for (SmallWorld* world : {&shared, &district, &school}) hear(*world, 3);
  const auto coherence = [](const SmallWorld& world) { return mean_of(world.district.schools.coherence); };
  const auto owned = [](const SmallWorld& world) { return mean_of(world.district.teachers.ownership); };
  EXPECT_GT(coherence(district), coherence(shared) + 0.01);
  EXPECT_LT(coherence(school), coherence(shared) - 0.02);
  EXPECT_LT(owned(district), owned(shared) - 0.01);
  EXPECT_GT(owned(school), owned(shared) + 0.01);
  EXPECT_NE(school.district.schools.heard[0], school.district.schools.heard[1]) << "each school has its own focus";
}

TEST(Initiative, ASkilledPrincipalPutsTheSchoolsFocusWhereItsTeachingIsWeakest) {
  SmallWorld world(led_by(guidance, Initiative::school));
  District& d = world.district;
  for (std::size_t row = d.schools.teacher_begin[2]; row < d.schools.teacher_begin[3]; ++row) {
    d.teachers.stable[3][row] -= 1.0F;
  }
  d.principals.talent[2] = 10.0;  // no error left
  const Focus focus = school_focus(world.conditions, d.principals, d.schools, d.teachers, 2);
  EXPECT_EQ(std::max_element(focus.begin(), focus.end()) - focus.begin(), 3);
  EXPECT_EQ(focus, school_focus(world.conditions, d.principals, d.schools, d.teachers, 2));
  d.principals.talent[2] = -10.0;
  EXPECT_NE(focus, school_focus(world.conditions, d.principals, d.schools, d.teachers, 2));
}

void evaluate_years(SmallWorld& world, int years) {
  District& d = world.district;
  std::fill(d.schools.inquired.begin(), d.schools.inquired.end(), 1.0);
  each_week(world, years, [&](Week week) {
    budget_time(world.conditions, d.principals, d.schools);
    std::fill(d.schools.committed.begin(), d.schools.committed.end(), 0);
    std::fill(d.teachers.minutes_free.begin(), d.teachers.minutes_free.end(), 600);
    evaluate(world.conditions, week, d.principals, d.schools, d.teachers, d.support, d.journal);
  });
}

TEST(Initiative, AccountabilityFollowsPressureUnderTheDistrictAndInquiryUnderSchools) {
  constexpr auto domain = &Initiatives::assessment_and_accountability;
  const auto accountable = [&](Initiative holder, double pressure) {
    Scenario scenario = led_by(domain, holder);
    scenario.context.accountability_pressure = pressure;
    SmallWorld world(scenario);
    evaluate_years(world, 2);
    return mean_of(world.district.schools.accountability);
  };
  const double shared = accountable(Initiative::shared, 0.5);
  EXPECT_EQ(accountable(Initiative::shared, 0.9), shared);
  EXPECT_EQ(accountable(Initiative::district, 0.5), shared);
  EXPECT_GT(accountable(Initiative::district, 0.9), shared + 0.02);
  EXPECT_LT(accountable(Initiative::district, 0.1), shared - 0.02);
  EXPECT_GT(accountable(Initiative::school, 0.5), shared + 0.05) << "teams met every week";
  EXPECT_EQ(accountable(Initiative::school, 0.9), accountable(Initiative::school, 0.1));
}

TEST(Initiative, CommonTestsNarrowTeachingMoreThanSchoolsOwn) {
  constexpr auto domain = &Initiatives::assessment_and_accountability;
  const auto breadth = [&](Initiative holder) {
    SmallWorld world(led_by(domain, holder));
    narrow(world.conditions, world.district.cells, world.district.schools);
    return mean_of(world.district.schools.breadth);
  };
  EXPECT_LT(breadth(Initiative::district), breadth(Initiative::shared));
  EXPECT_GT(breadth(Initiative::school), breadth(Initiative::shared));
}

TEST(Initiative, RoutinesGrowWithCentralPostsOrWithTheSchoolsOwnTeam) {
  constexpr auto domain = &Initiatives::data_practice;
  const auto routines = [&](Initiative holder, double schools_per_data_post, double cohesion, LeaderRole role) {
    Scenario scenario = led_by(domain, holder);
    scenario.framework.schools_per_data_post = schools_per_data_post;
    SmallWorld world(scenario);
    District& d = world.district;
    std::fill(d.schools.inquired.begin(), d.schools.inquired.end(), 1.0);
    std::fill(d.schools.cohesion.begin(), d.schools.cohesion.end(), cohesion);
    std::fill(d.teacher_leaders.role.begin(), d.teacher_leaders.role.end(), role);
    for (int week = 0; week < 36; ++week) build_routines(world.conditions, d.central, d.teacher_leaders, d.schools);
    return mean_of(d.schools.data_routines);
  };
  const double start = default_parameters().leadership_team.cohesion_start;
  constexpr auto coach = LeaderRole::reading_coach;
  const double shared = routines(Initiative::shared, 20, start, coach);
  EXPECT_GT(routines(Initiative::district, 20, start, coach), shared) << "use is mandated";
  EXPECT_GT(routines(Initiative::district, 10, start, coach), routines(Initiative::shared, 10, start, coach));
  EXPECT_EQ(routines(Initiative::school, 20, start, coach), shared);
  EXPECT_GT(routines(Initiative::school, 20, start + 0.3, coach), shared + 0.005);
  EXPECT_GT(routines(Initiative::school, 20, start, LeaderRole::data_specialist), shared);
  EXPECT_LT(routines(Initiative::school, 10, start, coach), routines(Initiative::shared, 10, start, coach));
}

/// Mean change of each dimension of practice after development days.
Focus gain_of_days(Initiative holder, int weaker) {
  Scenario scenario = led_by(&Initiatives::professional_learning, holder);
  scenario.support.professional_development_days = 20;
  scenario.parameters.initiative.focus_noise = 0.0;
  SmallWorld world(scenario);
  District& d = world.district;
  for (float& practice : d.teachers.stable[static_cast<std::size_t>(weaker)]) practice -= 1.0F;
  const Teachers before = d.teachers;
  each_week(world, 1, [&](Week week) {
    budget_time(world.conditions, d.principals, d.schools);
    std::fill(d.schools.committed.begin(), d.schools.committed.end(), 0);
    std::fill(d.teachers.minutes_free.begin(), d.teachers.minutes_free.end(), 600);
    develop_staff(world.conditions, week, d.norm_practice, d.teacher_leaders, d.principals, d.assistant_principals,
                  d.schools, d.teachers, d.support, d.journal);
  });
  Focus gain{};
  for (std::size_t i = 0; i < dimension_count; ++i) {
    gain[i] = mean_of(d.teachers.supported[i]) - mean_of(before.supported[i]);
  }
  return gain;
}

TEST(Initiative, DaysOfTheDistrictAreAboutThePlanAndThoseOfSchoolsAboutTheirWeakestDimension) {
  const Focus shared = gain_of_days(Initiative::shared, 3);
  const Focus district = gain_of_days(Initiative::district, 3);
  const Focus school = gain_of_days(Initiative::school, 3);
  EXPECT_GT(district[1], 1.2 * shared[1]) << "the plan's focus is on dimension 1; nobody has heard of it yet";
  EXPECT_GT(school[3], 1.2 * shared[3]);
  EXPECT_GT(school[3] / school[1], district[3] / district[1]);
}

TEST(Initiative, SharedOrSwitchedOffNothingDiffersToTheBit) {
  Scenario scenario = led_by(guidance, Initiative::school);
  scenario.framework.initiative = {Initiative::school, Initiative::district, Initiative::school, Initiative::shared,
                                   Initiative::district};
  scenario.mechanisms.turn(Mechanism::initiative, false);
  scenario.calendar.years = 1;
  Scenario shared = scenario;
  shared.framework.initiative = {};
  std::vector<std::string> digests;
  for (const Scenario* one : {&scenario, &shared}) {
    simulate(conditions_of(*one, 3, 0, ParameterUse::held),
             [&](const YearRecord& record) { digests.push_back(digest_of_year(record)); });
  }
  ASSERT_EQ(digests.size(), 2U);
  EXPECT_EQ(digests[0], digests[1]);
}

TEST(ReviewSchools, TheStateTakesAndGrantsDiscretionByResults) {
  Scenario scenario = small_scenario(6, 240);
  scenario.framework.discretion = 0.4;
  scenario.context.state_target = 0.5;
  scenario.context.state_consequence = StateConsequence::takes_discretion;
  SmallWorld world(scenario);
  District& d = world.district;
  EXPECT_EQ(d.schools.discretion, std::vector<double>(6, 0.4));
  for (std::size_t row = d.cells.begin[0]; row < d.cells.begin[6]; ++row) {
    d.cells.tested[row] = row < d.cells.begin[3] ? 3.0 : -3.0;
  }
  review_schools(world.conditions, d.cells, d.schools);
  EXPECT_EQ(d.schools.discretion, (std::vector<double>{0.4, 0.4, 0.4, 0.2, 0.2, 0.2}));
  world.scenario.context.state_consequence = StateConsequence::grants_discretion;
  review_schools(world.conditions, d.cells, d.schools);
  EXPECT_EQ(d.schools.discretion, (std::vector<double>{0.7, 0.7, 0.7, 0.4, 0.4, 0.4})) << "for a year, not forever";
  world.scenario.context.state_consequence = StateConsequence::none;
  review_schools(world.conditions, d.cells, d.schools);
  EXPECT_EQ(d.schools.discretion[0], 0.7);
}

}  // namespace
}  // namespace districtsim
