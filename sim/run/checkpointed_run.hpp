#pragma once

#include "sim/run/replicates.hpp"

namespace districtsim {

/// One replicate of one scenario that goes on from what the plan's folder has of it, and keeps every finished year and,
/// every so many weeks and when it is stopped, its state there.
RunCount run_checkpointed(const Conditions& conditions, const RunPlan& plan, std::size_t replicate,
                          const Recorder::Sink& sink, const RunHooks& hooks);

}  // namespace districtsim
