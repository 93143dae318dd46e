#include <algorithm>
#include <numeric>

#include "sim/phases/move_part.hpp"

namespace districtsim {

namespace {

/// Calls `visit(giver, taker, amount)` for what each giver hands to each taker, in order; both sides have one sum.
template <class Visit>
void pair_up(const MovePart& part, std::vector<std::int64_t> given, std::vector<std::int64_t> taken,
             const Visit& visit) {
  for (std::size_t i = 0, j = 0; i < given.size() && j < taken.size();) {
    const std::int64_t amount = std::min(given[i], taken[j]);
    if (amount > 0) visit(part.from[i], part.to[j], amount);
    given[i] -= amount;
    taken[j] -= amount;
    if (given[i] == 0) {
      ++i;
    } else {
      ++j;
    }
  }
}

std::vector<std::int64_t> shares_by_students(Cents amount, const std::vector<std::uint32_t>& rows,
                                             const Schools& schools) {
  std::vector<double> weights;
  for (const std::uint32_t row : rows) weights.push_back(std::max(1, schools.students[row]));
  return apportion(weights, std::int64_t{amount});
}

/// Dollars a year that an entry moves in total.
Cents total_dollars(const Reallocation& move, const Ledger& ledger) {
  if (move.what == Resource::dollars) return from_dollars(move.amount);
  const Cents all = total_of(ledger.school_at_start);
  return from_dollars(in_dollars(all) * move.amount / 100.0);
}

}  // namespace

void move_dollars(const MovePart& part, int year, District& district) {
  Ledger& ledger = district.ledger;
  const Cents amount = part.of(total_dollars(part.move, ledger));
  Cents available = 0;
  for (const std::uint32_t row : part.from) available += ledger.school_dollars[row];
  if (amount > available) {
    part.fail(
        fmt::format("moves {:.2f} dollars in year {}, but the giving schools have only {:.2f} that are not in "
                    "posts",
                    in_dollars(amount), year, in_dollars(available)));
  }
  pair_up(part, shares_by_students(amount, part.from, district.schools),
          shares_by_students(amount, part.to, district.schools),
          [&](std::uint32_t giver, std::uint32_t taker, Cents cents) {
            StandingMove record = part.record(giver, taker);
            record.cents = cents;
            ledger.moved[giver] -= cents;
            ledger.moved[taker] += cents;
            district.decisions.standing.push_back(record);
          });
}

void lend_hours(const MovePart& part, const Conditions& conditions, int year, District& district) {
  const double most = conditions.parameters.politics.lent_most * conditions.parameters.time_account.principal_week;
  const std::int64_t amount = part.of(in_minutes(part.move.amount));
  const auto equal = [&](const std::vector<std::uint32_t>& rows) {
    return apportion(std::vector<double>(rows.size(), 1.0), amount);
  };
  const std::vector<std::int64_t> given = equal(part.from);
  for (std::size_t i = 0; i < part.from.size(); ++i) {
    const double lent = in_hours(static_cast<double>(given[i] - district.schools.lent[part.from[i]]));
    if (lent <= most) continue;
    part.fail(
        fmt::format("moves {:.1f} hours a week of principals in year {}; a giving school's principal would be "
                    "away for {:.1f} hours, more than {:.1f}",
                    in_hours(static_cast<double>(amount)), year, lent, most));
  }
  pair_up(part, given, equal(part.to), [&](std::uint32_t giver, std::uint32_t taker, std::int64_t minutes) {
    StandingMove record = part.record(giver, taker);
    record.minutes = static_cast<Minutes>(minutes);
    district.schools.lent[giver] -= record.minutes;
    district.schools.lent[taker] += record.minutes;
    district.decisions.standing.push_back(record);
  });
}

}  // namespace districtsim
