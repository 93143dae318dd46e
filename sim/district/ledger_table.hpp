#pragma once

#include <cstdint>
#include <vector>

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/district/ledger_lines.hpp"

namespace districtsim {

/// A year's money by place (schools, then the central office), line and fund (general, then those of the scenario), in
/// cents, and the posts it pays, in thousandths.
struct LedgerTable {
  std::size_t places = 0;
  std::size_t funds = 0;
  std::vector<Cents> dollars;       ///< [place][line][fund]
  std::vector<std::int32_t> posts;  ///< [place][line][fund]

  [[nodiscard]] std::size_t at(std::size_t place, LedgerLine line, std::size_t fund) const {
    return (place * ledger_line_count + static_cast<std::size_t>(line)) * funds + fund;
  }
  [[nodiscard]] std::size_t central_office() const { return places - 1; }
};

/// The table of the year that the ledger holds. Sums to revenue, to the cent, and posts of a line at a place to 1,000
/// for each post.
[[nodiscard]] LedgerTable ledger_table(const Conditions& conditions, const District& district);

/// Title I schools that have less than other schools of their grade span, by students to a post and by dollars for a
/// student, funds of the scenario left out.
[[nodiscard]] int not_comparable_schools(const Conditions& conditions, const District& district,
                                         const LedgerTable& table);

/// Checks the table against ledger and posts: throws ContractViolation.
void check_ledger_table(const District& district, const LedgerTable& table);

}  // namespace districtsim
