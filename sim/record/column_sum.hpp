#pragma once

#include <cstddef>

namespace districtsim {

/// Sum of `count` values in eight interleaved parts and one fixed order: the same bits however it is compiled, and as
/// fast as the processor's vectors.
[[nodiscard]] inline float column_sum(const float* values, std::size_t count) {
  float part[8] = {};
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    for (std::size_t lane = 0; lane < 8; ++lane) part[lane] += values[i + lane];
  }
  for (std::size_t lane = 0; i < count; ++i, ++lane) part[lane] += values[i];
  return ((part[0] + part[4]) + (part[2] + part[6])) + ((part[1] + part[5]) + (part[3] + part[7]));
}

}  // namespace districtsim
