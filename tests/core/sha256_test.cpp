#include "sim/core/sha256.hpp"

#include <gtest/gtest.h>

#include <string>

namespace districtsim {
namespace {

std::string hash_of(const std::string& text) {
  Sha256 hash;
  hash.update(text.data(), text.size());
  return hash.hex();
}

TEST(Sha256, GivesThePublishedHashes) {  // FIPS 180-4 examples
  EXPECT_EQ(hash_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hash_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, PiecesHashLikeTheWhole) {
  Sha256 hash;
  hash.update("a", 1);
  EXPECT_EQ(hash.hex(), hash_of("a"));
  hash.update("bc", 2);
  EXPECT_EQ(hash.hex(), hash_of("abc"));
}

}  // namespace
}  // namespace districtsim
