#include "sim/core/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <tuple>

namespace districtsim {
namespace {

using Words4 = std::array<std::uint32_t, 4>;
using Words2 = std::array<std::uint32_t, 2>;

/// Philox4x32-10 written again from the paper (Salmon et al. 2011), apart from the program's.
Words4 reference_philox(Words4 counter, Words2 key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t first = std::uint64_t{0xD2511F53U} * counter[0];
    const std::uint64_t second = std::uint64_t{0xCD9E8D57U} * counter[2];
    counter = {static_cast<std::uint32_t>(second >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(second),
               static_cast<std::uint32_t>(first >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(first)};
    key[0] += 0x9E3779B9U;
    key[1] += 0xBB67AE85U;
  }
  return counter;
}

TEST(Random, ReferenceGivesThePublishedKnownAnswers) {
  // kat_vectors of Random123 1.14, philox4x32 with 10 rounds.
  EXPECT_EQ(reference_philox({0, 0, 0, 0}, {0, 0}), (Words4{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  constexpr std::uint32_t ones = 0xffffffff;
  EXPECT_EQ(reference_philox({ones, ones, ones, ones}, {ones, ones}),
            (Words4{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(reference_philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Words4{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Random, StreamOfSeedZeroIsThePublishedBlockOfZeros) {
  EXPECT_EQ(Draws(0, 0).stream(), (Words2{0x6627e8d5, 0xe169c58d}));
}

TEST(Random, BlocksArePhiloxOfKeyWeekAndPurposeUnderTheStreamOfSeedAndReplicate) {
  for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{0xa40938229ULL}}) {
    for (const std::uint32_t replicate : {0U, 1U, 500U}) {
      const Draws draws(seed, replicate);
      const Words4 spread = reference_philox(
          {replicate, 0, 0, 0}, {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)});
      ASSERT_EQ(draws.stream(), (Words2{spread[0], spread[1]}));
      for (std::uint32_t n = 0; n < 50; ++n) {
        const LuckKey key{n * 2654435761U, n * 40503U};
        ASSERT_EQ(draws.block(n % 7U, key, n * n),
                  reference_philox({key.first, key.second, n * n, n % 7U}, draws.stream()));
      }
    }
  }
}

TEST(Random, EveryPartOfAKeyChangesTheDraw) {
  const Draws draws(11, 3);
  std::set<Words4> seen;
  seen.insert(draws.block(1U, {2, 3}, 4));
  seen.insert(draws.block(2U, {2, 3}, 4));
  seen.insert(draws.block(1U, {3, 3}, 4));
  seen.insert(draws.block(1U, {2, 4}, 4));
  seen.insert(draws.block(1U, {2, 3}, 5));
  seen.insert(Draws(11, 4).block(1U, {2, 3}, 4));
  seen.insert(Draws(12, 3).block(1U, {2, 3}, 4));
  seen.insert(Draws(11 + (std::uint64_t{1} << 32U), 3).block(1U, {2, 3}, 4));
  EXPECT_EQ(seen.size(), 8U);
}

TEST(Random, UniformIsNeverZeroOrOne) {
  EXPECT_GT(open_unit(0), 0.0);
  EXPECT_LT(open_unit(0xffffffffU), 1.0);
  EXPECT_DOUBLE_EQ(open_unit(0) + open_unit(0xffffffffU), 1.0);
}

TEST(Random, NeighbouringKeysAndWeeksGiveIndependentStandardNormals) {
  const Draws draws(2024, 0);
  constexpr int count = 40000;
  double sum = 0.0;
  double square = 0.0;
  double cubed = 0.0;
  double with_next_key = 0.0;
  double with_next_week = 0.0;
  for (std::uint32_t n = 0; n < count; ++n) {
    const double z = draws.normal(5U, {n, 0}, 9);
    sum += z;
    square += z * z;
    cubed += z * z * z;
    with_next_key += z * draws.normal(5U, {n + 1, 0}, 9);
    with_next_week += z * draws.normal(5U, {n, 0}, 10);
  }
  const double four_errors = 4.0 / std::sqrt(static_cast<double>(count));
  EXPECT_NEAR(sum / count, 0.0, four_errors);
  EXPECT_NEAR(square / count, 1.0, four_errors * std::sqrt(2.0));
  EXPECT_NEAR(cubed / count, 0.0, four_errors * std::sqrt(15.0));
  EXPECT_NEAR(with_next_key / count, 0.0, four_errors);
  EXPECT_NEAR(with_next_week / count, 0.0, four_errors);
}

TEST(Random, FourNormalsOfABlockAreItsFourWords) {
  const Draws draws(1, 1);
  const DrawBlock words = draws.block(3U, {8, 9}, 10);
  const auto normals = draws.normals(3U, {8, 9}, 10);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(normals[i], normal_quantile(open_unit(words[i])));
  EXPECT_EQ(draws.normal(3U, {8, 9}, 10), normals[0]);
}

TEST(Random, HappensAsOftenAsItsProbability) {
  const Draws draws(5, 5);
  int happened = 0;
  for (std::uint32_t n = 0; n < 20000; ++n) happened += draws.happens(0.3, 1U, {n, 0}, 0) ? 1 : 0;
  EXPECT_NEAR(happened / 20000.0, 0.3, 4.0 * std::sqrt(0.3 * 0.7 / 20000.0));
  EXPECT_FALSE(draws.happens(0.0, 1U, {0, 0}, 0));
  EXPECT_TRUE(draws.happens(1.0, 1U, {0, 0}, 0));
}

TEST(Random, MixedKeysDependOnOrderAndSpread) {
  std::set<std::uint32_t> seen;
  for (std::uint32_t a = 0; a < 100; ++a) {
    for (std::uint32_t b = 0; b < 100; ++b) seen.insert(mix_keys(a, b));
  }
  EXPECT_GE(seen.size(), 9998U);  // 10,000 words of 32 bits: 0.01 chance meetings expected
  EXPECT_NE(mix_keys(1, 2), mix_keys(2, 1));
}

}  // namespace
}  // namespace districtsim
