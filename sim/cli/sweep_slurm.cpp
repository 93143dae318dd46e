#include "sim/cli/sweep_slurm.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "sim/cli/slurm_job.hpp"
#include "sim/cli/sweep_folder.hpp"
#include "sim/cli/sweep_runs.hpp"
#include "sim/core/failure.hpp"
#include "sim/run/sweep_outlook.hpp"

namespace districtsim {

namespace {

constexpr std::size_t usual_max_array_size = 1001;  // Slurm's own default
constexpr double seconds_of_task = 1800.0;          // what a task should take at least, on one processor
constexpr std::size_t least_shards = 4;

std::string absolute_text(const std::string& path) {
  return std::filesystem::absolute(path).lexically_normal().string();
}

/// A program that was found on PATH is found there by the job too.
std::string program_of_job(const std::string& program) {
  return program.find('/') == std::string::npos ? program : absolute_text(program);
}

/// As many as the store has logs of, or as give every task enough to do.
std::size_t fitting_shards(const SweepSource& source, const RunStore& store, std::size_t most) {
  const std::size_t begun = shards_of(store);
  if (begun > 1) return std::min(begun, most);
  const SweepOutlook outlook = sweep_outlook(source, store, {});
  const double tasks = std::ceil(static_cast<double>(outlook.to_do) * outlook.seconds_of_run / seconds_of_task);
  return std::clamp(static_cast<std::size_t>(std::min(tasks, 1e6)), std::min(least_shards, most), most);
}

}  // namespace

std::string slurm_job_for(const SweepPlan& plan, const SlurmWords& words, const Console& console) {
  if (folder_state(words.folder) == FolderState::other) {
    throw Failure(ExitCode::usage, "sweep: " + words.folder + " is there and holds something else; name a new folder");
  }
  const RunStore store(store_of(words.folder));
  const SweepSource source = source_of(plan);
  const std::size_t max_array_size = max_array_size_here().value_or(usual_max_array_size);
  SlurmJob job{program_of_job(words.program), absolute_text(words.design), absolute_text(words.folder)};
  if (words.shards.empty()) {
    job.shards = fitting_shards(source, store, std::min(max_array_size, source.shape.rows));
  } else {
    job.shards = std::stoul(words.shards);
    if (job.shards > max_array_size) {
      throw Failure(ExitCode::usage, fmt::format("sweep: --slurm {}: arrays have at most {} tasks here (MaxArraySize)",
                                                 job.shards, max_array_size));
    }
    job.shards = std::min(job.shards, source.shape.rows);
  }
  const RunTable table = find_runs(source, store);
  for (std::size_t index = 0; index < job.shards; ++index) {
    if (!missing_rows(table, {index, job.shards}).empty()) job.tasks.push_back(index);
  }
  console.say(fmt::format("{} of {} shards lack something{}", job.tasks.size(), job.shards,
                          job.tasks.empty() ? ": the job only merges" : ""));
  return slurm_job_text(job);
}

}  // namespace districtsim
