#include "sim/cli/starter_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/scenario/scenario.hpp"

namespace districtsim {

namespace {

constexpr const char* editor_line = "# yaml-language-server: $schema=scenario.schema.json\n";
constexpr std::size_t schools_to_a_moved_post = 8;

struct Move {
  const char* file;
  const char* what;
  const char* meaning;
};
constexpr Move coach_move = {"coaches_to_need", "coach_fte", "Coach posts"};
constexpr Move teacher_move = {"teachers_to_need", "teacher_fte", "Teaching posts"};
constexpr Move dollar_move = {"dollars_to_need", "dollars", "Dollars"};

StarterFile move_file(const Move& move, std::size_t amount) {
  return {fmt::format("{}.yaml", move.file), fmt::format(R"({}schema: 1
name: {}
description: Support moves to where need is highest; everything else is as in the baseline.
extends: baseline.yaml

# {} move, before the second school year, from the half of each grade span with the lowest share of
# low-income students to the other half. What a school gives up, it misses.
reallocations:
  - what: {}
    amount: {}
    year: 2
    from: {{need: lowest_half}}
    to: {{need: highest_half}}
)",
                                                         editor_line, move.file, move.meaning, move.what, amount)};
}

StarterFile protected_time_file() {
  return {"protected_coaching.yaml", fmt::format(R"({}schema: 1
name: protected_coaching
description: Coaches' time is protected for work with teachers; everything else is as in the baseline.
extends: baseline.yaml

# This district has too few schools to move posts or dollars between them.
support:
  coach_time_with_teachers: 0.5
)",
                                                 editor_line)};
}

}  // namespace

StarterFile starter_baseline(const DistrictProfile& district, const std::string& source) {
  const Framework framework;
  const SupportPlan support;
  const CalendarPlan calendar;
  return {"baseline.yaml",
          fmt::format(R"({}schema: 1
name: baseline
description: {}

# Where the schools come from. schools.csv holds what can be corrected: posts, dollars, feeder schools.
district:
{}
calendar:
  years: {}

# Who decides about resources, by which rules they are shared out, and which posts exist.
framework:
  discretion: {}  # share of a school's dollars that it decides about itself
  teachers_per_coach: {}  # where schools.csv does not say how many coaches there are
  schools_per_director: {}  # principals to each instructional leadership director

# How support is organised.
support:
  coach_time_with_teachers: {}  # share of a coach's week
  coach_caseload: {}  # teachers each coach takes on for the year
)",
                      editor_line, quoted(district.name + " as it is"), source, calendar.years, framework.discretion,
                      framework.teachers_per_coach, framework.schools_per_director, support.coach_time_with_teachers,
                      support.coach_caseload)};
}

StarterFile starter_discretion() {
  return {"principal_discretion.yaml", fmt::format(R"({}schema: 1
name: principal_discretion
description: Principals decide about more of their schools' dollars; everything else is as in the baseline.
extends: baseline.yaml

framework:
  discretion: 0.4
)",
                                                   editor_line)};
}

std::vector<StarterFile> starter_moves(const DistrictProfile& district) {
  const std::size_t posts = std::max<std::size_t>(1, district.schools.size() / schools_to_a_moved_post);
  return {move_file(coach_move, posts), move_file(coach_move, 1), move_file(teacher_move, 1),
          move_file(dollar_move, 1000), protected_time_file()};
}

std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace districtsim
