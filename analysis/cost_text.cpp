#include "analysis/cost_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/number_text.hpp"

namespace districtsim {

namespace {

/// "; +$31,000 over all years." where that is beyond noise, else nothing.
std::string over_all_years(const PairedDifference& all) {
  const bool noise = all.precision.low <= 0.0 && all.precision.high >= 0.0;
  if (all.unchanged || all.pairs < 2 || noise || std::fabs(all.difference) < 1.0) return "";
  const int digits = digits_for(all.precision, NumberFormat::dollars);
  return fmt::format("; {} over all years.", difference_text(all.difference, NumberFormat::dollars, digits));
}

}  // namespace

std::string cost_sentence(const AlternativeResult& alternative) {
  const PairedDifference& cost = alternative.at_end(measure_row("spending_total"));
  if (cost.pairs == 0) return "";
  const int digits = digits_for(cost.plausible, NumberFormat::dollars);
  const std::string to_date = over_all_years(alternative.at_end(measure_row("spending_to_date")));
  if (cost.unchanged) {
    return to_date.empty() ? "It costs nothing more: total spending is the same to the cent."
                           : "It costs nothing more in the last year" + to_date;
  }
  if (std::fabs(cost.difference) < 1.0)
    return "It costs the same to within a dollar in the last year" + (to_date.empty() ? "." : to_date);
  if (cost.pairs > 1 && cost.precision.low <= 0.0 && cost.precision.high >= 0.0) {
    const double half = (cost.precision.high - cost.precision.low) / 2.0;
    return fmt::format("Cost: the same within noise in the last year, ±{}{}",
                       value_text(half, NumberFormat::dollars, digits), to_date.empty() ? "." : to_date);
  }
  return fmt::format("Cost: {} a year in total.", difference_text(cost.difference, NumberFormat::dollars, digits));
}

}  // namespace districtsim
