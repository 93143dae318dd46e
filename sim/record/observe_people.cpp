#include "sim/record/observe_people.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/core/parallel.hpp"

namespace districtsim {

namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t schools_at_once = 64;

double ratio_or_none(double sum, double count) { return count > 0.0 ? sum / count : no_value; }

double novices_practice(const Teachers& teachers, Rows staff) {
  double sum = 0.0;
  double novices = 0.0;
  for (std::size_t row = staff.begin; row < staff.end; ++row) {
    if (teachers.experience[row] >= novice_years) continue;
    novices += 1.0;
    for (int d = 0; d < dimension_count; ++d) {
      sum += static_cast<double>(teachers.practice(row, d)) / dimension_count;
    }
  }
  return ratio_or_none(sum, novices);
}

/// SD of ownership around the means of teams, over all teams of a school; a team of one has no spread.
double spread_within_teams(const Teams& teams, Rows of_school, const Teachers& teachers) {
  double squares = 0.0;
  double freedom = 0.0;
  for (std::size_t team = of_school.begin; team < of_school.end; ++team) {
    const Rows members{teams.teacher_begin[team], teams.teacher_begin[team + 1]};
    if (members.size() < 2) continue;
    double sum = 0.0;
    for (std::size_t row = members.begin; row < members.end; ++row) sum += static_cast<double>(teachers.ownership[row]);
    const double mean = sum / static_cast<double>(members.size());
    for (std::size_t row = members.begin; row < members.end; ++row) {
      const double apart = static_cast<double>(teachers.ownership[row]) - mean;
      squares += apart * apart;
    }
    freedom += static_cast<double>(members.size() - 1);
  }
  return std::sqrt(ratio_or_none(squares, freedom));
}

double mean_trust(const Teachers& teachers, Rows staff) {
  double sum = 0.0;
  for (std::size_t row = staff.begin; row < staff.end; ++row) sum += static_cast<double>(teachers.trust_principal[row]);
  return ratio_or_none(sum, static_cast<double>(staff.size()));
}

/// Sums over the teacher leaders in post, by school.
struct LeaderSums {
  double in_post = 0.0;
  double clarity = 0.0;
  double legitimacy = 0.0;
};

std::vector<LeaderSums> sums_of_leaders(const TeacherLeaders& leaders, std::size_t schools) {
  std::vector<LeaderSums> sums(schools);
  for (std::size_t row = 0; row < leaders.size(); ++row) {
    LeaderSums& own = sums[leaders.school[row]];
    own.in_post += 1.0;
    own.clarity += static_cast<double>(leaders.clarity[row]);
    own.legitimacy += static_cast<double>(leaders.legitimacy[row]);
  }
  return sums;
}

/// By school, of the director who has it.
std::vector<double> expertise_of_directors(const Directors& directors, std::size_t schools) {
  std::vector<double> expertise(schools, no_value);
  for (std::size_t row = 0; row < directors.size(); ++row) {
    for (const std::uint32_t school : directors.schools(row)) expertise[school] = directors.shown(row);
  }
  return expertise;
}

double mean_learning(const CentralOffice& office) {
  return (office.learned_operations + office.learned_assistance + office.learned_data + office.learned_hiring) / 4.0;
}

}  // namespace

void observe_people(const Conditions& conditions, const District& district, YearRecord& record) {
  const Schools& schools = district.schools;
  const Teachers& teachers = district.teachers;
  const std::vector<LeaderSums> leaders = sums_of_leaders(district.teacher_leaders, schools.size());
  const std::vector<double> expertise = expertise_of_directors(district.directors, schools.size());
  const double learning = mean_learning(district.central);
  const SurveyParameters& survey = conditions.parameters.survey;
  for_blocks(schools.size(), schools_at_once, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      const auto put = [&](Yearly measure, double value) {
        record.yearly[static_cast<std::size_t>(measure) * schools.size() + school] = value;
      };
      put(Yearly::novice_practice, novices_practice(teachers, staff));
      put(Yearly::role_clarity, ratio_or_none(leaders[school].clarity, leaders[school].in_post));
      put(Yearly::legitimacy, ratio_or_none(leaders[school].legitimacy, leaders[school].in_post));
      put(Yearly::data_routines, schools.data_routines[school]);
      put(Yearly::accountability, schools.accountability[school]);
      put(Yearly::breadth, schools.breadth[school]);
      put(Yearly::score_inflation, schools.inflation[school]);
      put(Yearly::belief_spread,
          spread_within_teams(district.teams, {schools.team_begin[school], schools.team_begin[school + 1]}, teachers));
      put(Yearly::director_expertise, expertise[school]);
      put(Yearly::system_learning, learning);
      const auto luck = conditions.draws.normals(Purpose::survey_noise, {schools.key[school], 0},
                                                 static_cast<std::uint32_t>(record.year));
      const double felt = 0.5 * (district.principals.trust_director[school] + district.principals.assisted[school]);
      put(Yearly::survey_support_from_directors, mean_answer(felt, 1.0, luck[0], survey));
      const auto respondents = static_cast<double>(staff.size());
      put(Yearly::survey_support_from_principals,
          mean_answer(mean_trust(teachers, staff), respondents, luck[1], survey));
    }
  });
}

}  // namespace districtsim
