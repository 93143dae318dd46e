#include "analysis/state_difference.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/core/sha256.hpp"

namespace districtsim {

namespace {

constexpr std::size_t no_row = static_cast<std::size_t>(-1);

bool same_value(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

std::vector<std::size_t> rows_by_key(const EntityTable& table) {
  std::vector<std::size_t> rows(table.key.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return table.key[a] < table.key[b]; });
  return rows;
}

/// Row in `other` of everybody in `table`, or no_row.
std::vector<std::size_t> partners(const EntityTable& table, const EntityTable& other) {
  const std::vector<std::size_t> own = rows_by_key(table);
  const std::vector<std::size_t> theirs = rows_by_key(other);
  std::vector<std::size_t> found(own.size(), no_row);
  auto next = theirs.begin();
  for (const std::size_t row : own) {
    while (next != theirs.end() && other.key[*next] < table.key[row]) ++next;
    if (next != theirs.end() && other.key[*next] == table.key[row]) found[row] = *next++;
  }
  return found;
}

/// Columns of two tables side by side; null where one lacks it.
struct ColumnPair {
  StateColumn column;
  const std::vector<double>* first = nullptr;
  const std::vector<double>* second = nullptr;
};

const std::vector<double>* column_named(const EntityTable& table, const std::string& name, std::size_t guess) {
  if (guess < table.columns.size() && table.columns[guess].name == name) return &table.values[guess];
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    if (table.columns[at].name == name) return &table.values[at];
  }
  return nullptr;
}

std::vector<ColumnPair> column_pairs(const EntityTable& first, const EntityTable& second) {
  std::vector<ColumnPair> pairs;
  for (std::size_t at = 0; at < first.columns.size(); ++at) {
    const StateColumn& column = first.columns[at];
    pairs.push_back({column, &first.values[at], column_named(second, column.name, at)});
  }
  for (std::size_t at = 0; at < second.columns.size(); ++at) {
    const StateColumn& column = second.columns[at];
    if (column_named(first, column.name, at) == nullptr) pairs.push_back({column, nullptr, &second.values[at]});
  }
  return pairs;
}

double value_in(const std::vector<double>* values, std::size_t row) { return values == nullptr ? 0.0 : (*values)[row]; }

bool differ(const std::vector<ColumnPair>& pairs, std::size_t first, std::size_t second) {
  return std::any_of(pairs.begin(), pairs.end(), [&](const ColumnPair& pair) {
    return !same_value(value_in(pair.first, first), value_in(pair.second, second));
  });
}

/// Calls `visit(row in first, row in second)` for everybody who differs, and counts everybody.
std::size_t each_difference(const EntityTable& first, const EntityTable& second, const std::vector<ColumnPair>& pairs,
                            const std::function<void(std::size_t, std::size_t)>& visit) {
  const std::vector<std::size_t> found = partners(first, second);
  std::vector<bool> met(second.key.size(), false);
  for (std::size_t row = 0; row < found.size(); ++row) {
    if (found[row] != no_row) met[found[row]] = true;
    if (found[row] == no_row || differ(pairs, row, found[row])) visit(row, found[row]);
  }
  std::size_t all = found.size();
  for (std::size_t row = 0; row < met.size(); ++row) {
    if (met[row]) continue;
    ++all;
    visit(no_row, row);
  }
  return all;
}

void feed_text(Sha256& digest, const std::string& text) { digest.update(text.c_str(), text.size() + 1); }

}  // namespace

std::vector<EntityDifference> differences(EntityKind kind, const StateTable& first, const StateTable& second) {
  const EntityTable& before = first.table(kind);
  const EntityTable& after = second.table(kind);
  const std::vector<ColumnPair> pairs = column_pairs(before, after);
  std::vector<EntityDifference> all;
  each_difference(before, after, pairs, [&](std::size_t row, std::size_t other) {
    EntityDifference own;
    own.kind = kind;
    own.key = row != no_row ? before.key[row] : after.key[other];
    own.school = row != no_row ? before.school[row] : after.school[other];
    own.presence = other == no_row ? Presence::only_first : row == no_row ? Presence::only_second : Presence::in_both;
    for (const ColumnPair& pair : pairs) {
      if (own.presence != Presence::in_both) break;
      const double one = value_in(pair.first, row);
      const double two = value_in(pair.second, other);
      if (!same_value(one, two)) own.columns.push_back({pair.column, one, two});
    }
    all.push_back(std::move(own));
  });
  return all;
}

StateSpread spread_of(const StateTable& first, const StateTable& second) {
  StateSpread spread;
  for (std::size_t kind = 0; kind < entity_count; ++kind) {
    const EntityTable& before = first.of[kind];
    const EntityTable& after = second.of[kind];
    const bool people = is_person(static_cast<EntityKind>(kind));
    const auto count_school = [&](std::uint32_t school, std::size_t DifferenceCount::*count) {
      if (people && school != no_school) ++(spread.people_of_school[school].*count);
    };
    for (const std::uint32_t school : before.school) count_school(school, &DifferenceCount::all);
    DifferenceCount& own = spread.kinds[kind];
    own.all = each_difference(before, after, column_pairs(before, after), [&](std::size_t row, std::size_t other) {
      ++own.different;
      if (row == no_row) count_school(after.school[other], &DifferenceCount::all);
      count_school(row != no_row ? before.school[row] : after.school[other], &DifferenceCount::different);
    });
  }
  return spread;
}

std::string state_digest(const StateTable& state, DigestOf part) {
  Sha256 digest;
  for (std::size_t kind = 0; kind < entity_count; ++kind) {
    if (part == DigestOf::people && !is_person(static_cast<EntityKind>(kind))) continue;
    const EntityTable& table = state.of[kind];
    const std::vector<std::size_t> rows = rows_by_key(table);
    for (const std::size_t row : rows) digest.update(&table.key[row], sizeof table.key[row]);
    std::map<std::string, const std::vector<double>*> columns;
    for (std::size_t at = 0; at < table.columns.size(); ++at) columns[table.columns[at].name] = &table.values[at];
    for (const auto& [name, values] : columns) {
      if (std::all_of(values->begin(), values->end(), [](double value) { return value == 0.0; }))
        continue;  // as absent
      feed_text(digest, name);
      for (const std::size_t row : rows) {
        const double value = std::isnan((*values)[row]) ? std::nan("") : (*values)[row] + 0.0;  // one NaN, one zero
        digest.update(&value, sizeof value);
      }
    }
  }
  return digest.hex();
}

}  // namespace districtsim
