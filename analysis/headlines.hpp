#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/district_years.hpp"
#include "analysis/paired.hpp"

namespace districtsim {

/// A difference that people decide by: what `compare --until-settled` waits for.
struct Headline {
  std::string_view measure;
  double share;  ///< half width to know it to, as a share of the measure's scale
  std::string_view label;
};

/// The headlines, in the order of tables; listed in analysis/README.md.
[[nodiscard]] std::span<const Headline> headlines();

/// What a share of precision is a share of: the unit for standard deviations, shares and indices from 0 to 1, the
/// length of other fixed scales (100, 4), and else the baseline's mean.
[[nodiscard]] double scale_of(std::size_t measure, double baseline);

/// How well differences are to be known.
struct PrecisionAsked {
  std::optional<double> share = {};                           ///< of every measure's scale, instead of the defaults
  std::vector<std::pair<std::size_t, double>> absolute = {};  ///< measure, half width in its unit; waited for too

  /// Whether `--until-settled` waits for a measure.
  [[nodiscard]] bool waits_for(std::size_t measure) const;
  /// How many measures it waits for.
  [[nodiscard]] std::size_t waited() const;
  /// Half width asked for, in the unit of the measure.
  [[nodiscard]] double half_width(std::size_t measure, double baseline) const;
};

enum class Reading : std::int8_t {
  nothing,  ///< there is nothing to measure
  settled_better,
  settled_worse,
  settled_more,  ///< where people do not agree which way is better
  settled_less,
  no_difference,  ///< settled, and the interval holds 0
  not_settled,
};
/// "settled better", "no difference", ...; "" for nothing.
[[nodiscard]] std::string_view name_of(Reading reading);

/// What the runs say of one difference at the precision asked for. A pure function of the runs.
struct HeadlineReading {
  Reading reading = Reading::nothing;
  bool waited_for = false;
  double asked = 0.0;        ///< half width
  Range simultaneous;        ///< 95 % for all that is waited for at once (Bonferroni)
  double at_most = 0.0;      ///< the larger end of the interval; NaN unless `no_difference`
  std::size_t more = 0;      ///< about how many more replicates; 0 where settled
  bool within_reach = true;  ///< false: no number of replicates would do
};

/// Reads one difference: values over replicates of baseline and alternative, NaN where missing. `comparisons`: how many
/// differences share the 5 %.
[[nodiscard]] HeadlineReading read_headline(std::size_t measure, std::span<const double> baseline,
                                            std::span<const double> alternative, const PrecisionAsked& asked,
                                            std::size_t comparisons);

/// A difference that is waited for, of the last year.
struct OpenHeadline {
  std::size_t alternative = 0;  ///< from 0
  std::size_t measure = 0;
  HeadlineReading reading;
};
/// Those of all alternatives that the runs so far leave open.
[[nodiscard]] std::vector<OpenHeadline> open_headlines(const DistrictYears& runs, const PrecisionAsked& asked);

/// The reading in words: "settled better", "no difference larger than 0.010", "not settled, about 40 more runs".
[[nodiscard]] std::string reading_text(const HeadlineReading& reading, NumberFormat format);

}  // namespace districtsim
