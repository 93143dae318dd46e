#pragma once

#include <cstdint>

#include "sim/core/contracts.hpp"
#include "sim/core/random.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

/// A person's key for luck: where and when they came. 17 bits of the school's key, 10 of the post, 5 of the year.
using PersonKey = std::uint32_t;

constexpr int largest_school_key = (1 << 17) - 1;
constexpr int coach_post = 900;       ///< first post number of teacher leaders
constexpr int assistant_post = 960;   ///< first post number of assistant principals
constexpr int principal_post = 1023;  ///< post number of principals
constexpr int most_years = 31;
static_assert(most_teachers <= coach_post && most_coaches <= assistant_post - coach_post &&
              most_assistant_principals < principal_post - assistant_post);

/// `hire_year` is 0 for people there at the start, else the school year from 1 in which they begin.
[[nodiscard]] inline PersonKey person_key(std::uint32_t school_key, int post, int hire_year) {
  promise(school_key <= static_cast<std::uint32_t>(largest_school_key), "a school's key has 17 bits");
  promise(post >= 0 && post <= principal_post && hire_year >= 0 && hire_year <= most_years,
          "a post has 10 bits and a year of hire 5");
  return (school_key << 15U) | (static_cast<std::uint32_t>(post) << 5U) | static_cast<std::uint32_t>(hire_year);
}

}  // namespace districtsim
