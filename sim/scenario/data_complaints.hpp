#pragma once

#include <vector>

#include "sim/scenario/document.hpp"

namespace districtsim {

/// Throws Failure(bad_input_data) with every complaint, one a line from top to bottom (after the first 50 only their
/// number), unless there is none.
void refuse_data(std::vector<Complaint> complaints);

}  // namespace districtsim
