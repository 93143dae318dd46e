#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace districtsim {

/// Columns and constants of the step that every teacher takes every week. Plain pointers: the step is compiled twice,
/// for any x86-64 and for x86-64-v3, with the same bits, and must bring no inline function of a library along.
struct TeacherWeek {
  std::size_t begin = 0;  ///< rows
  std::size_t end = 0;
  const std::uint32_t* key = nullptr;
  const std::uint32_t* school = nullptr;
  const std::uint32_t* coach = nullptr;
  const std::uint32_t* mentor = nullptr;
  const float* strain_trait = nullptr;
  float* strain = nullptr;
  float* absorption = nullptr;
  float* supported[4] = {};
  float* supported_sum[4] = {};
  std::int32_t* minutes_free = nullptr;
  const float* school_strain = nullptr;  ///< by school, the school's part of the target

  std::uint32_t stream[2] = {};  ///< key of the generator
  std::uint32_t week = 0;
  std::uint32_t purpose = 0;
  std::uint32_t no_coach = 0;
  std::uint32_t no_mentor = 0;
  float strain_coached = 0.0F;
  float strain_mentored = 0.0F;
  float strain_rate = 0.0F;
  float strain_shock = 0.0F;
  float recovery = 0.0F;   ///< 1 / weeks of recovery
  float retention = 1.0F;  ///< of supported practice in a week
  std::int32_t minutes = 0;
};

/// One week of the rows: strain moves and is shaken, absorption recovers, supported practice fades and is summed.
void step_teacher_week(const TeacherWeek& week);

/// Meetings of teams for consecutive teachers: what each can learn from, and the constants of the week's meetings.
struct TeamMeetings {
  std::size_t rows = 0;
  const std::uint32_t* key = nullptr;
  const float* trust = nullptr;     ///< in whom leads
  const float* strength = nullptr;  ///< gain rate times the meeting's quality; 0 where there is no meeting
  const float* best[2] = {};        ///< practice to learn from, in pedagogy and in use of evidence
  const float* resistance = nullptr;
  const float* ownership = nullptr;
  const float* practice[2] = {};  ///< of the teachers themselves
  float* supported[2] = {};
  float* absorption = nullptr;
  std::int32_t* minutes_free = nullptr;
  float* outcome = nullptr;  ///< 0 not there, 1 there, 2 there and taken up

  std::uint32_t stream[2] = {};
  std::uint32_t week = 0;
  std::uint32_t purpose = 0;
  float uptake_fixed = 0.0F;
  float uptake_trust = 0.0F;
  float uptake_ownership = 0.0F;
  float uptake_resistance = 0.0F;
  float uptake_disarmed = 0.0F;      ///< of that, where resistance is above 0
  float emphasis[2] = {1.0F, 1.0F};  ///< of the two dimensions in the school's focus
  float taken_share = 0.0F;
  float half_gap = 0.0F;
  std::int32_t minutes = 0;
};

/// Draws who takes the meeting up, and moves their practice toward the best.
void step_team_meetings(const TeamMeetings& meetings);

/// Blocks of draws for pairs of people, the same words as Draws::block: word w of pair i is words[w][i].
struct PairDraws {
  static constexpr std::size_t most = 64;
  std::size_t rows = 0;  ///< at most `most`
  std::uint32_t first[most] = {};
  std::uint32_t second[most] = {};
  std::uint32_t words[4][most];

  std::uint32_t stream[2] = {};
  std::uint32_t week = 0;
  std::uint32_t purpose = 0;

  /// Forgets the pairs before.
  void clear() { rows = 0; }
  void add(std::uint32_t one, std::uint32_t other) {
    first[rows] = one;
    second[rows++] = other;
  }
};

/// Makes the draws of all pairs at once: several times as fast as one by one.
void draw_pairs(PairDraws& pairs);

/// "x86-64-v3" or "x86-64": the build of the step in use. The environment variable DISTRICTSIM_KERNEL=portable chooses
/// the second everywhere; results are the same.
[[nodiscard]] std::string_view teacher_week_build();

}  // namespace districtsim
