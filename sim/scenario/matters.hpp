#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "sim/rules/operations.hpp"

namespace districtsim {

/// Operational matters that consume school leaders' time (Portin et al. 2009, Table 2). What they are like stands in
/// scenarios/matters.yaml, in this order.
enum class MatterKind : std::uint8_t {
  budget,
  hiring,
  personnel,
  facility,
  procurement,
  legal_advice,
  student_placement,
  student_support,
  compliance_reporting,
  parents_and_community,
  technology,
  testing,
};
constexpr auto matter_names = std::to_array<std::string_view>(
    {"budget", "hiring", "personnel", "facility", "procurement", "legal_advice", "student_placement", "student_support",
     "compliance_reporting", "parents_and_community", "technology", "testing"});
constexpr std::size_t matter_count = matter_names.size();
static_assert(static_cast<std::size_t>(MatterKind::testing) + 1 == matter_count);

/// What scenarios/matters.yaml says of one matter.
struct MatterDescription {
  std::string_view name;
  MatterTerms terms;
  std::string meaning;
  std::string source;
};

/// The descriptions of all matters, in the order of the enumeration, from the file built into the program.
[[nodiscard]] const std::array<MatterDescription, matter_count>& matter_descriptions();

}  // namespace districtsim
