#include "sim/scenario/feeders.hpp"

#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>

namespace districtsim {

namespace {

bool has_place(const SchoolProfile& school) { return school.latitude != 0.0 || school.longitude != 0.0; }

double kilometres_between(const SchoolProfile& a, const SchoolProfile& b) {
  if (!has_place(a) || !has_place(b)) return std::numeric_limits<double>::infinity();
  return great_circle_distance(a.latitude, a.longitude, b.latitude, b.longitude);
}

int nearest_feeder(std::span<const SchoolProfile> schools, const SchoolProfile& sender) {
  const int next = sender.highest_grade + 1;
  int best = -1;
  for (std::size_t row = 0; row < schools.size() && next < grade_count; ++row) {
    const SchoolProfile& school = schools[row];
    if (&school == &sender || school.lowest_grade > next || school.highest_grade < next) continue;
    const auto order = [&](const SchoolProfile& other) {
      return std::tuple(other.lowest_grade != next, kilometres_between(sender, other), other.id);
    };
    if (best < 0 || order(school) < order(schools[static_cast<std::size_t>(best)])) best = static_cast<int>(row);
  }
  return best;
}

}  // namespace

double great_circle_distance(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
  constexpr double earth_radius = 6371.0;  // km
  constexpr double radian = std::numbers::pi / 180.0;
  const double north = std::sin((latitude_b - latitude_a) * radian / 2.0);
  const double east = std::sin((longitude_b - longitude_a) * radian / 2.0);
  const double half_chord_squared =
      north * north + std::cos(latitude_a * radian) * std::cos(latitude_b * radian) * east * east;
  return 2.0 * earth_radius * std::asin(std::sqrt(std::fmin(1.0, half_chord_squared)));
}

std::vector<int> nearest_feeders(std::span<const SchoolProfile> schools) {
  std::vector<int> feeders;
  feeders.reserve(schools.size());
  for (const SchoolProfile& sender : schools) feeders.push_back(nearest_feeder(schools, sender));
  return feeders;
}

std::string why_no_feeder(const SchoolProfile& sender, const SchoolProfile& feeder) {
  const int next = sender.highest_grade + 1;
  if (next >= grade_count) return "leavers of grade 12 have no feeder school";
  if (feeder.lowest_grade <= next && next <= feeder.highest_grade) return "";
  return feeder.name + " (" + feeder.id + ") does not serve grade " + grade_name(next);
}

std::size_t block_of(std::size_t row, std::size_t senders, std::size_t receivers) { return row * receivers / senders; }

}  // namespace districtsim
