#include "sim/phases/school_books.hpp"

#include <algorithm>

#include "sim/district/purpose.hpp"
#include "sim/district/school_money.hpp"
#include "sim/phases/initiative.hpp"
#include "sim/phases/principals_invest.hpp"
#include "sim/phases/taught_cells.hpp"
#include "sim/rules/principal_choice.hpp"

namespace districtsim {

namespace {

/// What a principal misjudges, each spending by luck of its own.
void misjudge(const Conditions& conditions, const SchoolYear& year, const Principals& principals, SchoolBooks& books) {
  const PrincipalChoiceParameters& p = conditions.parameters.principal_choice;
  const double error = std::max(0.0, p.perception_noise * (1.0 - p.perception_skill * principals.skill(books.school)));
  for (std::size_t block = 0; block * 4 < spendings.size(); ++block) {
    const LuckKey key{principals.key[books.school], static_cast<std::uint32_t>(block)};
    const auto luck = conditions.draws.normals(Purpose::principal_choice, key, year.start);
    for (std::size_t i = 0; i < 4 && block * 4 + i < spendings.size(); ++i) {
      books.perceived[block * 4 + i] = exponential(error * luck[i]);
    }
  }
}

/// One more early post for the students of kindergarten to grade 3, as a mean over all students. [SD]
double early_post_gain(const Conditions& conditions, const District& district, const PostPlan& plan,
                       const SchoolBooks& books) {
  const double students = district.schools.students[books.school];
  if (books.early_students <= 0.0 || students <= 0.0) return 0.0;
  const double share = books.early_students / students;
  ClassPlan now;
  now.early = books.early_students;
  now.later = students - books.early_students;
  now.teachers = plan.teachers[books.school];
  now.early_posts = plan.early[books.school];
  ClassPlan more = now;
  more.teachers += 1.0;
  more.early_posts += 1.0;
  return conditions.parameters.cohort.class_size * share * (class_sizes(now).early - class_sizes(more).early);
}

ExpectedGain expected_gain(const Conditions& conditions, const District& district, const PostPlan& plan,
                           const SchoolBooks& books, Spending spending) {
  const Parameters& p = conditions.parameters;
  const PrincipalChoiceParameters& choice = p.principal_choice;
  const std::size_t school = books.school;
  const double teachers = plan.teachers[school];
  const double students = std::max(1, district.schools.students[school]);
  switch (spending) {
    case Spending::teacher:
      return {return_of_teacher(students / std::max(1.0, teachers), teachers, p.cohort.class_size), 1.0,
              p.bought.class_size_lasting};
    case Spending::coach:
      return {return_of_coach(plan.coaches[school], conditions.scenario.support.coach_caseload, teachers,
                              choice.coached_gain, p.teacher_effect.practice_to_achievement),
              choice.coach_first_year, p.cohort.persistence};
    case Spending::assistant_principal:
      return {choice.assistant_return / (1.0 + plan.assistants[school]), 1.0, 0.0};
    case Spending::manager:
      return {plan.managers[school] == 0 ? choice.manager_return : 0.0, 1.0, 0.0};
    case Spending::intervention_teacher: {
      const bool all = plan.interventionists[school] * p.bought.intervention_students >= students;
      return {all ? 0.0 : p.bought.intervention * std::min(1.0, p.bought.intervention_students / students), 1.0,
              p.bought.intervention_lasting};
    }
    case Spending::early_grade_post: {
      const double shown = 1.0 - choice.untested * conditions.scenario.context.accountability_pressure;
      const double gain = early_post_gain(conditions, district, plan, books);
      // Grades without a test show less now; what lasts shows later.
      return {gain, shown, p.bought.class_size_lasting};
    }
    case Spending::extended_hour:
      return {p.bought.extended_time, 1.0, p.bought.extended_time_lasting};
  }
  return {};
}

}  // namespace

SchoolBooks open_books(const Conditions& conditions, const SchoolYear& year, const District& district,
                       const PostPlan& plan, std::size_t school) {
  const PrincipalChoiceParameters& p = conditions.parameters.principal_choice;
  const bool own = held_in(conditions, &Initiatives::staffing) == Initiative::school;
  SchoolBooks books;
  books.school = school;
  books.dollars = district.ledger.school_allocation[school] - planned_cost(prices_of(district, school), plan, school) -
                  programme_cost(conditions, district.schools, plan, school);
  books.usual = district.usual_dollars[school];
  books.turned =
      district.prices.teacher * std::max(0, district.schools.teachers_at_start[school] - plan.teachers[school]);
  books.may_turn =
      static_cast<Cents>(static_cast<double>(district.ledger.school_allocation[school]) *
                         district.schools.discretion[school] * p.convertible * (own ? p.school_convertible : 1.0));
  books.years = looks_ahead(district.principals.skill(school), district.principals.tenure[school],
                            conditions.scenario.context.accountability_pressure, p);
  books.early_students = early_students(district.cells, school);
  misjudge(conditions, year, district.principals, books);
  return books;
}

double return_per_cent(const Conditions& conditions, const District& district, const PostPlan& plan,
                       const SchoolBooks& books, Spending spending) {
  const ExpectedGain gain = expected_gain(conditions, district, plan, books, spending);
  const auto price = static_cast<double>(std::max<Cents>(1, price_of(conditions, district, books.school, spending)));
  return mean_gain(gain, books.years, conditions.parameters.principal_choice) *
         books.perceived[static_cast<std::size_t>(spending)] / price;
}

}  // namespace districtsim
