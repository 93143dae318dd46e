#include "sim/district/spend_funds.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace districtsim {

namespace {

constexpr auto lines_of_purchases = std::to_array<LedgerLine>(
    {LedgerLine::teacher, LedgerLine::coach, LedgerLine::assistant_principal, LedgerLine::administrative_manager,
     LedgerLine::intervention_teacher, LedgerLine::extended_time, LedgerLine::materials});

/// In which money without strings pays.
constexpr auto lines_in_turn = std::to_array<LedgerLine>(
    {LedgerLine::teacher, LedgerLine::coach, LedgerLine::assistant_principal, LedgerLine::administrative_manager,
     LedgerLine::intervention_teacher, LedgerLine::extended_time, LedgerLine::support_provider, LedgerLine::principal});

Cents& line_of(SchoolLines& lines, LedgerLine line) { return lines[static_cast<std::size_t>(line)]; }

/// Pays as much of a line as there is money.
void pay(LedgerLine line, Cents& money, SchoolLines& open, SchoolLines& paid) {
  const Cents amount = std::min(money, line_of(open, line));
  line_of(open, line) -= amount;
  line_of(paid, line) += amount;
  money -= amount;
}

void spend_restricted(const Fund& fund, Cents money, SchoolLines& open, SchoolLines& paid) {
  bool materials = false;
  for (const Purchase what : fund.pays) {
    const LedgerLine line = lines_of_purchases[static_cast<std::size_t>(what)];
    if (line == LedgerLine::materials) {
      materials = true;
    } else {
      pay(line, money, open, paid);
    }
  }
  line_of(paid, materials ? LedgerLine::materials : LedgerLine::unspent_restricted) += money;
}

void spend_free(Cents money, SchoolLines& open, SchoolLines& paid) {
  for (const LedgerLine line : lines_in_turn) pay(line, money, open, paid);
  line_of(paid, LedgerLine::materials) += money;
}

/// Funds with the fewest allowed lines first, else as listed.
std::vector<std::size_t> narrowest_first(const std::vector<Fund>& funds) {
  std::vector<std::size_t> order(funds.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return funds[a].pays.size() < funds[b].pays.size(); });
  return order;
}

}  // namespace

Cents restricted_part(const Fund& fund, double flexibility, Cents money, Cents carried) {
  if (fund.pays.empty()) return 0;
  return carried + static_cast<Cents>(std::floor(static_cast<double>(money) * (1.0 - flexibility)));
}

SchoolSpending spend(const std::vector<Fund>& funds, const SchoolLines& costs, const SchoolPots& pots) {
  SchoolSpending spending;
  spending.paid.resize(funds.size() + 1);
  SchoolLines open = costs;
  for (const std::size_t fund : narrowest_first(funds)) {
    if (!funds[fund].pays.empty()) spend_restricted(funds[fund], pots.restricted[fund], open, spending.paid[fund + 1]);
  }
  for (std::size_t fund = 0; fund < funds.size(); ++fund) {
    spend_free(pots.free[fund], open, spending.paid[fund + 1]);
  }
  spend_free(pots.general, open, spending.paid.front());
  spending.missing = total_of(open);
  return spending;
}

}  // namespace districtsim
