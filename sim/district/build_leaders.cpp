#include "sim/district/build_leaders.hpp"

#include <algorithm>
#include <cmath>

#include "sim/district/new_teacher.hpp"
#include "sim/district/providers.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/roles.hpp"
#include "sim/scenario/central_posts.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

constexpr int able_years = 12;       ///< of experience of the teacher a coach is measured against
constexpr double able_spread = 0.8;  ///< [SD of stable practice] by which that teacher is above the mean

/// What one with these normals can show: an able teacher's practice and a margin. [iSD]
std::array<float, dimension_count> expertise_of(const Parameters& p, const std::array<double, 4>& normal) {
  const double able = experience_effect(able_years, p.learning_by_doing) / p.teacher_effect.practice_to_achievement +
                      able_spread * p.teacher_effect.stable_practice_sd + p.coaching.expertise_margin;
  std::array<float, dimension_count> expertise{};
  for (std::size_t d = 0; d < dimension_count; ++d) {
    expertise[d] = static_cast<float>(able + p.teacher_effect.stable_practice_sd * normal[d]);
  }
  return expertise;
}

/// Lognormal with mean 1. [1]
double quality_of(double normal, const CoachingParameters& p) {
  const double variance = logarithm(1.0 + p.quality_cv * p.quality_cv);
  return exponential(std::sqrt(variance) * normal - 0.5 * variance);
}

int completed_years(const Conditions& conditions, LuckKey luck, double exit) {
  // Tenure in a stationary hazard is geometric.
  const double u = conditions.draws.uniform(Purpose::leader_tenure, luck, 0);
  if (exit <= 0.0) return able_years;
  return static_cast<int>(logarithm(1.0 - u) / logarithm(1.0 - std::clamp(exit, 0.001, 0.999)));
}

void build_principals(const Conditions& conditions, District& district) {
  const std::size_t count = district.schools.size();
  Principals& principals = district.principals;
  principals.key.resize(count);
  for (auto* column :
       {&principals.talent, &principals.supported, &principals.absorption, &principals.organisation,
        &principals.trust_director, &principals.engagement, &principals.team_leading, &principals.assisted}) {
    column->resize(count);
  }
  principals.tenure.resize(count);
  principals.grown.resize(count);
  for (std::size_t school = 0; school < count; ++school) {
    const PersonKey key = person_key(district.schools.key[school], principal_post, 0);
    const auto traits = conditions.draws.normals(Purpose::principal_traits, {key, 0}, 0);
    seat_principal(conditions, principals, school, key, conditions.parameters.assistance.skill_sd * traits[0],
                   traits[1]);
    principals.tenure[school] = completed_years(conditions, {key, 0}, conditions.parameters.departure.principal_exit);
  }
}

/// Number of an assistant principal's post within their school.
int assistant_number(const AssistantPrincipals& assistants, std::size_t row) {
  int number = 0;
  for (std::size_t before = row; before-- > 0 && assistants.school[before] == assistants.school[row];) ++number;
  return number;
}

void build_assistants(const Conditions& conditions, District& district) {
  AssistantPrincipals& assistants = district.assistant_principals;
  for (std::uint32_t school = 0; school < district.schools.size(); ++school) {
    for (int post = 0; post < district.schools.assistants[school]; ++post) {
      add_assistant(assistants, school);
      const std::size_t row = assistants.size() - 1;
      seat_assistant(conditions, district, row, 0);
      assistants.tenure[row] =
          completed_years(conditions, {assistants.key[row], 0}, conditions.parameters.departure.assistant_exit);
    }
  }
}

void build_directors(const Conditions& conditions, District& district) {
  Directors& directors = district.directors;
  district.schools.director.assign(district.schools.size(), no_director);
  if (support_is_bought(conditions)) {
    build_providers(conditions, district.schools, directors);
    return;
  }
  directors.caseload_begin =
      director_caseloads(district.schools.size(), conditions.scenario.framework.schools_per_director);
  for (std::size_t row = 0; row + 1 < directors.caseload_begin.size(); ++row) {
    // A director's place is their caseload: its first school gives the key.
    const std::uint32_t first = directors.caseload_begin[row];
    const PersonKey key = person_key(district.schools.key[first], principal_post - 1, 0);
    directors.key.push_back(key);
    directors.expertise.push_back(conditions.parameters.assistance.expertise +
                                  conditions.parameters.assistance.expertise_sd *
                                      conditions.draws.normal(Purpose::director_traits, {key, 0}, 0));
    directors.supported.push_back(0.0);
    directors.absorption.push_back(1.0);
    directors.backing.push_back(conditions.scenario.framework.sponsorship);
    directors.minutes.push_back(0);
    for (std::uint32_t school = first; school < directors.caseload_begin[row + 1]; ++school) {
      district.schools.director[school] = static_cast<std::uint32_t>(row);
    }
  }
  set_caseloads(district.schools.director, directors);
}

