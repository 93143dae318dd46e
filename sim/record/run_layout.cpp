#include "sim/record/run_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>

#include "sim/district/need_bands.hpp"
#include "sim/record/table_layout.hpp"
#include "sim/record/year_record.hpp"

namespace districtsim {

namespace {

constexpr int weeks_of_a_year = 52;
constexpr int days_of_a_week = 7;
constexpr std::size_t fullest_chunk = 65536;  ///< bytes that make a write worth its overhead

/// The dimension of replicates with their numbers; one that grows has a variable to write further numbers to.
Variable<std::int32_t> define_replicates(ResultFile& file, const ReplicateRange& replicates) {
  VariableSpec<std::int32_t> spec{.name = "replicate", .units = "1", .long_name = "number of the replicate"};
  const std::vector<std::int32_t> numbers = counted(replicates.first, replicates.count);
  if (!replicates.more_follow) return file.coordinate<std::int32_t>(spec, numbers);
  file.dimension("replicate", unlimited);
  spec.dimensions = {"replicate"};
  const Variable<std::int32_t> growing = file.variable<std::int32_t>(spec);
  file.append(growing, numbers);
  return growing;
}

void define_times(ResultFile& file, const CalendarPlan& calendar) {
  std::vector<std::int32_t> days;
  std::vector<std::string> labels;
  for (int year = 0; year < calendar.years; ++year) {
    labels.push_back(school_year_label(calendar.start, year + 1));
    for (int week = 0; week < calendar.weeks_per_year; ++week) {
      days.push_back((year * weeks_of_a_year + week) * days_of_a_week);
    }
  }
  file.coordinate<std::int32_t>({.name = "time",
                                 .units = "days since " + calendar.start,
                                 .long_name = "first day of the instructional week",
                                 .attributes = {{"calendar", "standard"}, {"standard_name", "time"}}},
                                days);
  file.coordinate<std::int32_t>(
      {.name = "year", .units = "1", .long_name = "school year, from 1 after the years of warming up"},
      counted(1, calendar.years));
  file.write(file.variable<std::string>({.name = "year_label", .dimensions = {"year"}, .long_name = "school year"}),
             labels);
}

template <class T, class Value>
void school_column(ResultFile& file, const std::vector<SchoolProfile>& schools, VariableSpec<T> spec,
                   const Value& value) {
  std::vector<T> values;
  for (const SchoolProfile& school : schools) values.push_back(value(school));
  spec.dimensions = {"school"};
  file.write(file.variable<T>(spec), values);
}

void define_schools(ResultFile& file, const std::vector<SchoolProfile>& schools) {
  std::vector<std::string> names;
  std::vector<std::string> ids;
  for (const SchoolProfile& school : schools) {
    names.push_back(school.name);
    ids.push_back(school.id);
  }
  file.coordinate<std::string>({.name = "school", .long_name = "name of the school"}, distinct(names, ids));
  file.write(file.variable<std::string>({.name = "school_id",
                                         .dimensions = {"school"},
                                         .long_name = "NCES or synthetic id of the school",
                                         .written_at_once = true}),
             ids);
  school_column<std::int8_t>(file, schools,
                             {.name = "school_level",
                              .long_name = "grade span of the school",
                              .flag_values = {0, 1, 2},
                              .flag_meanings = {"elementary", "middle", "high"}},
                             [](const SchoolProfile& school) { return static_cast<std::int8_t>(school.level); });
  const std::vector<std::uint8_t> bands = need_bands(schools);
  file.write(file.variable<std::int8_t>(
                 {.name = "school_need_band",
                  .dimensions = {"school"},
                  .long_name = "band of the share of low-income students within the grade span at the start; lowest "
                               "and highest alone where a span has fewer than 8 schools",
                  .flag_values = {0, 1, 2, 3},
                  .flag_meanings = {"lowest", "second", "third", "highest"}}),
             std::vector<std::int8_t>(bands.begin(), bands.end()));
  school_column<double>(file, schools,
                        {.name = "school_low_income_share",
                         .units = "1",
                         .long_name = "share of students from low-income families at the start"},
                        [](const SchoolProfile& school) { return school.low_income_share(); });
  const auto known = [](const SchoolProfile& school, double degrees) {
    return school.latitude == 0.0 && school.longitude == 0.0 ? std::numeric_limits<double>::quiet_NaN() : degrees;
  };
  school_column<double>(file, schools,
                        {.name = "latitude",
                         .units = "degrees_north",
                         .long_name = "latitude of the school",
                         .attributes = {{"standard_name", "latitude"}}},
                        [&](const SchoolProfile& school) { return known(school, school.latitude); });
  school_column<double>(file, schools,
                        {.name = "longitude",
                         .units = "degrees_east",
                         .long_name = "longitude of the school",
                         .attributes = {{"standard_name", "longitude"}}},
                        [&](const SchoolProfile& school) { return known(school, school.longitude); });
}

/// One variable for each measure, named with `prefix`.
template <class T, class Measures>
std::vector<Variable<T>> define_measures(ResultFile& file, const Measures& measures, const std::string& prefix,
                                         const VariableSpec<T>& shape) {
  std::vector<Variable<T>> variables;
  for (const MeasureName& measure : measures) {
    VariableSpec<T> spec = shape;
    spec.name = prefix + std::string(measure.name);
    spec.units = measure.unit;
    spec.long_name = spec.long_name + std::string(measure.meaning);
    variables.push_back(file.variable<T>(spec));
  }
  return variables;
}

void define_kinds(ResultFile& file) {
  std::vector<std::string> kinds(interaction_names.begin(), interaction_names.end());
  const std::vector<std::string> people(person_kind_names.begin(), person_kind_names.end());
  file.coordinate<std::string>({.name = "interaction", .long_name = "kind of support interaction"}, kinds);
  file.coordinate<std::string>({.name = "person_kind", .long_name = "kind of people"}, people);
  kinds.insert(kinds.end(), other_activity_names.begin(), other_activity_names.end());
  file.coordinate<std::string>({.name = "activity", .long_name = "what hours go to"}, kinds);
}

/// Money and posts by place, line and fund.
void define_ledger(ResultFile& file, const std::vector<const Scenario*>& scenarios, std::size_t together,
                   RunVariables& variables) {
  std::vector<std::string> places;
  std::vector<std::string> ids;
  for (const SchoolProfile& school : scenarios.front()->district.schools) {
    places.push_back(school.name);
    ids.push_back(school.id);
  }
  places.emplace_back(central_office_name);
  const std::vector<std::string> funds = fund_names(scenarios);
  file.coordinate<std::string>({.name = "place", .long_name = "school, or central office"}, distinct(places, ids));
  file.coordinate<std::string>({.name = "ledger_line", .long_name = "what money is for"},
                               std::vector<std::string>(ledger_line_names.begin(), ledger_line_names.end()));
  file.coordinate<std::string>({.name = "fund", .long_name = "where money comes from"}, funds);
  const std::vector<std::string> dimensions = {"year", "scenario", "replicate", "place", "ledger_line", "fund"};
  const Extents chunks = {1, 1, together, places.size(), ledger_line_count, funds.size()};
  variables.ledger_dollars =
      define_measures<double>(file, ledger_dollars_measure, "", {.dimensions = dimensions, .chunks = chunks});
  variables.ledger_posts =
      define_measures<float>(file, ledger_posts_measure, "", {.dimensions = dimensions, .chunks = chunks});
}

/// Contacts and hours of support, and the ledger of hours.
void define_support(ResultFile& file, std::size_t together, std::size_t schools, RunVariables& variables) {
  const std::string central = "central office itself: ";
  variables.support = define_measures<float>(file, support_measures, "",
                                             {.dimensions = {"year", "scenario", "replicate", "school", "interaction"},
                                              .chunks = {1, 1, together, schools, interaction_count}});
  variables.central_support = define_measures<float>(file, support_measures, "central_",
                                                     {.dimensions = {"year", "scenario", "replicate", "interaction"},
                                                      .long_name = central,
                                                      .chunks = {1, 1, together, interaction_count}});
  constexpr std::array<MeasureName, 1> ledger = {{{"hours", "h", "hours of people by what they go to"}}};
  variables.hours =
      define_measures<float>(file, ledger, "",
                             {.dimensions = {"year", "scenario", "replicate", "person_kind", "activity", "school"},
                              .chunks = {1, 1, together, person_kind_count, activity_count, schools}});
  variables.central_hours =
      define_measures<float>(file, ledger, "central_",
                             {.dimensions = {"year", "scenario", "replicate", "person_kind", "activity"},
                              .long_name = central,
                              .chunks = {1, 1, together, person_kind_count, activity_count}});
}

}  // namespace

std::vector<std::int32_t> counted(int first, int count) {
  std::vector<std::int32_t> numbers;
  for (int i = 0; i < count; ++i) numbers.push_back(first + i);
  return numbers;
}

std::size_t replicates_together(const Scenario& scenario, int replicates) {
  const auto all = static_cast<std::size_t>(replicates);
  const std::size_t bytes =
      static_cast<std::size_t>(scenario.calendar.weeks_per_year) * scenario.district.schools.size() * sizeof(float);
  const std::size_t most = std::clamp<std::size_t>((fullest_chunk + bytes - 1) / bytes, 1, all);
  const std::size_t blocks = (all + most - 1) / most;
  return (all + blocks - 1) / blocks;
}

RunVariables define_run_variables(ResultFile& file, const std::vector<const Scenario*>& scenarios,
                                  ReplicateRange replicates, std::size_t together) {
  const Scenario& first = *scenarios.front();
  define_times(file, first.calendar);
  std::vector<std::string> names;
  for (const Scenario* scenario : scenarios) names.push_back(scenario->name);
  file.coordinate<std::string>({.name = "scenario", .long_name = "scenario"}, distinct(names, {}));
  RunVariables variables;
  variables.replicate = define_replicates(file, replicates);
  define_schools(file, first.district.schools);
  file.coordinate<std::string>({.name = "group", .long_name = "students by family income"}, {"low_income", "other"});
  file.coordinate<std::string>({.name = "subject", .long_name = "subject"}, {"reading", "mathematics"});
  define_kinds(file);
  file.coordinate<std::string>(
      {.name = "need_quarter",
       .long_name = "quarter of the schools of each grade span by share of low-income students at the start; halves "
                    "stand for two quarters where a span has fewer than 8 schools"},
      {need_quarter_names.begin(), need_quarter_names.end()});

  const auto weeks = static_cast<std::size_t>(first.calendar.weeks_per_year);
  const std::size_t schools = first.district.schools.size();
  variables.weekly = define_measures<float>(
      file, weekly_measures, "",
      {.dimensions = {"time", "scenario", "replicate", "school"}, .chunks = {weeks, 1, together, schools}});
  variables.district = define_measures<float>(
      file, weekly_measures, "district_",
      {.dimensions = {"time", "scenario", "replicate"}, .long_name = "district: ", .chunks = {weeks, 1, together}});
  variables.yearly = define_measures<double>(
      file, yearly_measures, "",
      {.dimensions = {"year", "scenario", "replicate", "school"}, .chunks = {1, 1, together, schools}});
  variables.groups =
      define_measures<double>(file, group_measures, "",
                              {.dimensions = {"year", "scenario", "replicate", "school", "group", "subject"},
                               .chunks = {1, 1, together, schools, 2, 2}});
  variables.district_year = define_measures<double>(
      file, district_yearly, "", {.dimensions = {"year", "scenario", "replicate"}, .chunks = {1, 1, together}});
  variables.need = define_measures<double>(file, need_measures, "",
                                           {.dimensions = {"year", "scenario", "replicate", "need_quarter"},
                                            .chunks = {1, 1, together, need_quarter_count}});
  define_support(file, together, schools, variables);
  define_ledger(file, scenarios, together, variables);
  const auto any = [&](const auto& recorded) { return std::any_of(scenarios.begin(), scenarios.end(), recorded); };
  if (any([](const Scenario* one) { return one->record.agents != AgentsRecorded::none; })) {
    variables.agents = define_agents(file);
  }
  if (any([](const Scenario* one) { return one->record.interactions != InteractionsRecorded::none; })) {
    variables.interactions = define_interactions(file);
  }
  return variables;
}

std::vector<std::string> fund_names(const std::vector<const Scenario*>& scenarios) {
  std::vector<std::string> names = {std::string(general_fund_name)};
  for (const Scenario* scenario : scenarios) {
    for (const Fund& fund : scenario->context.funds) {
      if (std::find(names.begin(), names.end(), fund.name) == names.end()) names.push_back(fund.name);
    }
  }
  return names;
}

std::vector<std::string> distinct(std::vector<std::string> texts, const std::vector<std::string>& marks) {
  const std::multiset<std::string> all(texts.begin(), texts.end());
  std::set<std::string> used;
  for (std::size_t row = 0; row < texts.size(); ++row) {
    if (row < marks.size() && all.count(texts[row]) > 1) texts[row] += " (" + marks[row] + ")";
    const std::string text = texts[row];
    for (int number = 2; !used.insert(texts[row]).second; ++number) texts[row] = fmt::format("{} ({})", text, number);
  }
  return texts;
}

std::string school_year_label(const std::string& start, int year) {
  const int first = std::stoi(start.substr(0, 4)) + year - 1;
  const bool crosses_new_year = std::stoi(start.substr(5, 2)) >= 7;
  return crosses_new_year ? fmt::format("{}-{:02}", first, (first + 1) % 100) : std::to_string(first);
}

}  // namespace districtsim
