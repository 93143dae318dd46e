#include "analysis/school_outcomes.hpp"

#include <limits>

#include "analysis/student_mean.hpp"

namespace districtsim {

namespace {

constexpr std::array practice_dimensions = {Weekly::practice_curriculum, Weekly::practice_pedagogy,
                                            Weekly::practice_evidence, Weekly::practice_climate};

double practice_in_last_week(const YearRecord& record, std::size_t school) {
  const std::size_t last = (static_cast<std::size_t>(record.weeks) - 1) * record.schools + school;
  double sum = 0.0;
  for (const Weekly dimension : practice_dimensions) sum += static_cast<double>(record.weekly_of(dimension)[last]);
  return sum / static_cast<double>(practice_dimensions.size());
}

}  // namespace

SchoolValues school_values(const YearRecord& record) {
  SchoolValues values;
  for (std::size_t school = 0; school < record.schools; ++school) {
    const double students = record.yearly_of(Yearly::students)[school];
    const double allocation = record.yearly_of(Yearly::allocation)[school];
    values[static_cast<std::size_t>(SchoolOutcome::achievement)].push_back(
        achievement_of_school(record, school).mean());
    values[static_cast<std::size_t>(SchoolOutcome::practice)].push_back(practice_in_last_week(record, school));
    values[static_cast<std::size_t>(SchoolOutcome::spending_per_student)].push_back(
        students > 0.0 ? allocation / students : std::numeric_limits<double>::quiet_NaN());
  }
  return values;
}

}  // namespace districtsim
