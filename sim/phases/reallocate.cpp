#include "sim/phases/reallocate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/apportion.hpp"
#include "sim/core/failure.hpp"
#include "sim/scenario/school_posts.hpp"
#include "sim/scenario/select_schools.hpp"

namespace districtsim {

namespace {

/// The posts a move changes, their price, how many a school must keep and can have, and what they are called.
struct PostKind {
  std::vector<int>* posts = nullptr;
  Cents price = 0;
  int kept = 0;
  int most = 0;
  const char* name = "";
};

std::vector<std::uint32_t> rows_of(const DistrictProfile& district, const SchoolSelector& selector) {
  const std::vector<std::size_t> rows = matching_schools(district, selector);
  return {rows.begin(), rows.end()};
}

PostKind kind_of(Resource what, PostPlan& plan, const PostPrices& prices) {
  switch (what) {
    case Resource::coach_fte:
      return {&plan.coaches, prices.coach, 0, most_coaches, "coach"};
    case Resource::teacher_fte:
      return {&plan.teachers, prices.teacher, 1, most_teachers, "teaching"};
    case Resource::assistant_principal_fte:
      return {&plan.assistants, prices.assistant_principal, 0, most_assistant_principals, "assistant principal"};
    case Resource::administrative_manager_fte:
      return {&plan.managers, prices.administrative_manager, 0, 1, "administrative manager"};
    case Resource::intervention_fte:
      return {&plan.interventionists, prices.intervention_teacher, 0, most_assistant_principals, "intervention teacher"};
    case Resource::early_grade_fte:
    case Resource::dollars:
    case Resource::dollars_percent:
    case Resource::principal_hours:
      break;
  }
  return {};
}

double per_teacher(const std::vector<int>& posts, const Schools& schools, std::uint32_t school) {
  return posts[school] / static_cast<double>(std::max(1, schools.teachers_at_start[school]));
}

/// The school that has most of a post for its teachers and can give one up; the plan's size if none can.
std::uint32_t richest(const PostKind& kind, const Schools& schools, const std::vector<std::uint32_t>& rows) {
  auto best = static_cast<std::uint32_t>(schools.size());
  for (const std::uint32_t row : rows) {
    if ((*kind.posts)[row] <= kind.kept) continue;
    if (best == schools.size() || per_teacher(*kind.posts, schools, row) > per_teacher(*kind.posts, schools, best)) {
      best = row;
    }
  }
  return best;
}

std::uint32_t poorest(const PostKind& kind, const Schools& schools, const std::vector<std::uint32_t>& rows) {
  std::uint32_t best = rows.front();
  for (const std::uint32_t row : rows) {
    if (per_teacher(*kind.posts, schools, row) < per_teacher(*kind.posts, schools, best)) best = row;
  }
  return best;
}

void move_posts(const Reallocation& move, const PostKind& kind, const std::vector<std::uint32_t>& from,
                const std::vector<std::uint32_t>& to, District& district) {
  const auto amount = static_cast<int>(move.amount + 0.5);
  for (int moved = 0; moved < amount; ++moved) {
    const std::uint32_t giver = richest(kind, district.schools, from);
    if (giver == district.schools.size()) {
      throw Failure(ExitCode::invalid_scenario,
                    fmt::format("{}: moves {} {} posts, but the giving schools can give up only {} in year {}",
                                move.place, amount, kind.name, moved, move.year));
    }
    const std::uint32_t taker = poorest(kind, district.schools, to);
    if ((*kind.posts)[taker] >= kind.most) {
      throw Failure(
          ExitCode::invalid_scenario,
          fmt::format("{}: moves {} {} posts, but a receiving school has {} already, the most a school can have",
                      move.place, amount, kind.name, kind.most));
    }
    --(*kind.posts)[giver];
    ++(*kind.posts)[taker];
    district.ledger.moved[giver] -= kind.price;
    district.ledger.moved[taker] += kind.price;
  }
}

std::vector<Cents> shares_of(Cents amount, const std::vector<std::uint32_t>& rows, const Schools& schools) {
  std::vector<double> weights;
  for (const std::uint32_t row : rows) weights.push_back(std::max(1, schools.students[row]));
  return apportion(weights, std::int64_t{amount});
}

void move_dollars(const Reallocation& move, const std::vector<std::uint32_t>& from,
                  const std::vector<std::uint32_t>& to, District& district) {
  const Cents amount = from_dollars(move.amount);
  Cents available = 0;
  for (const std::uint32_t row : from) available += district.ledger.school_dollars[row];
  if (amount > available) {
    throw Failure(ExitCode::invalid_scenario,
                  fmt::format("{}: moves {:.2f} dollars, but the giving schools have only {:.2f} that are not in posts",
                              move.place, move.amount, in_dollars(available)));
  }
  const std::vector<Cents> given = shares_of(amount, from, district.schools);
  const std::vector<Cents> taken = shares_of(amount, to, district.schools);
  for (std::size_t i = 0; i < from.size(); ++i) district.ledger.moved[from[i]] -= given[i];
  for (std::size_t i = 0; i < to.size(); ++i) district.ledger.moved[to[i]] += taken[i];
}

}  // namespace

void reallocate(const Conditions& conditions, const SchoolYear& year, PostPlan& plan, District& district) {
  if (!conditions.on(Mechanism::reallocations)) return;
  for (const Reallocation& move : conditions.scenario.reallocations) {
    if (move.year != year.number) continue;
    const auto from = rows_of(conditions.scenario.district, move.from);
    const auto to = rows_of(conditions.scenario.district, move.to);
    if (from.empty() || to.empty()) {
      throw Failure(ExitCode::invalid_scenario,
                    fmt::format("{}: no school fits `{}`", move.place, from.empty() ? "from" : "to"));
    }
    if (move.what == Resource::dollars) {
      move_dollars(move, from, to, district);
    } else {
      move_posts(move, kind_of(move.what, plan, district.prices), from, to, district);
    }
  }
}

}  // namespace districtsim
