#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace districtsim {

/// Row number in one kind of table. Columns that refer to another table hold ids: an id of one kind never becomes one
/// of another, and a number becomes an id only when asked. An id stands for its row wherever a row is indexed.
template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t row) : row_(static_cast<std::uint32_t>(row)) {}
  template <class Other>
  explicit Id(Id<Other>) = delete;

  [[nodiscard]] constexpr std::size_t row() const { return row_; }
  [[nodiscard]] constexpr bool valid() const { return row_ != none_row; }
  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions): columns are indexed by rows
  constexpr operator std::size_t() const { return row_; }
  friend constexpr bool operator==(Id, Id) = default;

 private:
  static constexpr std::uint32_t none_row = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t row_ = none_row;
};

/// The row numbers of consecutive ids, for steps that take plain numbers.
template <class Tag>
[[nodiscard]] const std::uint32_t* rows_of(const Id<Tag>* first) {
  static_assert(sizeof(Id<Tag>) == sizeof(std::uint32_t) && std::is_standard_layout_v<Id<Tag>>);
  return reinterpret_cast<const std::uint32_t*>(first);
}

}  // namespace districtsim
