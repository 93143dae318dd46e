#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/units.hpp"
#include "sim/rules/teacher_effect.hpp"
#include "sim/rules/time_account.hpp"
#include "sim/scenario/district_profile.hpp"
#include "sim/scenario/matters.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

using SchoolId = Id<struct SchoolTag>;

/// Minutes of each kind of operational matter.
using SchoolMatters = std::array<Minutes, matter_count>;

/// A role that a mandate gives to one of a school's first posts.
struct MandatedRole {
  LeaderRole role{};
  bool is_new = false;  ///< not there at the start: who takes it needs groundwork
};

/// Schools, one row each, in the order of the district's profile.
struct Schools {
  // fixed at the start
  std::vector<std::uint32_t> key;
  std::vector<SchoolLevel> level;
  std::vector<double> need;              ///< low-income share as (share - .5)/.25
  std::vector<double> low_income_share;  ///< 0 to 1, at the start
  std::vector<std::uint8_t> need_band;   ///< 0 lowest to 3 highest need within the grade span, 0 or 3 in small spans
  std::vector<int> teachers_at_start;
  std::vector<double> students_per_teacher_at_start;
  std::vector<double> climate_trait;  ///< [SD]

  // posts and rows
  std::vector<std::uint32_t> teacher_begin;  ///< first row of its teachers, one longer than the rows
  std::vector<std::uint32_t> team_begin;     ///< first row of its teams, one longer
  std::vector<int> coaches;                  ///< posts
  std::vector<int> assistants;               ///< posts
  std::vector<int> managers;                 ///< school administrative managers' posts
  std::vector<int> interventionists;         ///< intervention teachers' posts
  std::vector<int> early_posts;              ///< of the teaching posts, those that make classes up to grade 3 smaller
  std::vector<double> extended_hours;        ///< [h/week] of extended time for every student
  std::vector<std::vector<MandatedRole>> mandated_roles;  ///< of its teacher leaders' first posts
  std::vector<int> abandoned;                             ///< posts of new roles given up before this year
  std::vector<Minutes> public_minutes;                    ///< a week, that its principal gives to work with the public
  std::vector<int> rule_teachers;       ///< posts that new dollars have opened by the framework's rule
  std::vector<int> rule_coaches;        ///< likewise
  std::vector<int> rule_hours;          ///< [h/week] of extended time, likewise
  std::vector<Minutes> lent;            ///< a week, of principals' time to (+) or from (-) other schools; sums to 0
  std::vector<int> students;            ///< enrolled this year
  std::vector<std::uint32_t> director;  ///< row of the director or provider who has it, or no_director

  // state
  std::vector<double> climate;                            ///< [SD]
  std::vector<Minutes> backlog;                           ///< operational matters that wait for the school's leaders
  std::vector<Minutes> central_queue;                     ///< matters that wait at the central office
  std::vector<Minutes> arrived;                           ///< this week
  std::vector<Minutes> urgent;                            ///< of the backlog, arrived this week and cannot wait
  std::vector<SchoolMatters> matters;                     ///< arrived this year, by kind
  std::vector<Minutes> served;                            ///< resolved by central operations this week
  std::vector<LeaderWeek> leaders;                        ///< this week, principal and assistant principals together
  std::vector<std::uint32_t> evaluations_left;            ///< of the season, in this year
  std::vector<std::uint32_t> evaluated;                   ///< of the year's evaluations, how many are passed
  std::vector<Minutes> committed;                         ///< of the leaders' instructional minutes, promised this week
  std::vector<double> cohesion;                           ///< 0 to 1, of the instructional leadership team
  std::vector<double> data_routines;                      ///< 0 to 1
  std::vector<double> accountability;                     ///< 0 to 1, internal: staff holds itself to account
  std::vector<std::array<float, dimension_count>> heard;  ///< focus that teachers hear, weights that sum to 1
  std::vector<std::array<float, dimension_count>> emphasis;  ///< of each dimension in what is learned, 1 on average
  std::vector<double> coherence;   ///< 0 to 1, cosine of the plan's focus with the focus heard
  std::vector<double> team_share;  ///< 0 to 1, of team time that goes to instruction
  std::vector<double> efficacy;    ///< 0 to 1, mean of its teachers
  std::vector<double> ownership;   ///< 0 to 1, mean of its teachers
  std::vector<double> breadth;     ///< 0 to 1, of what is taught beyond what is tested
  std::vector<double> inflation;   ///< [SD] of tested scores by test preparation
  std::vector<double> push_back;   ///< of those who lost before this year, weighed by their voice
  std::vector<double> community;   ///< 0 to 1, support of families and community
  std::vector<double> readiness;   ///< 0 to 1, for posts of new roles
  std::vector<double> discretion;  ///< 0 to 1, share of its dollars that it decides itself, after the state's review
  std::vector<double> protest;     ///< in reference losses: what is felt of losses, before voice and community
  std::vector<double> loss;        ///< 0 to 1, share of dollars and leaders' time lost by decisions, this year
  std::vector<double> web;         ///< 0 to 1, web-of-support index, an output only

