#include "analysis/samples.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <numeric>

#include "sim/core/contracts.hpp"
#include "sim/core/random.hpp"

namespace districtsim {

namespace {

/// What a draw of a design decides; its own numbers, apart from those of the simulation.
enum class SamplePurpose : std::uint32_t { stratum_order = 1, place_in_stratum, start_level, direction, turn_order };

LuckKey place_of(std::size_t row, std::size_t column) {
  return {static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)};
}

/// 0 to count - 1 in an order drawn for `key`.
std::vector<std::size_t> drawn_order(const Draws& draws, SamplePurpose purpose, std::size_t count, std::size_t key) {
  std::vector<double> lots;
  for (std::size_t i = 0; i < count; ++i) lots.push_back(draws.uniform(purpose, place_of(i, key), 0));
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lots[a] < lots[b]; });
  return order;
}

void append_row(const Points& base, std::size_t block, std::size_t dimensions, bool from_b, std::size_t swapped,
                std::vector<double>& values) {
  for (std::size_t column = 0; column < dimensions; ++column) {
    const bool b = from_b != (column == swapped);
    values.push_back(base.at(block, b ? dimensions + column : column));
  }
}

}  // namespace

Points sobol_points(std::size_t rows, std::size_t dimensions) {
  promise(dimensions >= 1 && dimensions <= most_sobol_dimensions, "a Sobol sequence has 1 to 3,667 dimensions");
  Points points{dimensions, std::vector<double>(rows * dimensions, 0.0)};
  boost::random::sobol engine(dimensions);  // begins after the point of all zeros
  const double unit = static_cast<double>((boost::random::sobol::max)()) + 1.0;
  for (std::size_t i = dimensions; i < points.values.size(); ++i) {
    points.values[i] = static_cast<double>(engine()) / unit;
  }
  return points;
}

Points latin_hypercube(std::size_t rows, std::size_t dimensions, std::uint64_t seed) {
  const Draws draws(seed, 0);
  Points points{dimensions, std::vector<double>(rows * dimensions, 0.0)};
  for (std::size_t column = 0; column < dimensions; ++column) {
    const std::vector<std::size_t> stratum = drawn_order(draws, SamplePurpose::stratum_order, rows, column);
    for (std::size_t row = 0; row < rows; ++row) {
      const double within = draws.uniform(SamplePurpose::place_in_stratum, place_of(row, column), 0);
      points.values[row * dimensions + column] =
          (static_cast<double>(stratum[row]) + within) / static_cast<double>(rows);
    }
  }
  return points;
}

Points saltelli_points(std::size_t blocks, std::size_t dimensions, bool second_order) {
  const Points base = sobol_points(blocks, 2 * dimensions);
  const std::size_t nothing = dimensions;
  Points points{dimensions, {}};
  points.values.reserve(blocks * ((second_order ? 2 : 1) * dimensions + 2) * dimensions);
  for (std::size_t block = 0; block < blocks; ++block) {
    append_row(base, block, dimensions, false, nothing, points.values);
    for (std::size_t j = 0; j < dimensions; ++j) append_row(base, block, dimensions, false, j, points.values);
    for (std::size_t j = 0; second_order && j < dimensions; ++j) {
      append_row(base, block, dimensions, true, j, points.values);
    }
    append_row(base, block, dimensions, true, nothing, points.values);
  }
  return points;
}

Points morris_points(std::size_t trajectories, std::size_t dimensions, int levels, std::uint64_t seed) {
  promise(levels >= 2 && levels % 2 == 0, "Morris takes an even number of levels");
  const Draws draws(seed, 0);
  const double step = levels / (2.0 * (levels - 1.0));
  Points points{dimensions, {}};
  for (std::size_t trajectory = 0; trajectory < trajectories; ++trajectory) {
    std::vector<double> now;
    std::vector<double> change;
    for (std::size_t column = 0; column < dimensions; ++column) {
      const double u = draws.uniform(SamplePurpose::start_level, place_of(trajectory, column), 0);
      const double low = static_cast<double>(static_cast<int>(u * levels / 2.0)) / (levels - 1.0);
      const bool rises = draws.happens(0.5, SamplePurpose::direction, place_of(trajectory, column), 0);
      now.push_back(rises ? low : low + step);
      change.push_back(rises ? step : -step);
    }
    points.values.insert(points.values.end(), now.begin(), now.end());
    for (const std::size_t column : drawn_order(draws, SamplePurpose::turn_order, dimensions, trajectory)) {
      now[column] += change[column];
      points.values.insert(points.values.end(), now.begin(), now.end());
    }
  }
  return points;
}

}  // namespace districtsim
