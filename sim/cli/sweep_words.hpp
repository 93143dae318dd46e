#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/sweep_plan.hpp"
#include "sim/run/sweep.hpp"
#include "sim/run/sweep_outlook.hpp"

namespace districtsim {

/// "2/5" as a shard. Failure(usage) for anything else.
[[nodiscard]] Shard shard_in(const std::string& text);

/// "640 rows of 2 scenarios, 3 replicates: 3840 runs of 5 years".
[[nodiscard]] std::string size_text(const SweepPlan& plan);

/// What a sweep will take: time, memory, disk and files, besides what its outlook says.
struct SweepNeeds {
  double seconds = 0.0;
  double memory_bytes = 0.0;
  double disk_bytes = 0.0;
  std::size_t files = 0;  ///< of the folder, when one process does it
  int threads = 1;
};
[[nodiscard]] SweepNeeds sweep_needs(const SweepPlan& plan, const SweepOutlook& outlook, int threads,
                                     std::size_t inputs);

[[nodiscard]] std::string outlook_text(const SweepPlan& plan, const SweepOutlook& outlook, const SweepNeeds& needs);
[[nodiscard]] nlohmann::json outlook_json(const SweepPlan& plan, const SweepOutlook& outlook, const SweepNeeds& needs);

/// "row 3, alternative coaches: message", one a line; `rows` are all that failed, `failed` the first of them.
[[nodiscard]] std::string failed_text(const SweepPlan& plan, const std::vector<std::size_t>& rows,
                                      const std::vector<FailedRun>& failed);
[[nodiscard]] nlohmann::json failed_json(const SweepPlan& plan, const std::vector<FailedRun>& failed);

}  // namespace districtsim
