#pragma once

namespace districtsim {

/// State and local resources of a school, or sums over schools.
struct LocalResources {
  double students = 0.0;
  double posts = 0.0;    ///< of those who work with students
  double dollars = 0.0;  ///< [$]
};

/// Whether a Title I school has as much as the other schools of its grade span together, by the test of students to a
/// post or by that of dollars for a student: one is enough (Elementary and Secondary Education Act, section 1118(c)).
[[nodiscard]] inline bool is_comparable(const LocalResources& own, const LocalResources& others, double ratio_at_most,
                                        double dollars_at_least) {
  if (own.students <= 0.0 || others.students <= 0.0) return true;
  const bool enough_posts = own.students * others.posts <= ratio_at_most * others.students * own.posts;
  const bool enough_dollars = own.dollars * others.students >= dollars_at_least * others.dollars * own.students;
  return enough_posts || enough_dollars;
}

}  // namespace districtsim
