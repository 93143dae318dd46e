#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "sim/run/simulate.hpp"

namespace districtsim {

/// What a run is, as a SHA-256: equal keys, equal results, whoever ran it and wherever.
struct RunKey {
  std::array<std::uint8_t, 32> bytes{};
  friend bool operator==(const RunKey&, const RunKey&) = default;
};

/// The first bytes of a key spread as well as any hash.
struct RunKeyHash {
  std::size_t operator()(const RunKey& key) const noexcept;
};

/// Keys of the runs of one scenario: SHA-256 of its complete text, the hash of its data files, the hash of the sources
/// (BuildInfo::sources), the seed, whether parameters are drawn, and the number of the luck.
class RunKeys {
 public:
  RunKeys(const Scenario& scenario, std::uint64_t seed, ParameterUse use);
  /// `luck` is the number of the replicate of the engine's draws.
  [[nodiscard]] RunKey of(std::uint32_t luck) const;

 private:
  std::string common_;
};

/// Key of what cannot be run: `inputs` is a text that tells it from all other rows and scenarios.
[[nodiscard]] RunKey infeasible_key(const std::string& inputs);

}  // namespace districtsim
