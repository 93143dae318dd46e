#pragma once

#include "sim/district/teachers.hpp"
#include "sim/scenario/parameters.hpp"

namespace districtsim {

/// Constants of one kind of contact, made once a week.
struct ContactTerms {
  float gain_rate = 0.0F;
  float taken_share = 0.0F;  ///< of absorption, by its hours
  float half_gap = 0.0F;
  float trust_gain = 0.0F;
  float trust_loss = 0.0F;
  UptakeTerms uptake;
};

[[nodiscard]] inline ContactTerms contact_terms(double hours, double trust_loss, double legitimacy,
                                                const Parameters& p) {
  return {static_cast<float>(p.skill.gain_rate), static_cast<float>(absorbed_share(hours, p.skill.hours_scale)),
          static_cast<float>(p.skill.half_gap),  static_cast<float>(p.trust.gain),
          static_cast<float>(trust_loss),        uptake_terms(legitimacy, p.uptake)};
}

/// One kept contact of a teacher: moves supported practice toward `expertise`, as far as the contact's quality goes,
/// and uses up absorption.
inline void learn_from_contact(Teachers& teachers, std::size_t row, const std::array<float, dimension_count>& expertise,
                               float quality, const ContactTerms& terms) {
  const float taken = teachers.absorption[row] * terms.taken_share;
  const float strength = terms.gain_rate * quality * taken;
  for (std::size_t d = 0; d < dimension_count; ++d) {
    const float gap = expertise[d] - teachers.practice(row, static_cast<int>(d));
    if (gap > 0.0F) teachers.supported[d][row] += strength * (gap / (gap + terms.half_gap));
  }
  teachers.absorption[row] -= taken;
}

}  // namespace districtsim
