#include "sim/scenario/suggest.hpp"

#include <algorithm>

namespace districtsim {

namespace {

constexpr std::size_t longest_compared = 100;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_back(b.size() + 1);
  std::vector<std::size_t> back(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) back[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({back[j] + 1, row[j - 1] + 1, back[j - 1] + (same ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], two_back[j - 2] + 1);
    }
    std::swap(two_back, back);
    std::swap(back, row);
  }
  return back[b.size()];
}

std::string nearest(std::string_view written, const std::vector<std::string>& choices) {
  if (written.empty() || written.size() > longest_compared) return "";
  std::size_t least = std::max<std::size_t>(1, written.size() / 3) + 1;
  std::string best;
  for (const std::string& choice : choices) {
    const std::size_t distance = edit_distance(written, choice);
    if (distance >= least) continue;
    least = distance;
    best = choice;
  }
  return best;
}

std::string did_you_mean(std::string_view written, const std::vector<std::string>& choices) {
  const std::string best = nearest(written, choices);
  return best.empty() ? "" : "; did you mean " + best + "?";
}

std::string listed(const std::vector<std::string>& choices, std::size_t limit) {
  std::string text;
  for (std::size_t i = 0; i < std::min(choices.size(), limit); ++i) text += (i == 0 ? "" : ", ") + choices[i];
  if (choices.size() > limit) text += " and " + std::to_string(choices.size() - limit) + " more";
  return text;
}

}  // namespace districtsim
