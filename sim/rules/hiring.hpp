#pragma once

#include <cstdint>

#include "sim/core/elementary.hpp"

namespace districtsim {

/// Hiring from an applicant pool by timing and attractiveness; a post without an applicant gets a long-term substitute.
struct HiringParameters {
  double applicants_per_vacancy = 0.0;  ///< [1] of a usual year
  double usual_vacancies = 0.0;         ///< [1] of posts: sizes the pool, so that more vacancies meet fewer applicants
  double need = 0.0;                    ///< [log applicants per SD of need], taken off
  double climate = 0.0;                 ///< [log applicants per SD of climate]
  double signal = 0.0;                  ///< [1] correlation of what the school sees with the applicant's effect
  double novice_share = 0.0;            ///< [1] of hires without experience
  double experienced_years = 0.0;       ///< [years] others come with 1 to this many
  double substitute_practice = 0.0;     ///< [iSD] of a long-term substitute, against a novice
  double transfer_need = 0.0;           ///< [utility per SD of need] that an internal mover gives up
  double transfer_climate = 0.0;        ///< [utility per SD of climate]
};

/// How many look at a vacancy, relative to an average school's. [1]
[[nodiscard]] inline double attractiveness(double need, double climate, const HiringParameters& p) {
  return exponential(p.climate * climate - p.need * need);
}

/// How many apply where `expected` do on average: Poisson, by inversion of u, at most `most`.
[[nodiscard]] inline std::uint32_t applicants_for(double expected, double u, std::uint32_t most) {
  double chance = exponential(-expected);
  double passed = chance;
  std::uint32_t count = 0;
  while (u > passed && count < most) {
    ++count;
    chance *= expected / count;
    passed += chance;
  }
  return count;
}

}  // namespace districtsim
