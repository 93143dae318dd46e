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

SchoolSelector read_selector(const json& value) {
  static constexpr std::array<std::string_view, 7> needs = {
      "any", "lowest", "highest", "lowest_quarter", "highest_quarter", "lowest_half", "highest_half"};
  static constexpr std::array<std::string_view, 3> levels = {"elementary", "middle", "high"};
  SchoolSelector selector;
  if (value.contains("need")) selector.need = chosen<NeedSelection>(value.at("need"), needs);
  if (value.contains("level")) selector.level = chosen<SchoolLevel>(value.at("level"), levels);
  if (value.contains("title_one")) selector.title_one = value.at("title_one").get<bool>();
  if (value.contains("network")) selector.network = value.at("network").get<int>();
  if (value.contains("names")) value.at("names").get_to(selector.names);
  return selector;
}

std::optional<SchoolSelector> schools_of(const json& value) {
  if (!value.contains("schools")) return std::nullopt;
  return read_selector(value.at("schools"));
}

Initiatives read_initiatives(const json& value) {
  static constexpr std::array<std::string_view, 3> holders = {"district", "shared", "school"};
  const auto of = [&](const char* domain) { return chosen<Initiative>(value.at(domain), holders); };
  return {of("assessment_and_accountability"), of("instructional_guidance"), of("data_practice"), of("staffing"),
          of("professional_learning")};
}

SupportMarket read_market(const json& value) {
  SupportMarket market;
  market.market = value.at("providers") == "market";
  value.at("capacity").get_to(market.capacity);
  value.at("price").get_to(market.price);
  return market;
}

Mandate read_mandate(const json& value) {
  static constexpr std::array<std::string_view, 6> kinds = {
      "coach_fte",        "assistant_principal_fte", "administrative_manager_fte",
      "intervention_fte", "early_grade_fte",         "extended_hours"};
  Mandate mandate;
  mandate.what = chosen<Mandated>(value.at("what"), kinds);
  value.at("amount").get_to(mandate.amount);
  if (value.contains("students_per_post")) value.at("students_per_post").get_to(mandate.students_per_post);
  if (value.contains("role")) mandate.role = chosen<LeaderRole>(value.at("role"), leader_role_names);
  mandate.schools = schools_of(value);
  value.at("year").get_to(mandate.year);
  value.at("groundwork_years").get_to(mandate.groundwork_years);
  return mandate;
}

Incentive read_incentive(const json& value) {
  static constexpr std::array<std::string_view, 2> kinds = {"retention", "transfer"};
  Incentive incentive;
  incentive.kind = chosen<Incentive::Kind>(value.at("what"), kinds);
  value.at("dollars").get_to(incentive.dollars);
  incentive.schools = schools_of(value);
  value.at("first_year").get_to(incentive.first_year);
  value.at("years").get_to(incentive.years);
  return incentive;
}

