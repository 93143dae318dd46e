#include "sim/district/feeder_flows.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/parallel.hpp"

namespace districtsim {

namespace {

constexpr std::size_t nearest_considered = 12;

/// Squared distance on the map, with longitude shortened by a latitude of about 35 degrees; only compared.
double distance(const SchoolProfile& a, const SchoolProfile& b) {
  const double north = a.latitude - b.latitude;
  const double east = (a.longitude - b.longitude) * 0.8;
  return north * north + east * east;
}

int students_in(const SchoolProfile& school, int grade) { return school.students[static_cast<std::size_t>(grade)]; }

bool takes(const SchoolProfile& school, int grade) {
  return school.lowest_grade <= grade && grade <= school.highest_grade;
}

/// Schools that could take `from`'s leavers: the own feeder first, then the nearest.
std::vector<std::uint32_t> choices(std::span<const SchoolProfile> schools, std::size_t from,
                                   const std::vector<std::uint32_t>& entering) {
  const SchoolProfile& sender = schools[from];
  std::vector<std::uint32_t> order;
  for (const std::uint32_t to : entering) {
    if (to != from && static_cast<int>(to) != sender.feeder) order.push_back(to);
  }
  const std::size_t kept = std::min(order.size(), nearest_considered);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      const double to_a = distance(sender, schools[a]);
                      const double to_b = distance(sender, schools[b]);
                      return to_a != to_b ? to_a < to_b : a < b;
                    });
  order.resize(kept);
  const bool own =
      sender.feeder >= 0 && takes(schools[static_cast<std::size_t>(sender.feeder)], sender.highest_grade + 1);
  if (own) order.insert(order.begin(), static_cast<std::uint32_t>(sender.feeder));
  return {order.begin(), order.end()};  // without the room of all who were looked at
}

/// The choices of every school whose leavers are not the oldest of all.
std::vector<std::vector<std::uint32_t>> choices_of_all(std::span<const SchoolProfile> schools,
                                                       const std::vector<std::vector<std::uint32_t>>& entering) {
  std::vector<std::vector<std::uint32_t>> orders(schools.size());
  for_blocks(schools.size(), 64, [&](Rows rows) {
    for (std::size_t from = rows.begin; from < rows.end; ++from) {
      const auto next = static_cast<std::size_t>(schools[from].highest_grade) + 1;
      if (next < entering.size()) orders[from] = choices(schools, from, entering[next]);
    }
  });
  return orders;
}

struct Flow {
  std::uint32_t to = 0;
  double students = 0.0;
};

}  // namespace

FeederFlows feeder_flows(std::span<const SchoolProfile> schools) {
  // Room in each school's entry grade: as many as are measured there, less those who come up within the school.
  std::vector<double> room(schools.size(), 0.0);
  std::vector<std::vector<std::uint32_t>> entering(grade_count);
  for (std::uint32_t row = 0; row < schools.size(); ++row) {
    const int entry = std::max(schools[row].lowest_grade, kindergarten);
    room[row] = students_in(schools[row], entry);
    entering[static_cast<std::size_t>(entry)].push_back(row);
  }
  const std::vector<std::vector<std::uint32_t>> orders = choices_of_all(schools, entering);
  std::vector<std::vector<Flow>> flows(schools.size());
  for (std::size_t from = 0; from < schools.size(); ++from) {
    const SchoolProfile& sender = schools[from];
    const std::vector<std::uint32_t>& order = orders[from];
    double left = students_in(sender, sender.highest_grade);
    for (const std::uint32_t to : order) {
      const double taken = std::min(left, room[to]);
      if (taken <= 0.0) continue;
      flows[from].push_back({to, taken});
      room[to] -= taken;
      left -= taken;
    }
    if (left > 0.0 && !order.empty()) flows[from].push_back({order.front(), left});
  }
  FeederFlows result;
  result.begin.assign(1, 0);
  for (const std::vector<Flow>& own : flows) {
    double total = 0.0;
    for (const Flow& flow : own) total += flow.students;
    for (const Flow& flow : own) {
      result.to.push_back(flow.to);
      result.share.push_back(total > 0.0 ? flow.students / total : 0.0);
    }
    result.begin.push_back(static_cast<std::uint32_t>(result.to.size()));
  }
  return result;
}

}  // namespace districtsim
