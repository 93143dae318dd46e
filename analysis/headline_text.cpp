#include "analysis/headline_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "analysis/number_text.hpp"

namespace districtsim {

namespace {

constexpr std::size_t rounds_width = 100;
constexpr std::size_t most_named_open = 12;

std::string label_of(std::size_t measure) {
  for (const Headline& headline : headlines()) {
    if (measure_row(headline.measure) == measure) return std::string(headline.label);
  }
  return std::string(district_measures()[measure].name);
}

/// Calls `visit(alternative, measure, reading)` for what is waited for and open.
template <class Visit>
void for_open(const Comparison& comparison, const Visit& visit) {
  for (const AlternativeResult& alternative : comparison.alternatives) {
    for (std::size_t measure = 0; measure < alternative.readings.size(); ++measure) {
      const HeadlineReading& reading = alternative.readings[measure];
      if (reading.waited_for && reading.reading == Reading::not_settled) visit(alternative, measure, reading);
    }
  }
}

}  // namespace

std::string name_of(StoppedBy stopped) {
  constexpr auto names = std::to_array<const char*>({"settled", "replicates", "time", "out_of_reach"});
  return names[static_cast<std::size_t>(stopped)];
}

std::vector<std::string> not_settled(const Comparison& comparison) {
  std::vector<std::string> lines;
  for_open(comparison, [&](const AlternativeResult& alternative, std::size_t measure, const HeadlineReading& reading) {
    const std::string name = comparison.alternatives.size() > 1 ? alternative.name + ": " : "";
    const std::string more =
        reading.within_reach ? fmt::format("about {} more runs", reading.more) : "no number of runs would do";
    lines.push_back(fmt::format("{}{} ({})", name, district_measures()[measure].name, more));
  });
  return lines;
}

std::size_t most_more_runs(const Comparison& comparison) {
  std::size_t most = 0;
  for_open(comparison, [&](const AlternativeResult& /*alternative*/, std::size_t /*measure*/,
                           const HeadlineReading& reading) { most = std::max(most, reading.more); });
  return most;
}

std::string rounds_text(const Comparison& comparison, const Rounds& rounds) {
  const std::string how = fmt::format("Until settled, {} replicates in {} round{}: ",
                                      std::accumulate(rounds.replicates.begin(), rounds.replicates.end(), 0),
                                      rounds.replicates.size(), rounds.replicates.size() == 1 ? "" : "s");
  std::vector<std::string> open = not_settled(comparison);
  if (open.empty()) return wrapped(how + "every headline difference is settled.", rounds_width, 0);
  const std::size_t all = open.size();
  if (all > most_named_open) open.resize(most_named_open);
  const std::string left_out = all > most_named_open ? fmt::format(" and {} more", all - most_named_open) : "";
  const std::string why = rounds.stopped == StoppedBy::out_of_reach
                              ? "more runs would not do"
                              : fmt::format("the budget of {} is spent", name_of(rounds.stopped));
  return wrapped(fmt::format("{}{}. NOT SETTLED: {}{}.", how, why, fmt::join(open, ", "), left_out), rounds_width, 0);
}

std::string readings_section(const AlternativeResult& alternative) {
  std::string text = fmt::format("  {:<40}{:>14}  {}\n", "SETTLED? all headlines at once", "known to", "reading");
  for (std::size_t measure = 0; measure < alternative.readings.size(); ++measure) {
    const HeadlineReading& reading = alternative.readings[measure];
    if (!reading.waited_for || reading.reading == Reading::nothing) continue;
    const NumberFormat format = district_measures()[measure].format;
    const double half = (reading.simultaneous.high - reading.simultaneous.low) / 2.0;
    text += fmt::format("  {:<40}{:>14}  {}\n", label_of(measure),
                        value_text(half, format, digits_for({0.0, half}, format)), reading_text(reading, format));
  }
  return text;
}

}  // namespace districtsim
