#include "sim/phases/reallocate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/phases/move_part.hpp"
#include "sim/phases/post_kind.hpp"
#include "sim/phases/return_moves.hpp"
#include "sim/scenario/select_schools.hpp"

namespace districtsim {

namespace {

std::vector<std::uint32_t> rows_of(const DistrictProfile& district, const SchoolSelector& selector) {
  const std::vector<std::size_t> rows = matching_schools(district, selector);
  return {rows.begin(), rows.end()};
}

double per_teacher(const std::vector<int>& posts, const Schools& schools, std::uint32_t school) {
  return posts[school] / static_cast<double>(std::max(1, schools.teachers_at_start[school]));
}

/// The school that has most of a post for its teachers and can give one up; the plan's size if none can.
std::uint32_t richest(const PostKind& kind, const Schools& schools, const std::vector<std::uint32_t>& rows) {
  auto best = static_cast<std::uint32_t>(schools.size());
  for (const std::uint32_t row : rows) {
    if ((*kind.posts)[row] <= kind.kept) continue;
    if (best == schools.size() || per_teacher(*kind.ranked, schools, row) > per_teacher(*kind.ranked, schools, best)) {
      best = row;
    }
  }
  return best;
}

std::uint32_t poorest(const PostKind& kind, const Schools& schools, const std::vector<std::uint32_t>& rows) {
  std::uint32_t best = rows.front();
  for (const std::uint32_t row : rows) {
    if (per_teacher(*kind.ranked, schools, row) < per_teacher(*kind.ranked, schools, best)) best = row;
  }
  return best;
}

/// One post goes from one school to another, with its price.
void move_post(const MovePart& part, const PostKind& kind, std::uint32_t giver, std::uint32_t taker,
               District& district) {
  StandingMove record = part.record(giver, taker);
  record.posts = 1;
  record.cents = kind.price;
  --(*kind.posts)[giver];
  ++(*kind.posts)[taker];
  if (kind.early != nullptr) {
    record.early = (*kind.early)[giver] > 0;
    if (record.early) --(*kind.early)[giver];
    ++(*kind.early)[taker];
  }
  district.ledger.moved[giver] -= kind.price;
  district.ledger.moved[taker] += kind.price;
  district.decisions.standing.push_back(record);
}

void move_posts(const MovePart& part, int year, PostPlan& plan, District& district) {
  const PostKind kind = kind_of(part.move.what, plan, district.prices);
  const auto amount = static_cast<int>(part.of(static_cast<std::int64_t>(part.move.amount + 0.5)));
  for (int moved = 0; moved < amount; ++moved) {
    const std::uint32_t giver = richest(kind, district.schools, part.from);
    if (giver == district.schools.size()) {
      part.fail(fmt::format("moves {} {} posts in year {}, but the giving schools can give up only {}", amount,
                            kind.name, year, moved));
    }
    const std::uint32_t taker = poorest(kind, district.schools, part.to);
    if ((*kind.posts)[taker] >= kind.most) {
      part.fail(
          fmt::format("moves {} {} posts in year {}, but a receiving school has {} already, the most a school "
                      "can have",
                      amount, kind.name, year, kind.most));
    }
    move_post(part, kind, giver, taker, district);
    keep_early_among_teachers(plan, giver);
  }
}

/// Of the receiving schools, those with early grades.
void keep_early(const DistrictProfile& district, MovePart& part) {
  const auto late = [&](std::uint32_t row) { return !has_early_grades(district.schools[row]); };
  part.to.erase(std::remove_if(part.to.begin(), part.to.end(), late), part.to.end());
  if (part.to.empty()) part.fail("moves early-grade posts, but no receiving school has a grade up to 3");
}

void carry_out(const Conditions& conditions, int year, MovePart& part, PostPlan& plan, District& district) {
  if (part.from.empty() || part.to.empty()) {
    part.fail(fmt::format("no school fits `{}`", part.from.empty() ? "from" : "to"));
  }
  switch (part.move.what) {
    case Resource::dollars:
    case Resource::dollars_percent:
      return move_dollars(part, year, district);
    case Resource::principal_hours:
      return lend_hours(part, conditions, year, district);
    case Resource::early_grade_fte:
      keep_early(conditions.scenario.district, part);
      [[fallthrough]];
    default:
      return move_posts(part, year, plan, district);
  }
}

}  // namespace

void reallocate(const Conditions& conditions, const SchoolYear& year, PostPlan& plan, District& district) {
  if (!conditions.on(Mechanism::reallocations)) return;
  return_moves(plan, district);
  const auto& moves = conditions.scenario.reallocations;
  for (std::size_t entry = 0; entry < moves.size(); ++entry) {
    const int part = year.number - moves[entry].year;
    if (part < 0 || part >= moves[entry].years || district.decisions.abandoned[entry] != 0) continue;
    MovePart own{moves[entry], entry, part, rows_of(conditions.scenario.district, moves[entry].from),
                 rows_of(conditions.scenario.district, moves[entry].to)};
    carry_out(conditions, year.number, own, plan, district);
  }
}

}  // namespace districtsim
