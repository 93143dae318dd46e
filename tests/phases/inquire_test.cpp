#include <gtest/gtest.h>

#include "sim/phases/week_phases.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

Scenario inquiring(double uptake_base) {
  Scenario scenario = small_scenario(6, 240);
  scenario.parameters.uptake.base = uptake_base;
  scenario.support.inquiry_hours = 1.0;
  scenario.support.inquiry_weeks = 2;
  return scenario;
}

void inquire_week(SmallWorld& world, int week) {
  District& d = world.district;
  budget_time(world.conditions, d.principals, d.schools);
  inquire(world.conditions, week_at(world.scenario.calendar, 1, week), d.norm_practice, d.teams, d.teacher_leaders,
          d.schools, d.teachers, d.support, d.journal);
}

TEST(Inquire, TeamsMeetInTheWeeksAfterAnAssessment) {
  for (int week = 0; week < 36; ++week) {
    SmallWorld world(inquiring(80.0));
    const auto before = world.district.teachers.minutes_free;
    inquire_week(world, week);
    EXPECT_EQ(world.district.teachers.minutes_free != before, week % 6 < 2) << week;
  }
}

TEST(Inquire, MovesUseOfEvidenceAndPedagogyOnly) {
  SmallWorld world(inquiring(80.0));
  const Teachers before = world.district.teachers;
  inquire_week(world, 0);
  EXPECT_EQ(world.district.teachers.supported[0], before.supported[0]);
  EXPECT_EQ(world.district.teachers.supported[3], before.supported[3]);
  EXPECT_NE(world.district.teachers.supported[1], before.supported[1]);
  EXPECT_NE(world.district.teachers.supported[2], before.supported[2]);
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_GE(world.district.teachers.supported[2][row], before.supported[2][row]);
  }
}

TEST(Inquire, EveryMemberOfATeamGivesTheMeetingsTime) {
  SmallWorld world(inquiring(-80.0));
  const Teachers before = world.district.teachers;
  inquire_week(world, 0);
  const Teams& teams = world.district.teams;
  for (std::size_t team = 0; team < teams.size(); ++team) {
    const auto first = teams.teacher_begin[team];
    const auto end = teams.teacher_begin[team + 1];
    for (auto row = first; row < end; ++row) {
      EXPECT_EQ(before.minutes_free[row] - world.district.teachers.minutes_free[row], end - first > 1 ? 60 : 0);
    }
  }
  EXPECT_EQ(world.district.teachers.supported, before.supported) << "nobody takes it up";
}

TEST(Inquire, ALedTeamLearnsMore) {
  SmallWorld led(inquiring(80.0));
  SmallWorld alone(inquiring(80.0));
  alone.district.schools.coaches.assign(6, 0);
  alone.conditions.parameters.visit.share_of_instruction = 1.0;  // leaders have no hour for it
  led.conditions.parameters.inquiry.teams_per_coach = 20.0;
  led.district.schools.coaches.assign(6, 1);
  inquire_week(led, 0);
  inquire_week(alone, 0);
  double with_leader = 0.0;
  double without = 0.0;
  for (std::size_t row = 0; row < led.district.teachers.size(); ++row) {
    with_leader += static_cast<double>(led.district.teachers.supported[2][row]);
    without += static_cast<double>(alone.district.teachers.supported[2][row]);
  }
  EXPECT_GT(with_leader, without);
  EXPECT_EQ(alone.district.schools.inquiry_minutes, std::vector<Minutes>(6, 0));
}

TEST(Inquire, LeadersGiveNoMoreThanVisitsAndDirectorsLeave) {
  SmallWorld world(inquiring(0.0));
  world.district.schools.director_minutes.assign(6, 120);
  inquire_week(world, 0);
  for (std::size_t school = 0; school < 6; ++school) {
    const double left = (world.district.schools.leaders[school].instruction - 120) *
                        (1.0 - world.conditions.parameters.visit.share_of_instruction);
    EXPECT_LE(world.district.schools.inquiry_minutes[school], left);
  }
}

TEST(Inquire, TheLedgerHoldsEverybodysMinutes) {
  SmallWorld world(inquiring(0.0));
  inquire_week(world, 0);
  const District& d = world.district;
  for (std::size_t school = 0; school < 6; ++school) {
    const KindTally& tally = d.support.places[school].of(InteractionKind::team_inquiry);
    std::int32_t came = 0;
    for (std::size_t team = d.schools.team_begin[school]; team < d.schools.team_begin[school + 1]; ++team) {
      const auto members = static_cast<std::int32_t>(d.teams.teacher_begin[team + 1] - d.teams.teacher_begin[team]);
      came += members >= 2 ? members : 0;
    }
    EXPECT_EQ(tally.kept + tally.refused, came);
    EXPECT_GT(tally.kept, 0);
    EXPECT_GT(tally.refused, 0);
    EXPECT_EQ(tally.received, came * 60);
    EXPECT_EQ(tally.given, d.schools.inquiry_minutes[school]);
    EXPECT_NEAR(d.schools.inquired[school], came / static_cast<double>(d.schools.teachers(school)), 1e-12);
  }
}

