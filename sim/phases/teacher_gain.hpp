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
};

[[nodiscard]] inline ContactTerms contact_terms(double hours, double trust_loss, const Parameters& p) {
  return {static_cast<float>(p.skill.gain_rate), static_cast<float>(absorbed_share(hours, p.skill.hours_scale)),
          static_cast<float>(p.skill.half_gap), static_cast<float>(p.trust.gain), static_cast<float>(trust_loss)};
}

[[nodiscard]] inline OfferedTo offered_to(const Teachers& teachers, std::size_t row, float trust) {
  return {trust, teachers.ownership[row], teachers.resistance[row]};
}

/// What can be learned from a contact: practice that is shown, by dimension, how good the showing is, and how much the
/// school's focus puts on each dimension (1 everywhere in the reference district).
struct Showing {
  std::array<float, dimension_count> expertise{};  ///< [iSD]
  float quality = 1.0F;
  std::array<float, dimension_count> emphasis{1.0F, 1.0F, 1.0F, 1.0F};
};

/// One kept contact of a teacher: moves supported practice toward what is shown, and uses up absorption as far as there
/// was something to learn. Returns the gain in mean practice. [iSD]
inline float learn_from_contact(Teachers& teachers, std::size_t row, const Showing& showing,
                                const ContactTerms& terms) {
  const float taken = teachers.absorption[row] * terms.taken_share;
  const float strength = terms.gain_rate * showing.quality * taken;
  float worked = 0.0F;
  float gained = 0.0F;
  for (std::size_t d = 0; d < dimension_count; ++d) {
    const float gap = showing.expertise[d] - teachers.practice(row, static_cast<int>(d));
    if (gap <= 0.0F) continue;
    const float share = gap / (gap + terms.half_gap);
    const float gain = strength * showing.emphasis[d] * share;
    teachers.supported[d][row] += gain;
    worked += share;
    gained += gain;
  }
  teachers.absorption[row] -= taken * absorption_used(worked / dimension_count);
  return gained / dimension_count;
}

}  // namespace districtsim
