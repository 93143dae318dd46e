#pragma once

#include <vector>

#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// Vacant row of a school, or of any school of its level from its row on; the table's size if there is none.
[[nodiscard]] std::size_t vacancy_for(const District& district, std::size_t school);

/// Posts moved between schools take their holder along; holders of posts that close go back to a classroom, or leave.
void close_coach_posts(const Conditions& conditions, const std::vector<int>& posts, District& district);

/// Fills open posts of teacher leaders with able teachers of the district, the best seen first.
void fill_coach_posts(const Conditions& conditions, const SchoolYear& year, const std::vector<int>& posts,
                      District& district);

}  // namespace districtsim
