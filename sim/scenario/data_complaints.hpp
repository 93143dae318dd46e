#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "sim/core/failure.hpp"
#include "sim/scenario/document.hpp"

namespace districtsim {

/// Throws a failure with every complaint of one file, one a line from top to bottom (after the first `most_shown` only
/// their number), unless there is none.
void refuse(std::vector<Complaint> complaints, ExitCode code,
            std::size_t most_shown = std::numeric_limits<std::size_t>::max());

/// Throws Failure(bad_input_data) with every complaint, one a line from top to bottom (after the first 50 only their
/// number), unless there is none.
void refuse_data(std::vector<Complaint> complaints);

}  // namespace districtsim
