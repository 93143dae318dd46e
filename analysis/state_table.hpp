#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/district/district.hpp"

namespace districtsim {

/// What a district's state is of.
enum class EntityKind : std::uint8_t {
  teacher,
  teacher_leader,
  principal,
  assistant_principal,
  director,
  cross_school_leader,
  school,
  student_group,
  central_office
};
constexpr auto entity_names =
    std::to_array<std::string_view>({"teacher", "teacher leader", "principal", "assistant principal", "director",
                                     "cross-school leader", "school", "student group", "central office"});
constexpr std::size_t entity_count = entity_names.size();
[[nodiscard]] constexpr bool is_person(EntityKind kind) { return kind < EntityKind::school; }

/// What the numbers of a column are.
enum class ColumnContent : std::uint8_t { number, person_key, school_key };

struct StateColumn {
  std::string name;  ///< as in the engine: "supported.pedagogy", "ledger.school_staff"
  ColumnContent content = ColumnContent::number;
};

constexpr std::uint32_t no_school = 0xFFFFFFFFU;

/// One kind of the state as numbers, in the order of the district's rows. Where a column refers to a row of another
/// table it holds that row's key, so that two states can be compared whatever their rows.
struct EntityTable {
  std::vector<std::uint32_t> key;     ///< of luck: people; of the school: schools; made of both: student groups
  std::vector<std::uint32_t> school;  ///< key of their school, or no_school
  std::vector<StateColumn> columns;
  std::vector<std::vector<double>> values;  ///< [column][row]
};

/// Everything of a district's state, by kind. Posts that are vacant are left out.
struct StateTable {
  std::array<EntityTable, entity_count> of;
  [[nodiscard]] const EntityTable& table(EntityKind kind) const { return of[static_cast<std::size_t>(kind)]; }
};

/// Whether teachers' coaches and mentors are those of now: they are chosen for a year's weeks, and what they point to
/// moves between years.
enum class Pairings : std::uint8_t { chosen, between_years };

/// `funds` name the columns of money by fund, in the order of the scenario. Pairings between years are left out.
[[nodiscard]] StateTable state_table(const District& district, const std::vector<std::string>& funds,
                                     Pairings pairings);

}  // namespace districtsim
