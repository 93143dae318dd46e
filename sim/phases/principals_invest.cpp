#include "sim/phases/principals_invest.hpp"

#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/school_money.hpp"
#include "sim/rules/principal_choice.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

enum class Option : std::uint8_t { teacher, coach, manager };
constexpr std::array<Option, 3> options = {Option::teacher, Option::coach, Option::manager};

/// What so many hours a week of extended time cost for a year.
Cents extended_time_cost(double hours, int students, const Conditions& conditions) {
  return from_dollars(hours * students * conditions.scenario.calendar.weeks_per_year *
                      conditions.parameters.bought.extended_time_price);
}

/// One school's books while its principal decides.
struct SchoolBooks {
  std::size_t school = 0;
  Cents dollars = 0;                  ///< left apart from posts
  Cents usual = 0;                    ///< dollars apart from posts that the school needs
  Cents turned = 0;                   ///< value of posts that have changed form since the start
  Cents may_turn = 0;                 ///< most that may have
  std::array<double, 3> perceived{};  ///< factor by which the principal misjudges each option's return
};

int& posts_of(PostPlan& plan, Option option, std::size_t school) {
  if (option == Option::teacher) return plan.teachers[school];
  return option == Option::coach ? plan.coaches[school] : plan.managers[school];
}

/// Most posts of an option that a school can have.
int most_posts(Option option) {
  if (option == Option::teacher) return most_teachers;
  return option == Option::coach ? most_coaches : 1;
}

Cents price_of(const PostPrices& prices, Option option) {
  if (option == Option::teacher) return prices.teacher;
  return option == Option::coach ? prices.coach : prices.administrative_manager;
}

/// Perceived return of one more post, for a dollar. [SD per student and dollar]
double return_per_dollar(const Conditions& conditions, const District& district, const PostPlan& plan,
                         const SchoolBooks& books, Option option) {
  const Parameters& p = conditions.parameters;
  const std::size_t school = books.school;
  const double teachers = plan.teachers[school];
  double gain = 0.0;
  switch (option) {
    case Option::teacher:
      gain =
          return_of_teacher(district.schools.students[school] / std::max(1.0, teachers), teachers, p.cohort.class_size);
      break;
    case Option::coach:
      gain = return_of_coach(plan.coaches[school], conditions.scenario.support.coach_caseload, teachers,
                             p.principal_choice.coached_gain, p.teacher_effect.practice_to_achievement);
      break;
    case Option::manager:
      gain = plan.managers[school] == 0 ? p.principal_choice.manager_return : 0.0;
      break;
  }
  return gain * books.perceived[static_cast<std::size_t>(option)] /
         static_cast<double>(price_of(district.prices, option));
}

SchoolBooks open_books(const Conditions& conditions, const SchoolYear& year, const District& district,
                       const PostPlan& plan, std::size_t school) {
  const PrincipalChoiceParameters& p = conditions.parameters.principal_choice;
  const Ledger& ledger = district.ledger;
  SchoolBooks books;
  books.school = school;
  books.dollars = ledger.school_allocation[school] - planned_cost(prices_of(district, school), plan, school) -
                  programme_cost(conditions, district.schools, plan, school);
  books.usual = district.usual_dollars[school];
  books.turned =
      district.prices.teacher * std::max(0, district.schools.teachers_at_start[school] - plan.teachers[school]);
  books.may_turn = static_cast<Cents>(static_cast<double>(ledger.school_allocation[school]) *
                                      district.schools.discretion[school] * p.convertible);
  const double skill = district.principals.skill(school);
  const double error = std::max(0.0, p.perception_noise * (1.0 - p.perception_skill * skill));
  const auto luck =
      conditions.draws.normals(Purpose::principal_choice, {district.principals.key[school], 0}, year.start);
  for (std::size_t i = 0; i < options.size(); ++i) books.perceived[i] = exponential(error * luck[i]);
  return books;
}

/// A deficit of more than a teaching post, or than all dollars, closes posts: managers, then whatever seems to bring
/// least.
void close_deficit(const Conditions& conditions, const District& district, SchoolBooks& books, PostPlan& plan) {
  const std::size_t school = books.school;
  while (books.dollars < 0 || books.dollars < books.usual - district.prices.teacher) {
    Option cut = Option::teacher;
    if (plan.managers[school] > 0) {
      cut = Option::manager;
    } else if (plan.coaches[school] > 0 &&
               (plan.teachers[school] <= 1 ||
                return_per_dollar(conditions, district, plan, books, Option::coach) <
                    return_per_dollar(conditions, district, plan, books, Option::teacher))) {
      cut = Option::coach;
    }
    if (cut == Option::teacher && plan.teachers[school] <= 1) return;  // what is missing then is the reserve's
    --posts_of(plan, cut, school);
    books.dollars += price_of(district.prices, cut);
  }
}

Option best_option(const Conditions& conditions, const District& district, const PostPlan& plan,
                   const SchoolBooks& books) {
  Option best = Option::teacher;
  for (const Option option : options) {
    if (return_per_dollar(conditions, district, plan, books, option) >
        return_per_dollar(conditions, district, plan, books, best)) {
      best = option;
    }
  }
  return best;
}

/// Spends what is over, then turns teaching posts into what seems better.
void invest(const Conditions& conditions, const District& district, SchoolBooks& books, PostPlan& plan) {
  const PrincipalChoiceParameters& p = conditions.parameters.principal_choice;
  const std::size_t school = books.school;
  const auto fewest = static_cast<int>(p.smallest_staff * district.schools.teachers_at_start[school] + 1.0);
  for (int changed = 0; changed < static_cast<int>(p.posts_a_year); ++changed) {
    const Option best = best_option(conditions, district, plan, books);
    const Cents price = price_of(district.prices, best);
    if (posts_of(plan, best, school) >= most_posts(best)) return;
    if (books.dollars - books.usual >= price) {
      ++posts_of(plan, best, school);
      books.dollars -= price;
      continue;
    }
    const Cents more = price - district.prices.teacher;
    const bool allowed = best != Option::teacher && plan.teachers[school] > fewest &&
                         books.turned + district.prices.teacher <= books.may_turn && books.dollars >= more;
    if (!allowed) return;
    --plan.teachers[school];
    ++posts_of(plan, best, school);
    books.turned += district.prices.teacher;
    books.dollars -= more;
  }
}

}  // namespace

Cents planned_cost(const PostPrices& prices, const PostPlan& plan, std::size_t school) {
  return prices.principal + prices.teacher * plan.teachers[school] + prices.coach * plan.coaches[school] +
         prices.assistant_principal * plan.assistants[school] + prices.administrative_manager * plan.managers[school] +
         prices.intervention_teacher * plan.interventionists[school];
}

Cents programme_cost(const Conditions& conditions, const Schools& schools, const PostPlan& plan, std::size_t school) {
  return extended_time_cost(plan.extended_hours[school], schools.students[school], conditions);
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
