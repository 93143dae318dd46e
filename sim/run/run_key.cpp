#include "sim/run/run_key.hpp"

#include <cstring>

#include "sim/core/build_info.hpp"
#include "sim/core/contracts.hpp"
#include "sim/core/sha256.hpp"

namespace districtsim {

namespace {

/// With its length, so that no two lists of texts feed the same bytes.
void feed_text(Sha256& hash, const std::string& text) {
  const std::uint64_t size = text.size();
  hash.update(&size, sizeof size);
  hash.update(text.data(), text.size());
}

}  // namespace

std::size_t RunKeyHash::operator()(const RunKey& key) const noexcept {
  std::size_t hash = 0;
  std::memcpy(&hash, key.bytes.data(), sizeof hash);
  return hash;
}

RunKeys::RunKeys(const Scenario& scenario, std::uint64_t seed, ParameterUse use) {
  promise(!scenario.cost_reference, "a run in a store depends on its own scenario alone");
  Sha256 hash;
  for (const std::string& text : {scenario.resolved_text, scenario.input_hash, std::string(build_info().sources)}) {
    feed_text(hash, text);
  }
  hash.update(&seed, sizeof seed);
  hash.update(use == ParameterUse::drawn ? "drawn" : "held!", 5);
  common_ = hash.hex();
}

RunKey RunKeys::of(std::uint32_t luck) const {
  Sha256 hash;
  feed_text(hash, common_);
  hash.update(&luck, sizeof luck);
  return {hash.bytes()};
}

RunKey infeasible_key(const std::string& inputs) {
  Sha256 hash;
  for (const std::string& text : {std::string("infeasible"), inputs, std::string(build_info().sources)}) {
    feed_text(hash, text);
  }
  return {hash.bytes()};
}

}  // namespace districtsim
