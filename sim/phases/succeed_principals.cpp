#include <algorithm>
#include <cmath>

#include "sim/district/build_leaders.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/succession.hpp"

namespace districtsim {

namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

/// The staff's trust in its leaders after a change of principal: anew, or partly kept for one whom they know.
void reset_trust(const Conditions& conditions, std::size_t school, double kept, District& district) {
  const double start = conditions.parameters.trust.start;
  for (auto row = district.schools.teacher_begin[school]; row < district.schools.teacher_begin[school + 1]; ++row) {
    float& trust = district.teachers.trust_principal[row];
    trust = static_cast<float>(kept_of(static_cast<double>(trust), start, kept));
  }
}

/// Seats an assistant principal as a principal; what they have learned they keep, and the district knows them.
void promote_assistant(const Conditions& conditions, std::size_t row, std::size_t school, District& district,
                       std::vector<bool>& open) {
  const AssistantPrincipals& assistants = district.assistant_principals;
  const PipelineParameters& p = conditions.parameters.pipeline;
  const bool known = conditions.on(Mechanism::leadership_pipeline);
  Principals& principals = district.principals;
  const double tie = principals.trust_director[school];
  seat_principal(conditions, principals, school, assistants.key[row], assistants.talent[row],
                 assistants.organisation[row]);
  principals.supported[school] = assistants.supported[row];
  principals.grown[school] = 1;
  if (known) principals.trust_director[school] = kept_of(tie, conditions.parameters.trust.start, p.known);
  const bool own = assistants.school[row] == school;
  reset_trust(conditions, school, known && own ? p.trust_kept : 0.0, district);
  open[row] = true;
}

void seat_outsider(const Conditions& conditions, PersonKey key, std::size_t school, District& district) {
  const auto traits = conditions.draws.normals(Purpose::principal_traits, {key, 0}, 0);
  seat_principal(conditions, district.principals, school, key, conditions.parameters.assistance.skill_sd * traits[0],
                 traits[1]);
  reset_trust(conditions, school, 0.0, district);
}

/// The first assistant principal of a school who is still there.
std::size_t own_assistant(const AssistantPrincipals& assistants, std::size_t school, const std::vector<bool>& open) {
  const auto own = std::lower_bound(assistants.school.begin(), assistants.school.end(), school);
  const auto row = static_cast<std::size_t>(own - assistants.school.begin());
  return row < assistants.size() && assistants.school[row] == school && !open[row] ? row : nobody;
}

/// The district's assistant principals who are still there, the best as seen first.
std::vector<std::size_t> ranked_assistants(const Conditions& conditions, std::uint32_t week,
                                           const AssistantPrincipals& assistants, const std::vector<bool>& open) {
  const double r = conditions.parameters.pipeline.signal;
  const double spread = conditions.parameters.assistance.skill_sd;
  std::vector<std::pair<double, std::size_t>> seen;
  for (std::size_t row = 0; row < assistants.size(); ++row) {
    if (open[row]) continue;
    const double skill = spread > 0.0 ? assistants.skill(row) / spread : 0.0;
    const double luck = conditions.draws.normal(Purpose::leader_candidate, {assistants.key[row], 1}, week);
    seen.emplace_back(-(r * skill + std::sqrt(1.0 - r * r) * luck), row);
  }
  std::sort(seen.begin(), seen.end());
  std::vector<std::size_t> ranked;
  ranked.reserve(seen.size());
  for (const auto& place : seen) ranked.push_back(place.second);
  return ranked;
}

}  // namespace

void succeed_principals(const Conditions& conditions, std::uint32_t week, int hire_year,
                        const std::vector<std::uint32_t>& schools, District& district, std::vector<bool>& open) {
  const AssistantPrincipals& assistants = district.assistant_principals;
  const bool pipeline = conditions.on(Mechanism::leadership_pipeline);
  const double promoted = conditions.parameters.departure.assistant_promoted;
  const double chance = pipeline ? grown_chance(promoted, conditions.scenario.framework.grow_your_own) : promoted;
  std::vector<OpenPost> without;  // schools that look for one of their own, and have none
  for (const std::uint32_t school : schools) {
    const PersonKey key = person_key(district.schools.key[school], principal_post, hire_year);
    const bool grows = conditions.draws.uniform(Purpose::principal_succession, {key, 0}, week) < chance;
    const std::size_t own = grows ? own_assistant(assistants, school, open) : nobody;
    if (own != nobody) {
      promote_assistant(conditions, own, school, district, open);
    } else if (grows && pipeline) {
      without.push_back({school, 0});
    } else {
      seat_outsider(conditions, key, school, district);
    }
  }
  if (without.empty()) return;
  const std::vector<std::size_t> ranked = ranked_assistants(conditions, week, assistants, open);
  std::size_t next = 0;
  for (const OpenPost& post : in_drawn_order(conditions, district.schools, std::move(without), week)) {
    if (next < ranked.size()) {
      promote_assistant(conditions, ranked[next++], post.school, district, open);
    } else {
      seat_outsider(conditions, person_key(district.schools.key[post.school], principal_post, hire_year), post.school,
                    district);
    }
  }
}

}  // namespace districtsim