TEST(Inquire, TheJournalAgreesWithTheLedger) {
  Scenario scenario = inquiring(0.0);
  scenario.record.interactions = InteractionsRecorded::all;
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  inquire_week(world, 0);
  const District& d = world.district;
  for (std::size_t school = 0; school < 6; ++school) {
    std::int32_t kept = 0;
    float effect = 0.0F;
    for (const Interaction& interaction : d.journal.by_school()[school]) {
      kept += interaction.outcome == Outcome::taken_up ? 1 : 0;
      effect += interaction.effect;
      if (interaction.outcome == Outcome::refused) {
        EXPECT_EQ(interaction.effect, 0.0F);
      }
    }
    EXPECT_EQ(kept, d.support.places[school].of(InteractionKind::team_inquiry).kept);
    float moved = 0.0F;
    for (std::size_t row = d.schools.teacher_begin[school]; row < d.schools.teacher_begin[school + 1]; ++row) {
      for (const std::size_t dim : {1U, 2U}) moved += (d.teachers.supported[dim][row] - before.supported[dim][row]) / 4;
    }
    EXPECT_NEAR(effect, moved, 1e-4F);
  }
}

/// Practice in use of evidence that a week of inquiry adds in school 0.
float gain_of_week(SmallWorld& world) {
  const Teachers before = world.district.teachers;
  inquire_week(world, 0);
  float sum = 0.0F;
  for (std::size_t row = 0; row < world.district.schools.teacher_begin[1]; ++row) {
    sum += world.district.teachers.supported[2][row] - before.supported[2][row];
  }
  return sum;
}

TEST(Inquire, TeamTimeRoutinesAndEmphasisMakeMeetingsBetterOrWorse) {
  SmallWorld usual(inquiring(80.0));
  SmallWorld distracted(inquiring(80.0));
  SmallWorld practised(inquiring(80.0));
  SmallWorld focused(inquiring(80.0));
  const Parameters& p = usual.conditions.parameters;
  distracted.district.schools.team_share[0] = 0.6 * p.team_time.reference;
  practised.district.schools.data_routines[0] += 0.5;
  focused.district.schools.emphasis[0][2] = 1.4F;
  const float usually = gain_of_week(usual);
  EXPECT_NEAR(gain_of_week(distracted) / usually, 0.6F, 1e-3F);
  EXPECT_NEAR(gain_of_week(practised) / usually, 1.0 + 0.5 * p.data_routines.use, 1e-3);
  EXPECT_NEAR(gain_of_week(focused) / usually, 1.4F, 1e-3F);
}

TEST(Inquire, LedMeetingsRaiseExpectationsWhereTheyAreTakenUp) {
  SmallWorld led(inquiring(80.0));
  led.conditions.parameters.inquiry.teams_per_coach = 20.0;
  led.district.schools.coaches.assign(6, 1);
  SmallWorld refused(inquiring(-80.0));
  const Teachers before = led.district.teachers;
  inquire_week(led, 0);
  inquire_week(refused, 0);
  EXPECT_EQ(refused.district.teachers.expectations, before.expectations);
  bool any = false;
  for (std::size_t row = 0; row < before.size(); ++row) {
    EXPECT_GE(led.district.teachers.expectations[row], before.expectations[row]);
    EXPECT_LT(led.district.teachers.expectations[row], before.expectations[row] + 0.06F);
    any = any || led.district.teachers.expectations[row] > before.expectations[row];
  }
  EXPECT_TRUE(any);
}

TEST(Inquire, NobodyLeadsATeamOfOne) {
  // So few teachers that every team has one: leaders keep their hours.
  SmallWorld world([] {
    Scenario scenario = scenario_of({hand_made_school(1, SchoolLevel::elementary, 1, 6, 20, 0.5, 3)});
    scenario.support.inquiry_hours = 1.0;
    return scenario;
  }());
  const District& d = world.district;
  for (std::size_t team = 0; team < d.teams.size(); ++team) {
    ASSERT_LT(d.teams.teacher_begin[team + 1] - d.teams.teacher_begin[team], 2U);
  }
  inquire_week(world, 0);
  EXPECT_EQ(d.schools.inquiry_minutes[0], 0);
  EXPECT_EQ(d.support.places[0].of(InteractionKind::team_inquiry).kept, 0);
}

TEST(Inquire, SwitchedOffNoTeamMeets) {
  Scenario scenario = inquiring(80.0);
  scenario.mechanisms.turn(Mechanism::team_inquiry, false);
  SmallWorld world(scenario);
  const Teachers before = world.district.teachers;
  inquire_week(world, 0);
  EXPECT_EQ(world.district.teachers.supported, before.supported);
  EXPECT_EQ(world.district.teachers.minutes_free, before.minutes_free);
}

}  // namespace
}  // namespace districtsim