/// What a framework says about money, posts and people, apart from the ratios of support.
void read_investments(const json& value, Framework& framework) {
  static constexpr std::array<std::string_view, 2> allocations = {"staffing_ratios", "student_dollars"};
  static constexpr std::array<std::string_view, 2> salaries = {"average", "actual"};
  framework.allocation = chosen<Allocation>(value.at("allocation"), allocations);
  value.at("hold_harmless").get_to(framework.hold_harmless);
  value.at("ring_fence").get_to(framework.ring_fence);
  framework.salaries = chosen<Salaries>(value.at("salaries"), salaries);
  framework.initiative = read_initiatives(value.at("initiative"));
  framework.support_market = read_market(value.at("support_market"));
  const json& fresh = value.at("new_dollars");
  fresh.at("pay").get_to(framework.new_dollars.pay);
  fresh.at("class_size").get_to(framework.new_dollars.class_size);
  fresh.at("coaches").get_to(framework.new_dollars.coaches);
  fresh.at("programmes").get_to(framework.new_dollars.programmes);
  fresh.at("reserve").get_to(framework.new_dollars.reserve);
  for (const json& mandate : value.at("mandates")) framework.mandates.push_back(read_mandate(mandate));
  for (const json& incentive : value.at("incentives")) framework.incentives.push_back(read_incentive(incentive));
  value.at("grow_your_own").get_to(framework.grow_your_own);
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
  read_investments(value, framework);
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

PublicWork read_public_work(const json& value) {
  PublicWork work;
  value.at("hours").get_to(work.hours);
  value.at("first_year").get_to(work.first_year);
  value.at("years").get_to(work.years);
  return work;
}

Politics read_politics(const json& value) {
  Politics politics;
  politics.shepherding = read_public_work(value.at("shepherding"));
  politics.outreach = read_public_work(value.at("outreach"));
  politics.board_votes = value.at("board_votes").get<bool>();
  return politics;
}

Fund read_fund(const json& value) {
  static constexpr std::array<std::string_view, 7> purchases = {
      "teacher",       "coach",    "assistant_principal", "administrative_manager", "intervention_teacher",
      "extended_time", "materials"};
  Fund fund;
  value.at("name").get_to(fund.name);
  if (value.contains("dollars")) value.at("dollars").get_to(fund.dollars);
  if (value.contains("dollars_per_low_income_student")) {
    value.at("dollars_per_low_income_student").get_to(fund.dollars_per_low_income_student);
  }
  fund.schools = schools_of(value);
  if (value.contains("pays")) {
    for (const json& what : value.at("pays")) fund.pays.push_back(chosen<Purchase>(what, purchases));
  }
  value.at("first_year").get_to(fund.first_year);
  value.at("years").get_to(fund.years);
  fund.adds = value.at("adds").get<bool>();
  return fund;
}

Context read_context(const json& value) {
  static constexpr std::array<std::string_view, 3> consequences = {"none", "takes_discretion", "grants_discretion"};
  Context context;
  value.at("accountability_pressure").get_to(context.accountability_pressure);
  value.at("community_support").get_to(context.community_support);
  value.at("voice").get_to(context.voice);
  value.at("union_strength").get_to(context.union_strength);
  value.at("flexibility").get_to(context.flexibility);
  value.at("price_year").get_to(context.price_year);
  value.at("labor_market").at("pay").get_to(context.pay);
  value.at("labor_market").at("applicants").get_to(context.applicants);
  value.at("state_target").get_to(context.state_target);
  context.state_consequence = chosen<StateConsequence>(value.at("state_consequence"), consequences);
  value.at("comparability").at("ratio_at_most").get_to(context.comparability_ratio);
  value.at("comparability").at("dollars_at_least").get_to(context.comparability_dollars);
  value.at("contract").at("new_roles_year").get_to(context.new_roles_year);
  value.at("contract").at("tenure_years").get_to(context.tenure_years);
  for (const json& fund : value.at("funds")) context.funds.push_back(read_fund(fund));
  return context;
}

Reallocation read_reallocation(const json& value) {
  static constexpr std::array<std::string_view, 9> resources = {"coach_fte",
                                                                "teacher_fte",
                                                                "assistant_principal_fte",
                                                                "administrative_manager_fte",
                                                                "intervention_fte",
                                                                "early_grade_fte",
                                                                "dollars",
                                                                "dollars_percent",
                                                                "principal_hours"};
  Reallocation entry;
  entry.what = chosen<Resource>(value.at("what"), resources);
  value.at("amount").get_to(entry.amount);
  value.at("year").get_to(entry.year);
  value.at("years").get_to(entry.years);
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

/// Whose exit an event is.
Event::Kind exit_kind(const json& who) {
  if (who == "superintendent") return Event::Kind::superintendent_exit;
  return who == "principals" ? Event::Kind::principals_exit : Event::Kind::directors_exit;
}

Event read_event(const json& value) {
  Event event;
  value.at("year").get_to(event.year);
  if (value.contains("revenue_change")) {
    value.at("revenue_change").get_to(event.share);
  } else if (value.contains("enrolment_change")) {
    event.kind = Event::Kind::enrolment_change;
    value.at("enrolment_change").get_to(event.share);
  } else if (value.contains("fund_lapse")) {
    event.kind = Event::Kind::fund_lapse;
    value.at("fund_lapse").get_to(event.fund);
  } else if (value.contains("leader_exit")) {
    event.kind = exit_kind(value.at("leader_exit"));
  } else {
    event.kind = Event::Kind::contract_delay;
    value.at("contract_delay").get_to(event.delay);
  }
  return event;
}

std::vector<Event> read_events(const json& list) {
  std::vector<Event> events;
  for (const json& value : list) events.push_back(read_event(value));
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
  scenario.politics = read_politics(checked.at("politics"));
  scenario.context = read_context(checked.at("context"));
  for (const json& mandate : checked.at("context").at("mandates")) {
    scenario.framework.mandates.push_back(read_mandate(mandate));
    scenario.framework.mandates.back().of_state = true;
  }
  scenario.start = read_start(checked.at("start"));
  scenario.reallocations = read_reallocations(checked.at("reallocations"), root);
  scenario.events = read_events(checked.at("events"));
  scenario.mechanisms = read_mechanisms(checked.at("mechanisms"));
  read_parameters(checked.at("parameters"), scenario);
  scenario.record = read_record(checked.at("record"));
  return scenario;
}

json resolved_json(json checked) {
  json& district = checked.at("district");
  if (district.contains("source")) leave_base_name(district["source"], "nces");
  leave_base_name(district, "file");
  leave_base_name(district, "schools");
  return checked;
}

std::string resolved_text(const json& checked) { return canonical_text(resolved_json(checked)); }

std::string canonical_text(const json& resolved) {
  return resolved.dump(2, ' ', false, json::error_handler_t::replace);  // a file's name may be no UTF-8
}

}  // namespace districtsim
