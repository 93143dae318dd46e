#include "sim/district/careers.hpp"

#include <algorithm>

namespace districtsim {

namespace {

/// Share of hires by years of experience.
std::vector<double> hires_by_years(const HiringParameters& hiring) {
  std::vector<double> share(longest_career + 1, 0.0);
  share[0] = hiring.novice_share;
  const int most = static_cast<int>(hiring.experienced_years);
  for (int years = 1; years <= most; ++years) {
    share[static_cast<std::size_t>(years)] = (1.0 - hiring.novice_share) / static_cast<double>(most);
  }
  return share;
}

}  // namespace

std::vector<double> experience_in_balance(const DepartureParameters& departure, const HiringParameters& hiring) {
  const std::vector<double> arriving = hires_by_years(hiring);
  // Survival of one cohort of hires gives the balance directly: staff(x) = arriving(x) + staff(x - 1) stay(x - 1).
  std::vector<double> staff(longest_career + 1, 0.0);
  double total = 0.0;
  for (std::size_t years = 0; years < staff.size(); ++years) {
    staff[years] = arriving[years];
    if (years > 0) {
      const double before = static_cast<double>(years - 1);
      const double out = leave_probability(before, 0.0, 0.0, departure) +
                         (1.0 - departure.move_within) * move_probability(before, 0.0, 0.0, departure);
      staff[years] += staff[years - 1] * std::max(0.0, 1.0 - out);
    }
    total += staff[years];
  }
  double passed = 0.0;
  for (double& share : staff) {
    passed += share / total;
    share = passed;
  }
  staff.back() = 1.0;
  return staff;
}

int years_at(const std::vector<double>& cumulative, double u) {
  return static_cast<int>(std::lower_bound(cumulative.begin(), cumulative.end(), u) - cumulative.begin());
}

int years_of_hire(double u, const HiringParameters& hiring) {
  if (u < hiring.novice_share) return 0;
  const double within = (u - hiring.novice_share) / (1.0 - hiring.novice_share);
  return 1 + static_cast<int>(within * static_cast<double>(static_cast<int>(hiring.experienced_years)));
}

}  // namespace districtsim
