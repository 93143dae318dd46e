#pragma once

#include <cstddef>

namespace districtsim {

/// Which run a record belongs to.
struct RunPlace {
  std::size_t scenario = 0;   ///< row in the list of scenarios
  std::size_t replicate = 0;  ///< from 0 within the plan
};

}  // namespace districtsim
