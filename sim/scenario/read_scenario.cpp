#include "sim/scenario/read_scenario.hpp"

#include <array>
#include <set>
#include <string>
#include <string_view>

#include "sim/core/contracts.hpp"
#include "sim/scenario/schema_check.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

template <class Choice, std::size_t count>
Choice chosen(const json& value, const std::array<std::string_view, count>& names) {
  const auto text = value.get<std::string>();
  for (std::size_t i = 0; i < count; ++i) {
    if (names[i] == text) return static_cast<Choice>(i);
  }
  throw ContractViolation("promise broken: the schema allows only known choices, not " + text);
}

CalendarPlan read_calendar(const json& value) {
  CalendarPlan calendar;
  value.at("years").get_to(calendar.years);
  value.at("warm_up_years").get_to(calendar.warm_up_years);
  value.at("weeks_per_year").get_to(calendar.weeks_per_year);
  value.at("assessment_interval").get_to(calendar.assessment_interval);
  value.at("network_interval").get_to(calendar.network_interval);
  value.at("start").get_to(calendar.start);
  return calendar;
}

Framework read_framework(const json& value) {
  static constexpr std::array<std::string_view, 2> routings = {"departments", "case_management"};
  Framework framework;
  value.at("discretion").get_to(framework.discretion);
  value.at("need_weights").at("low_income").get_to(framework.low_income_weight);
  value.at("teachers_per_coach").get_to(framework.teachers_per_coach);
  value.at("schools_per_director").get_to(framework.schools_per_director);
  framework.operations_routing = chosen<OperationsRouting>(value.at("operations_routing"), routings);
  value.at("schools_per_operations_post").get_to(framework.schools_per_operations_post);
  framework.teacher_leader_roles.clear();
  for (const json& role : value.at("teacher_leader_roles")) {
    framework.teacher_leader_roles.push_back(chosen<LeaderRole>(role, leader_role_names));
  }
  value.at("schools_per_cross_school_leader").get_to(framework.schools_per_cross_school_leader);
  value.at("schools_per_data_post").get_to(framework.schools_per_data_post);
  value.at("sponsorship").get_to(framework.sponsorship);
  return framework;
}

constexpr std::array<std::string_view, dimension_count> dimension_names = {"curriculum", "pedagogy", "evidence",
                                                                           "climate"};

PartnerPlan read_partner(const json& value) {
  PartnerPlan partner;
  value.at("hours").get_to(partner.hours);
  partner.dimension = chosen<Dimension>(value.at("dimension"), dimension_names);
  value.at("first_year").get_to(partner.first_year);
  value.at("years").get_to(partner.years);
  return partner;
}

SupportPlan read_support(const json& value) {
  SupportPlan support;
  value.at("coach_time_with_teachers").get_to(support.coach_time_with_teachers);
  value.at("coach_caseload").get_to(support.coach_caseload);
  value.at("director_time_with_principals").get_to(support.director_time_with_principals);
  value.at("inquiry_hours").get_to(support.inquiry_hours);
  value.at("inquiry_weeks").get_to(support.inquiry_weeks);
  value.at("open_with_evidence").get_to(support.open_with_evidence);
  value.at("teacher_leaders_evaluate").get_to(support.teacher_leaders_evaluate);
  value.at("teacher_leaders_share_room").get_to(support.teacher_leaders_share_room);
  value.at("teacher_leader_network_hours").get_to(support.teacher_leader_network_hours);
  value.at("leadership_team_interval").get_to(support.leadership_team_interval);
  value.at("professional_development_days").get_to(support.professional_development_days);
  value.at("mentoring_hours").get_to(support.mentoring_hours);
  value.at("released_hours").get_to(support.released_hours);
  value.at("differentiated_assistance").get_to(support.differentiated_assistance);
  value.at("director_support_hours").get_to(support.director_support_hours);
  value.at("leadership_feedback").get_to(support.leadership_feedback);
  if (value.contains("partner")) support.partner = read_partner(value.at("partner"));
  return support;
}

/// Weights that sum to 1; all alike when none is above 0.
Agenda read_agenda(const json& value) {
  static constexpr std::array<std::string_view, 2> steadiness = {"steady", "yearly"};
  enum class Steadiness : std::uint8_t { steady, yearly };
  Agenda agenda;
  double sum = 0.0;
  for (const std::string_view name : dimension_names) sum += value.at("focus").at(std::string(name)).get<double>();
  for (std::size_t d = 0; d < dimension_count && sum > 0.0; ++d) {
    agenda.focus[d] = value.at("focus").at(std::string(dimension_names[d])).get<double>() / sum;
  }
  agenda.changes_yearly = chosen<Steadiness>(value.at("steadiness"), steadiness) == Steadiness::yearly;
  std::set<std::string> pathways;
  for (const json& pathway : value.at("pathways")) pathways.insert(pathway.get<std::string>());
  agenda.pathways = static_cast<int>(pathways.size());
  return agenda;
}

