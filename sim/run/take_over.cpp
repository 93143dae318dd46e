#include <algorithm>
#include <functional>

#include "sim/core/contracts.hpp"
#include "sim/rules/initiative.hpp"
#include "sim/run/branch.hpp"

namespace districtsim {

namespace {

/// For each entry of one list, its row in the other.
using EntryRows = std::vector<std::size_t>;
constexpr std::size_t no_entry = static_cast<std::size_t>(-1);

/// Row in `to` of each entry of `from`: the first that is alike and not taken yet.
template <class Entry>
EntryRows rows_in(const std::vector<Entry>& from, const std::vector<Entry>& to,
                  const std::function<bool(const Entry&, const Entry&)>& alike) {
  EntryRows rows(from.size(), no_entry);
  std::vector<bool> taken(to.size(), false);
  for (std::size_t entry = 0; entry < from.size(); ++entry) {
    for (std::size_t other = 0; other < to.size() && rows[entry] == no_entry; ++other) {
      if (taken[other] || !alike(from[entry], to[other])) continue;
      taken[other] = true;
      rows[entry] = other;
    }
  }
  return rows;
}

/// Moves that the alternative does not have stand on, under entries behind its own: the board can still take them back.
void take_over_moves(const Scenario& baseline, const Scenario& alternative, Decisions& decisions) {
  EntryRows rows = rows_in<Reallocation>(baseline.reallocations, alternative.reallocations, alike_moves);
  std::vector<std::uint8_t> abandoned(alternative.reallocations.size(), 0);
  for (std::size_t entry = 0; entry < rows.size(); ++entry) {
    if (rows[entry] == no_entry) {
      rows[entry] = abandoned.size();
      abandoned.push_back(0);
    }
    abandoned[rows[entry]] = decisions.abandoned[entry];
  }
  decisions.abandoned = std::move(abandoned);
  for (auto* moves : {&decisions.standing, &decisions.returning}) {
    for (StandingMove& move : *moves) move.entry = rows[move.entry];
  }
}

void take_over_mandates(const Scenario& baseline, const Scenario& alternative, std::size_t schools,
                        Decisions& decisions) {
  const auto& mandates = alternative.framework.mandates;
  const EntryRows rows = rows_in<Mandate>(baseline.framework.mandates, mandates, std::equal_to<>());
  const Decisions::NewRole nowhere{std::vector<int>(schools, 0), std::vector<std::uint8_t>(schools, 0)};
  std::vector<Decisions::NewRole> roles(mandates.size(), nowhere);
  for (std::size_t entry = 0; entry < rows.size(); ++entry) {
    if (rows[entry] != no_entry) roles[rows[entry]] = std::move(decisions.new_roles[entry]);
  }
  decisions.new_roles = std::move(roles);
}

EntryRows fund_rows(const Scenario& baseline, const Scenario& alternative) {
  return rows_in<Fund>(baseline.context.funds, alternative.context.funds,
                       [](const Fund& one, const Fund& other) { return one.name == other.name; });
}

void take_over_funds(const Scenario& baseline, const Scenario& alternative, Ledger& ledger) {
  const EntryRows rows = fund_rows(baseline, alternative);
  const std::vector<Cents> none(ledger.school_at_start.size(), 0);
  for (auto* money : {&ledger.fund_money, &ledger.fund_carried, &ledger.fund_unspent}) {
    std::vector<std::vector<Cents>> own(alternative.context.funds.size(), none);
    for (std::size_t fund = 0; fund < rows.size(); ++fund) own.at(rows[fund]) = std::move((*money)[fund]);
    *money = std::move(own);
  }
}

/// What the state took from a school or granted it follows the alternative's discretion, if the state still does so.
void take_over_discretion(const Scenario& baseline, const Scenario& alternative, std::vector<double>& discretion) {
  const double before = baseline.framework.discretion;
  const double after = alternative.framework.discretion;
  const StateConsequence held = alternative.context.state_consequence;
  const bool same_consequence = held == baseline.context.state_consequence;
  if (before == after && same_consequence) return;
  for (double& own : discretion) {
    if (own == before || !same_consequence) {
      own = after;
    } else {
      own = held == StateConsequence::takes_discretion ? discretion_taken(after) : discretion_granted(after);
    }
  }
}

}  // namespace

bool alike_moves(const Reallocation& one, const Reallocation& other) {
  return one.what == other.what && one.amount == other.amount && one.year == other.year && one.years == other.years &&
         one.from == other.from && one.to == other.to;
}

void take_over(const Scenario& baseline, const Scenario& alternative, District& district) {
  take_over_moves(baseline, alternative, district.decisions);
  take_over_mandates(baseline, alternative, district.schools.size(), district.decisions);
  take_over_funds(baseline, alternative, district.ledger);
  take_over_discretion(baseline, alternative, district.schools.discretion);
}

YearRecord as_record_of(const Scenario& baseline, const Scenario& alternative, YearRecord record) {
  const EntryRows rows = fund_rows(baseline, alternative);
  const std::size_t funds = alternative.context.funds.size() + 1;
  const auto rearranged = [&](const auto& values) {
    std::decay_t<decltype(values)> own(values.size() / record.funds * funds);
    for (std::size_t at = 0; at < values.size(); ++at) {
      const std::size_t fund = at % record.funds;
      own[at / record.funds * funds + (fund == 0 ? 0 : rows[fund - 1] + 1)] = values[at];
    }
    return own;
  };
  record.ledger_dollars = rearranged(record.ledger_dollars);
  record.ledger_posts = rearranged(record.ledger_posts);
  record.funds = funds;
  return record;
}

}  // namespace districtsim
