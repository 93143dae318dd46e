#pragma once

#include <cstddef>
#include <limits>

#include "sim/record/year_record.hpp"

namespace districtsim {

/// A year of a few weeks with every number 0, to be filled by hand.
inline YearRecord empty_record(std::size_t schools, int weeks) {
  YearRecord record;
  record.schools = schools;
  record.weeks = weeks;
  record.weekly.assign(weekly_measures.size() * static_cast<std::size_t>(weeks) * schools, 0.0F);
  record.district.assign(weekly_measures.size() * static_cast<std::size_t>(weeks), 0.0F);
  record.yearly.assign(yearly_measures.size() * schools, 0.0);
  record.groups.assign(group_measures.size() * schools * 4, 0.0);
  record.need.assign(need_measures.size() * need_quarter_count, 0.0);
  record.support.assign(support_measures.size() * schools * interaction_count, 0.0F);
  record.central_support.assign(support_measures.size() * interaction_count, 0.0F);
  record.hours.assign(person_kind_count * activity_count * schools, 0.0F);
  record.central_hours.assign(person_kind_count * activity_count, 0.0F);
  record.ledger_dollars.assign((schools + 1) * ledger_line_count, 0.0);
  record.ledger_posts.assign((schools + 1) * ledger_line_count, 0.0F);
  return record;
}

inline void put(YearRecord& record, Yearly measure, std::size_t school, double value) {
  record.yearly[static_cast<std::size_t>(measure) * record.schools + school] = value;
}

inline void put(YearRecord& record, Weekly measure, std::size_t week, float value) {
  record.district[static_cast<std::size_t>(measure) * static_cast<std::size_t>(record.weeks) + week] = value;
}

inline void put(YearRecord& record, SupportMeasure measure, std::size_t school, InteractionKind kind, float value) {
  record.support[(static_cast<std::size_t>(measure) * record.schools + school) * interaction_count +
                 static_cast<std::size_t>(kind)] = value;
}

/// Hours of people of a school that go to an activity of the ledger.
inline void put(YearRecord& record, PersonKind person, std::size_t activity, std::size_t school, float hours) {
  record.hours[(static_cast<std::size_t>(person) * activity_count + activity) * record.schools + school] = hours;
}

inline void put(YearRecord& record, GroupMeasure measure, std::size_t school, Group group, Subject subject,
                double value) {
  record.groups[((static_cast<std::size_t>(measure) * record.schools + school) * 2 + static_cast<std::size_t>(group)) *
                    2 +
                static_cast<std::size_t>(subject)] = value;
}

/// Students of a group in a school with the same score in both subjects.
inline void put_students(YearRecord& record, std::size_t school, Group group, double students, double score) {
  for (const Subject subject : {Subject::reading, Subject::mathematics}) {
    put(record, GroupMeasure::tested_students, school, group, subject, students);
    put(record, GroupMeasure::achievement, school, group, subject,
        students > 0.0 ? score : std::numeric_limits<double>::quiet_NaN());
    put(record, GroupMeasure::proficient, school, group, subject,
        students > 0.0 ? 0.5 + score : std::numeric_limits<double>::quiet_NaN());
  }
}

}  // namespace districtsim
