#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace districtsim {

/// MaxArraySize in the words of `scontrol show config`; nothing if they do not have it.
[[nodiscard]] std::optional<std::size_t> max_array_size_in(const std::string& configuration);

/// MaxArraySize of the Slurm that this machine belongs to; nothing without Slurm.
[[nodiscard]] std::optional<std::size_t> max_array_size_here();

/// Tasks of a job array as Slurm writes them: "0,2-5,9".
[[nodiscard]] std::string array_text(const std::vector<std::size_t>& tasks);

/// What a job file is filled in with; words as they are, unquoted.
struct SlurmJob {
  std::string program = {};
  std::string design = {};
  std::string folder = {};
  std::size_t shards = 1;
  std::vector<std::size_t> tasks = {};  ///< shards that lack something; none: the job only merges
};

/// The job file scenarios/cluster/sweep.slurm, filled in.
[[nodiscard]] std::string slurm_job_text(const SlurmJob& job);

}  // namespace districtsim
