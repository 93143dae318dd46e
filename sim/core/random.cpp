#include "sim/core/random.hpp"

namespace districtsim {

Draws::Draws(std::uint64_t seed, std::uint32_t replicate) {
  // One Philox block spreads (seed, replicate) over the stream key, so that seeds 1, 2, 3 share nothing.
  const auto low = static_cast<std::uint32_t>(seed);
  const auto high = static_cast<std::uint32_t>(seed >> 32U);
  const r123::Philox4x32::ctr_type spread = r123::Philox4x32{}({{replicate, 0, 0, 0}}, {{low, high}});
  stream_ = {spread[0], spread[1]};
}

}  // namespace districtsim
