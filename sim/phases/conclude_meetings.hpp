#pragma once

#include "sim/district/journal.hpp"
#include "sim/district/schools.hpp"
#include "sim/district/support_tally.hpp"
#include "sim/phases/teacher_week.hpp"
#include "sim/phases/team_meetings.hpp"

namespace districtsim {

/// Expectations rise where a led meeting was taken up; the school's ledger gets its sums.
inline void conclude(const SchoolMeetings& meetings, Minutes minutes, std::size_t school, Rows staff, Schools& schools,
                     Teachers& teachers, SupportTally& support) {
  float there = 0.0F;
  float outcomes = 0.0F;  // whole numbers: 1 for each who is there, 1 more for each who takes it up
  for (std::size_t place = 0; place < staff.size(); ++place) {
    const float outcome = meetings.outcome[place];
    const float kept = outcome > 1.5F ? 1.0F : 0.0F;
    float& expectations = teachers.expectations[staff.begin + place];
    expectations += meetings.expectations[place] * kept * (1.0F - expectations);
    there += outcome > 0.5F ? 1.0F : 0.0F;
    outcomes += outcome;
  }
  const auto came = static_cast<std::int32_t>(there);
  const auto kept = static_cast<std::int32_t>(outcomes) - came;
  schools.inquired[school] = staff.size() > 0 ? static_cast<double>(came) / static_cast<double>(staff.size()) : 0.0;
  if (came == 0) return;
  support.enter(school, InteractionKind::team_inquiry, kept, came - kept,
                {PersonKind::school_leader, schools.inquiry_minutes[school]}, {PersonKind::teacher, came * minutes});
}

/// Everybody who was at a meeting, with what it changed; nobody in particular gives it.
inline void note_meetings(const SchoolMeetings& meetings, const TeamMeetings& step, std::size_t school, Rows staff,
                          const Teachers& teachers, Journal& journal) {
  for (std::size_t place = 0; place < staff.size(); ++place) {
    if (meetings.outcome[place] < 0.5F) continue;
    float change = 0.0F;
    for (std::size_t d = 0; d < 2; ++d) {
      const std::size_t dimension = inquiry_dimensions[d];
      change += teachers.practice(staff.begin + place, static_cast<int>(dimension)) - meetings.practice[d][place];
    }
    journal.note(school,
                 {step.week, 0, teachers.key[staff.begin + place], static_cast<std::uint16_t>(step.minutes),
                  InteractionKind::team_inquiry, meetings.outcome[place] > 1.5F ? Outcome::taken_up : Outcome::refused,
                  change / dimension_count});
  }
}

}  // namespace districtsim
