#pragma once

#include <cstdint>
#include <vector>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"

namespace districtsim {

/// Whether principals choose and pay the networks that support them; the rows of directors are providers then.
[[nodiscard]] bool support_is_bought(const Conditions& conditions);

/// Directors' posts of a central office that assigns them: one to so many schools, at least one.
[[nodiscard]] std::size_t director_posts(const Conditions& conditions, std::size_t schools);

/// Puts providers in the place of directors: quality of their own, nobody's schools yet.
void build_providers(const Conditions& conditions, const Schools& schools, Directors& directors);

/// Everybody's caseload from who has which school; schools without a director are in nobody's.
void set_caseloads(const std::vector<std::uint32_t>& director_of_school, Directors& directors);

/// What a school pays its provider in a year; 0 where support is assigned or it has none.
[[nodiscard]] Cents provider_price(const Conditions& conditions, const Schools& schools, std::size_t school);

}  // namespace districtsim
