#include "analysis/divergence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/entity_names.hpp"

namespace districtsim {

namespace {

constexpr std::size_t columns_of_moment = 6;
constexpr std::size_t schools_listed = 25;

/// Kinds as column kind_headings.
constexpr auto kind_headings =
    std::to_array<std::string_view>({"teachers", "t.leaders", "principals", "assistants", "directors", "cross-school",
                                     "schools", "student groups", "central"});

std::string difference_text(const ColumnDifference& own, const Divergence& divergence) {
  const std::string change =
      own.column.content == ColumnContent::number ? fmt::format(" ({:+.4g})", own.second - own.first) : std::string{};
  return fmt::format("    {}: {} -> {}{}\n", own.column.name, state_value_text(own.column, own.first, divergence),
                     state_value_text(own.column, own.second, divergence), change);
}

std::string moment_text(const char* heading, const PartingMoment& moment, const Divergence& divergence) {
  std::string text = fmt::format("{}: {}, in {} ({})\n  {}\n", heading, moment.when, moment.phase, moment.meaning,
                                 entity_text(moment.first, divergence));
  if (moment.first.presence != Presence::in_both) {
    const bool first = moment.first.presence == Presence::only_first;
    text += fmt::format("    is only in {}\n", divergence.names[first ? 0 : 1]);
  }
  const auto& columns = moment.first.columns;
  for (std::size_t at = 0; at < std::min(columns.size(), columns_of_moment); ++at)
    text += difference_text(columns[at], divergence);
  if (columns.size() > columns_of_moment)
    text += fmt::format("    and {} more values\n", columns.size() - columns_of_moment);
  text += "  different after it:";
  const char* between = " ";
  for (std::size_t kind = 0; kind < entity_count; ++kind) {
    if (moment.different[kind] == 0) continue;
    text += fmt::format("{}{} {}", between, moment.different[kind], kind_headings[kind]);
    between = ", ";
  }
  return text + "\n";
}

std::string kinds_text(const Divergence& divergence) {
  std::string text = fmt::format("{:<24}", "different of all");
  for (const std::string_view heading : kind_headings) text += fmt::format("  {:>14}", heading);
  text += '\n';
  for (const SpreadPoint& point : divergence.points) {
    text += fmt::format("{:<24}", point.label);
    for (const DifferenceCount& count : point.spread.kinds) {
      text += fmt::format("  {:>14}", fmt::format("{}/{}", count.different, count.all));
    }
    text += '\n';
  }
  return text;
}

std::size_t different_in(const SpreadPoint& point, std::uint32_t school) {
  const auto found = point.spread.people_of_school.find(school);
  return found == point.spread.people_of_school.end() ? 0 : found->second.different;
}

/// Schools with people who differ: the earliest first, then those with most.
std::vector<std::uint32_t> schools_in_order(const Divergence& divergence) {
  std::vector<std::uint32_t> order;
  for (const SpreadPoint& point : divergence.points) {
    std::vector<std::pair<std::size_t, std::uint32_t>> fresh;
    for (const auto& [school, count] : point.spread.people_of_school) {
      if (count.different == 0 || std::find(order.begin(), order.end(), school) != order.end()) continue;
      fresh.emplace_back(count.different, school);
    }
    std::stable_sort(fresh.begin(), fresh.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [count, school] : fresh) order.push_back(school);
  }
  return order;
}

std::string schools_table(const Divergence& divergence) {
  const std::vector<std::uint32_t> order = schools_in_order(divergence);
  if (order.empty()) return "";
  std::string text = "\npeople who differ, by school, in the order in which it reaches them\n";
  const std::size_t shown = std::min(order.size(), schools_listed);
  for (std::size_t at = 0; at < shown; ++at) {
    text += fmt::format("{:<38.38}", school_text(order[at], divergence));
    for (const SpreadPoint& point : divergence.points) text += fmt::format("  {:>5}", different_in(point, order[at]));
    text += '\n';
  }
  if (order.size() > shown) text += fmt::format("and {} more schools (--json lists all)\n", order.size() - shown);
  return text;
}

nlohmann::json number_of_state(double value) { return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(); }

nlohmann::json entity_as_json(const EntityDifference& entity, const Divergence& divergence) {
  static constexpr std::array<const char*, 3> presences = {"both", "first", "second"};
  nlohmann::json columns = nlohmann::json::array();
  for (const ColumnDifference& own : entity.columns) {
    columns.push_back(
        {{"column", own.column.name},
         {"first", number_of_state(own.first)},
         {"second", number_of_state(own.second)},
         {"difference",
          own.column.content == ColumnContent::number ? number_of_state(own.second - own.first) : nlohmann::json()}});
  }
  nlohmann::json object = {{"kind", entity_names[static_cast<std::size_t>(entity.kind)]},
                           {"who", entity_text(entity, divergence)},
                           {"key", entity.key},
                           {"school", nullptr},
                           {"in", presences[static_cast<std::size_t>(entity.presence)]},
                           {"columns", columns}};
  if (entity.school != no_school) object["school"] = school_text(entity.school, divergence);
  return object;
}

nlohmann::json moment_as_json(const std::optional<PartingMoment>& moment, const Divergence& divergence) {
  if (!moment) return nullptr;
  nlohmann::json different = nlohmann::json::object();
  for (std::size_t kind = 0; kind < entity_count; ++kind) {
    different[std::string(entity_names[kind])] = moment->different[kind];
  }
  return {{"when", moment->when},   {"year", moment->year},       {"week", moment->week},
          {"phase", moment->phase}, {"meaning", moment->meaning}, {"entity", entity_as_json(moment->first, divergence)},
          {"different", different}};
}

nlohmann::json point_as_json(const SpreadPoint& point, const Divergence& divergence) {
  const auto count_as_json = [](const DifferenceCount& count) {
    return nlohmann::json{{"different", count.different}, {"all", count.all}};
  };
  nlohmann::json kinds = nlohmann::json::object();
  for (std::size_t kind = 0; kind < entity_count; ++kind) {
    kinds[std::string(entity_names[kind])] = count_as_json(point.spread.kinds[kind]);
  }
  nlohmann::json schools = nlohmann::json::array();
  for (const auto& [school, count] : point.spread.people_of_school) {
    nlohmann::json own = count_as_json(count);
    own["school"] = school_text(school, divergence);
    schools.push_back(own);
  }
  return {{"label", point.label}, {"year", point.year}, {"week", point.week}, {"kinds", kinds}, {"schools", schools}};
}

}  // namespace

PartingMoment parting_of(const StateTable& first, const StateTable& second, DigestOf part) {
  PartingMoment moment;
  bool found = false;
  for (std::size_t at = 0; at < entity_count; ++at) {
    const auto kind = static_cast<EntityKind>(at);
    const std::vector<EntityDifference> own = differences(kind, first, second);
    moment.different[at] = own.size();
    if (found || own.empty() || (part == DigestOf::people && !is_person(kind))) continue;
    found = true;
    moment.first = own.front();
  }
  return moment;
}

std::string divergence_as_text(const Divergence& divergence) {
  std::string text = fmt::format("{}: {} and {}, seed {}, replicate {}, {} years after {} of warm-up\n\n",
                                 divergence.district, divergence.names[0], divergence.names[1], divergence.seed,
                                 divergence.replicate, divergence.years, divergence.warm_up_years);
  if (!divergence.first) {
    return text + "They never part: everybody and everything is the same, bit for bit, in every week.\n";
  }
  text += moment_text("They part", *divergence.first, divergence) + "\n";
  const auto& person = divergence.first_person;
  if (person && person->when == divergence.first->when && person->phase == divergence.first->phase &&
      person->first.kind == divergence.first->first.kind) {
    text += "The same is the first person who differs.\n\n";
  } else if (person) {
    text += moment_text("The first person", *divergence.first_person, divergence) + "\n";
  } else {
    text += "No person ever differs.\n\n";
  }
  return text + kinds_text(divergence) + schools_table(divergence);
}

nlohmann::json divergence_as_json(const Divergence& divergence) {
  nlohmann::json points = nlohmann::json::array();
  for (const SpreadPoint& point : divergence.points) points.push_back(point_as_json(point, divergence));
  return {{"equal", !divergence.first.has_value()},
          {"district", divergence.district},
          {"scenarios", divergence.names},
          {"seed", divergence.seed},
          {"replicate", divergence.replicate},
          {"years", divergence.years},
          {"first", moment_as_json(divergence.first, divergence)},
          {"first_person", moment_as_json(divergence.first_person, divergence)},
          {"spread", points}};
}

}  // namespace districtsim
