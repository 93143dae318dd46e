#pragma once

#include <cstdint>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/rules/time_account.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// A part of a reallocation that was carried out and stands: it can be taken back.
struct StandingMove {
  Resource what = Resource::dollars;
  std::uint32_t from = 0;  ///< row of the school that gave
  std::uint32_t to = 0;    ///< row of the school that received
  int posts = 0;           ///< one, or none where dollars or hours moved
  bool early = false;      ///< the giver's post was one for early grades
  Cents cents = 0;         ///< dollars a year that went along with a post, or alone
  Minutes minutes = 0;     ///< a week, of the giver's principal
  std::size_t entry = 0;   ///< of the scenario's reallocations
};

/// What has been decided about who gets what and can be contested: by the district, and by the board.
struct Decisions {
  std::vector<StandingMove> standing;
  std::vector<StandingMove> returning;  ///< what the board has taken back; it goes back before the next year
  std::vector<std::uint8_t> abandoned;  ///< by entry of the scenario's reallocations: its next parts are given up
  double rolled_back = 0.0;             ///< 0 to 1, share of what stood that the board took back after this year
  Cents rolled_back_cents = 0;          ///< a year
  int rolled_back_posts = 0;
  int first_roll_back = 0;  ///< school year after which the board first took something back, 0 none

  /// Posts that a mandate of a new role opened in each school, and where they were given up; by entry of the mandates.
  struct NewRole {
    std::vector<int> opened;
    std::vector<std::uint8_t> given_up;
  };
  std::vector<NewRole> new_roles;
};

}  // namespace districtsim
