#pragma once

#include "sim/district/teachers.hpp"
#include "sim/rules/skill.hpp"

namespace districtsim {

/// One kept contact of a teacher: moves supported practice toward `expertise` in dimensions `first` to `last` and uses
/// up absorption. `strength` is gain rate times the supporter's quality; `taken_share` is absorbed_share(hours).
inline void learn_from_contact(Teachers& teachers, std::size_t row, const std::array<float, dimension_count>& expertise,
                               int first, int last, float strength, float taken_share, float half_gap) {
  const float taken = teachers.absorption[row] * taken_share;
  for (int d = first; d <= last; ++d) {
    const auto dimension = static_cast<std::size_t>(d);
    const float gap = expertise[dimension] - teachers.practice(row, d);
    if (gap > 0.0F) teachers.supported[dimension][row] += strength * taken * (gap / (gap + half_gap));
  }
  teachers.absorption[row] -= taken;
}

}  // namespace districtsim
