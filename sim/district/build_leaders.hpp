#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"

namespace districtsim {

/// Principals, assistant principals, teacher leaders and directors at the start, and the operations posts.
void build_leaders(const Conditions& conditions, District& district);

/// Puts a new principal in a school: skills of their own, no trust yet.
void seat_principal(const Conditions& conditions, Principals& principals, std::size_t school, PersonKey key,
                    double instructional, double organisational);

/// A row for an assistant principal's post, without a holder, after the last of its school or of all.
void add_assistant(AssistantPrincipals& assistants, std::uint32_t school);

/// Takes an assistant principal's post away.
void remove_assistant(AssistantPrincipals& assistants, std::size_t row);

/// Puts a new assistant principal in a post; `hire_year` as in person_key.
void seat_assistant(const Conditions& conditions, District& district, std::size_t row, int hire_year);

/// What a teacher leader can show: an able teacher's practice and a margin. [iSD]
[[nodiscard]] std::array<float, dimension_count> draw_expertise(const Conditions& conditions, LuckKey luck);

/// Quality of coaching of the person with this luck (lognormal, mean 1), and how a selection sees it (standard normal).
struct CoachQuality {
  double quality = 1.0;
  double seen = 0.0;
};
[[nodiscard]] CoachQuality draw_quality(const Conditions& conditions, LuckKey luck);

/// A person to become a teacher leader: where their luck comes from, and what they were as a teacher.
struct CoachCandidate {
  LuckKey luck;
  PersonKey key = 0;
  std::uint32_t row = 0;  ///< of the teacher they are, where they are one
  std::array<float, dimension_count> stable{};
  float experience = 0.0F;
  float talent = 0.0F;
  double seen = 0.0;
};

/// An open post of a teacher leader: its school, and its number there.
struct OpenPost {
  std::uint32_t school = 0;
  int number = 0;
};

/// Open posts in the order in which candidates are offered them: drawn, so that no school's row is an advantage.
[[nodiscard]] std::vector<OpenPost> in_drawn_order(const Conditions& conditions, const Schools& schools,
                                                   std::vector<OpenPost> posts, std::uint32_t week);

/// Adds a teacher leader's row for a post in `school`.
void seat_coach(const Conditions& conditions, TeacherLeaders& leaders, std::uint32_t school,
                const CoachCandidate& candidate);

/// Keeps these rows of teacher leaders, in this order; caseloads are to be planned anew.
void keep_coaches(TeacherLeaders& leaders, const std::vector<std::uint32_t>& rows);

}  // namespace districtsim
