#pragma once

#include <cstdint>
#include <vector>

#include "sim/district/schools.hpp"
#include "sim/scenario/district_profile.hpp"

namespace districtsim {

/// The teams of every school, empty of teachers: in elementary schools one or more for each grade and for special
/// subjects, elsewhere for reading, mathematics and other subjects; about 8 teachers each. Fixed for a run.
void plan_teams(const DistrictProfile& profile, Teams& teams, Schools& schools);

/// Team, by its place within its school, of posts 0 to `posts` of a school: highest averages (Sainte-Lague), so that
/// one post more changes no other post's team.
[[nodiscard]] std::vector<std::uint16_t> team_of_posts(const Teams& teams, std::uint32_t first_team,
                                                       std::uint32_t end_team, int posts);

}  // namespace districtsim
