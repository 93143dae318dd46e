#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

void learn_by_doing(const Conditions& conditions, District& district) {
  Teachers& teachers = district.teachers;
  const LearningByDoingParameters& p = conditions.parameters.learning_by_doing;
  const double in_practice = 1.0 / conditions.parameters.teacher_effect.practice_to_achievement;
  const bool learning = conditions.on(Mechanism::learning_by_doing);
  for_blocks(teachers.size(), 2048, [&](Rows rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      if (teachers.holder[row] == Holder::vacant) continue;
      const double climate = district.schools.climate[teachers.school[row]];
      const double years = static_cast<double>(teachers.experience[row]);
      if (learning) teachers.learned[row] += static_cast<float>(year_of_experience(years, climate, p) * in_practice);
      teachers.experience[row] += 1.0F;
    }
  });
  for (float& years : district.teacher_leaders.experience) years += 1.0F;
  for (auto& column : teachers.supported_sum) std::fill(column.begin(), column.end(), 0.0F);
}

}  // namespace districtsim
