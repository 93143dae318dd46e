#include <immintrin.h>

#include <cstddef>
#include <cstdint>

#include "benchmarks/stream.hpp"

namespace districtsim::benchmark {

namespace {

constexpr std::size_t batch = 64;

#include "sim/core/philox_lanes.inc"

// A float column's bits; the compiler is told nothing of their type.
using Bits = std::uint32_t __attribute__((may_alias));
const Bits* bits(const float* column) { return reinterpret_cast<const Bits*>(column); }
Bits* bits(float* column) { return reinterpret_cast<Bits*>(column); }

void add_to(Bits* __restrict column, const std::uint32_t* __restrict added, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) column[i] += added[i];
}

void stream_batch(const TeacherWeek& w, std::size_t first, std::size_t rows, const std::uint32_t* __restrict drawn) {
  std::uint32_t mixed[batch];
  {
    const std::uint32_t* __restrict school = w.school + first;
    const std::uint32_t* __restrict coach = w.coach + first;
    const std::uint32_t* __restrict mentor = w.mentor + first;
    const Bits* __restrict trait = bits(w.strain_trait) + first;
    for (std::size_t i = 0; i < rows; ++i) mixed[i] = drawn[i] + school[i] + coach[i] + mentor[i] + trait[i];
  }
  add_to(bits(w.strain) + first, mixed, rows);
  add_to(bits(w.absorption) + first, mixed, rows);
  for (int d = 0; d < 4; ++d) {
    add_to(bits(w.supported[d]) + first, mixed, rows);
    add_to(bits(w.supported_sum[d]) + first, mixed, rows);
  }
  std::int32_t* __restrict minutes_free = w.minutes_free + first;
  for (std::size_t i = 0; i < rows; ++i) minutes_free[i] = w.minutes;
}

}  // namespace

void stream_with_draws(const TeacherWeek& given) {
  const TeacherWeek w = given;
  std::uint32_t words[4][batch];
  for (std::size_t first = w.begin; first < w.end; first += batch) {
    const std::size_t rows = w.end - first < batch ? w.end - first : batch;
    std::uint32_t key[batch] = {};
    for (std::size_t i = 0; i < rows; ++i) key[i] = w.key[first + i];
    philox_block({key, nullptr, rows, w.week, w.purpose}, w.stream, words);
    for (std::size_t i = 0; i < rows; ++i) key[i] = words[0][i] + words[1][i] + words[2][i] + words[3][i];
    stream_batch(w, first, rows, key);
  }
}

void stream_alone(const TeacherWeek& given) {
  const TeacherWeek w = given;
  for (std::size_t first = w.begin; first < w.end; first += batch) {
    const std::size_t rows = w.end - first < batch ? w.end - first : batch;
    stream_batch(w, first, rows, w.key + first);
  }
}

}  // namespace districtsim::benchmark
