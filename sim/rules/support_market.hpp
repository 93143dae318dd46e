#pragma once

#include <algorithm>

namespace districtsim {

/// Networks that principals choose and pay (Knapp et al. 2010, practice 2: empowerment schools of New York City).
struct SupportMarketParameters {
  double places = 0.0;       ///< [1] of all providers together, against the schools
  double quality_sd = 0.0;   ///< [SD of principals' skill] between providers
  double noise = 0.0;        ///< [SD of principals' skill] of what an average principal sees of a provider
  double noise_skill = 0.0;  ///< [1 per SD] by which skill narrows it
  double crowding = 0.0;     ///< [utility] lost with a provider whose places are all taken
  double stickiness = 0.0;   ///< [utility] of the provider one has
};

/// Providers that so many schools need with room to choose: at least 2.
[[nodiscard]] inline int providers_for(double schools, double capacity, const SupportMarketParameters& p) {
  return std::max(2, static_cast<int>(schools * std::max(1.0, p.places) / std::max(1.0, capacity) + 0.999));
}

/// SD of what a principal sees of a provider's quality. [SD]
[[nodiscard]] inline double provider_noise(double skill, const SupportMarketParameters& p) {
  return p.noise * std::clamp(1.0 - p.noise_skill * skill, 0.5, 1.5);
}

/// What a principal thinks a provider is worth, by quality as seen, share of places taken, and whether it is their own.
[[nodiscard]] inline double provider_utility(double seen, double taken, bool own, const SupportMarketParameters& p) {
  return seen - p.crowding * taken + (own ? p.stickiness : 0.0);
}

}  // namespace districtsim
