#include "analysis/cost_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/number_text.hpp"

namespace districtsim {

std::string cost_sentence(const AlternativeResult& alternative) {
  const PairedDifference& cost = alternative.at_end(measure_row("spending_total"));
  if (cost.unchanged) return "It costs nothing more: total spending is the same to the cent.";
  if (cost.pairs == 0) return "";
  if (std::fabs(cost.difference) < 1.0) return "It costs the same to within a dollar.";
  const int digits = digits_for(cost.plausible, NumberFormat::dollars);
  if (cost.pairs > 1 && cost.precision.low <= 0.0 && cost.precision.high >= 0.0) {
    const double half = (cost.precision.high - cost.precision.low) / 2.0;
    std::string text = fmt::format("Cost: the same within noise in the last year, ±{}",
                                   value_text(half, NumberFormat::dollars, digits));
    const PairedDifference& all = alternative.at_end(measure_row("spending_to_date"));
    if (all.pairs > 1 && !(all.precision.low <= 0.0 && all.precision.high >= 0.0)) {
      text += fmt::format("; {} over all years", difference_text(all.difference, NumberFormat::dollars,
                                                                 digits_for(all.precision, NumberFormat::dollars)));
    }
    return text + ".";
  }
  return fmt::format("Cost: {} a year in total.", difference_text(cost.difference, NumberFormat::dollars, digits));
}

}  // namespace districtsim