/// Candidates at the start come from outside the posts that are modelled: so many for each school's teachers.
std::vector<CoachCandidate> first_candidates(const Conditions& conditions, const District& district) {
  std::vector<CoachCandidate> candidates;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    const double expected = conditions.parameters.coaching.applicants * district.schools.teachers_at_start[school];
    const std::uint32_t key = district.schools.key[school];
    const double part = conditions.draws.uniform(Purpose::coach_candidate, {key, 0xFFFFU}, 0);
    const auto count = static_cast<std::uint32_t>(expected + part);
    for (std::uint32_t number = 0; number < count; ++number) {
      CoachCandidate candidate;
      candidate.luck = {key, 0x10000U + number};
      candidate.seen = draw_quality(conditions, candidate.luck).seen;
      candidates.push_back(candidate);
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const CoachCandidate& a, const CoachCandidate& b) { return a.seen > b.seen; });
  return candidates;
}

void build_coaches(const Conditions& conditions, District& district) {
  std::vector<CoachCandidate> candidates = first_candidates(conditions, district);
  std::size_t next = 0;
  std::vector<OpenPost> posts;
  for (std::uint32_t school = 0; school < district.schools.size(); ++school) {
    for (int number = 0; number < district.schools.coaches[school]; ++number) posts.push_back({school, number});
  }
  for (const OpenPost& post : in_drawn_order(conditions, district.schools, std::move(posts), 0)) {
    const PersonKey key = person_key(district.schools.key[post.school], coach_post + post.number, 0);
    CoachCandidate chosen;
    if (next < candidates.size()) {
      chosen = candidates[next++];
    } else {
      chosen.luck = {key, 0xFFFFFU};  // beyond the pool: whoever can be had
    }
    const TeacherTraits traits = draw_traits(key, 0, conditions);
    chosen.key = key;
    chosen.stable = traits.stable;
    chosen.talent = traits.talent;
    chosen.experience = static_cast<float>(able_years);
    seat_coach(conditions, district.teacher_leaders, post.school, chosen);
  }
}

/// Whoever serves many schools is somebody like a coach, whose place is the first school of their caseload.
void build_cross_school_leaders(const Conditions& conditions, District& district) {
  const std::size_t schools = district.schools.size();
  const auto count = static_cast<std::size_t>(central_posts(conditions.scenario.framework, schools).cross_school);
  CrossSchoolLeaders& leaders = district.cross_school_leaders;
  for (std::size_t row = 0; row < count; ++row) {
    const auto first = static_cast<std::uint32_t>(row * schools / count);
    const PersonKey key = person_key(district.schools.key[first], principal_post - 2, 0);
    const auto shows = conditions.draws.normals(Purpose::cross_school_leader_traits, {key, 0}, 0);
    const double quality = conditions.draws.normal(Purpose::cross_school_leader_traits, {key, 1}, 0);
    leaders.key.push_back(key);
    leaders.expertise.push_back(expertise_of(conditions.parameters, shows));
    leaders.quality.push_back(static_cast<float>(quality_of(quality, conditions.parameters.coaching)));
    leaders.minutes.push_back(0);
    leaders.caseload_begin.push_back(first);
  }
  leaders.caseload_begin.push_back(static_cast<std::uint32_t>(schools));
}

}  // namespace

std::vector<OpenPost> in_drawn_order(const Conditions& conditions, const Schools& schools, std::vector<OpenPost> posts,
                                     std::uint32_t week) {
  const auto lot = [&](const OpenPost& post) {
    const LuckKey luck{schools.key[post.school], static_cast<std::uint32_t>(post.number)};
    return conditions.draws.uniform(Purpose::coach_post_order, luck, week);
  };
  std::stable_sort(posts.begin(), posts.end(), [&](const OpenPost& a, const OpenPost& b) { return lot(a) < lot(b); });
  return posts;
}

void seat_principal(const Conditions& conditions, Principals& principals, std::size_t school, PersonKey key,
                    double instructional, double organisational) {
  principals.key[school] = key;
  principals.talent[school] = instructional;
  principals.supported[school] = 0.0;
  principals.absorption[school] = 1.0;
  principals.organisation[school] = organisational;
  principals.trust_director[school] = conditions.parameters.trust.start;
  principals.tenure[school] = 0;
  principals.grown[school] = 0;
  principals.assisted[school] = 0.0;
  const PrincipalRoleParameters& role = conditions.parameters.principal_role;
  const auto sees = conditions.draws.normals(Purpose::principal_conception, {key, 0}, 0);
  principals.engagement[school] = std::clamp(role.engagement + role.spread * sees[0], 0.0, 1.0);
  principals.team_leading[school] = std::clamp(role.engagement + role.spread * sees[1], 0.0, 1.0);
}

