#pragma once

#include <cstddef>

#include "sim/record/year_record.hpp"

namespace districtsim {

/// Mean of a group measure over the students of some groups and subjects, in all schools or one; NaN without students.
class StudentMean {
 public:
  void add(const YearRecord& record, GroupMeasure measure, std::size_t school, Group group, Subject subject);
  /// Of all schools.
  void add(const YearRecord& record, GroupMeasure measure, Group group, Subject subject);
  [[nodiscard]] double students() const { return students_; }
  [[nodiscard]] double mean() const;

 private:
  double students_ = 0.0;
  double sum_ = 0.0;
};

/// Achievement of all students of one school in both subjects.
[[nodiscard]] StudentMean achievement_of_school(const YearRecord& record, std::size_t school);

}  // namespace districtsim
