#pragma once

#include <optional>
#include <string>

#include "sim/run/sweep.hpp"

namespace districtsim {

/// The replicates `begin` to `end` of one row and arm.
struct SweepTask {
  std::size_t row = 0;
  std::size_t arm = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A shard cut into tasks: as many replicates of a row and arm together as leave every thread enough tasks, since they
/// share a scenario.
class SweepTasks {
 public:
  SweepTasks(const SweepShape& shape, const Shard& shard);
  [[nodiscard]] std::size_t count() const { return rows_ * shape_.arms * parts_; }
  [[nodiscard]] SweepTask at(std::size_t number) const;

 private:
  SweepShape shape_;
  Shard shard_;
  std::size_t rows_ = 0;
  std::size_t parts_ = 1;
};

/// A row and arm ready to run, or why it cannot be.
struct PreparedScenario {
  std::optional<Scenario> scenario = {};
  std::string problem = {};
  std::optional<RunKeys> keys = {};
  RunKey infeasible = {};

  [[nodiscard]] RunKey key(std::uint32_t luck) const { return keys ? keys->of(luck) : infeasible; }
};
[[nodiscard]] PreparedScenario prepared(const SweepSource& source, std::size_t row, std::size_t arm);

}  // namespace districtsim
