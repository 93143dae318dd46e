#pragma once

namespace districtsim {

/// How trust in a person grows and breaks; slower to build than to lose (gain < loss).
struct TrustParameters {
  double start = 0.0;  ///< [1] of a new tie, 0 to 1
  double gain = 0.0;   ///< [1 per contact] share of the distance to 1 that a good contact closes
  double loss = 0.0;   ///< [1 per contact] share of the stock that a bad contact costs
};

/// One rule for every belief-like state between 0 and 1: x + a in (1 - x) - b out x, with a in + b out < 1.
template <class Real>
[[nodiscard]] Real raised(Real x, Real gain) {
  return x + gain * (Real{1} - x);
}
template <class Real>
[[nodiscard]] Real lowered(Real x, Real loss) {
  return x - loss * x;
}

}  // namespace districtsim
