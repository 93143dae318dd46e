#include <cstddef>

#include "benchmarks/stream.hpp"

namespace districtsim::benchmark {

namespace {

constexpr std::size_t batch = 64;

// Philox4x32-10 of counter (key, 0, week, purpose); the first word.
inline __attribute__((always_inline)) std::uint32_t draw(std::uint32_t key, const TeacherWeek& w) {
  std::uint32_t c0 = key;
  std::uint32_t c1 = 0;
  std::uint32_t c2 = w.week;
  std::uint32_t c3 = w.purpose;
  std::uint32_t k0 = w.stream[0];
  std::uint32_t k1 = w.stream[1];
#pragma GCC unroll 10
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t p0 = static_cast<std::uint64_t>(0xD2511F53U) * c0;
    const std::uint64_t p1 = static_cast<std::uint64_t>(0xCD9E8D57U) * c2;
    c0 = static_cast<std::uint32_t>(p1 >> 32U) ^ c1 ^ k0;
    c2 = static_cast<std::uint32_t>(p0 >> 32U) ^ c3 ^ k1;
    c1 = static_cast<std::uint32_t>(p1);
    c3 = static_cast<std::uint32_t>(p0);
    k0 += 0x9E3779B9U;
    k1 += 0xBB67AE85U;
  }
  return c0;
}

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
    const Bits* __restrict trait = bits(w.strain_trait) + first;
    for (std::size_t i = 0; i < rows; ++i) mixed[i] = drawn[i] + school[i] + coach[i] + trait[i];
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
  std::uint32_t drawn[batch];
  for (std::size_t first = w.begin; first < w.end; first += batch) {
    const std::size_t rows = w.end - first < batch ? w.end - first : batch;
    const std::uint32_t* __restrict key = w.key + first;
    for (std::size_t i = 0; i < rows; ++i) drawn[i] = draw(key[i], w);
    stream_batch(w, first, rows, drawn);
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
