#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/district_profile.hpp"
#include "sim/scenario/document.hpp"

namespace districtsim {

/// One school as the NCES file has it; blank cells and negative codes are missing.
struct NcesSchool {
  Place place;  ///< of its id
  std::string id;
  std::string name;
  std::string level;                                     ///< SCHOOL_LEVEL
  std::string lowest;                                    ///< GSLO
  std::string highest;                                   ///< GSHI
  std::string title_one;                                 ///< TITLEI
  std::array<std::optional<int>, grade_count> students;  ///< PK, KG, G01 to G12
  std::optional<int> grade_13;
  std::optional<int> ungraded;
  std::optional<int> adults;
  std::optional<int> total;
  std::optional<int> lunch;          ///< TOTFRL, free or reduced-price
  std::optional<int> free_lunch;     ///< FRELCH
  std::optional<int> reduced_lunch;  ///< REDLCH
  std::optional<double> teachers;    ///< FTE
  std::optional<double> latitude;
  std::optional<double> longitude;

  /// "Berry Middle School (010000700337)"
  [[nodiscard]] std::string label() const { return name + " (" + id + ")"; }
};

struct NcesDistrict {
  std::string name;
  std::string id;
  std::string year;
  std::vector<NcesSchool> schools;  ///< by id
  std::vector<std::string> notes;
};

/// The rows of the district `lea`. Throws Failure(bad_input_data) with every problem of the file and of these rows.
[[nodiscard]] NcesDistrict read_nces_district(const std::filesystem::path& csv, const std::string& lea);

}  // namespace districtsim
