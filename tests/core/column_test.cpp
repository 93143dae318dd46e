#include "sim/core/column.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace districtsim {
namespace {

constexpr std::uintptr_t page = 4096;

template <class T>
std::uintptr_t address_of(const Column<T>& column) {
  return reinterpret_cast<std::uintptr_t>(column.data());
}

TEST(Column, StartsAtACacheLine) {
  for (int i = 0; i < 70; ++i) {
    const Column<float> column(1000);
    EXPECT_EQ(address_of(column) % 64, 0U);
    const Column<std::int16_t> narrow(3);
    EXPECT_EQ(address_of(narrow) % 64, 0U);
  }
}

TEST(Column, OfOneTypeDoNotAllStartAtTheSameOffsetInAPage) {
  std::vector<Column<float>> columns;
  std::set<std::uintptr_t> offsets;
  for (int i = 0; i < 20; ++i) columns.emplace_back(100000);
  for (const auto& column : columns) offsets.insert(address_of(column) % page);
  EXPECT_GE(offsets.size(), 15U);
}

TEST(Column, KeepsItsValuesThroughGrowthCopyAndSwap) {
  Column<std::uint32_t> column;
  for (std::uint32_t i = 0; i < 5000; ++i) column.push_back(i);
  Column<std::uint32_t> copy = column;
  Column<std::uint32_t> other(17, 9U);
  other.swap(copy);
  EXPECT_EQ(other, column);
  EXPECT_EQ(copy, Column<std::uint32_t>(17, 9U));
  EXPECT_EQ(std::accumulate(other.begin(), other.end(), 0U), 5000U * 4999U / 2U);
}

TEST(Column, CanBeEmpty) {
  Column<double> column;
  EXPECT_TRUE(column.empty());
  column.resize(4);
  column.clear();
  column.shrink_to_fit();
  EXPECT_TRUE(column.empty());
}

}  // namespace
}  // namespace districtsim
