#pragma once

#include <algorithm>
#include <array>
#include <string>

#include "sim/scenario/school_posts.hpp"
#include "sim/scenario/select_schools.hpp"
#include "tests/support/small_world.hpp"

namespace districtsim {

/// A scenario drawn at random: sizes, frameworks, support, moves, revenue, switches. The same number, the same
/// scenario.
class RandomScenario {
 public:
  explicit RandomScenario(std::uint32_t number) : draws_(99, number) {}

  [[nodiscard]] Scenario draw(int most_schools) {
    const int schools = whole(1, most_schools);
    Scenario scenario = small_scenario(schools, schools * whole(8, 60));
    scenario.calendar.years = whole(3, 4);
    scenario.calendar.warm_up_years = whole(0, 2);
    scenario.calendar.weeks_per_year = whole(10, 40);
    scenario.calendar.assessment_interval = whole(2, 10);
    Framework& framework = scenario.framework;
    framework.discretion = real(0.0, 1.0);
    framework.low_income_weight = real(0.0, 3.0);
    framework.teachers_per_coach = real(6.0, 80.0);
    framework.schools_per_director = real(2.0, 40.0);
    framework.schools_per_operations_post = real(0.5, 10.0);
    framework.operations_routing =
        whole(0, 1) == 0 ? OperationsRouting::departments : OperationsRouting::case_management;
    scenario.support.coach_time_with_teachers = real(0.0, 1.0);
    scenario.support.coach_caseload = whole(0, 30);
    scenario.support.inquiry_hours = real(0.0, 3.0);
    scenario.support.inquiry_weeks = whole(0, 4);
    for (int events = whole(0, 2); events > 0; --events) {
      scenario.events.push_back({Event::Kind::revenue_change, whole(1, 4), real(-0.5, 0.5), {}, 0});
    }
    if (schools >= 4) {
      for (int moves = whole(0, 2); moves > 0; --moves) scenario.reallocations.push_back(move());
    }
    if (whole(0, 1) == 0) {
      scenario.parameters.politics.vote_base = 1.0;  // boards that take back often
      scenario.politics.shepherding = {real(0.0, 10.0), whole(1, 3), 2};
      scenario.politics.outreach = {real(0.0, 20.0), whole(1, 3), 2};
      scenario.framework.mandates.push_back(mandate());
    }
    for (std::size_t m = 0; m < mechanism_count; ++m) {
      if (whole(0, 5) == 0) scenario.mechanisms.turn(static_cast<Mechanism>(m), false);
    }
    return scenario;
  }

  /// A small district of few weeks, with money of every kind moved, given, tied, cut and required.
  [[nodiscard]] Scenario draw_money() {
    const int schools = whole(1, 8);
    Scenario scenario = small_scenario(schools, schools * whole(2, 40));
    scenario.calendar.years = whole(1, 4);
    scenario.calendar.warm_up_years = whole(0, 1);
    scenario.calendar.weeks_per_year = 6;
    scenario.calendar.assessment_interval = 3;
    scenario.calendar.network_interval = whole(1, 6);
    scenario.enrolment = whole(0, 1) == 0 ? Enrolment::steady : Enrolment::cohorts;
    for (SchoolProfile& school : scenario.district.schools) school.title_one = whole(0, 1) == 0;
    scenario.framework = framework();
    scenario.district.network_begin =
        director_caseloads(scenario.district.schools.size(), scenario.framework.schools_per_director);
    scenario.context.flexibility = some(1.0);
    scenario.context.price_year = whole(1990, 2025);
    scenario.politics.shepherding.hours = some(4.0);
    scenario.politics.outreach.hours = some(4.0);
    for (int funds = whole(0, 3); funds > 0; --funds) scenario.context.funds.push_back(fund(funds));
    for (int events = whole(0, 3); events > 0; --events) scenario.events.push_back(event());
    if (whole(0, 2) == 0) scenario.reallocations.push_back(small_move(scenario.district));
    if (whole(0, 1) == 0) {  // hardly anything beside schools
      scenario.parameters.prices.spending_per_student = real(500.0, 9000.0);
      scenario.parameters_set = {"prices.spending_per_student"};
    }
    if (whole(0, 4) == 0) {
      PartnerPlan partner;
      partner.hours = real(0.0, 4.0);
      scenario.support.partner = partner;
    }
    for (std::size_t m = 0; m < mechanism_count; ++m) {
      if (whole(0, 9) == 0) scenario.mechanisms.turn(static_cast<Mechanism>(m), false);
    }
    return scenario;
  }