  std::vector<float> strain_part;  ///< [SD] the school's part of its teachers' strain target

  // support this week, in minutes of the giver
  std::vector<Minutes> coach_minutes;
  std::vector<Minutes> visit_minutes;
  std::vector<Minutes> inquiry_minutes;  ///< of leaders
  std::vector<double> inquired;          ///< 0 to 1, share of teachers whose team met this week
  std::vector<Minutes> director_minutes;
  std::vector<Minutes> network_minutes;

  /// Leaders' instructional minutes of this week that are not promised yet; visits and inquiry share what is left.
  [[nodiscard]] Minutes instruction_left(std::size_t school) const {
    return leaders[school].instruction - committed[school];
  }

  [[nodiscard]] std::size_t size() const { return key.size(); }
  [[nodiscard]] std::uint32_t teachers(std::size_t school) const {
    return teacher_begin[school + 1] - teacher_begin[school];
  }
};

/// Teaching teams, one row each, in the order of schools; a team's teachers are consecutive rows.
struct Teams {
  enum class Subject : std::int8_t { reading = 0, mathematics = 1, both = 2, other = 3 };
  std::vector<SchoolId> school;
  std::vector<std::int8_t> grade;  ///< grade row it teaches, or -1 for all grades of the school
  std::vector<Subject> subject;
  std::vector<float> weight;                 ///< share of its school's posts
  std::vector<std::uint32_t> teacher_begin;  ///< one longer than the rows
  [[nodiscard]] std::size_t size() const { return school.size(); }
};

/// Staff changes of one summer, by school.
struct StaffFlows {
  std::vector<int> stayed;
  std::vector<int> moved;  ///< to another school, within or out of the district
  std::vector<int> left;   ///< teaching
  std::vector<int> transferred_in;
  std::vector<int> hired;        ///< before this year
  std::vector<int> substitutes;  ///< long-term, this year
  std::vector<int> not_renewed;  ///< of those who left, novices whose contract the principal did not renew
  std::vector<int> retired;      ///< of those who left, by the late rise of leaving with experience
  std::vector<int> promoted;     ///< before this year, to a teacher leader's post
  std::vector<int> returned;     ///< before this year, teacher leaders back to a classroom of the school
  std::vector<int> displaced;    ///< before this year, out of the school because their post closed
  std::vector<int> placed;       ///< before this year, from another school where their post closed

  /// Calls `visit(column)` for every flow.
  template <class Visit>
  void each(const Visit& visit) {
    for (auto* column : {&stayed, &moved, &left, &transferred_in, &hired, &substitutes, &not_renewed, &retired,
                         &promoted, &returned, &displaced, &placed}) {
      visit(*column);
    }
  }
};

}  // namespace districtsim
