#include "analysis/moved_posts.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

#include "sim/scenario/select_schools.hpp"

namespace districtsim {

namespace {

constexpr double half_a_post = 0.5;

std::vector<float> column_of(const YearRecord& record, Yearly measure) {
  const double* values = record.yearly_of(measure);
  std::vector<float> column;
  column.reserve(record.schools);
  for (std::size_t school = 0; school < record.schools; ++school) column.push_back(static_cast<float>(values[school]));
  return column;
}

bool same_choice(const SchoolSelector& a, const SchoolSelector& b) {
  return a.need == b.need && a.level == b.level && a.title_one == b.title_one && a.names == b.names;
}

bool same_move(const Reallocation& a, const Reallocation& b) {
  return a.what == b.what && a.amount == b.amount && a.year == b.year && same_choice(a.from, b.from) &&
         same_choice(a.to, b.to);
}

std::vector<Reallocation> active_moves(const Scenario& scenario) {
  std::vector<Reallocation> moves;
  if (!scenario.mechanisms.on(Mechanism::reallocations)) return moves;
  std::copy_if(scenario.reallocations.begin(), scenario.reallocations.end(), std::back_inserter(moves),
               [](const Reallocation& move) { return move.what == Resource::coach_fte; });
  return moves;
}

/// Adds moves of one scenario that the other does not make.
void add_own(const Scenario& scenario, const Scenario& other, double sign, std::vector<CoachMove>& moves) {
  const std::vector<Reallocation> others = active_moves(other);
  for (const Reallocation& move : active_moves(scenario)) {
    const bool shared =
        std::any_of(others.begin(), others.end(), [&](const Reallocation& theirs) { return same_move(move, theirs); });
    if (shared) continue;
    moves.push_back({move.year, matching_schools(scenario.district, move.from),
                     matching_schools(scenario.district, move.to), sign});
  }
}

}  // namespace

SchoolCoaching coaching_of(const YearRecord& record) {
  return {column_of(record, Yearly::teachers), column_of(record, Yearly::coaches),
          column_of(record, Yearly::year_coach_hours)};
}

std::vector<CoachMove> differing_moves(const Scenario& baseline, const Scenario& alternative) {
  std::vector<CoachMove> moves;
  add_own(alternative, baseline, 1.0, moves);
  add_own(baseline, alternative, -1.0, moves);
  return moves;
}

MovedPosts moved_posts(const std::vector<CoachMove>& moves, int years, const PostsChange& posts_change) {
  std::set<std::size_t> giving;
  std::set<std::size_t> receiving;
  for (const CoachMove& move : moves) {
    if (move.year > years) continue;
    for (const std::size_t row : move.from) {
      if (move.sign * posts_change(move.year, row) <= -half_a_post) giving.insert(row);
    }
    for (const std::size_t row : move.to) {
      if (move.sign * posts_change(move.year, row) >= half_a_post) receiving.insert(row);
    }
  }
  return {{giving.begin(), giving.end()}, {receiving.begin(), receiving.end()}};
}

double hours_per_teacher(const SchoolCoaching& coaching, std::span<const std::size_t> schools) {
  double hours = 0.0;
  double teachers = 0.0;
  for (const std::size_t row : schools) {
    hours += static_cast<double>(coaching.hours[row]);
    teachers += static_cast<double>(coaching.teachers[row]);
  }
  return teachers > 0.0 ? hours / teachers : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace districtsim
