#pragma once

#include <cstdint>
#include <vector>

namespace districtsim {

/// Student groups and subjects of a cell.
enum class Group : std::uint8_t { low_income = 0, other = 1 };
enum class Subject : std::uint8_t { reading = 0, mathematics = 1 };
constexpr int group_count = 2;
constexpr int subject_count = 2;

/// Students as cells: school x grade x group x subject, relative to the grade norm. Rows of a school are consecutive:
/// grades from kindergarten (or the lowest served) up, then groups, then subjects.
struct CohortCells {
  std::vector<std::uint32_t> begin;       ///< first cell of each school, one longer than the schools
  std::vector<std::int8_t> lowest_grade;  ///< grade row of each school's first cells
  std::vector<std::int32_t> students;     ///< in the cell; the same for both subjects of a group
  std::vector<double> persistent;         ///< [SD] mean level that carries over
  std::vector<double> transitory;         ///< [SD] this year's part that fades
  std::vector<double> spread;             ///< [SD] within the cell
  std::vector<double> tested;             ///< [SD] mean of the last state assessment, with sampling error
  std::vector<double> growth;             ///< [SD] of the last year against the norm, as tested without inflation

  [[nodiscard]] std::size_t size() const { return students.size(); }
  [[nodiscard]] std::size_t row(std::size_t school, int grade, Group group, Subject subject) const {
    const auto offset = static_cast<std::size_t>(grade - lowest_grade[school]) * 4U +
                        static_cast<std::size_t>(group) * 2U + static_cast<std::size_t>(subject);
    return begin[school] + offset;
  }
  [[nodiscard]] int grades(std::size_t school) const {
    return static_cast<int>((begin[school + 1] - begin[school]) / 4U);
  }
};

/// Where a school's leavers go: part of its highest grade's students to each receiving school.
struct FeederFlows {
  std::vector<std::uint32_t> begin;  ///< one longer than the schools
  std::vector<std::uint32_t> to;     ///< receiving school
  std::vector<double> share;         ///< of the leavers; sums to 1, or to 0 where they leave the district
};

}  // namespace districtsim
