#include "sim/phases/fit_to_money.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "sim/core/contracts.hpp"
#include "sim/core/parallel.hpp"
#include "sim/district/providers.hpp"
#include "sim/phases/principals_invest.hpp"
#include "sim/phases/school_books.hpp"

namespace districtsim {

namespace {

constexpr std::size_t schools_of_a_block = 64;

/// Posts that a shortfall can close, in their order, and how many stay.
struct ClosedPosts {
  std::vector<int> PostPlan::*posts = nullptr;
  int fewest = 0;
};
constexpr std::array<ClosedPosts, 5> closed_posts = {{{&PostPlan::managers, 0},
                                                      {&PostPlan::interventionists, 0},
                                                      {&PostPlan::coaches, 0},
                                                      {&PostPlan::assistants, 0},
                                                      {&PostPlan::teachers, 1}}};

/// What a fund's purchase is for a school; nothing for materials, which are what is left.
std::optional<Spending> spending_on(Purchase purchase) {
  switch (purchase) {
    case Purchase::teacher:
      return Spending::teacher;
    case Purchase::coach:
      return Spending::coach;
    case Purchase::assistant_principal:
      return Spending::assistant_principal;
    case Purchase::administrative_manager:
      return Spending::manager;
    case Purchase::intervention_teacher:
      return Spending::intervention_teacher;
    case Purchase::extended_time:
      return Spending::extended_hour;
    case Purchase::materials:
      break;
  }
  return std::nullopt;
}

Cents paid_by(const SchoolSpending& spending, std::size_t fund, LedgerLine line) {
  return spending.paid[fund + 1][static_cast<std::size_t>(line)];
}

/// Whether money that a fund has this year would pay one more post, or quarter of an hour a week, that it may pay for;
/// opens it.
bool open_one(const Conditions& conditions, const District& district, std::size_t school, std::size_t fund,
              PostPlan& plan) {
  const Fund& given = conditions.scenario.context.funds[fund];
  const SchoolSpending spending = planned_spending(conditions, district, plan, school);
  const Cents idle =
      paid_by(spending, fund, LedgerLine::unspent_restricted) - district.ledger.fund_carried[fund][school];
  for (const Purchase purchase : given.pays) {
    const std::optional<Spending> what = spending_on(purchase);
    if (!what || !has_room(conditions, plan, school, *what)) continue;
    const Cents whole = price_of(conditions, district, school, *what);
    const bool hours = *what == Spending::extended_hour;  // in quarters, rounded up
    if (idle < (hours ? whole / 4 + 1 : whole) || whole < 4) continue;
    if (hours) {
      plan.extended_hours[school] += 0.25;
    } else {
      add_one(plan, school, *what);
    }
    return true;
  }
  return false;
}

/// Closes the first kind of which one less leaves less unpaid.
bool close_one(const Conditions& conditions, const District& district, std::size_t school, Cents missing,
               PostPlan& plan) {
  if (plan.extended_hours[school] > 0.0) {
    plan.extended_hours[school] = 0.0;
    return true;
  }
  for (const ClosedPosts& kind : closed_posts) {
    int& posts = (plan.*(kind.posts))[school];
    if (posts <= kind.fewest) continue;
    --posts;
    if (planned_spending(conditions, district, plan, school).missing < missing) {
      keep_early_among_teachers(plan, school);
      return true;
    }
    ++posts;
  }
  return false;
}

}  // namespace

SchoolSpending planned_spending(const Conditions& conditions, const District& district, const PostPlan& plan,
                                std::size_t school) {
  const SchoolPosts posts = {plan.teachers[school], plan.coaches[school], plan.assistants[school],
                             plan.managers[school], plan.interventionists[school]};
  const Cents provider = provider_price(conditions, district.schools, school);
  const Cents extended = extended_time_cost(plan.extended_hours[school], district.schools.students[school], conditions);
  return spend(conditions.scenario.context.funds, costs_of(prices_of(district, school), posts, extended, provider),
               school_pots(conditions, district.ledger, school));
}

void open_funded_posts(const Conditions& conditions, const District& district, PostPlan& plan) {
  const auto& funds = conditions.scenario.context.funds;
  if (funds.empty()) return;
  for_blocks(district.schools.size(), schools_of_a_block, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      for (std::size_t fund = 0; fund < funds.size(); ++fund) {
        while (open_one(conditions, district, school, fund, plan)) {
        }
      }
    }
  });
}

Cents tied_money(const Conditions& conditions, const District& district, const PostPlan& plan, std::size_t school) {
  const auto& funds = conditions.scenario.context.funds;
  if (funds.empty()) return 0;
  const SchoolSpending spending = planned_spending(conditions, district, plan, school);
  const SchoolPots pots = school_pots(conditions, district.ledger, school);
  Cents materials = 0;
  for (std::size_t fund = 0; fund < funds.size(); ++fund) {
    materials += std::min(pots.restricted[fund], paid_by(spending, fund, LedgerLine::materials));
  }
  return spending.total(LedgerLine::unspent_restricted) +
         std::max<Cents>(0, materials - district.usual_dollars[school]);
}

void close_unpaid(const Conditions& conditions, const District& district, PostPlan& plan) {
  for_blocks(district.schools.size(), schools_of_a_block, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      Cents missing = planned_spending(conditions, district, plan, school).missing;
      while (missing > 0 && close_one(conditions, district, school, missing, plan)) {
        missing = planned_spending(conditions, district, plan, school).missing;
      }
      promise(missing == 0, "every school can pay a principal and a teacher");
    }
  });
}

}  // namespace districtsim
