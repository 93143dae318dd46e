#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "sim/core/sha256.hpp"
#include "sim/record/year_record.hpp"
#include "sim/run/simulate.hpp"

namespace districtsim {

/// Feeds numbers with every NaN as the quiet one: which NaN a calculation gives depends on the compiler.
template <class Numbers>
void feed_all(Sha256& digest, const Numbers& numbers) {
  using Value = typename Numbers::value_type;
  for (Value value : numbers) {
    if constexpr (std::numeric_limits<Value>::has_quiet_NaN) {
      if (std::isnan(value)) value = std::numeric_limits<Value>::quiet_NaN();
    }
    digest.update(&value, sizeof value);
  }
}

/// Digest of all results of a year; the table of agents is left out where only the rest is compared.
enum class AgentTable { counted, left_out };
inline std::string digest_of_year(const YearRecord& record, AgentTable agents = AgentTable::counted) {
  Sha256 digest;
  digest.update(&record.year, sizeof record.year);
  digest.update(&record.weeks, sizeof record.weeks);
  digest.update(&record.schools, sizeof record.schools);
  feed_all(digest, record.weekly);
  feed_all(digest, record.district);
  feed_all(digest, record.yearly);
  feed_all(digest, record.groups);
  feed_all(digest, record.district_year);
  feed_all(digest, record.need);
  feed_all(digest, record.support);
  feed_all(digest, record.central_support);
  feed_all(digest, record.hours);
  feed_all(digest, record.central_hours);
  feed_all(digest, record.ledger_dollars);
  feed_all(digest, record.ledger_posts);
  if (agents == AgentTable::left_out) return digest.hex();
  const AgentColumns& table = record.agents;
  feed_all(digest, table.week);
  feed_all(digest, table.person);
  feed_all(digest, table.school);
  feed_all(digest, table.post);
  feed_all(digest, table.holder);
  feed_all(digest, table.experience);
  for (const auto& column : table.practice) feed_all(digest, column);
  feed_all(digest, table.strain);
  feed_all(digest, table.trust_in_coach);
  feed_all(digest, table.trust_in_principal);
  feed_all(digest, table.coached);
  return digest.hex();
}

/// All years of one run.
inline std::vector<YearRecord> years_of(const Conditions& conditions) {
  std::vector<YearRecord> years;
  simulate(conditions, [&](const YearRecord& record) { years.push_back(record); });
  return years;
}

inline std::vector<YearRecord> years_of(const Scenario& scenario, std::uint32_t replicate,
                                        ParameterUse use = ParameterUse::drawn) {
  return years_of(conditions_of(scenario, 7, replicate, use));
}

/// Digests of all years of one run.
inline std::vector<std::string> digests_of(const std::vector<YearRecord>& years,
                                           AgentTable agents = AgentTable::counted) {
  std::vector<std::string> digests;
  for (const YearRecord& year : years) digests.push_back(digest_of_year(year, agents));
  return digests;
}

/// Sum over schools of a yearly measure.
inline double district_sum(const YearRecord& record, Yearly measure) {
  double sum = 0.0;
  for (std::size_t school = 0; school < record.schools; ++school) sum += record.yearly_of(measure)[school];
  return sum;
}

}  // namespace districtsim
