#pragma once

#include <cstdint>

namespace districtsim {

/// What a draw decides. One value for each decision; values are part of every result, so they are never reused.
enum class Purpose : std::uint32_t {
  // at the start
  initial_experience = 1,
  teacher_practice = 2,
  teacher_traits = 3,
  school_climate = 4,
  school_intake = 5,
  principal_traits = 6,
  assistant_traits = 7,
  director_traits = 8,
  leader_tenure = 9,
  coach_quality = 10,
  coach_candidate = 11,
  coach_expertise = 12,
  coach_post_order = 13,
  teacher_beliefs = 14,
  teacher_leader_traits = 15,
  cross_school_leader_traits = 16,
  principal_conception = 17,
  // in a week
  operations_week = 20,
  teacher_week = 21,
  coaching_uptake = 22,
  visit_uptake = 23,
  inquiry_uptake = 24,
  assistance_uptake = 25,
  interaction_sample = 26,
  operations_matters = 27,
  demonstration_uptake = 28,
  development_uptake = 29,
  mentoring_uptake = 30,
  partner_uptake = 31,
  sponsorship_week = 32,
  cross_school_uptake = 35,
  // in a summer
  departure = 40,
  leader_exit = 41,
  principal_succession = 42,
  transfer_choice = 43,
  transfer_order = 44,
  applicants = 45,
  applicant_traits = 46,
  caseload_order = 47,
  principal_choice = 48,
  class_luck = 49,
  sampling_error = 50,
  renewal_signal = 51,
  survey_noise = 53,
  board_vote = 60,
  superintendent_exit = 61,
  superintendent_traits = 62,
  role_agreement = 63,
  provider_quality = 64,
  provider_choice = 65,
  school_focus = 66,
  leader_candidate = 67,
  role_given_up = 69,
};

}  // namespace districtsim
