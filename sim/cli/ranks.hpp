#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace districtsim {

/// One of several processes that a launcher (mpirun, mpiexec, srun --mpi) started together.
struct Rank {
  std::size_t rank = 0;  ///< from 0
  std::size_t size = 1;
  std::size_t on_this_machine = 1;  ///< how many of them run here, as far as the launcher tells

  [[nodiscard]] bool talks() const { return rank == 0; }
};

/// What the environment says of this process: of Open MPI, or of PMI (MPICH and its kin, Slurm's pmi2); no MPI library
/// is needed. Nothing for a process that is alone. Failure(usage) for numbers that cannot be.
[[nodiscard]] std::optional<Rank> rank_of_launcher();

/// Threads for a rank, so that those of a machine share its processors. A launcher that binds each rank to processors
/// of its own has divided them already.
[[nodiscard]] int threads_of(const Rank& rank);

/// How ranks tell each other through a folder that their parts of a piece of work are done. `work` tells this work from
/// any other: marks of other work count for nothing.
class RankMarks {
 public:
  RankMarks(std::filesystem::path folder, const Rank& rank, std::string work)
      : folder_(std::move(folder)), rank_(rank), work_(std::move(work)) {}

  /// Failure(run_time_failure) where the folder cannot be written.
  void set_own() const;
  /// Until every rank has set its mark, or `cancel`; says which.
  [[nodiscard]] bool wait_for_all(const std::atomic<bool>& cancel) const;
  /// Removes the marks of all ranks.
  void remove_all() const;

 private:
  [[nodiscard]] std::filesystem::path mark_of(std::size_t rank) const;
  [[nodiscard]] bool is_set(std::size_t rank) const;

  std::filesystem::path folder_;
  Rank rank_;
  std::string work_;
};

}  // namespace districtsim
