#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace districtsim {

/// Keys have 17 bits; 0 is nobody's.
constexpr std::uint32_t largest_key = (1U << 17U) - 1U;

/// One key for each id, unique, 1 to largest_key: the 32-bit FNV-1a hash of the id (Fowler, Noll & Vo), folded to 17
/// bits. An id whose key an earlier id has, or `taken` holds, is hashed again with "#1", "#2" ... at its end: a school
/// added at the end of the list changes no other's key. Ids must differ and be fewer than keys.
[[nodiscard]] std::vector<std::uint32_t> school_keys(std::span<const std::string> ids,
                                                     std::span<const std::uint32_t> taken = {});

/// An id without its leading zeros, which spreadsheets drop.
[[nodiscard]] std::string without_zeros(const std::string& id);

}  // namespace districtsim
