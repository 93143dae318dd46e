#include <algorithm>
#include <numeric>

#include "sim/district/mean_by_students.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/post_kind.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

/// Dollars a year that a school has more (+) or less (-) by rules for need, apart from what was moved.
Cents by_formula(const Ledger& ledger, std::size_t school) {
  return ledger.school_allocation[school] - ledger.moved[school] - ledger.school_without[school];
}

/// Whether some school notices what it loses by rules for need.
bool formula_noticed(const Conditions& conditions, const District& district) {
  const Ledger& ledger = district.ledger;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    const double least =
        conditions.parameters.politics.unnoticed_loss * static_cast<double>(ledger.school_without[school]);
    if (static_cast<double>(-by_formula(ledger, school)) > least) return true;
  }
  return false;
}

/// Rows of the standing moves of posts, those of the loudest schools first.
std::vector<std::size_t> posts_by_loudness(const District& district) {
  const std::vector<StandingMove>& standing = district.decisions.standing;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < standing.size(); ++row) {
    if (standing[row].posts > 0) rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    return district.schools.push_back[standing[a].from] > district.schools.push_back[standing[b].from];
  });
  return rows;
}

/// A share of the moved posts goes back, rounded to whole posts, at least one.
void take_posts_back(double share, District& district) {
  Decisions& decisions = district.decisions;
  std::vector<std::size_t> rows = posts_by_loudness(district);
  if (rows.empty()) return;
  const auto count = std::max(std::size_t{1}, static_cast<std::size_t>(share * static_cast<double>(rows.size()) + 0.5));
  rows.resize(std::min(rows.size(), count));
  PostPlan plan = posts_now(district.schools);
  for (const std::size_t row : rows) {
    StandingMove& move = decisions.standing[row];
    const PostKind kind = kind_of(move.what, plan, district.prices);
    StandingMove back = move;
    back.posts = (*kind.posts)[move.to] > kind.kept ? 1 : 0;  // the money goes back anyway
    (*kind.posts)[move.to] -= back.posts;
    decisions.rolled_back_posts += back.posts;
    decisions.returning.push_back(back);
    move.posts = 0;
    move.cents = 0;
  }
}

/// The same share of moved dollars and hours.
void take_parts_back(double share, Decisions& decisions) {
  for (StandingMove& move : decisions.standing) {
    if (move.posts > 0) continue;
    StandingMove back = move;
    back.cents = static_cast<Cents>(share * static_cast<double>(move.cents));
    back.minutes = static_cast<Minutes>(share * static_cast<double>(move.minutes));
    if (back.cents == 0 && back.minutes == 0) continue;
    move.cents -= back.cents;
    move.minutes -= back.minutes;
    decisions.rolled_back_cents += back.cents;
    decisions.returning.push_back(back);
  }
}

void take_formula_back(double share, District& district) {
  const Ledger& ledger = district.ledger;
  Cents gained = 0;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    gained += std::max(Cents{0}, by_formula(ledger, school));
  }
  district.decisions.rolled_back_cents += static_cast<Cents>(share * static_cast<double>(gained));
  district.central.formula_kept *= 1.0 - share;
}

void roll_back(const Conditions& conditions, double share, int year, District& district) {
  Decisions& decisions = district.decisions;
  decisions.rolled_back = share;
  if (decisions.first_roll_back == 0) decisions.first_roll_back = year;
  for (const StandingMove& move : decisions.standing) decisions.abandoned[move.entry] = 1;
  take_parts_back(share, decisions);
  take_posts_back(share, district);
  if (formula_noticed(conditions, district)) take_formula_back(share, district);
  const auto empty = [](const StandingMove& move) { return move.posts == 0 && move.cents == 0 && move.minutes == 0; };
  decisions.standing.erase(std::remove_if(decisions.standing.begin(), decisions.standing.end(), empty),
                           decisions.standing.end());
}

}  // namespace

void vote(const Conditions& conditions, const SchoolYear& year, District& district) {
  Decisions& decisions = district.decisions;
  decisions.rolled_back = 0.0;
  decisions.rolled_back_cents = 0;
  decisions.rolled_back_posts = 0;
  if (year.number < 1 || !conditions.on(Mechanism::board_votes) || !conditions.scenario.politics.board_votes) return;
  if (decisions.standing.empty() && !formula_noticed(conditions, district)) return;  // nothing is contested
  const PoliticsParameters& p = conditions.parameters.politics;
  const Schools& schools = district.schools;
  const double pushed = mean_by_students(schools.push_back, schools);
  const double chance =
      roll_back_chance(pushed, district.central.political_capital, mean_by_students(schools.community, schools), p);
  if (!conditions.draws.happens(chance, Purpose::board_vote, {schools.key[0], 0}, year.summer)) return;
  roll_back(conditions, rolled_back_share(pushed, p), year.number, district);
}

}  // namespace districtsim
