#pragma once

#include <vector>

#include "sim/core/units.hpp"

namespace districtsim {

/// A year's money, in cents. Always: revenue == schools + central + other services + reserve. Nothing is below 0 but
/// `moved`. What each fund pays of each line: ledger_table.hpp.
struct Ledger {
  Cents revenue = 0;  ///< with money of funds, and what they left of last year's
  Cents revenue_at_start = 0;
  Cents other_services_at_start = 0;
  Cents reserve_at_start = 0;
  Cents central = 0;                           ///< directors, operations posts and what new posts cost once
  Cents new_posts = 0;                         ///< of it, one-time costs of posts opened this year
  Cents other_services = 0;                    ///< transport, food, facilities ...: not modelled; they follow revenue
  Cents partner = 0;                           ///< of other services, an external partner this year
  Cents stipends = 0;                          ///< of other services, stipends and transfer incentives this year
  Cents reserve = 0;                           ///< what is left
  std::vector<Cents> school_at_start;          ///< allocation of each school before any decision
  std::vector<Cents> school_allocation;        ///< this year, money of funds included
  std::vector<Cents> new_dollars;              ///< general money beyond the start's for as many students, this year
  std::vector<Cents> school_without;           ///< what it would be this year without weights, moves and new rules
  std::vector<Cents> school_staff;             ///< of it, posts
  std::vector<Cents> school_programmes;        ///< of it, extended time and bought support
  std::vector<Cents> school_providers;         ///< of programmes, bought support
  std::vector<Cents> school_dollars;           ///< of it, everything else
  std::vector<Cents> school_unspent;           ///< of it, restricted money that could not be spent
  std::vector<Cents> moved;                    ///< dollars a year that reallocations gave (+) or took (-)
  std::vector<Cents> formula;                  ///< what the formula gave each school this year, without moves and funds
  std::vector<int> students;                   ///< for whom the formula gave it
  std::vector<Cents> teacher_price;            ///< what a teaching post costs each school this year
  double pay_of_steps = 0.0;                   ///< [1] what all steps of the salary schedule add, against mean pay
  std::vector<std::vector<Cents>> fund_money;  ///< [fund][school] this year, without what was carried over
  std::vector<std::vector<Cents>> fund_carried;  ///< [fund][school] unspent before, carried over into this year
  std::vector<std::vector<Cents>> fund_unspent;  ///< [fund][school] at the end of this year

  [[nodiscard]] Cents schools_total() const { return total_of(school_allocation); }

  /// A school's money of all funds this year, with what was carried over.
  [[nodiscard]] Cents funds_of(std::size_t school) const {
    Cents sum = 0;
    for (std::size_t fund = 0; fund < fund_money.size(); ++fund) {
      sum += fund_money[fund][school] + fund_carried[fund][school];
    }
    return sum;
  }
};

/// Price of a post of each kind for a year.
struct PostPrices {
  Cents teacher = 0;
  Cents coach = 0;
  Cents assistant_principal = 0;
  Cents principal = 0;
  Cents director = 0;
  Cents operations_post = 0;
  Cents administrative_manager = 0;
  Cents intervention_teacher = 0;
};

}  // namespace districtsim
