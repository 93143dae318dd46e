#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/rules/whole_years.hpp"

namespace districtsim {

void learn_by_doing(const Conditions& conditions, District& district) {
  Teachers& teachers = district.teachers;
  const LearningByDoingParameters& p = conditions.parameters.learning_by_doing;
  const double in_practice = 1.0 / conditions.parameters.teacher_effect.practice_to_achievement;
  const bool learning = conditions.on(Mechanism::learning_by_doing);
  const WholeYears step([&](double years) { return experience_step(years, p); });
  for_blocks(teachers.size(), 2048, [&](Rows rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
      if (teachers.holder[row] == Holder::vacant) continue;
      const double climate = district.schools.climate[teachers.school[row]];
      const double learned = step_in_climate(step.at(teachers.experience[row]), climate, p);
      if (learning) teachers.learned[row] += static_cast<float>(learned * in_practice);
      teachers.experience[row] += 1.0F;
    }
    for (auto& column : teachers.supported_sum) {
      std::fill(column.begin() + static_cast<std::ptrdiff_t>(rows.begin),
                column.begin() + static_cast<std::ptrdiff_t>(rows.end), 0.0F);
    }
  });
  for (float& years : district.teacher_leaders.experience) years += 1.0F;
}

}  // namespace districtsim
