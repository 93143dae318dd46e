#include "analysis/student_mean.hpp"

#include <limits>

namespace districtsim {

void StudentMean::add(const YearRecord& record, GroupMeasure measure, std::size_t school, Group group,
                      Subject subject) {
  const double own = record.group(GroupMeasure::tested_students, school, group, subject);
  if (!(own > 0.0)) return;
  students_ += own;
  sum_ += own * record.group(measure, school, group, subject);
}

void StudentMean::add(const YearRecord& record, GroupMeasure measure, Group group, Subject subject) {
  for (std::size_t school = 0; school < record.schools; ++school) add(record, measure, school, group, subject);
}

double StudentMean::mean() const {
  return students_ > 0.0 ? sum_ / students_ : std::numeric_limits<double>::quiet_NaN();
}

StudentMean achievement_of_school(const YearRecord& record, std::size_t school) {
  StudentMean mean;
  for (const Group group : {Group::low_income, Group::other}) {
    for (const Subject subject : {Subject::reading, Subject::mathematics}) {
      mean.add(record, GroupMeasure::achievement, school, group, subject);
    }
  }
  return mean;
}

}  // namespace districtsim
