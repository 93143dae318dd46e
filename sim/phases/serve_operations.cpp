#include <algorithm>

#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

std::int64_t capacity_of(const Conditions& conditions, int posts) {
  if (!conditions.on(Mechanism::central_operations)) return 0;
  const OperationsParameters& p = conditions.parameters.operations;
  const double resolving = conditions.scenario.framework.operations_routing == OperationsRouting::case_management
                               ? p.case_management
                               : p.departments;
  return static_cast<std::int64_t>(posts * p.work_week * 60.0 * resolving);
}

}  // namespace

void serve_operations(const Conditions& conditions, CentralOffice& central, Schools& schools) {
  std::int64_t waiting = 0;
  for (const Minutes queue : schools.central_queue) waiting += queue;
  const std::int64_t capacity = capacity_of(conditions, central.operations_posts);
  std::int64_t left = std::min(capacity, waiting);
  central.operations_minutes_used = static_cast<Minutes>(left);
  const std::int64_t shared = left;
  for (std::size_t school = 0; school < schools.size(); ++school) {
    const std::int64_t queue = schools.central_queue[school];
    const std::int64_t part = waiting == 0 ? 0 : queue * shared / waiting;
    schools.served[school] = static_cast<Minutes>(part);
    left -= part;
  }
  // Minutes lost to rounding go to the first queues that still wait.
  for (std::size_t school = 0; left > 0 && school < schools.size(); ++school) {
    if (schools.served[school] >= schools.central_queue[school]) continue;
    ++schools.served[school];
    --left;
  }
  const double lapse = conditions.parameters.operations.lapse;
  for (std::size_t school = 0; school < schools.size(); ++school) {
    schools.central_queue[school] -= schools.served[school];
    schools.central_queue[school] -= static_cast<Minutes>(static_cast<double>(schools.central_queue[school]) * lapse);
  }
}

}  // namespace districtsim
