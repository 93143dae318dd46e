#include "sim/phases/fit_to_money.hpp"

#include <algorithm>
#include <array>

#include "sim/core/contracts.hpp"
#include "sim/core/parallel.hpp"
#include "sim/phases/principals_invest.hpp"
#include "sim/phases/school_books.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

constexpr std::size_t schools_of_a_block = 64;

/// A kind of posts that a fund can open and a shortfall can close.
struct FundedPosts {
  Purchase purchase = Purchase::teacher;
  std::vector<int> PostPlan::*posts = nullptr;
  Cents PostPrices::*price = nullptr;
  int fewest = 0;
  int most = 0;
};
/// In the order in which they are closed.
constexpr std::array<FundedPosts, 5> funded_posts = {{
    {Purchase::administrative_manager, &PostPlan::managers, &PostPrices::administrative_manager, 0, 1},
    {Purchase::intervention_teacher, &PostPlan::interventionists, &PostPrices::intervention_teacher, 0,
     most_assistant_principals},
    {Purchase::coach, &PostPlan::coaches, &PostPrices::coach, 0, most_coaches},
    {Purchase::assistant_principal, &PostPlan::assistants, &PostPrices::assistant_principal, 0,
     most_assistant_principals},
    {Purchase::teacher, &PostPlan::teachers, &PostPrices::teacher, 1, most_teachers},
}};

const FundedPosts* posts_for(Purchase purchase) {
  for (const FundedPosts& kind : funded_posts) {
    if (kind.purchase == purchase) return &kind;
  }
  return nullptr;  // extended time and materials are no posts
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
  const PostPrices prices = prices_of(district, school);
  for (const Purchase purchase : given.pays) {
    if (purchase == Purchase::extended_time) {
      const Cents quarter = price_of(conditions, district, school, Spending::extended_hour) / 4 + 1;
      if (quarter <= 1 || idle < quarter || !has_room(conditions, plan, school, Spending::extended_hour)) continue;
      plan.extended_hours[school] += 0.25;
      return true;
    }
    const FundedPosts* const kind = posts_for(purchase);
    if (kind == nullptr || idle < prices.*(kind->price) || (plan.*(kind->posts))[school] >= kind->most) continue;
    ++(plan.*(kind->posts))[school];
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
  for (const FundedPosts& kind : funded_posts) {
    int& posts = (plan.*(kind.posts))[school];
    if (posts <= kind.fewest) continue;
    --posts;
    if (planned_spending(conditions, district, plan, school).missing < missing) {
      plan.early[school] = std::min(plan.early[school], plan.teachers[school]);
      return true;
    }
    ++posts;
  }
  return false;
}

}  // namespace

Cents provider_cost(const Conditions& conditions, const District& district, const PostPlan& plan, std::size_t school) {
  const Cents extended =
      from_dollars(plan.extended_hours[school] * district.schools.students[school] *
                   conditions.scenario.calendar.weeks_per_year * conditions.parameters.bought.extended_time_price);
  return std::max<Cents>(0, programme_cost(conditions, district.schools, plan, school) - extended);
}

SchoolSpending planned_spending(const Conditions& conditions, const District& district, const PostPlan& plan,
                                std::size_t school) {
  const SchoolPosts posts = {plan.teachers[school], plan.coaches[school], plan.assistants[school],
                             plan.managers[school], plan.interventionists[school]};
  const Cents provider = provider_cost(conditions, district, plan, school);
  const Cents extended = programme_cost(conditions, district.schools, plan, school) - provider;
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
