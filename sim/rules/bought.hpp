#pragma once

namespace districtsim {

/// What money buys besides posts, and what it does for learning.
struct BoughtParameters {
  double extended_time_price = 0.0;  ///< [$] of an hour of extended time for a student
};

}  // namespace districtsim
