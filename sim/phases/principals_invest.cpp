#include "sim/phases/principals_invest.hpp"

#include <algorithm>
#include <optional>

#include "sim/core/parallel.hpp"
#include "sim/district/providers.hpp"
#include "sim/district/school_money.hpp"
#include "sim/phases/initiative.hpp"
#include "sim/phases/school_books.hpp"
#include "sim/rules/principal_choice.hpp"

namespace districtsim {

namespace {

/// One thing more that a school buys: with dollars that are over, or for a teaching post that it gives up.
struct Choice {
  Spending what = Spending::teacher;
  bool turned = false;
};

/// Teaching posts below which a school turns none into something else.
int fewest_teachers(const Conditions& conditions, const District& district, const PostPlan& plan, std::size_t school) {
  const double kept = conditions.parameters.principal_choice.smallest_staff;
  const auto fewest = static_cast<int>(kept * district.schools.teachers_at_start[school] + 1.0);
  return std::max(fewest, plan.required_early[school]);
}

/// The best that the school can pay, by perceived return for a dollar; nothing where nothing is thought to help.
std::optional<Choice> best_purchase(const Conditions& conditions, const District& district, const PostPlan& plan,
                                    const SchoolBooks& books) {
  const std::size_t school = books.school;
  const bool posts_too = held_in(conditions, &Initiatives::staffing) != Initiative::district;
  const Cents teacher = prices_of(district, school).teacher;
  const double of_teacher = return_per_cent(conditions, district, plan, books, Spending::teacher);
  const bool can_turn = posts_too && plan.teachers[school] > fewest_teachers(conditions, district, plan, school) &&
                        books.turned + teacher <= books.may_turn;
  std::optional<Choice> best;
  double brings = 0.0;
  for (const Spending what : spendings) {
    if (!has_room(conditions, plan, school, what) || (!posts_too && what != Spending::extended_hour)) continue;
    const double own = return_per_cent(conditions, district, plan, books, what);
    if (own <= brings) continue;
    const Cents price = price_of(conditions, district, school, what);
    if (price <= 0) continue;  // nobody to spend it on
    const bool over = books.dollars - books.usual >= price;
    // What costs more than the post may take some of the usual dollars, not so much that posts had to close for it.
    const bool in_reach = books.dollars - (price - teacher) >= books.usual - teacher / 2;
    const bool turned = !over && can_turn && own > of_teacher && in_reach;
    if (!over && !turned) continue;
    best = Choice{what, turned};
    brings = own;
  }
  return best;
}

/// Spends what is over, and turns teaching posts into what seems better.
void invest(const Conditions& conditions, const District& district, SchoolBooks& books, PostPlan& plan) {
  const auto most = static_cast<int>(conditions.parameters.principal_choice.posts_a_year);
  for (int changed = 0; changed < most; ++changed) {
    const std::optional<Choice> best = best_purchase(conditions, district, plan, books);
    if (!best) return;
    if (best->turned) {
      --plan.teachers[books.school];
      keep_early_among_teachers(plan, books.school);
      const Cents teacher = prices_of(district, books.school).teacher;
      books.dollars += teacher;
      books.turned += teacher;
    }
    add_one(plan, books.school, best->what);
    books.dollars -= price_of(conditions, district, books.school, best->what);
  }
}

}  // namespace

Cents planned_cost(const PostPrices& prices, const PostPlan& plan, std::size_t school) {
  return prices.principal + prices.teacher * plan.teachers[school] + prices.coach * plan.coaches[school] +
         prices.assistant_principal * plan.assistants[school] + prices.administrative_manager * plan.managers[school] +
         prices.intervention_teacher * plan.interventionists[school];
}

Cents extended_time_cost(double hours, int students, const Conditions& conditions) {
  return from_dollars(hours * students * conditions.scenario.calendar.weeks_per_year *
                      conditions.parameters.bought.extended_time_price);
}

Cents programme_cost(const Conditions& conditions, const Schools& schools, const PostPlan& plan, std::size_t school) {
  return extended_time_cost(plan.extended_hours[school], schools.students[school], conditions) +
         provider_price(conditions, schools, school);
}

void principals_invest(const Conditions& conditions, const SchoolYear& year, const District& district, PostPlan& plan) {
  for_blocks(district.schools.size(), 64, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      SchoolBooks books = open_books(conditions, year, district, plan, school);
      close_deficit(conditions, district, books, plan);
      if (conditions.on(Mechanism::discretion)) invest(conditions, district, books, plan);
    }
  });
}

}  // namespace districtsim
