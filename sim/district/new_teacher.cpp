#include "sim/district/new_teacher.hpp"

#include <algorithm>
#include <cmath>

#include "sim/district/purpose.hpp"

namespace districtsim {

TeacherTraits draw_traits(PersonKey key, std::uint32_t candidate, const Conditions& conditions) {
  const TeacherEffectParameters& effect = conditions.parameters.teacher_effect;
  const LuckKey luck{key, candidate};
  const std::array<double, 4> own = conditions.draws.normals(Purpose::teacher_practice, luck, 0);
  const std::array<double, 4> person = conditions.draws.normals(Purpose::teacher_traits, luck, 0);
  const double common = std::sqrt(effect.dimension_correlation);
  const double apart = std::sqrt(1.0 - effect.dimension_correlation);
  // The SD of the mean of four dimensions of correlation r is sqrt((1 + 3 r)/4) of a dimension's.
  const double scale =
      effect.stable_practice_sd / std::sqrt((1.0 + 3.0 * effect.dimension_correlation) / dimension_count);
  TeacherTraits traits;
  for (std::size_t d = 0; d < dimension_count; ++d) {
    traits.stable[d] = static_cast<float>(scale * (common * person[0] + apart * own[d]));
  }
  traits.talent = static_cast<float>(effect.talent_sd * person[1]);
  traits.strain_trait = static_cast<float>(conditions.parameters.strain.trait * person[2]);
  traits.resistance = static_cast<float>(person[3]);
  const BeliefParameters& belief = conditions.parameters.beliefs;
  const std::array<double, 4> believes = conditions.draws.normals(Purpose::teacher_beliefs, luck, 0);
  traits.expectations = static_cast<float>(std::clamp(belief.expectations + belief.spread * believes[0], 0.0, 1.0));
  traits.ownership = static_cast<float>(std::clamp(belief.ownership + belief.spread * believes[1], 0.0, 1.0));
  return traits;
}

float learned_practice(int years, const Parameters& parameters) {
  return static_cast<float>(experience_effect(static_cast<double>(years), parameters.learning_by_doing) /
                            parameters.teacher_effect.practice_to_achievement);
}

void seat_teacher(Teachers& teachers, std::size_t row, PersonKey key, const TeacherTraits& traits, int years,
                  const Conditions& conditions) {
  const auto start = static_cast<float>(conditions.parameters.trust.start);
  teachers.key[row] = key;
  teachers.holder[row] = Holder::regular;
  teachers.coach[row] = no_coach;
  teachers.last_coach[row] = 0;
  teachers.minutes_free[row] = in_minutes(conditions.parameters.time_account.teacher_support);
  teachers.experience[row] = static_cast<float>(years);
  teachers.talent[row] = traits.talent;
  teachers.learned[row] = learned_practice(years, conditions.parameters);
  for (std::size_t d = 0; d < dimension_count; ++d) {
    teachers.stable[d][row] = traits.stable[d];
    teachers.supported[d][row] = 0.0F;
    teachers.supported_sum[d][row] = 0.0F;
  }
  teachers.absorption[row] = 1.0F;
  teachers.strain[row] = traits.strain_trait;
  teachers.strain_trait[row] = traits.strain_trait;
  teachers.resistance[row] = teachers.resistance_anchor[row] = teachers.resistance_shared[row] = traits.resistance;
  teachers.expectations[row] = teachers.expectations_anchor[row] = teachers.expectations_shared[row] =
      traits.expectations;
  teachers.ownership[row] = teachers.ownership_anchor[row] = teachers.ownership_shared[row] = traits.ownership;
  teachers.efficacy[row] = static_cast<float>(conditions.parameters.efficacy.start);
  teachers.stipend_years[row] = 0;
  teachers.mentor[row] = no_mentor;
  teachers.trust_coach[row] = start;
  teachers.trust_principal[row] = start;
}

}  // namespace districtsim
