#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace districtsim {

/// Insertions, deletions, replacements and swaps of neighbours between two texts, small and capital letters alike
/// (optimal string alignment, Damerau 1964).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The choice a person most likely meant, or "" if none is near (more than a third of the letters differ).
[[nodiscard]] std::string nearest(std::string_view written, const std::vector<std::string>& choices);

/// "; did you mean X?", or "" if no choice is near.
[[nodiscard]] std::string did_you_mean(std::string_view written, const std::vector<std::string>& choices);

/// "a, b, c", at most `limit` of them, then "and N more".
[[nodiscard]] std::string listed(const std::vector<std::string>& choices, std::size_t limit = 30);

}  // namespace districtsim
