#pragma once

#include <Random123/philox.h>

#include <array>
#include <cstdint>

#include "sim/core/elementary.hpp"
#include "sim/core/fields.hpp"

namespace districtsim {

/// Who or what a draw belongs to: two 32-bit words that come from place and time (school, post, year of hire), never
/// from a row number or a running counter.
struct LuckKey {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

using DrawBlock = std::array<std::uint32_t, 4>;

/// Mixes two words into one; used to give a pair of people, or a person and a slot, a luck of its own.
[[nodiscard]] constexpr std::uint32_t mix_keys(std::uint32_t a, std::uint32_t b) {
  std::uint64_t x = (static_cast<std::uint64_t>(a) << 32U) | b;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;  // splitmix64 finaliser, Steele, Lea & Flood 2014
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  return static_cast<std::uint32_t>((x ^ (x >> 31U)) >> 32U);
}

/// Uniform on (0, 1), never 0 or 1, from one 32-bit word.
[[nodiscard]] constexpr double open_unit(std::uint32_t word) {
  return (static_cast<double>(word) + 0.5) * (1.0 / 4294967296.0);
}

/// Same luck: every draw is a pure function of (seed, replicate, purpose, key, week) by the counter-based generator
/// Philox4x32-10 (Salmon et al. 2011, Random123). Nothing is stored, so order, threads and other people's draws do not
/// matter. `purpose` is an enumeration of the caller, one value for each decision that needs chance.
class Draws {
 public:
  Draws(std::uint64_t seed, std::uint32_t replicate);

  [[nodiscard]] DrawBlock block(std::uint32_t purpose, LuckKey key, std::uint32_t week) const {
    const r123::Philox4x32::ctr_type out =
        r123::Philox4x32{}({{key.first, key.second, week, purpose}}, {{stream_[0], stream_[1]}});
    return {out[0], out[1], out[2], out[3]};
  }

  template <class Purpose>
  [[nodiscard]] DrawBlock block(Purpose purpose, LuckKey key, std::uint32_t week) const {
    return block(static_cast<std::uint32_t>(purpose), key, week);
  }
  /// Uniform on (0, 1).
  template <class Purpose>
  [[nodiscard]] double uniform(Purpose purpose, LuckKey key, std::uint32_t week) const {
    return open_unit(block(purpose, key, week)[0]);
  }
  /// Standard normal, by inversion.
  template <class Purpose>
  [[nodiscard]] double normal(Purpose purpose, LuckKey key, std::uint32_t week) const {
    return normal_quantile(uniform(purpose, key, week));
  }
  /// Four independent standard normals.
  template <class Purpose>
  [[nodiscard]] std::array<double, 4> normals(Purpose purpose, LuckKey key, std::uint32_t week) const {
    const DrawBlock words = block(purpose, key, week);
    return {normal_quantile(open_unit(words[0])), normal_quantile(open_unit(words[1])),
            normal_quantile(open_unit(words[2])), normal_quantile(open_unit(words[3]))};
  }
  template <class Purpose>
  [[nodiscard]] bool happens(double probability, Purpose purpose, LuckKey key, std::uint32_t week) const {
    return uniform(purpose, key, week) < probability;
  }

  /// The generator's key for this seed and replicate (two words).
  [[nodiscard]] std::array<std::uint32_t, 2> stream() const { return stream_; }

 private:
  friend struct FieldsOf<Draws>;
  std::array<std::uint32_t, 2> stream_;
};

}  // namespace districtsim
