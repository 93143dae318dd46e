#pragma once

#include <array>

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
      scenario.events.push_back({Event::Kind::revenue_change, whole(1, 4), real(-0.5, 0.5)});
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

 private:
  double real(double low, double high) { return low + (high - low) * draws_.uniform(1U, {next_++, 0}, 0); }
  int whole(int low, int high) { return low + static_cast<int>(real(0.0, high - low + 1.0)); }
  Mandate mandate() {
    Mandate mandate;
    mandate.what = static_cast<Mandated>(whole(0, 5));
    mandate.amount = whole(1, 2);
    mandate.year = whole(1, 3);
    mandate.groundwork_years = whole(0, 2);
    if (mandate.what == Mandated::coach_fte) mandate.role = LeaderRole::data_specialist;
    return mandate;
  }
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
