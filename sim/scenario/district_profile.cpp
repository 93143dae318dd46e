#include "sim/scenario/district_profile.hpp"

#include <cstddef>
#include <numeric>

#include "sim/core/contracts.hpp"

namespace districtsim {

std::string grade_name(int row) {
  promise(row >= 0 && row < grade_count, "a grade is one of PK, KG, 1 to 12");
  if (row == pre_kindergarten) return "PK";
  if (row == kindergarten) return "KG";
  const int grade = row - grade_row(0);
  return (grade < 10 ? "0" : "") + std::to_string(grade);
}

std::string_view level_name(SchoolLevel level) {
  constexpr std::array<std::string_view, 3> names = {"elementary", "middle", "high"};
  return names[static_cast<std::size_t>(level)];
}

int SchoolProfile::enrolment() const { return std::accumulate(students.begin(), students.end(), 0); }

int SchoolProfile::low_income_students() const { return std::accumulate(low_income.begin(), low_income.end(), 0); }

double SchoolProfile::low_income_share() const {
  const int all = enrolment();
  return all == 0 ? 0.0 : static_cast<double>(low_income_students()) / all;
}

}  // namespace districtsim