StartingPoint read_start(const json& value) {
  StartingPoint start;
  const auto take = [&](const char* key, std::optional<double>& place) {
    if (value.contains(key)) place = value.at(key).get<double>();
  };
  take("expectations", start.expectations);
  take("ownership", start.ownership);
  take("efficacy", start.efficacy);
  take("trust", start.trust);
  take("principal_engagement", start.principal_engagement);
  take("cohesion", start.cohesion);
  take("data_routines", start.data_routines);
  take("accountability", start.accountability);
  take("system_learning", start.system_learning);
  return start;
}

SchoolSelector read_selector(const json& value) {
  static constexpr std::array<std::string_view, 7> needs = {
      "any", "lowest", "highest", "lowest_quarter", "highest_quarter", "lowest_half", "highest_half"};
  static constexpr std::array<std::string_view, 3> levels = {"elementary", "middle", "high"};
  SchoolSelector selector;
  if (value.contains("need")) selector.need = chosen<NeedSelection>(value.at("need"), needs);
  if (value.contains("level")) selector.level = chosen<SchoolLevel>(value.at("level"), levels);
  if (value.contains("title_one")) selector.title_one = value.at("title_one").get<bool>();
  if (value.contains("names")) value.at("names").get_to(selector.names);
  return selector;
}

Reallocation read_reallocation(const json& value) {
  static constexpr std::array<std::string_view, 4> resources = {"coach_fte", "teacher_fte", "assistant_principal_fte",
                                                                "dollars"};
  Reallocation entry;
  entry.what = chosen<Resource>(value.at("what"), resources);
  value.at("amount").get_to(entry.amount);
  value.at("year").get_to(entry.year);
  entry.from = read_selector(value.at("from"));
  entry.to = read_selector(value.at("to"));
  return entry;
}

std::vector<Reallocation> read_reallocations(const json& list, const Node& root) {
  std::vector<Reallocation> reallocations;
  for (std::size_t row = 0; row < list.size(); ++row) {
    reallocations.push_back(read_reallocation(list.at(row)));
    reallocations.back().place = place_at(root, {"reallocations", std::to_string(row)}).text();
  }
  return reallocations;
}

std::vector<Event> read_events(const json& list) {
  std::vector<Event> events;
  for (const json& value : list) {
    Event event;
    value.at("year").get_to(event.year);
    value.at("revenue_change").get_to(event.share);
    events.push_back(event);
  }
  return events;
}

MechanismSwitches read_mechanisms(const json& value) {
  MechanismSwitches switches;
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    switches.turn(static_cast<Mechanism>(i), value.at(std::string(mechanism_names[i])).get<bool>());
  }
  return switches;
}

void read_parameters(const json& value, Scenario& scenario) {
  scenario.parameters = default_parameters();
  for (const auto& [name, number] : value.items()) {
    double* parameter = find_parameter(scenario.parameters, name);
    promise(parameter != nullptr, "every record of a parameter has its place in the parameters");
    number.get_to(*parameter);
    scenario.parameters_set.push_back(name);
  }
}

RecordPlan read_record(const json& value) {
  static constexpr std::array<std::string_view, 3> rhythms = {"none", "yearly", "weekly"};
  RecordPlan record;
  record.agents = chosen<AgentsRecorded>(value.at("agents"), rhythms);
  static constexpr std::array<std::string_view, 3> interactions = {"none", "sample", "all"};
  record.interactions = chosen<InteractionsRecorded>(value.at("interactions"), interactions);
  value.at("compression").get_to(record.compression);
  return record;
}

void leave_base_name(json& map, const char* key) {
  if (!map.contains(key)) return;
  map[key] = std::filesystem::path(map.at(key).get<std::string>()).filename().string();
}

}  // namespace

Scenario scenario_without_district(const json& checked, const Node& root) {
  Scenario scenario;
  checked.at("name").get_to(scenario.name);
  checked.at("description").get_to(scenario.description);
  static constexpr std::array<std::string_view, 2> enrolments = {"steady", "cohorts"};
  scenario.enrolment = chosen<Enrolment>(checked.at("district").at("enrolment"), enrolments);
  scenario.calendar = read_calendar(checked.at("calendar"));
  scenario.framework = read_framework(checked.at("framework"));
  scenario.support = read_support(checked.at("support"));
  scenario.agenda = read_agenda(checked.at("agenda"));
  checked.at("context").at("accountability_pressure").get_to(scenario.context.accountability_pressure);
  scenario.start = read_start(checked.at("start"));
  scenario.reallocations = read_reallocations(checked.at("reallocations"), root);
  scenario.events = read_events(checked.at("events"));
  scenario.mechanisms = read_mechanisms(checked.at("mechanisms"));
  read_parameters(checked.at("parameters"), scenario);
  scenario.record = read_record(checked.at("record"));
  return scenario;
}

std::string resolved_text(json checked) {
  json& district = checked.at("district");
  if (district.contains("source")) leave_base_name(district["source"], "nces");
  leave_base_name(district, "file");
  leave_base_name(district, "schools");
  return checked.dump(2, ' ', false, json::error_handler_t::replace);  // a file's name may be no UTF-8
}

}  // namespace districtsim
