#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/district_profile.hpp"
#include "sim/scenario/nces_file.hpp"

namespace districtsim {

/// One school's profile as far as its own row tells, or nothing if it has no students in PK to grade 12. Of teachers,
/// low-income students, feeder and key nothing is set. What is missing or assumed is added to `notes`.
[[nodiscard]] std::optional<SchoolProfile> school_from_nces(const NcesSchool& row, std::vector<std::string>& notes);

/// Share of students with free or reduced-price lunch, 0 to 1, or nothing if the row does not tell. Notes oddities.
[[nodiscard]] std::optional<double> lunch_share(const NcesSchool& row, int students, std::vector<std::string>& notes);

}  // namespace districtsim
