#pragma once

#include <vector>

#include "sim/core/units.hpp"

namespace districtsim {

/// A year's money, in cents. Always: revenue == schools + central + other services + reserve.
struct Ledger {
  Cents revenue = 0;
  Cents revenue_at_start = 0;
  Cents central = 0;                     ///< directors and operations posts
  Cents other_services = 0;              ///< transport, food, facilities ...: not modelled, fixed
  Cents partner = 0;                     ///< of other services, an external partner this year
  Cents stipends = 0;                    ///< of other services, stipends and transfer incentives this year
  Cents reserve = 0;                     ///< what is left; negative after a cut that posts could not follow
  std::vector<Cents> school_at_start;    ///< allocation of each school before any decision
  std::vector<Cents> school_allocation;  ///< this year
  std::vector<Cents> school_without;     ///< what it would be this year without weights, moves and new rules
  std::vector<Cents> school_staff;       ///< of it, posts
  std::vector<Cents> school_programmes;  ///< of it, extended time and bought support
  std::vector<Cents> school_dollars;     ///< of it, everything else
  std::vector<Cents> moved;              ///< dollars a year that reallocations gave (+) or took (-)

  [[nodiscard]] Cents schools_total() const {
    Cents sum = 0;
    for (const Cents amount : school_allocation) sum += amount;
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
