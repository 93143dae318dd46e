#pragma once

#include <cstdint>

#include "sim/phases/teacher_week.hpp"

namespace districtsim::benchmark {

/// Reads and writes exactly the columns that the step does, with one Philox draw a teacher and no model: the ceiling.
/// Built for x86-64-v3. The step's floats are treated as whole numbers and are nonsense afterwards.
void stream_with_draws(const TeacherWeek& week);

/// The same without draws.
void stream_alone(const TeacherWeek& week);

}  // namespace districtsim::benchmark
