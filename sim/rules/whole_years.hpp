#pragma once

#include <array>
#include <cstddef>

namespace districtsim {

/// A function of years of experience, made once for every whole number of years: experience counts whole years, and
/// elementary functions of it are worth keeping where they are needed for every teacher.
class WholeYears {
 public:
  static constexpr std::size_t most = 127;  ///< more than a career and the longest run together

  template <class Function>
  explicit WholeYears(const Function& value_at) {
    for (std::size_t years = 0; years <= most; ++years) values_[years] = value_at(static_cast<double>(years));
  }
  [[nodiscard]] double at(float years) const { return values_[static_cast<std::size_t>(years)]; }

 private:
  std::array<double, most + 1> values_{};
};

}  // namespace districtsim
