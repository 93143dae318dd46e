#pragma once

#include "sim/rules/skill.hpp"

namespace districtsim {

/// Coaching by teacher leaders: length of contacts, how good coaches are, and the pool they come from.
/// Kraft, Blazar & Hogan 2018; spread of coaches: Blazar et al. 2021.
struct CoachingParameters {
  double contact_hours = 0.0;     ///< [h] of a contact that takes place, of both
  double refused_hours = 0.0;     ///< [h] a coach loses on one that is refused
  double work_week = 0.0;         ///< [h] of a teacher leader
  double quality_cv = 0.0;        ///< [1] coefficient of variation of coaches' quality (lognormal, mean 1)
  double expertise_margin = 0.0;  ///< [iSD] expertise above an able teacher of 12 years
  double applicants = 0.0;        ///< [1] applicants for teacher-leader posts per district teacher
  double signal = 0.0;            ///< [1] correlation of what a selection sees with quality
  double novice_years = 0.0;      ///< [years] of experience below which a teacher is taken on first
};

}  // namespace districtsim
