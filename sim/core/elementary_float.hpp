#pragma once

#include <cstdint>

namespace districtsim {

/// e^x in single precision for the inner loops: always inline (also in sources built for newer processors), additions
/// and multiplications only, so the same bits on every x86-64 machine and compiler. Error below 2 units in the last
/// place on [-87, 88]; beyond, x is clamped there. Range reduction by powers of two and the polynomial of Cephes' expf
/// (Moshier 1989).
[[nodiscard]] inline __attribute__((always_inline)) float exponential_float(float x) {
  constexpr float log2_e = 1.44269504088896341F;
  constexpr float ln2_high = 0.693359375F;
  constexpr float ln2_low = -2.12194440e-4F;
  constexpr float shift = 12582912.0F;  // 1.5 x 2^23: adding it rounds to a whole number
  x = x < -87.0F ? -87.0F : x;
  x = x > 88.0F ? 88.0F : x;
  const float rounded = x * log2_e + shift;
  const float power = rounded - shift;
  float r = x - power * ln2_high;
  r = r - power * ln2_low;
  float sum = 1.9875691500e-4F;
  sum = sum * r + 1.3981999507e-3F;
  sum = sum * r + 8.3334519073e-3F;
  sum = sum * r + 4.1665795894e-2F;
  sum = sum * r + 1.6666665459e-1F;
  sum = sum * r + 5.0000001201e-1F;
  sum = sum * (r * r) + r + 1.0F;
  const auto exponent = static_cast<std::uint32_t>(static_cast<std::int32_t>(power) + 127) << 23U;
  return sum * __builtin_bit_cast(float, exponent);
}

/// 1 / (1 + e^-x) in single precision.
[[nodiscard]] inline __attribute__((always_inline)) float logistic_float(float x) {
  return 1.0F / (1.0F + exponential_float(-x));
}

}  // namespace districtsim
