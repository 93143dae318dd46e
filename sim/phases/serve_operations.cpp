#include <algorithm>

#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

std::int64_t capacity_of(const Conditions& conditions, const CentralOffice& central) {
  if (!conditions.on(Mechanism::central_operations)) return 0;
  const OperationsParameters& p = conditions.parameters.operations;
  const double resolving = conditions.scenario.framework.operations_routing == OperationsRouting::case_management
                               ? p.case_management
                               : p.departments;
  const double learned = service_factor(central.learned_operations, conditions.parameters.system_learning);
  return static_cast<std::int64_t>(central.operations_posts * p.work_week * 60.0 * std::min(1.0, resolving * learned));
}

}  // namespace

void serve_operations(const Conditions& conditions, CentralOffice& central, Schools& schools, SupportTally& support) {
  std::int64_t waiting = 0;
  for (const Minutes queue : schools.central_queue) waiting += queue;
  const std::int64_t capacity = capacity_of(conditions, central);
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
    if (schools.served[school] > 0) {
      support.enter(school, InteractionKind::central_operations, 1, 0,
                    {PersonKind::operations_staff, schools.served[school]}, {PersonKind::school_leader, 0});
    }
    schools.central_queue[school] -= schools.served[school];
    schools.central_queue[school] -= static_cast<Minutes>(static_cast<double>(schools.central_queue[school]) * lapse);
  }
}

}  // namespace districtsim
