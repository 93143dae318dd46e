#pragma once

#include <array>
#include <cstddef>

#include "sim/district/conditions.hpp"
#include "sim/district/teachers.hpp"

namespace districtsim {

/// What a person brings to a teaching post.
struct TeacherTraits {
  std::array<float, dimension_count> stable{};  ///< [iSD]
  float talent = 0.0F;                          ///< [SD]
  float strain_trait = 0.0F;                    ///< [SD]
  float resistance = 0.0F;                      ///< [SD]
  float expectations = 0.5F;                    ///< 0 to 1
  float ownership = 0.5F;                       ///< 0 to 1, of the agenda
};

/// Traits of the person with this luck; `candidate` tells apart those who look at the same post.
[[nodiscard]] TeacherTraits draw_traits(PersonKey key, std::uint32_t candidate, const Conditions& conditions);

/// Puts a person who is new to the district in a row: no supported practice yet, trust as of a new tie.
void seat_teacher(Teachers& teachers, std::size_t row, PersonKey key, const TeacherTraits& traits, int years,
                  const Conditions& conditions);

/// Practice learned by `years` of teaching in an average environment. [iSD]
[[nodiscard]] float learned_practice(int years, const Parameters& parameters);

}  // namespace districtsim
