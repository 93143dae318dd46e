#include <fmt/format.h>

#include <algorithm>

#include "sim/core/failure.hpp"
#include "sim/district/providers.hpp"
#include "sim/district/school_money.hpp"
#include "sim/run/branch.hpp"

namespace districtsim {

namespace {

/// One pair of scenarios and what is wrong with it.
class BranchCheck {
 public:
  BranchCheck(const Scenario& baseline, const Scenario& alternative, const BranchPoint& branch)
      : baseline_(baseline), alternative_(alternative), branch_(branch) {
    check_common();
    check_funds();
    if (branch.week > 0) check_middle_of_year();
  }

  [[nodiscard]] const std::vector<std::string>& errors() const { return errors_; }

 private:
  void require(bool holds, const std::string& what) {
    if (holds) return;
    errors_.push_back(
        fmt::format("{} cannot branch off {} in year {}: {}", alternative_.name, baseline_.name, branch_.year, what));
  }

  void check_common() {
    require(baseline_.district.schools == alternative_.district.schools, "they have different schools");
    require(baseline_.calendar == alternative_.calendar, "`calendar` differs");
    require(baseline_.enrolment == alternative_.enrolment, "`district.enrolment` differs");
    require(
        baseline_.context.price_year == alternative_.context.price_year,
        fmt::format("context.price_year is {} and {}", baseline_.context.price_year, alternative_.context.price_year));
    require(baseline_.record.agents == alternative_.record.agents &&
                baseline_.record.interactions == alternative_.record.interactions,
            "`record` differs");
    require(has_market(baseline_) == has_market(alternative_),
            "directors are assigned in one and bought in the other (framework.support_market)");
  }

  void check_funds() {
    for (const Fund& fund : baseline_.context.funds) {
      require(fund_named(alternative_, fund.name) != nullptr,
              fmt::format("it lacks the fund {}; to end it, let it lapse (events: fund_lapse) or shorten its years",
                          fund.name));
    }
    for (const Fund& fund : alternative_.context.funds) {
      const Fund* before = fund_named(baseline_, fund.name);
      require(before == nullptr ? fund.adds : before->adds == fund.adds,
              fmt::format("the fund {} pays a part of what schools have at the start, in only one of them", fund.name));
    }
  }

  /// Money, prices and hours hold for a year: its checks at the end would count two kinds of both.
  void check_middle_of_year() {
    const std::string then = " differs; money is decided before a year, so branch off before its first week";
    require(baseline_.framework.support_market == alternative_.framework.support_market,
            "framework.support_market" + then);
    require(baseline_.context.flexibility == alternative_.context.flexibility, "context.flexibility" + then);
    for (const Fund& fund : alternative_.context.funds) {
      const Fund* before = fund_named(baseline_, fund.name);
      const bool was_paid = before != nullptr && fund_paid(baseline_, *before, branch_.year);
      const bool paid = fund_paid(alternative_, fund, branch_.year);
      require(was_paid == paid && (!paid || *before == fund), "the fund " + fund.name + then);
    }
    require(same_parameters(), "parameters differ; hours are counted by the year, so branch off before its first week");
  }

  [[nodiscard]] bool same_parameters() const {
    Parameters before = baseline_.parameters;
    Parameters after = alternative_.parameters;
    const std::vector<std::string_view> names = parameter_names();
    return baseline_.parameters_set == alternative_.parameters_set &&
           std::all_of(names.begin(), names.end(), [&](std::string_view name) {
             return *find_parameter(before, name) == *find_parameter(after, name);
           });
  }

  [[nodiscard]] static bool has_market(const Scenario& scenario) {
    return scenario.mechanisms.on(Mechanism::support_market) && scenario.framework.support_market.market;
  }

  [[nodiscard]] static const Fund* fund_named(const Scenario& scenario, const std::string& name) {
    const auto& funds = scenario.context.funds;
    const auto found = std::find_if(funds.begin(), funds.end(), [&](const Fund& fund) { return fund.name == name; });
    return found == funds.end() ? nullptr : &*found;
  }

  const Scenario& baseline_;
  const Scenario& alternative_;
  const BranchPoint& branch_;
  std::vector<std::string> errors_ = {};
};

}  // namespace

CalendarPoint point_of(const BranchPoint& branch, const CalendarPlan& calendar) {
  return {calendar.warm_up_years + branch.year - 1, branch.week};
}

void check_branch(const std::vector<const Scenario*>& scenarios, const BranchPoint& branch) {
  const CalendarPlan& calendar = scenarios.front()->calendar;
  std::string all;
  const auto add = [&all](const std::string& error) { all += (all.empty() ? "" : "\n") + error; };
  if (branch.year < 1 || branch.year > calendar.years || branch.week < 0 || branch.week >= calendar.weeks_per_year) {
    add(fmt::format("a branch at week {} of year {} is outside of the run: it has years 1 to {}, of {} weeks",
                    branch.week + 1, branch.year, calendar.years, calendar.weeks_per_year));
  }
  for (const Scenario* scenario : scenarios) {
    const BranchCheck check(*scenarios.front(), *scenario, branch);
    for (const std::string& error : check.errors()) add(error);
  }
  if (!all.empty()) throw Failure(ExitCode::invalid_scenario, all);
}

}  // namespace districtsim
