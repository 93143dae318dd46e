#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/hours_table.hpp"

namespace districtsim {

namespace {

/// Whose hours the table shows; all people are in JSON and in the file.
struct ShownPeople {
  std::string_view name;
  std::string_view heading;
};
constexpr std::array<ShownPeople, 3> shown_people = {
    {{"school_leader", "school leaders"}, {"teacher_leader", "teacher leaders"}, {"director", "directors"}}};

std::size_t row_of(const std::vector<std::string>& names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::string words(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

WeeklyAmount sum_of_row(const std::vector<WeeklyAmount>& row) {
  WeeklyAmount sum;
  for (const WeeklyAmount& amount : row) {
    sum.lowest_need += amount.lowest_need;
    sum.highest_need += amount.highest_need;
  }
  return sum;
}

/// Hours by activity, in two need bands, of the people that are shown.
std::string activities_as_text(const HoursTable& table) {
  std::vector<std::vector<WeeklyAmount>> shown;
  std::string text = fmt::format("{:<26}", "");
  for (const ShownPeople& people : shown_people) {
    const std::size_t person = row_of(table.people, people.name);
    if (person < table.people.size()) shown.push_back(table.hours[person]);
    text += fmt::format("{:>20}", people.heading);
  }
  text += fmt::format("\n{:<26}", "need");
  for (std::size_t person = 0; person < shown_people.size(); ++person) text += "    lowest   highest";
  text += "\n";
  text += fmt::format("{:<26}", "posts");
  for (const WeeklyAmount& posts : {table.school_leaders, table.teacher_leaders}) {
    text += fmt::format("{:>10.2f}{:>10.2f}", posts.lowest_need, posts.highest_need);
  }
  text += "\n";
  const auto line = [&](const std::string& name, const auto& amount_of) {
    std::string numbers;
    bool any = false;
    for (const auto& row : shown) {
      const WeeklyAmount amount = amount_of(row);
      numbers += fmt::format("{:>10.2f}{:>10.2f}", amount.lowest_need, amount.highest_need);
      any = any || amount.lowest_need > 0.0 || amount.highest_need > 0.0;
    }
    if (any) text += fmt::format("{:<26}{}\n", name, numbers);
  };
  for (std::size_t activity = 0; activity < table.activities.size(); ++activity) {
    line(words(table.activities[activity]), [&](const auto& row) { return row[activity]; });
  }
  line("all", [](const auto& row) { return sum_of_row(row); });
  return text;
}

std::string central_office_as_text(const HoursTable& table) {
  std::string text;
  for (std::size_t person = 0; person < table.people.size(); ++person) {
    for (std::size_t activity = 0; activity < table.activities.size(); ++activity) {
      const double hours = table.hours[person][activity].central_office;
      if (!(hours > 0.0)) continue;
      text +=
          fmt::format("{:<26}{:<20}{:>10.2f}\n", words(table.activities[activity]), words(table.people[person]), hours);
    }
  }
  return text.empty() ? text : "\nHours a week at the central office itself\n" + text;
}

std::string tags_as_text(std::string_view title, const std::vector<TagAmount>& tags) {
  std::string text = fmt::format("\n{:<26}{:>20}{:>20}\n{:<26}    lowest   highest    lowest   highest\n", title,
                                 "contacts", "hours", "need");
  for (const TagAmount& tag : tags) {
    const WeeklyAmount& contacts = tag.amount.contacts;
    const WeeklyAmount& hours = tag.amount.hours;
    text += fmt::format("{:<26}{:>10.2f}{:>10.2f}{:>10.2f}{:>10.2f}\n", tag.tag, contacts.lowest_need,
                        contacts.highest_need, hours.lowest_need, hours.highest_need);
  }
  return text;
}

nlohmann::json amount_as_json(const WeeklyAmount& amount) {
  return {{"lowest_need", amount.lowest_need},
          {"highest_need", amount.highest_need},
          {"central_office", amount.central_office},
          {"district", amount.district}};
}

nlohmann::json kind_as_json(const HoursTable::Kind& kind) {
  return {{"contacts", amount_as_json(kind.contacts)}, {"hours", amount_as_json(kind.hours)}};
}

nlohmann::json tags_as_json(const std::vector<TagAmount>& tags) {
  nlohmann::json object = nlohmann::json::object();
  for (const TagAmount& tag : tags) object[tag.tag] = kind_as_json(tag.amount);
  return object;
}

nlohmann::json table_as_json(const HoursTable& table) {
  nlohmann::json hours = nlohmann::json::object();
  for (std::size_t person = 0; person < table.people.size(); ++person) {
    for (std::size_t activity = 0; activity < table.activities.size(); ++activity) {
      hours[table.people[person]][table.activities[activity]] = amount_as_json(table.hours[person][activity]);
    }
  }
  nlohmann::json kinds = nlohmann::json::object();
  for (std::size_t kind = 0; kind < table.kinds.size(); ++kind) {
    kinds[table.interactions[kind]] = kind_as_json(table.kinds[kind]);
  }
  return {{"name", table.scenario},
          {"lowest_need_schools", table.lowest_need_schools},
          {"highest_need_schools", table.highest_need_schools},
          {"school_leader_posts", amount_as_json(table.school_leaders)},
          {"teacher_leader_posts", amount_as_json(table.teacher_leaders)},
          {"hours", hours},
          {"interactions", kinds},
          {"practices", tags_as_json(by_practice(table))},
          {"supports", tags_as_json(by_support(table))}};
}

}  // namespace

std::string hours_as_text(const std::vector<HoursTable>& tables) {
  std::string text;
  for (const HoursTable& table : tables) {
    text +=
        fmt::format("{}{}: hours a week for each school, {} of lowest and {} of highest need\n",
                    text.empty() ? "" : "\n", table.scenario, table.lowest_need_schools, table.highest_need_schools);
    text += activities_as_text(table) + central_office_as_text(table);
    text += tags_as_text("by leadership practice", by_practice(table));
    text += tags_as_text("by form of support", by_support(table));
  }
  return text +
         "\nMeans of all years and replicates. Contacts and hours are a week's for each school, hours of both sides;\n"
         "an interaction that serves several practices or supports counts for each.\n";
}

nlohmann::json hours_as_json(const std::vector<HoursTable>& tables) {
  nlohmann::json list = nlohmann::json::array();
  for (const HoursTable& table : tables) list.push_back(table_as_json(table));
  return {{"scenarios", list}};
}

}  // namespace districtsim
