#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace districtsim {

/// Row number in one kind of column. Ids of different kinds do not mix: passing a SchoolId where a TeacherId is
/// expected does not compile.
template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t row) : row_(static_cast<std::uint32_t>(row)) {}

  [[nodiscard]] constexpr std::size_t row() const { return row_; }
  [[nodiscard]] constexpr bool valid() const { return row_ != none_row; }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  static constexpr std::uint32_t none_row = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t row_ = none_row;
};

}  // namespace districtsim
