// Patterns that are associations over schools and careers, found by the same regressions on outputs that studies ran.

#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/regression.hpp"
#include "tests/patterns/ensemble.hpp"

namespace districtsim {
namespace {

double year_mean(const YearRecord& record, Weekly measure, std::size_t school) {
  double sum = 0.0;
  for (int week = 0; week < record.weeks; ++week) {
    sum += static_cast<double>(record.weekly_of(measure)[static_cast<std::size_t>(week) * record.schools + school]);
  }
  return sum / record.weeks;
}

double mean_practice(const YearRecord& record, std::size_t school) {
  double sum = 0.0;
  for (const Weekly d :
       {Weekly::practice_curriculum, Weekly::practice_pedagogy, Weekly::practice_evidence, Weekly::practice_climate}) {
    sum += year_mean(record, d, school) / 4.0;
  }
  return sum;
}

double mean_achievement(const YearRecord& record, std::size_t school) {
  double sum = 0.0;
  double students = 0.0;
  for (const Group group : {Group::low_income, Group::other}) {
    for (const Subject subject : {Subject::reading, Subject::mathematics}) {
      const double own = record.group(GroupMeasure::tested_students, school, group, subject);
      if (!(own > 0.0)) continue;
      students += own;
      sum += own * record.group(GroupMeasure::achievement, school, group, subject);
    }
  }
  return sum / students;
}

/// Schools of several replicates in their last year.
struct SchoolOutcomes {
  std::vector<double> leadership;  ///< what teachers say of their leaders' support
  std::vector<double> low_income;
  std::vector<double> health;  ///< trust in leaders and climate
  std::vector<double> practice;
  std::vector<double> well_being;
  std::vector<double> achievement;
};

SchoolOutcomes outcomes_of(const Scenario& scenario, std::uint64_t seed, int replicates) {
  SchoolOutcomes found;
  watch_ensemble(scenario, seed, replicates, [&](std::size_t, const YearRecord& record) {
    if (record.year != scenario.calendar.years) return;
    for (std::size_t school = 0; school < record.schools; ++school) {
      found.leadership.push_back(record.yearly_of(Yearly::survey_support_from_principals)[school]);
      found.low_income.push_back(scenario.district.schools[school].low_income_share());
      found.health.push_back(year_mean(record, Weekly::trust_in_principal, school));
      found.practice.push_back(mean_practice(record, school));
      found.well_being.push_back(-year_mean(record, Weekly::strain, school));
      found.achievement.push_back(mean_achievement(record, school));
    }
  });
  return found;
}

/// Association in SD with leadership, at equal poverty.
double association(const SchoolOutcomes& schools, const std::vector<double>& outcome) {
  const Regression fit =
      least_squares({standardised(schools.leadership), standardised(schools.low_income)}, standardised(outcome));
  return fit.coefficients[1];
}

TEST(AssociationPatternReleaseOnly, P8LeadershipGoesWithSchoolHealthMoreThanPracticeAndWithAchievementLeast) {
  for (const std::uint64_t seed : {401U, 402U}) {
    const SchoolOutcomes schools = outcomes_of(made_up_district(6000, 4), seed, 4);
    const double health = association(schools, schools.health);
    const double practice = association(schools, schools.practice);
    const double well_being = association(schools, schools.well_being);
    const double achievement = association(schools, schools.achievement);
    RecordProperty("health", std::to_string(health));
    EXPECT_GT(health, practice) << "Liebowitz & Porter 2019: .72 to .81 against .35";
    EXPECT_GT(practice, achievement) << ".35 against .08 to .16";
    EXPECT_GT(well_being, achievement) << ".34 to .38 against .08 to .16";
    EXPECT_GT(achievement, 0.0);
    EXPECT_GT(practice, 0.1);
    EXPECT_LT(achievement, 0.3);
  }
}

/// Whether a teacher began as a novice in the school where they are; `year` counts all years of the run from 1.
bool began_here(const AgentColumns& agents, std::size_t row, int year, std::uint32_t school_key) {
  const PersonKey key = agents.person[row];  // school, post, year of hire: sim/district/person_key.hpp
  const auto hired = static_cast<int>(key & 31U);
  return agents.holder[row] == 1 && hired >= 1 && key >> 15U == school_key &&
         static_cast<int>(agents.experience[row]) == year - hired;
}

/// Teachers who began as novices in the school where they are: years of teaching there, climate of their school [SD],
/// and what they have learned since they began, as effect on achievement [SD].
struct Careers {
  std::vector<double> years;
  std::vector<double> climate;
  std::vector<double> effect;
};

Careers careers_after(const Scenario& scenario, std::uint64_t seed, int replicates) {
  Careers careers;
  const int last_year = scenario.calendar.warm_up_years + scenario.calendar.years;
  const double lambda = scenario.parameters.teacher_effect.practice_to_achievement;
  watch_ensemble(scenario, seed, replicates, [&](std::size_t, const YearRecord& record) {
    if (record.year != scenario.calendar.years) return;
    for (std::size_t row = 0; row < record.agents.size(); ++row) {
      const auto school = static_cast<std::size_t>(record.agents.school[row]);
      if (!began_here(record.agents, row, last_year, scenario.district.schools[school].key)) continue;
      double practice = 0.0;
      for (const auto& dimension : record.agents.practice) practice += static_cast<double>(dimension[row]) / 4.0;
      careers.years.push_back(static_cast<double>(record.agents.experience[row]));
      careers.climate.push_back(year_mean(record, Weekly::climate, school));
      careers.effect.push_back(lambda * practice);
    }
  });
  return careers;
}

double mean_effect_at(const Careers& careers, double years) {
  double sum = 0.0;
  double count = 0.0;
  for (std::size_t row = 0; row < careers.years.size(); ++row) {
    if (careers.years[row] != years) continue;
    sum += careers.effect[row];
    count += 1.0;
  }
  return sum / count;
}

TEST(AssociationPatternReleaseOnly, P4TeachersGrowWithExperienceAndMoreInSupportiveSchools) {
  Scenario scenario = made_up_district(6000, 11);
  scenario.record.agents = AgentsRecorded::yearly;
  // Only learning by doing moves practice: support would be counted twice.
  for (std::size_t kind = 0; kind < interaction_count; ++kind) {
    scenario.mechanisms.turn(*mechanism_named(interaction_names[kind]), false);
  }
  scenario.parameters.skill.initial_gain = 0.0;
  const Careers careers = careers_after(scenario, 404, 8);
  const double novices = mean_effect_at(careers, 0.0);
  EXPECT_NEAR(mean_effect_at(careers, 1.0) - novices, 0.05, 0.03) << "Papay & Kraft 2015; Wiswall 2013";
  EXPECT_NEAR(mean_effect_at(careers, 5.0) - novices, 0.09, 0.03);
  EXPECT_NEAR(mean_effect_at(careers, 10.0) - novices, 0.10, 0.03);
  // Growth after 8 to 11 years by climate; quartile marks lie .674 SD from the mean.
  std::vector<double> climate;
  std::vector<double> growth;
  for (std::size_t row = 0; row < careers.years.size(); ++row) {
    if (careers.years[row] < 8.0) continue;
    climate.push_back(careers.climate[row]);
    growth.push_back(careers.effect[row] - novices);
  }
  const Regression fit = least_squares({climate}, growth);
  const double middle = fit.coefficients[0];
  const double step = 0.674 * fit.coefficients[1];
  const double ratio = (middle + step) / (middle - step);
  EXPECT_GE(ratio, 1.20) << "Kraft & Papay 2014: 38 %, 20 to 60 %; standard error of the slope "
                         << fit.standard_errors[1];
  EXPECT_LE(ratio, 1.60);
}

}  // namespace
}  // namespace districtsim
