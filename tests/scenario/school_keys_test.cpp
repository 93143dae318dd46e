#include "sim/scenario/school_keys.hpp"

#include <gtest/gtest.h>

#include <set>

namespace districtsim {
namespace {

std::vector<std::string> many_ids(std::size_t count) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < count; ++i) ids.push_back("0100007" + std::to_string(10000 + i));
  return ids;
}

TEST(SchoolKeys, TheHashIsFnv1aFoldedToSeventeenBits) {
  // FNV-1a of "a" is e40c292c, a test vector of its authors.
  const std::vector<std::string> ids = {"a"};
  EXPECT_EQ(school_keys(ids).at(0), (0xE40C292CU >> 17U) ^ (0xE40C292CU & 0x1FFFFU));
}

TEST(SchoolKeys, AreUniqueWithinRangeAndNeverZero) {
  const std::vector<std::uint32_t> keys = school_keys(many_ids(60000));
  const std::set<std::uint32_t> unique(keys.begin(), keys.end());
  EXPECT_EQ(unique.size(), keys.size());
  EXPECT_GE(*unique.begin(), 1U);
  EXPECT_LE(*unique.rbegin(), largest_key);
}

TEST(SchoolKeys, ASchoolAddedAtTheEndDisturbsNoOther) {
  const std::vector<std::uint32_t> fewer = school_keys(many_ids(5000));
  std::vector<std::uint32_t> more = school_keys(many_ids(5001));
  more.pop_back();
  EXPECT_EQ(fewer, more);
}

TEST(SchoolKeys, OrderMattersOnlyToIdsThatCollide) {
  std::vector<std::string> ids = many_ids(16);
  const std::vector<std::uint32_t> keys = school_keys(ids);
  std::swap(ids.front(), ids.back());
  std::vector<std::uint32_t> swapped = school_keys(ids);
  std::swap(swapped.front(), swapped.back());
  EXPECT_EQ(keys, swapped);
}

TEST(SchoolKeys, TakenKeysAreNotGivenAgain) {
  const std::vector<std::string> ids = {"a"};
  const std::vector<std::uint32_t> first = school_keys(ids);
  EXPECT_NE(school_keys(ids, first).at(0), first.at(0));
}

TEST(SchoolKeys, LeadingZerosCanBeDropped) {
  EXPECT_EQ(without_zeros("0100007"), "100007");
  EXPECT_EQ(without_zeros("000"), "");
  EXPECT_EQ(without_zeros(""), "");
}

}  // namespace
}  // namespace districtsim
