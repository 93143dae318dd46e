#pragma once

#include <array>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/district/ledger_lines.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

using SchoolLines = std::array<Cents, school_line_count>;

/// One school's money of a year: general, and what each fund has with and without strings.
struct SchoolPots {
  Cents general = 0;
  std::vector<Cents> restricted;  ///< [fund]
  std::vector<Cents> free;        ///< [fund]
};

/// Who pays what of a school's lines.
struct SchoolSpending {
  std::vector<SchoolLines> paid;  ///< general money first, then [fund]
  Cents missing = 0;              ///< costs that nobody pays

  [[nodiscard]] Cents total(LedgerLine line) const {
    Cents sum = 0;
    for (const SchoolLines& of_one : paid) sum += of_one[static_cast<std::size_t>(line)];
    return sum;
  }
};

/// A fund's money as pots: strings hold what was carried over and, as far as the state does not lift them, this year's.
[[nodiscard]] Cents restricted_part(const Fund& fund, double flexibility, Cents money, Cents carried);

/// Pays a school's lines (`costs`; materials and unspent_restricted are found here). Money with strings pays first for
/// what it may pay for, funds with the fewest allowed lines before others; what is left of it buys materials where it
/// may, and stays unspent where it may not. Then funds without strings pay, then general money; the rest is materials.
[[nodiscard]] SchoolSpending spend(const std::vector<Fund>& funds, const SchoolLines& costs, const SchoolPots& pots);

}  // namespace districtsim
