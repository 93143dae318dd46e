#include "sim/scenario/school_keys.hpp"

#include <algorithm>
#include <string_view>

#include "sim/core/contracts.hpp"

namespace districtsim {

namespace {

constexpr std::uint32_t folded_hash(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return (hash >> 17U) ^ (hash & largest_key);  // xor-folding, as the authors of FNV advise for fewer bits
}

}  // namespace

std::vector<std::uint32_t> school_keys(std::span<const std::string> ids, std::span<const std::uint32_t> taken) {
  promise(ids.size() + taken.size() <= largest_key, "there are keys for all schools");
  std::vector<bool> used(largest_key + 1U, false);
  used[0] = true;
  for (const std::uint32_t key : taken) used[key] = true;
  std::vector<std::uint32_t> keys;
  for (const std::string& id : ids) {
    std::uint32_t key = folded_hash(id);
    for (int attempt = 1; used[key]; ++attempt) {
      // A hash may never hit the last free keys; beyond this many attempts the next free key is taken.
      key = attempt < 64 ? folded_hash(id + "#" + std::to_string(attempt)) : (key + 1U) & largest_key;
    }
    used[key] = true;
    keys.push_back(key);
  }
  return keys;
}

std::string without_zeros(const std::string& id) { return id.substr(std::min(id.find_first_not_of('0'), id.size())); }

}  // namespace districtsim
