#pragma once

#include <cstddef>
#include <cstdint>

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

/// Sum, in their order, and number of the values whose `mark` is not `none`. They are first set apart without branches,
/// which no processor could predict.
struct MarkedSum {
  float sum = 0.0F;
  std::size_t count = 0;
};
[[nodiscard]] inline MarkedSum marked_sum(const float* values, const std::uint32_t* mark, std::uint32_t none,
                                          std::size_t count) {
  constexpr std::size_t batch = 64;
  float marked[batch];
  MarkedSum all;
  for (std::size_t first = 0; first < count; first += batch) {
    const std::size_t rows = count - first < batch ? count - first : batch;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      marked[kept] = values[first + i];
      kept += mark[first + i] != none ? 1 : 0;
    }
    for (std::size_t i = 0; i < kept; ++i) all.sum += marked[i];
    all.count += kept;
  }
  return all;
}

}  // namespace districtsim
