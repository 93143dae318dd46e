#include "sim/record/digest.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/core/failure.hpp"
#include "sim/core/sha256.hpp"
#include "sim/record/result_file.hpp"
#include "tests/record/readers/sample_result.hpp"
#include "tests/record/temporary_folder.hpp"

namespace districtsim {
namespace {

/// One variable of 1000 x 3 in blocks of `rows`, from the front or from the back.
struct Writing {
  StorageOptions options = {};
  Extents chunks = {};
  std::size_t rows = 1000;
  bool from_the_back = false;
  std::string name = "v";
  std::string title = "title";
  float last_value = 1.0F;
};

std::string digest_when(const Writing& how) {
  const TemporaryFolder folder;
  ResultFile file = ResultFile::create(folder / "out.h5", how.options);
  file.attribute("title", how.title);
  file.dimension("time", unlimited);
  file.dimension("school", 3);
  const auto v = file.variable<float>(
      {.name = how.name, .dimensions = {"time", "school"}, .units = "1", .long_name = "v", .chunks = how.chunks});
  for (std::size_t block = 0; block < 1000 / how.rows; ++block) {
    const std::size_t first = (how.from_the_back ? 1000 / how.rows - 1 - block : block) * how.rows;
    std::vector<float> values;
    for (std::size_t at = 0; at < how.rows * 3; ++at) values.push_back(static_cast<float>(first * 3 + at));
    if (first + how.rows == 1000) values.back() = how.last_value;
    file.write(v, {first, 0}, {how.rows, 3}, values);
  }
  file.publish();
  return digest_of(folder / "out.h5");
}

TEST(Digest, DoesNotDependOnChunksCompressionOrOrder) {
  const std::string usual = digest_when({});
  EXPECT_EQ(usual.size(), 64U);
  EXPECT_EQ(digest_when({.chunks = {1, 3}}), usual);
  EXPECT_EQ(digest_when({.chunks = {333, 2}}), usual);
  EXPECT_EQ(digest_when({.options = {6}}), usual);
  EXPECT_EQ(digest_when({.rows = 10}), usual);
  EXPECT_EQ(digest_when({.rows = 10, .from_the_back = true}), usual);
  EXPECT_EQ(digest_when({.title = "another"}), usual);
}

TEST(Digest, DependsOnEveryValueAndName) {
  EXPECT_NE(digest_when({.last_value = std::nextafter(1.0F, 2.0F)}), digest_when({}));
  EXPECT_NE(digest_when({.name = "w"}), digest_when({}));
}

TEST(Digest, AMissingValueIsTheSameHoweverItWasCalculated) {
  const std::string usual = digest_when({.last_value = std::nanf("")});
  EXPECT_EQ(digest_when({.last_value = -std::nanf("")}), usual);
  EXPECT_EQ(digest_when({.last_value = std::nanf("1234")}), usual);
}

TEST(Digest, IsTheDocumentedSha256) {
  const TemporaryFolder folder;
  ResultFile file = ResultFile::create(folder / "out.h5");
  file.coordinate<std::string>({.name = "school", .long_name = "school"}, {"a", "ßb"});
  file.dimension("week", 2);
  const auto v =
      file.variable<std::int32_t>({.name = "agents/n", .dimensions = {"week"}, .units = "1", .long_name = "n"});
  file.write(v, std::vector<std::int32_t>{1, -2});
  file.publish();

  std::string bytes;
  const auto put = [&bytes](std::uint64_t number, int count) {
    for (int byte = 0; byte < count; ++byte) bytes += static_cast<char>((number >> (8 * byte)) & 0xFFU);
  };
  bytes.append("agents/n\0int32\0", 15);
  put(1, 8);
  put(2, 8);
  put(1, 4);
  put(0xFFFFFFFEU, 4);
  bytes.append("school\0text\0", 12);
  put(1, 8);
  put(2, 8);
  put(1, 8);
  bytes += "a";
  put(3, 8);
  bytes += "ßb";
  Sha256 expected;
  expected.update(bytes.data(), bytes.size());
  EXPECT_EQ(digest_of(folder / "out.h5"), expected.hex());
}

TEST(Digest, OfNoResultFileIsAFailure) {
  const TemporaryFolder folder;
  put_text(folder / "out.h5", "nothing");
  EXPECT_THROW(static_cast<void>(digest_of(folder / "out.h5")), Failure);
}

}  // namespace
}  // namespace districtsim
