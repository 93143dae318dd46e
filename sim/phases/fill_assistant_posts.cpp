#include <algorithm>
#include <cmath>

#include "sim/district/build_leaders.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/succession.hpp"

namespace districtsim {

namespace {

/// A teacher leader as a leader of a school: what they would be, and how it looks.
struct GrownLeader {
  std::uint32_t row = 0;
  SchoolId school;
  double talent = 0.0;        ///< [SD]
  double organisation = 0.0;  ///< [SD]
  double seen = 0.0;          ///< standard normal
  bool taken = false;
};

GrownLeader as_leader(const Conditions& conditions, std::uint32_t week, const TeacherLeaders& leaders,
                      std::uint32_t row) {
  const PipelineParameters& p = conditions.parameters.pipeline;
  const PersonKey key = leaders.key[row];
  const auto traits = conditions.draws.normals(Purpose::assistant_traits, {key, 0}, 0);
  const double luck = conditions.draws.normal(Purpose::leader_candidate, {key, 2}, week);
  const double skill = p.selected * static_cast<double>(leaders.relationship[row]) +
                       std::sqrt(1.0 - p.selected * p.selected) * traits[0];
  GrownLeader leader;
  leader.row = row;
  leader.school = leaders.school[row];
  leader.talent = conditions.parameters.assistance.skill_sd * skill;
  leader.organisation = traits[1];
  leader.seen = p.signal * skill + std::sqrt(1.0 - p.signal * p.signal) * luck;
  return leader;
}

/// Teacher leaders who look able, the best first.
std::vector<GrownLeader> able_leaders(const Conditions& conditions, std::uint32_t week, const TeacherLeaders& leaders) {
  std::vector<GrownLeader> able;
  for (std::uint32_t row = 0; row < leaders.size(); ++row) {
    const GrownLeader leader = as_leader(conditions, week, leaders, row);
    if (leader.seen >= conditions.parameters.pipeline.able) able.push_back(leader);
  }
  std::stable_sort(able.begin(), able.end(),
                   [](const GrownLeader& a, const GrownLeader& b) { return a.seen > b.seen; });
  return able;
}

/// Those of the school first, then the best of the district; null if nobody is left.
GrownLeader* next_leader(std::vector<GrownLeader>& able, SchoolId school) {
  GrownLeader* best = nullptr;
  for (GrownLeader& leader : able) {
    if (leader.taken) continue;
    if (leader.school == school) return &leader;
    if (best == nullptr) best = &leader;
  }
  return best;
}

void seat_grown(const Conditions& conditions, const GrownLeader& leader, std::size_t row, District& district) {
  AssistantPrincipals& assistants = district.assistant_principals;
  const TeacherLeaders& leaders = district.teacher_leaders;
  assistants.key[row] = leaders.key[leader.row];
  assistants.talent[row] = leader.talent;
  assistants.supported[row] =
      conditions.parameters.pipeline.learned * static_cast<double>(leaders.supported[leader.row]);
  assistants.absorption[row] = 1.0;
  assistants.organisation[row] = leader.organisation;
  assistants.tenure[row] = 0;
}

/// Open rows that look within the district first, in a drawn order.
std::vector<std::size_t> rows_that_grow(const Conditions& conditions, std::uint32_t week, int hire_year,
                                        const std::vector<bool>& open, const District& district) {
  if (!conditions.on(Mechanism::leadership_pipeline)) return {};
  std::vector<std::pair<double, std::size_t>> drawn;
  int number = 0;
  for (std::size_t row = 0; row < open.size(); ++row) {
    const AssistantPrincipals& assistants = district.assistant_principals;
    number = row > 0 && assistants.school[row] == assistants.school[row - 1] ? number + 1 : 0;
    if (!open[row]) continue;
    const LuckKey post{person_key(district.schools.key[assistants.school[row]], assistant_post + number, hire_year), 0};
    const auto luck = conditions.draws.uniform(Purpose::leader_candidate, post, week);
    const double grow = conditions.scenario.framework.grow_your_own;
    if (luck < grow) drawn.emplace_back(luck, row);
  }
  std::sort(drawn.begin(), drawn.end());
  std::vector<std::size_t> rows;
  rows.reserve(drawn.size());
  for (const auto& place : drawn) rows.push_back(place.second);
  return rows;
}

}  // namespace

void fill_assistant_posts(const Conditions& conditions, std::uint32_t week, int hire_year,
                          const std::vector<bool>& open, District& district) {
  TeacherLeaders& leaders = district.teacher_leaders;
  std::vector<bool> filled(open.size(), false);
  std::vector<bool> gone(leaders.size(), false);
  const std::vector<std::size_t> grows = rows_that_grow(conditions, week, hire_year, open, district);
  std::vector<GrownLeader> able;
  if (!grows.empty()) able = able_leaders(conditions, week, leaders);
  for (const std::size_t row : grows) {
    GrownLeader* const leader = next_leader(able, district.assistant_principals.school[row]);
    if (leader == nullptr) break;
    seat_grown(conditions, *leader, row, district);
    leader->taken = gone[leader->row] = filled[row] = true;
  }
  for (std::size_t row = 0; row < open.size(); ++row) {
    if (open[row] && !filled[row]) seat_assistant(conditions, district, row, hire_year);
  }
  std::vector<std::uint32_t> staying;
  for (std::uint32_t row = 0; row < gone.size(); ++row) {
    if (!gone[row]) staying.push_back(row);
  }
  if (staying.size() < gone.size()) keep_coaches(leaders, staying);
}

}  // namespace districtsim
