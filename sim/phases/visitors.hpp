#pragma once

#include <algorithm>
#include <array>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/rules/visit.hpp"

namespace districtsim {

/// Who visits: what their feedback is like and what they can show in a classroom.
struct Visitor {
  PersonKey key = 0;
  double specific = 0.0;  ///< probability
  float shown = 0.0F;     ///< [iSD]
};

[[nodiscard]] inline Visitor visitor_of(PersonKey key, double skill, double more_cohesion, double norm_practice,
                                        const VisitParameters& p) {
  return {key, specific_feedback(skill, more_cohesion, p),
          static_cast<float>(norm_practice + p.leader_expertise + p.expertise_per_skill * skill)};
}

constexpr std::size_t most_visitors = 64;

/// A school's leaders, the principal first; returns how many.
[[nodiscard]] inline std::size_t list_visitors(const Conditions& conditions, double norm_practice,
                                               const Principals& principals, const AssistantPrincipals& assistants,
                                               const Schools& schools, std::size_t school,
                                               std::array<Visitor, most_visitors>& visitors) {
  const VisitParameters& p = conditions.parameters.visit;
  const bool team = conditions.on(Mechanism::leadership_team);
  const double cohesion =
      team ? schools.cohesion[school] - conditions.parameters.leadership_team.reference_cohesion : 0.0;
  std::size_t count = 0;
  visitors[count++] = visitor_of(principals.key[school], principals.skill(school), cohesion, norm_practice, p);
  const auto first = std::lower_bound(assistants.school.begin(), assistants.school.end(), school);
  for (auto row = static_cast<std::size_t>(first - assistants.school.begin());
       row < assistants.size() && assistants.school[row] == school && count < most_visitors; ++row) {
    visitors[count++] = visitor_of(assistants.key[row], assistants.skill(row), cohesion, norm_practice, p);
  }
  return count;
}

}  // namespace districtsim
