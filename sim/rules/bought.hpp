#pragma once

#include <algorithm>

namespace districtsim {

/// What money buys besides teachers and their support, and what it does for learning. Class size itself is
/// cohort.class_size (Krueger 1999).
struct BoughtParameters {
  double extended_time_price = 0.0;    ///< [$] of an hour of extended time for a student
  double later_grades = 0.0;           ///< [1] effect of class size above grade 3, against early grades
  double class_size_lasting = 0.0;     ///< [1] of a gain by smaller classes left a year later
  double intervention = 0.0;           ///< [SD] gain of a student whom an intervention teacher serves for a year
  double intervention_students = 0.0;  ///< [students] that one intervention teacher serves in a year
  double intervention_lasting = 0.0;   ///< [1] of it left a year later
  double extended_time = 0.0;          ///< [SD per weekly hour] of extended time in a year
  double extended_time_lasting = 0.0;  ///< [1] of it left a year later
  double longest_extended_time = 0.0;  ///< [h/week] of extended time that a school can offer
};

/// Students of a school by grade, and its teaching posts.
struct ClassPlan {
  double early = 0.0;        ///< students of kindergarten to grade 3
  double later = 0.0;        ///< other students
  double teachers = 0.0;     ///< posts
  double early_posts = 0.0;  ///< of them, those that make early classes smaller
};

/// Students to a teacher.
struct ClassSizes {
  double early = 0.0;
  double later = 0.0;
};

/// General posts follow students; early posts come on top in kindergarten to grade 3, and later grades do without them.
/// A school without early grades, or with one post alone, has general posts only.
[[nodiscard]] inline ClassSizes class_sizes(const ClassPlan& plan) {
  const double students = plan.early + plan.later;
  const double posts = std::max(1.0, plan.teachers);
  const double early_posts = plan.early > 0.0 ? std::clamp(plan.early_posts, 0.0, posts - 1.0) : 0.0;
  const double general = posts - early_posts;
  if (students <= 0.0) return {};
  const double of_early = general * plan.early / students + early_posts;
  return {of_early > 0.0 ? plan.early / of_early : students / general, students / general};
}

/// Shares of a school's low-income students and of the others whom so many places reach, students who are behind first.
struct Served {
  double low_income = 0.0;
  double other = 0.0;
};
[[nodiscard]] inline Served served_shares(double places, double low_income, double other) {
  const double first = std::clamp(places, 0.0, low_income);
  const double second = std::clamp(places - first, 0.0, other);
  return {low_income > 0.0 ? first / low_income : 0.0, other > 0.0 ? second / other : 0.0};
}

}  // namespace districtsim
