#pragma once

#include <cstdint>
#include <vector>

#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// Fills principals' posts of these schools: an assistant principal of the school, else of the district, else somebody
/// from outside. Assistant principals who go leave `open` posts, one place for each row of theirs. `hire_year` as in
/// person_key.
void succeed_principals(const Conditions& conditions, std::uint32_t week, int hire_year,
                        const std::vector<std::uint32_t>& schools, District& district, std::vector<bool>& open);

/// Fills `open` assistant principals' posts: an able teacher leader of the school, else of the district, else somebody
/// from outside. `hire_year` as in person_key.
void fill_assistant_posts(const Conditions& conditions, std::uint32_t week, int hire_year,
                          const std::vector<bool>& open, District& district);

/// Every principal but those who came this summer leaves before the year, and is succeeded. A part of
/// succeed_superintendent.
void replace_principals(const Conditions& conditions, const SchoolYear& year, District& district);

}  // namespace districtsim
