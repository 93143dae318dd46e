#include "analysis/entity_names.hpp"

#include <fmt/format.h>

#include "sim/district/cohort_cells.hpp"
#include "sim/scenario/district_profile.hpp"

namespace districtsim {

namespace {

std::string post_text(int post) {
  if (post >= principal_post - 1) return post == principal_post ? "the principal's post" : "a director's post";
  if (post >= assistant_post) return fmt::format("assistant principal's post {}", post - assistant_post + 1);
  if (post >= coach_post) return fmt::format("teacher leader's post {}", post - coach_post + 1);
  return fmt::format("post {}", post + 1);
}

std::string came_text(const LuckPlace& place) {
  if (!place.hired) return "there since the start";
  return *place.hired >= 1 ? fmt::format("came before school year {}", *place.hired) : "came in a warm-up year";
}

std::string group_text(std::uint32_t key) {
  const std::uint32_t cell = key & 127U;
  return fmt::format("grade {}, {}, {}", grade_name(static_cast<int>(cell / 4U)),
                     (cell & 2U) == 0 ? "low-income" : "other", (cell & 1U) == 0 ? "reading" : "mathematics");
}

}  // namespace

LuckPlace luck_place(std::uint32_t key, int warm_up_years) {
  LuckPlace place{key >> 15U, static_cast<int>((key >> 5U) & 1023U), {}};
  const auto year = static_cast<int>(key & 31U);  // in which they begin, from 1 with warm-up years
  if (year > 0) place.hired = year - warm_up_years;
  return place;
}

std::string school_text(std::uint32_t key, const Divergence& divergence) {
  const auto found = divergence.schools.find(key);
  return found == divergence.schools.end() ? fmt::format("school {}", key) : found->second;
}

std::string entity_text(const EntityDifference& entity, const Divergence& divergence) {
  std::string kind(entity_names[static_cast<std::size_t>(entity.kind)]);
  if (entity.kind == EntityKind::central_office) return kind;
  if (entity.kind == EntityKind::school) return "school " + school_text(entity.key, divergence);
  const std::string at = school_text(entity.school, divergence);
  if (entity.kind == EntityKind::student_group) return fmt::format("students of {}, {}", at, group_text(entity.key));
  if (entity.school == no_school) return fmt::format("{} (luck {})", kind, entity.key);
  const LuckPlace place = luck_place(entity.key, divergence.warm_up_years);
  std::string text = fmt::format("{}, {}, {}, {}", kind, at, post_text(place.post), came_text(place));
  if (place.school != entity.school) text += ", first in " + school_text(place.school, divergence);
  return fmt::format("{} (luck {})", text, entity.key);
}

std::string state_value_text(const StateColumn& column, double value, const Divergence& divergence) {
  const auto key = static_cast<std::uint32_t>(value);
  if (column.content == ColumnContent::school_key) return school_text(key, divergence);
  if (column.content == ColumnContent::number) return fmt::format("{:.7g}", value);
  if (key == 0) return "nobody";
  const LuckPlace place = luck_place(key, divergence.warm_up_years);
  return fmt::format("{} of {} (luck {})", post_text(place.post), school_text(place.school, divergence), key);
}

}  // namespace districtsim
