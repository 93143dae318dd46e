#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>
#include <tuple>

#include "sim/district/new_teacher.hpp"
#include "tests/support/record_bytes.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {
namespace {

using Traits = std::tuple<float, float, float, float>;
using People = std::map<PersonKey, Traits>;

/// How a district gets the traits of the people on its posts, row by row.
using TraitSource = std::function<TeacherTraits(const Conditions&, PersonKey)>;

People people_by(const SmallWorld& world, const TraitSource& source) {
  People people;
  for (const PersonKey key : world.district.teachers.key) {
    const TeacherTraits traits = source(world.conditions, key);
    people[key] = {traits.talent, traits.strain_trait, traits.resistance, traits.stable[2]};
  }
  return people;
}

/// People who are in both districts and are not the same.
int changed_people(const People& before, const People& after) {
  int changed = 0;
  for (const auto& [key, traits] : before) {
    const auto found = after.find(key);
    if (found != after.end() && found->second != traits) ++changed;
  }
  return changed;
}

Scenario with_a_post_more(Scenario scenario) {
  ++scenario.district.schools[1].teachers;
  return scenario;
}

TEST(SameLuck, APostMoreInOneSchoolChangesNobodysTraits) {
  const Scenario scenario = small_scenario(8, 300);
  const SmallWorld before(scenario);
  const SmallWorld after(with_a_post_more(scenario));
  const TraitSource by_key = [](const Conditions& conditions, PersonKey key) {
    return draw_traits(key, 0, conditions);
  };
  const People first = people_by(before, by_key);
  const People second = people_by(after, by_key);
  EXPECT_EQ(second.size(), first.size() + 1);
  EXPECT_EQ(changed_people(first, second), 0);
  std::map<PersonKey, float> talent;
  for (std::size_t row = 0; row < before.district.teachers.size(); ++row) {
    talent[before.district.teachers.key[row]] = before.district.teachers.strain[row];
  }
  for (std::size_t row = 0; row < after.district.teachers.size(); ++row) {
    const auto found = talent.find(after.district.teachers.key[row]);
    if (found != talent.end()) {
      EXPECT_EQ(found->second, after.district.teachers.strain[row]);
    }
  }
}

TEST(SameLuck, ASequentialGeneratorWouldBeNoticed) {
  const Scenario scenario = small_scenario(8, 300);
  const SmallWorld before(scenario);
  const SmallWorld after(with_a_post_more(scenario));
  const auto in_turn = [](const SmallWorld& world) {
    std::uint32_t next = 0;  // the mutant: luck by a running counter
    return people_by(world,
                     [&](const Conditions& conditions, PersonKey) { return draw_traits(next++, 0, conditions); });
  };
  EXPECT_GT(changed_people(in_turn(before), in_turn(after)), 100);
}

TEST(SameLuck, ASchoolMoreChangesNobodyInTheOthers) {
  Scenario scenario = small_scenario(8, 300);
  const SmallWorld before(scenario);
  scenario.district.schools.insert(scenario.district.schools.begin(),
                                   hand_made_school(5000, SchoolLevel::elementary, 1, 6, 50, 0.5, 20));
  for (SchoolProfile& school : scenario.district.schools) {
    if (school.feeder >= 0) ++school.feeder;
  }
  const SmallWorld after(scenario);
  const std::size_t apart = after.district.teachers.size() - before.district.teachers.size();
  ASSERT_EQ(apart, 20U);
  for (std::size_t row = 0; row < before.district.teachers.size(); ++row) {
    EXPECT_EQ(before.district.teachers.key[row], after.district.teachers.key[row + apart]);
    EXPECT_EQ(before.district.teachers.talent[row], after.district.teachers.talent[row + apart]);
    EXPECT_EQ(before.district.teachers.experience[row], after.district.teachers.experience[row + apart]);
  }
  for (std::size_t school = 0; school < 8; ++school) {
    EXPECT_EQ(before.district.principals.talent[school], after.district.principals.talent[school + 1]);
    EXPECT_EQ(before.district.schools.climate_trait[school], after.district.schools.climate_trait[school + 1]);
  }
}

TEST(SameLuck, AReplicateStartsWithTheSamePeopleInEveryScenario) {
  const Scenario baseline = small_scenario(8, 300);
  Scenario other = baseline;
  other.framework.discretion = 0.5;
  other.support.coach_caseload = 20.0;
  other.mechanisms.turn(Mechanism::coaching, false);
  other.events.push_back({Event::Kind::revenue_change, 1, -0.2});
  const SmallWorld first(baseline, 3);
  const SmallWorld second(other, 3);
  EXPECT_EQ(first.district.teachers.key, second.district.teachers.key);
  EXPECT_EQ(first.district.teachers.stable, second.district.teachers.stable);
  EXPECT_EQ(first.district.principals.talent, second.district.principals.talent);
  EXPECT_EQ(first.district.teacher_leaders.quality, second.district.teacher_leaders.quality);
  const Parameters drawn = conditions_of(baseline, 7, 3, ParameterUse::drawn).parameters;
  EXPECT_EQ(drawn.coaching.applicants, conditions_of(other, 7, 3, ParameterUse::drawn).parameters.coaching.applicants);
  EXPECT_NE(drawn.coaching.applicants, conditions_of(other, 7, 4, ParameterUse::drawn).parameters.coaching.applicants);
}

TEST(SameLuck, WithoutLinksBetweenSchoolsOneSchoolsStudentsChangeNoOther) {
  Scenario scenario = small_scenario(8, 300);
  for (SchoolProfile& school : scenario.district.schools) school.assistant_principals = 1;
  for (const Mechanism linking :
       {Mechanism::central_operations, Mechanism::director_assistance, Mechanism::transfers, Mechanism::hiring,
        Mechanism::leader_turnover, Mechanism::need_weights, Mechanism::discretion}) {
    scenario.mechanisms.turn(linking, false);
  }
  scenario.calendar.years = 2;
  Scenario more = scenario;
  for (int& students : more.district.schools[7].students) students *= 2;
  const auto first = years_of(scenario, 0);
  const auto second = years_of(more, 0);
  for (std::size_t year = 0; year < first.size(); ++year) {
    for (std::size_t m = 0; m < weekly_measures.size(); ++m) {
      const auto measure = static_cast<Weekly>(m);
      for (std::size_t cell = 0; cell < static_cast<std::size_t>(first[year].weeks) * 8; ++cell) {
        if (cell % 8 == 7) continue;
        const float before = first[year].weekly_of(measure)[cell];
        const float after = second[year].weekly_of(measure)[cell];
        ASSERT_TRUE(before == after || (std::isnan(before) && std::isnan(after)))
            << weekly_measures[m].name << " of school " << cell % 8 << ", week " << cell / 8;
      }
    }
    EXPECT_GT(second[year].weekly_of(Weekly::operational_backlog)[20 * 8 + 7],
              first[year].weekly_of(Weekly::operational_backlog)[20 * 8 + 7]);
  }
}

}  // namespace
}  // namespace districtsim
