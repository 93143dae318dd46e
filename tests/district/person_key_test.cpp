#include "sim/district/person_key.hpp"

#include <gtest/gtest.h>

#include <set>

#include "sim/core/contracts.hpp"

namespace districtsim {
namespace {

TEST(PersonKey, SchoolPostAndYearGiveAKeyOfTheirOwn) {
  std::set<PersonKey> seen;
  std::size_t made = 0;
  for (const std::uint32_t school : {0U, 1U, 2U, 31U, 32U, 1023U, 1024U, 131071U}) {
    for (int post = 0; post <= principal_post; ++post) {
      for (const int year : {0, 1, 2, 16, most_years}) {
        seen.insert(person_key(school, post, year));
        ++made;
      }
    }
  }
  EXPECT_EQ(seen.size(), made);
}

TEST(PersonKey, WhatDoesNotFitIsABrokenPromise) {
  EXPECT_THROW(static_cast<void>(person_key(131072U, 0, 0)), ContractViolation);
  EXPECT_THROW(static_cast<void>(person_key(0, principal_post + 1, 0)), ContractViolation);
  EXPECT_THROW(static_cast<void>(person_key(0, -1, 0)), ContractViolation);
  EXPECT_THROW(static_cast<void>(person_key(0, 0, most_years + 1)), ContractViolation);
  EXPECT_THROW(static_cast<void>(person_key(0, 0, -1)), ContractViolation);
}

}  // namespace
}  // namespace districtsim