void add_assistant(AssistantPrincipals& assistants, std::uint32_t school) {
  const auto place =
      std::upper_bound(assistants.school.begin(), assistants.school.end(), school) - assistants.school.begin();
  assistants.key.insert(assistants.key.begin() + place, 0);
  assistants.talent.insert(assistants.talent.begin() + place, 0.0);
  assistants.supported.insert(assistants.supported.begin() + place, 0.0);
  assistants.absorption.insert(assistants.absorption.begin() + place, 1.0);
  assistants.organisation.insert(assistants.organisation.begin() + place, 0.0);
  assistants.tenure.insert(assistants.tenure.begin() + place, 0);
  assistants.school.insert(assistants.school.begin() + place, SchoolId(school));
}

void remove_assistant(AssistantPrincipals& assistants, std::size_t row) {
  const auto at = static_cast<std::ptrdiff_t>(row);
  assistants.key.erase(assistants.key.begin() + at);
  assistants.school.erase(assistants.school.begin() + at);
  assistants.talent.erase(assistants.talent.begin() + at);
  assistants.supported.erase(assistants.supported.begin() + at);
  assistants.absorption.erase(assistants.absorption.begin() + at);
  assistants.organisation.erase(assistants.organisation.begin() + at);
  assistants.tenure.erase(assistants.tenure.begin() + at);
}

void seat_assistant(const Conditions& conditions, District& district, std::size_t row, int hire_year) {
  AssistantPrincipals& assistants = district.assistant_principals;
  const int post = assistant_post + assistant_number(assistants, row);
  const PersonKey key = person_key(district.schools.key[assistants.school[row]], post, hire_year);
  const auto traits = conditions.draws.normals(Purpose::assistant_traits, {key, 0}, 0);
  assistants.key[row] = key;
  assistants.talent[row] = conditions.parameters.assistance.skill_sd * traits[0];
  assistants.supported[row] = 0.0;
  assistants.absorption[row] = 1.0;
  assistants.organisation[row] = traits[1];
  assistants.tenure[row] = 0;
}

void keep_coaches(TeacherLeaders& leaders, const std::vector<std::uint32_t>& rows) {
  each_column(leaders, [&](auto& column) {
    auto kept = column;
    kept.clear();
    for (const std::uint32_t row : rows) kept.push_back(column[row]);
    column.swap(kept);
  });
}

CoachQuality draw_quality(const Conditions& conditions, LuckKey luck) {
  const CoachingParameters& p = conditions.parameters.coaching;
  const auto normal = conditions.draws.normals(Purpose::coach_quality, luck, 0);
  CoachQuality drawn;
  drawn.quality = quality_of(normal[0], p);
  drawn.seen = p.signal * normal[0] + std::sqrt(1.0 - p.signal * p.signal) * normal[1];
  return drawn;
}

std::array<float, dimension_count> draw_expertise(const Conditions& conditions, LuckKey luck) {
  return expertise_of(conditions.parameters, conditions.draws.normals(Purpose::coach_expertise, luck, 0));
}

void seat_coach(const Conditions& conditions, TeacherLeaders& leaders, std::uint32_t school,
                const CoachCandidate& candidate) {
  leaders.key.push_back(candidate.key);
  leaders.school.emplace_back(school);
  leaders.stable.push_back(candidate.stable);
  leaders.experience.push_back(candidate.experience);
  leaders.talent.push_back(candidate.talent);
  leaders.expertise.push_back(draw_expertise(conditions, candidate.luck));
  leaders.quality.push_back(static_cast<float>(draw_quality(conditions, candidate.luck).quality));
  leaders.next.push_back(0);
  leaders.minutes.push_back(0);
  const TeacherLeaderParameters& standing = conditions.parameters.teacher_leader;
  const auto traits = conditions.draws.normals(Purpose::teacher_leader_traits, candidate.luck, 0);
  leaders.role.push_back(no_role);
  leaders.relationship.push_back(static_cast<float>(traits[0]));
  leaders.legitimacy.push_back(static_cast<float>(standing.legitimacy_start));
  leaders.clarity.push_back(static_cast<float>(standing.clarity_start));
  leaders.taint.push_back(0.0F);
  leaders.supported.push_back(0.0F);
  leaders.absorption.push_back(1.0F);
  leaders.office.push_back(0);
}

void build_leaders(const Conditions& conditions, District& district) {
  build_principals(conditions, district);
  build_assistants(conditions, district);
  build_directors(conditions, district);
  build_coaches(conditions, district);
  sort_by_school(district.schools.size(), district.teacher_leaders);
  assign_roles(conditions, district.schools, district.teacher_leaders);
  build_cross_school_leaders(conditions, district);
  district.teacher_leaders.caseload_begin.assign(district.teacher_leaders.size() + 1, 0);
  CentralOffice& central = district.central;
  central.sponsorship = conditions.scenario.framework.sponsorship;
  central.political_capital = conditions.parameters.politics.capital_start;
  central.learned_operations = central.learned_assistance = central.learned_data = central.learned_hiring =
      conditions.parameters.system_learning.start;
  const CentralPosts posts = central_posts(conditions.scenario.framework, district.schools.size());
  central.data_posts = posts.data;
  central.operations_posts = posts.operations;
}

}  // namespace districtsim
