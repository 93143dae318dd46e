#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "sim/core/parallel.hpp"
#include "sim/district/teachers.hpp"

namespace districtsim {

constexpr std::size_t most_staff = 1024;  ///< at least the teachers of the largest school

/// The dimensions that team inquiry works on, in the order of TeamMeetings.
constexpr std::array<std::size_t, 2> inquiry_dimensions = {static_cast<std::size_t>(Dimension::pedagogy),
                                                           static_cast<std::size_t>(Dimension::evidence)};

/// Who leads a school's meetings of a week, and what that makes of them.
struct MeetingTerms {
  float led_strength = 0.0F;  ///< [iSD] gain rate times the meeting's quality
  float unled_strength = 0.0F;
  float led_best = 0.0F;          ///< [iSD] practice of the one who leads
  float colleague = 0.0F;         ///< [iSD] added to the best colleague's
  float trust_unled = 0.0F;       ///< 0 to 1
  float led_expectations = 0.0F;  ///< [1 per meeting] raised by a led one
};

/// What each teacher of one school can learn from this week, by place within the school.
struct SchoolMeetings {
  std::array<float, most_staff> trust;
  std::array<float, most_staff> strength;
  std::array<float, most_staff> expectations;  ///< share by which they rise, where taken up
  std::array<float, most_staff> outcome;
  std::array<std::array<float, most_staff>, 2> practice;
  std::array<std::array<float, most_staff>, 2> best;
};

/// Practice of a school's teachers now, once for the best of a team and for everybody's distance to them.
inline void look_at_practice(const Teachers& teachers, Rows staff, SchoolMeetings& meetings) {
  for (std::size_t d = 0; d < 2; ++d) {
    const float* stable = &teachers.stable[inquiry_dimensions[d]][staff.begin];
    const float* learned = &teachers.learned[staff.begin];
    const float* supported = &teachers.supported[inquiry_dimensions[d]][staff.begin];
    float* practice = meetings.practice[d].data();
    for (std::size_t place = 0; place < staff.size(); ++place) {
      practice[place] = stable[place] + learned[place] + supported[place];
    }
  }
}

/// Calls one team's meeting: everybody can learn from the best colleague, and from the one who leads. `team` counts
/// from the first row of the school. A team of one does not meet.
inline void call_meeting(const MeetingTerms& terms, const float* trust_principal, Rows team, bool led,
                         SchoolMeetings& meetings) {
  const bool meets = team.size() >= 2;
  for (std::size_t d = 0; d < 2; ++d) {
    const auto& practice = meetings.practice[d];
    float best = -10.0F;
    for (std::size_t place = team.begin; place < team.end; ++place) best = std::max(best, practice[place]);
    best += terms.colleague;
    if (led) best = std::max(terms.led_best, best);
    std::fill(&meetings.best[d][team.begin], &meetings.best[d][team.begin] + team.size(), best);
  }
  const float strength = led ? terms.led_strength : terms.unled_strength;
  for (std::size_t place = team.begin; place < team.end; ++place) {
    meetings.trust[place] = led ? trust_principal[place] : terms.trust_unled;
    meetings.strength[place] = meets ? strength : 0.0F;
    meetings.expectations[place] = led ? terms.led_expectations : 0.0F;
  }
}

}  // namespace districtsim
