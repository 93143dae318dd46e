#pragma once

#include <cstdint>
#include <vector>

#include "sim/core/random.hpp"
#include "sim/phases/teacher_week.hpp"

namespace districtsim::benchmark {

/// The columns of the step of all teachers with plausible values, each placed in memory by `Allocator`.
template <template <class> class Allocator>
class StepColumns {
 public:
  explicit StepColumns(std::size_t rows)
      : key_(rows),
        school_(rows),
        coach_(rows),
        mentor_(rows),
        minutes_free_(rows),
        school_strain_(rows / rows_of_school + 1, 0.1F) {
    for (std::uint32_t row = 0; row < rows; ++row) {
      key_[row] = mix_keys(7, row);
      school_[row] = row / rows_of_school;
      coach_[row] = row % 3 == 0 ? row / 30 : nobody;
      mentor_[row] = row % 8 == 0 ? row + 1 : nobody;
    }
    for (Floats& column : floats_) {
      column.resize(rows);
      for (std::uint32_t row = 0; row < rows; ++row) {
        column[row] = static_cast<float>(open_unit(mix_keys(static_cast<std::uint32_t>(&column - floats_), row)));
      }
    }
  }

  [[nodiscard]] std::size_t size() const { return key_.size(); }

  /// A week of all rows, with about the model's constants.
  [[nodiscard]] TeacherWeek week(std::uint32_t index) {
    TeacherWeek step;
    step.end = key_.size();
    step.key = key_.data();
    step.school = school_.data();
    step.coach = coach_.data();
    step.mentor = mentor_.data();
    step.minutes_free = minutes_free_.data();
    step.strain_trait = floats_[0].data();
    step.strain = floats_[1].data();
    step.absorption = floats_[2].data();
    for (int d = 0; d < 4; ++d) {
      step.supported[d] = floats_[3 + d].data();
      step.supported_sum[d] = floats_[7 + d].data();
    }
    step.school_strain = school_strain_.data();
    step.stream[0] = 1;
    step.stream[1] = 2;
    step.week = index;
    step.purpose = 3;
    step.no_coach = nobody;
    step.no_mentor = nobody;
    step.strain_coached = 0.3F;
    step.strain_mentored = 0.1F;
    step.strain_rate = 0.05F;
    step.strain_shock = 0.1F;
    step.recovery = 0.06F;
    step.retention = 0.99999F;  // so slow that no repetition comes to numbers too small for full speed
    step.minutes = 120;
    return step;
  }

  /// Whether every value is the same, bit by bit.
  friend bool operator==(const StepColumns& a, const StepColumns& b) {
    for (int column = 0; column < float_columns; ++column) {
      if (a.floats_[column] != b.floats_[column]) return false;
    }
    return a.minutes_free_ == b.minutes_free_;
  }

 private:
  using Floats = std::vector<float, Allocator<float>>;
  static constexpr std::uint32_t rows_of_school = 47;
  static constexpr std::uint32_t nobody = 0xFFFFFFFFU;
  static constexpr int float_columns = 11;

  std::vector<std::uint32_t, Allocator<std::uint32_t>> key_;
  std::vector<std::uint32_t, Allocator<std::uint32_t>> school_;
  std::vector<std::uint32_t, Allocator<std::uint32_t>> coach_;
  std::vector<std::uint32_t, Allocator<std::uint32_t>> mentor_;
  std::vector<std::int32_t, Allocator<std::int32_t>> minutes_free_;
  Floats floats_[float_columns];
  std::vector<float> school_strain_;
};

}  // namespace districtsim::benchmark

namespace districtsim::portable {
void step(const TeacherWeek& week);
void meet(const TeamMeetings& meetings);
}  // namespace districtsim::portable
namespace districtsim::v3 {
void step(const TeacherWeek& week);
void meet(const TeamMeetings& meetings);
}  // namespace districtsim::v3
