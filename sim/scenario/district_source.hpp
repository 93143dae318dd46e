#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sim/scenario/district_profile.hpp"

namespace districtsim {

/// What a synthetic district is asked to be; whatever is left out follows from the rest.
struct SyntheticPlan {
  std::optional<int> teachers;         ///< posts, 1 to 1,000,000
  std::optional<int> schools;          ///< 1 to 1,000,000
  std::optional<int> students;         ///< 1 to 100,000,000
  double students_per_teacher = 15.1;  ///< 5 to 60
  double low_income_mean = 0.5;        ///< mean share over schools, 0 < mean < 1
  double low_income_spread = 0.25;     ///< standard deviation over schools, 0 <= SD < sqrt(mean (1 - mean))
};

/// The schools of the district `lea` (LEAID) in an NCES EDGE "Public School Characteristics" file. Columns are found by
/// name; what was missing or assumed is in the profile's notes. Throws Failure(bad_input_data) with every problem.
[[nodiscard]] DistrictProfile profile_from_nces(const std::filesystem::path& csv, const std::string& lea);

/// A district file (YAML, `schema: 1`, `kind: district`). Throws Failure(bad_input_data) with every problem.
[[nodiscard]] DistrictProfile profile_from_file(const std::filesystem::path& yaml);

/// A made-up district with exactly the posts and students asked for; no chance in it, so the same plan gives the same
/// district. Throws Failure(invalid_scenario) where the totals cannot be met.
[[nodiscard]] DistrictProfile synthetic_profile(const SyntheticPlan& plan);

/// Puts the filled cells of a school table (schools.csv) into the profile. Blank cells and missing rows keep what the
/// profile has; `feeder` is a school's id, or "none" where leavers leave the district. Coaches, assistant principals
/// and dollars that are marked assumed and are what write_school_table writes stay with the staffing rule, so that an
/// unchanged table changes nothing; marked measured they are held. Throws Failure(bad_input_data) with every problem,
/// and then changes nothing.
void apply_school_table(DistrictProfile& district, const std::filesystem::path& csv);

/// The district file that `import nces` writes; profile_from_file gives back the same profile. Throws
/// Failure(run_time_failure) if it cannot be written.
void write_district_file(const DistrictProfile& district, const std::filesystem::path& yaml);

/// The school table that `init` writes for a person to correct: a row for each school with coaches, assistant
/// principals, teachers, dollars and feeder school, each with its origin (measured or assumed). What the profile leaves
/// to rule is what the staffing rule gives with the framework's and prices' defaults. Throws Failure(run_time_failure)
/// if it cannot be written.
void write_school_table(const DistrictProfile& district, const std::filesystem::path& csv);

}  // namespace districtsim
