#include <algorithm>

#include "sim/phases/principals_invest.hpp"
#include "sim/phases/school_books.hpp"

namespace districtsim {

namespace {

/// What of each kind a school keeps while it closes posts.
struct Floors {
  double hours = 0.0;
  int managers = 0;
  int interventionists = 0;
  int coaches = 0;
  int assistants = 0;
  int teachers = 1;
};

Floors required_of(const PostPlan& plan, std::size_t school) {
  return {plan.required_hours[school],   plan.required_managers[school],   plan.required_interventionists[school],
          plan.required_coaches[school], plan.required_assistants[school], std::max(1, plan.required_early[school])};
}

/// Among coaches, assistant principals and teachers that can be closed, those of whom the last is thought to bring
/// least for the price; extended_hour if there are none.
Spending least_of_posts(const Conditions& conditions, const District& district, const SchoolBooks& books,
                        const Floors& floors, PostPlan& plan) {
  const std::size_t school = books.school;
  Spending least = Spending::extended_hour;
  double brings = 0.0;
  const auto look = [&](Spending spending, int& posts, int floor) {
    if (posts <= floor) return;
    --posts;
    const double own = return_per_cent(conditions, district, plan, books, spending);
    ++posts;
    if (least != Spending::extended_hour && own >= brings) return;
    least = spending;
    brings = own;
  };
  look(Spending::teacher, plan.teachers[school], floors.teachers);
  look(Spending::coach, plan.coaches[school], floors.coaches);
  look(Spending::assistant_principal, plan.assistants[school], floors.assistants);
  return least;
}

/// Closes one thing; false if there is nothing left above the floors.
bool cut_one(const Conditions& conditions, const District& district, const Floors& floors, SchoolBooks& books,
             PostPlan& plan) {
  const std::size_t school = books.school;
  double& hours = plan.extended_hours[school];
  if (hours > floors.hours) {
    const Cents before = programme_cost(conditions, district.schools, plan, school);
    hours = std::max(floors.hours, hours - 1.0);
    books.dollars += before - programme_cost(conditions, district.schools, plan, school);
    return true;
  }
  Spending cut = Spending::extended_hour;
  int* posts = nullptr;
  if (plan.managers[school] > floors.managers) {
    cut = Spending::manager;
    posts = &plan.managers[school];
  } else if (plan.interventionists[school] > floors.interventionists) {
    cut = Spending::intervention_teacher;
    posts = &plan.interventionists[school];
  } else {
    cut = least_of_posts(conditions, district, books, floors, plan);
    if (cut == Spending::teacher) posts = &plan.teachers[school];
    if (cut == Spending::coach) posts = &plan.coaches[school];
    if (cut == Spending::assistant_principal) posts = &plan.assistants[school];
  }
  if (posts == nullptr) return false;
  --*posts;
  keep_early_among_teachers(plan, school);
  books.dollars += price_of(conditions, district, school, cut);
  return true;
}

}  // namespace

void close_deficit(const Conditions& conditions, const District& district, SchoolBooks& books, PostPlan& plan) {
  const Floors required = required_of(plan, books.school);
  // A deficit of more than a teaching post, or than all dollars.
  while (books.dollars < 0 || books.dollars < books.usual - district.prices.teacher) {
    if (!cut_one(conditions, district, required, books, plan)) break;
  }
  while (books.dollars < 0) {
    if (!cut_one(conditions, district, Floors{}, books, plan)) return;  // what is missing then is the reserve's
  }
}

}  // namespace districtsim
