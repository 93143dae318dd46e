#include "sim/district/school_money.hpp"
#include "sim/phases/principals_invest.hpp"
#include "sim/phases/school_books.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

Cents price_of(const Conditions& conditions, const District& district, std::size_t school, Spending spending) {
  const PostPrices prices = prices_of(district, school);
  switch (spending) {
    case Spending::coach:
      return prices.coach;
    case Spending::assistant_principal:
      return prices.assistant_principal;
    case Spending::manager:
      return prices.administrative_manager;
    case Spending::intervention_teacher:
      return prices.intervention_teacher;
    case Spending::extended_hour:
      return extended_time_cost(1.0, district.schools.students[school], conditions);
    case Spending::teacher:
    case Spending::early_grade_post:
      break;
  }
  return prices.teacher;
}

bool has_room(const Conditions& conditions, const PostPlan& plan, std::size_t school, Spending spending) {
  switch (spending) {
    case Spending::teacher:
    case Spending::early_grade_post:
      return plan.teachers[school] < most_teachers;
    case Spending::coach:
      return plan.coaches[school] < most_coaches;
    case Spending::assistant_principal:
      return plan.assistants[school] < most_assistant_principals;
    case Spending::manager:
      return plan.managers[school] < 1;
    case Spending::intervention_teacher:
      return plan.interventionists[school] < most_assistant_principals;
    case Spending::extended_hour:
      return plan.extended_hours[school] + 1.0 <= conditions.parameters.bought.longest_extended_time;
  }
  return false;
}

void add_one(PostPlan& plan, std::size_t school, Spending spending) {
  switch (spending) {
    case Spending::early_grade_post:
      ++plan.early[school];
      ++plan.teachers[school];
      return;
    case Spending::teacher:
      ++plan.teachers[school];
      return;
    case Spending::coach:
      ++plan.coaches[school];
      return;
    case Spending::assistant_principal:
      ++plan.assistants[school];
      return;
    case Spending::manager:
      ++plan.managers[school];
      return;
    case Spending::intervention_teacher:
      ++plan.interventionists[school];
      return;
    case Spending::extended_hour:
      plan.extended_hours[school] += 1.0;
      return;
  }
}

}  // namespace districtsim
