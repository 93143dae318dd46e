#include <gtest/gtest.h>

#include "sim/phases/support_weeks.hpp"
#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario developing(double uptake_base) {
  Scenario scenario = small_scenario(6, 240);
  scenario.parameters.uptake.base = uptake_base;
  scenario.parameters.development.hours = 1.5;
  scenario.support.professional_development_days = 4;
  return scenario;
}

/// The first week with a day.
Week first_day(const Scenario& scenario) { return week_at(scenario.calendar, 0, week_of_development_day(scenario, 0)); }

void develop_week(SmallWorld& world, Week week, double engagement) {
  District& d = world.district;
  std::fill(d.principals.engagement.begin(), d.principals.engagement.end(), engagement);
  budget_time(world.conditions, d.principals, d.schools);
  for (LeaderWeek& own : d.schools.leaders) own.instruction = 600;
  develop_staff(world.conditions, week, d.norm_practice, d.teacher_leaders, d.principals, d.assistant_principals,
                d.schools, d.teachers, d.support, d.journal);
}

TEST(DevelopStaff, DaysAreSpreadOverTheYearAndNotInWeeksOfInquiry) {
  Scenario scenario = developing(0.0);
  for (const int days : {0, 1, 4, 10}) {
    scenario.support.professional_development_days = days;
    int held = 0;
    for (int week = 0; week < 36; ++week) {
      const int here = development_days(scenario, week_at(scenario.calendar, 0, week));
      EXPECT_FALSE(here > 0 && is_inquiry_week(scenario, week_at(scenario.calendar, 0, week))) << week;
      held += here;
    }
    EXPECT_EQ(held, days);
  }
  scenario.support.professional_development_days = 1;
  EXPECT_EQ(week_of_development_day(scenario, 0), 20) << "18 is a week of inquiry";
}

TEST(DevelopStaff, EverybodySpendsTheHoursAndThoseWhoTakeItUpLearn) {
  SmallWorld up(developing(80.0));
  SmallWorld refused(developing(-80.0));
  const Teachers before = up.district.teachers;
  develop_week(up, first_day(up.scenario), 0.0);
  develop_week(refused, first_day(refused.scenario), 0.0);
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_EQ(before.minutes_free[row] - up.district.teachers.minutes_free[row], 90);
    EXPECT_EQ(before.minutes_free[row] - refused.district.teachers.minutes_free[row], 90);
  }
  EXPECT_NE(up.district.teachers.supported, before.supported);
  EXPECT_EQ(refused.district.teachers.supported, before.supported);
  EXPECT_EQ(up.district.teachers.ownership, before.ownership) << "the principal is not there";
}

TEST(DevelopStaff, APrincipalWhoTakesPartLearnsAndRaisesOwnershipAndExpectations) {
  SmallWorld world(developing(80.0));
  District& d = world.district;
  const Teachers before = d.teachers;
  develop_week(world, first_day(world.scenario), 1.0);
  const DevelopmentParameters& p = world.conditions.parameters.development;
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_NEAR(d.teachers.ownership[row],
                before.ownership[row] + static_cast<float>(p.ownership_gain) * (1.0F - before.ownership[row]), 1e-6);
    EXPECT_GE(d.teachers.expectations[row], before.expectations[row]);
  }
  for (std::size_t school = 0; school < d.schools.size(); ++school) {
    EXPECT_GT(d.principals.supported[school], 0.0);
    EXPECT_GE(d.schools.committed[school], 90);
    EXPECT_LE(d.schools.committed[school], 600);
    EXPECT_EQ(d.schools.committed[school] % 90, 0);
  }
  for (const double gained : d.assistant_principals.supported) EXPECT_GT(gained, 0.0);
}

TEST(DevelopStaff, APrincipalWithoutTimeStaysAway) {
  SmallWorld world(developing(80.0));
  District& d = world.district;
  for (LeaderWeek& own : d.schools.leaders) own.instruction = 89;
  std::fill(d.principals.engagement.begin(), d.principals.engagement.end(), 1.0);
  develop_staff(world.conditions, first_day(world.scenario), d.norm_practice, d.teacher_leaders, d.principals,
                d.assistant_principals, d.schools, d.teachers, d.support, d.journal);
  for (const double gained : d.principals.supported) EXPECT_EQ(gained, 0.0);
}

TEST(DevelopStaff, ASpecialistOfStaffDevelopmentMakesTheDayBetter) {
  Scenario scenario = developing(80.0);
  scenario.framework.teachers_per_coach = 20.0;
  SmallWorld coaches(scenario);
  scenario.framework.teacher_leader_roles = {LeaderRole::instructional_specialist};
  SmallWorld specialists(scenario);
  develop_week(coaches, first_day(scenario), 0.0);
  develop_week(specialists, first_day(scenario), 0.0);
  double more = 0.0;
  for (std::size_t row = 0; row < coaches.district.teachers.size(); ++row) {
    more += static_cast<double>(specialists.district.teachers.supported[1][row] -
                                coaches.district.teachers.supported[1][row]);
  }
  EXPECT_GT(more, 0.0);
}

TEST(DevelopStaff, SwitchedOffOrWithoutADayNothingHappens) {
  Scenario scenario = developing(80.0);
  SmallWorld other_week(scenario);
  scenario.mechanisms.turn(Mechanism::professional_development, false);
  SmallWorld off(scenario);
  const Teachers before = off.district.teachers;
  develop_week(off, first_day(scenario), 1.0);
  develop_week(other_week, week_at(scenario.calendar, 0, week_of_development_day(scenario, 0) + 1), 1.0);
  EXPECT_EQ(off.district.teachers.minutes_free, before.minutes_free);
  EXPECT_EQ(other_week.district.teachers.minutes_free, before.minutes_free);
}

}  // namespace
}  // namespace districtsim