 private:
  /// 0 in half of the cases.
  double some(double most) { return whole(0, 1) == 0 ? 0.0 : real(0.0, most); }
  SchoolSelector selector() {
    SchoolSelector chosen;
    chosen.need = static_cast<NeedSelection>(whole(0, 6));
    if (whole(0, 5) == 0) chosen.title_one = whole(0, 1) == 0;
    if (whole(0, 5) == 0) chosen.network = whole(1, 3);
    if (whole(0, 5) == 0) chosen.level = static_cast<SchoolLevel>(whole(0, 2));
    return chosen;
  }
  Framework framework() {
    Framework drawn;
    drawn.discretion = real(0.0, 1.0);
    drawn.low_income_weight = some(5.0);
    drawn.teachers_per_coach = real(5.0, 100.0);
    drawn.schools_per_director = real(1.0, 10.0);
    drawn.allocation = static_cast<Allocation>(whole(0, 1));
    drawn.hold_harmless = some(1.0);
    drawn.ring_fence = some(1.0);
    drawn.salaries = static_cast<Salaries>(whole(0, 1));
    drawn.support_market.market = whole(0, 3) == 0;
    drawn.support_market.price = some(200000.0);
    for (int mandates = whole(0, 2); mandates > 0; --mandates) drawn.mandates.push_back(mandate_of_some());
    if (whole(0, 3) == 0) {
      Incentive& incentive = drawn.incentives.emplace_back();
      incentive.kind = static_cast<Incentive::Kind>(whole(0, 1));
      incentive.dollars = real(100.0, 20000.0);
      if (whole(0, 1) == 0) incentive.schools = selector();
    }
    return drawn;
  }
  Mandate mandate() {
    Mandate drawn;
    drawn.what = static_cast<Mandated>(whole(0, 5));
    drawn.amount = whole(1, 2);
    drawn.year = whole(1, 3);
    drawn.groundwork_years = whole(0, 2);
    if (drawn.what == Mandated::coach_fte) drawn.role = LeaderRole::data_specialist;
    return drawn;
  }
  Mandate mandate_of_some() {
    Mandate drawn = mandate();
    if (whole(0, 1) == 0) drawn.schools = selector();
    return drawn;
  }
  Fund fund(int number) {
    Fund drawn;
    drawn.name = "Fund " + std::to_string(number);
    drawn.dollars = some(2e6);
    drawn.dollars_per_low_income_student = some(1500.0);
    if (whole(0, 1) == 0) drawn.schools = selector();
    for (int pays = whole(0, 3); pays > 0; --pays) {
      const auto what = static_cast<Purchase>(whole(0, 6));
      if (std::find(drawn.pays.begin(), drawn.pays.end(), what) == drawn.pays.end()) drawn.pays.push_back(what);
    }
    drawn.adds = whole(0, 2) > 0;
    drawn.first_year = drawn.adds ? whole(1, 3) : 1;
    drawn.years = whole(1, 4);
    if (!drawn.adds) {  // mostly for what schools have
      drawn.dollars *= 0.2;
      if (whole(0, 4) > 0) drawn.pays = {Purchase::teacher};
    }
    return drawn;
  }
  Event event() {
    Event drawn;
    drawn.kind = static_cast<Event::Kind>(whole(0, 6));
    drawn.year = whole(1, 4);
    drawn.share = real(-0.5, 0.5);
    drawn.fund = "Fund " + std::to_string(whole(1, 3));
    drawn.delay = whole(1, 3);
    return drawn;
  }
  /// Schools that exist, as a rule.
  SchoolSelector some_schools(const DistrictProfile& district) {
    SchoolSelector chosen = selector();
    if (whole(0, 9) == 0 || !matching_schools(district, chosen).empty()) return chosen;
    chosen = {};
    chosen.names = {
        district.schools[static_cast<std::size_t>(whole(0, static_cast<int>(district.schools.size()) - 1))].id};
    return chosen;
  }
  Reallocation small_move(const DistrictProfile& district) {
    Reallocation drawn = move();
    drawn.what = static_cast<Resource>(whole(0, 8));
    const bool dollars = drawn.what == Resource::dollars;
    drawn.amount = dollars ? whole(1, 50000) : drawn.what == Resource::dollars_percent ? real(0.01, 1.0) : whole(1, 2);
    drawn.years = whole(1, 3);
    drawn.from = some_schools(district);
    drawn.to = some_schools(district);
    return drawn;
  }
  double real(double low, double high) { return low + (high - low) * draws_.uniform(1U, {next_++, 0}, 0); }
  int whole(int low, int high) { return low + static_cast<int>(real(0.0, high - low + 1.0)); }
  Reallocation move() {
    Reallocation move;
    static constexpr std::array<Resource, 7> kinds = {
        Resource::coach_fte, Resource::teacher_fte,     Resource::assistant_principal_fte, Resource::early_grade_fte,
        Resource::dollars,   Resource::dollars_percent, Resource::principal_hours};
    move.what = kinds[static_cast<std::size_t>(whole(0, 6))];
    move.amount = move.what == Resource::dollars ? whole(1, 50000) : whole(1, 3);
    move.year = whole(1, 3);
    move.years = whole(1, 2);
    move.from.need = NeedSelection::lowest_half;
    move.to.need = NeedSelection::highest_half;
    move.place = "random.yaml:1:1";
    return move;
  }

  Draws draws_;
  std::uint32_t next_ = 0;
};

}  // namespace districtsim
