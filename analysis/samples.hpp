#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace districtsim {

/// Name of an input that can have no effect: what it reaches is chance.
inline constexpr std::string_view inert_name = "inert";

/// Points of a unit cube, row by row.
struct Points {
  std::size_t dimensions = 0;
  std::vector<double> values;

  [[nodiscard]] std::size_t rows() const { return dimensions == 0 ? 0 : values.size() / dimensions; }
  [[nodiscard]] double at(std::size_t row, std::size_t column) const { return values[row * dimensions + column]; }
};

constexpr std::size_t most_sobol_dimensions = 3667;  ///< of the direction numbers of Joe & Kuo 2008 in Boost

/// The first `rows` points of the unscrambled Sobol sequence (Joe & Kuo 2008), from the point of all zeros on; more
/// rows only add points. Values in [0, 1). More than 3,667 dimensions: a ContractViolation.
[[nodiscard]] Points sobol_points(std::size_t rows, std::size_t dimensions);

/// A Latin hypercube (McKay, Beckman & Conover 1979): in every dimension one point in each of `rows` equal parts, at
/// random within it. Values in (0, 1).
[[nodiscard]] Points latin_hypercube(std::size_t rows, std::size_t dimensions, std::uint64_t seed);

/// Rows of a Saltelli design (Saltelli et al. 2010) from `blocks` points of a Sobol sequence in twice the dimensions:
/// for each block A, AB_1 ... AB_D, then BA_1 ... BA_D if second_order, then B. AB_j is A with column j of B.
[[nodiscard]] Points saltelli_points(std::size_t blocks, std::size_t dimensions, bool second_order);

/// Trajectories of Morris (1991) on a grid of `levels` (even, at least 2) in every dimension: D + 1 rows each, of which
/// neighbours differ in one dimension by levels / (2 (levels - 1)).
[[nodiscard]] Points morris_points(std::size_t trajectories, std::size_t dimensions, int levels, std::uint64_t seed);

}  // namespace districtsim
