#include "sim/phases/coach_posts.hpp"

#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/build_leaders.hpp"
#include "sim/district/new_teacher.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/seating.hpp"

namespace districtsim {

namespace {

constexpr float able_to_lead_years = 5.0F;  ///< of experience before a teacher applies for a leader's post
constexpr double share_of_able = 0.7;       ///< of a staff in balance

/// A teacher leader whose post closed goes back to a classroom, or leaves the district.
void return_to_classroom(const Conditions& conditions, std::size_t coach, District& district) {
  const TeacherLeaders& leaders = district.teacher_leaders;
  const std::size_t row = vacancy_for(district, leaders.school[coach]);
  if (row >= district.teachers.size()) return;
  ++district.flows.returned[district.teachers.school[row]];
  TeacherTraits traits;
  traits.stable = leaders.stable[coach];
  traits.talent = leaders.talent[coach];
  seat_teacher(district.teachers, row, leaders.key[coach], traits, static_cast<int>(leaders.experience[coach]),
               conditions);
}

/// Teacher leaders by school, in the order of their rows.
std::vector<std::vector<std::uint32_t>> coaches_by_school(const District& district) {
  std::vector<std::vector<std::uint32_t>> rows(district.schools.size());
  for (std::uint32_t row = 0; row < district.teacher_leaders.size(); ++row) {
    rows[district.teacher_leaders.school[row]].push_back(row);
  }
  return rows;
}

/// Posts moved between schools take their holder along: one who is too many here goes where one is missing.
void move_coaches(const std::vector<int>& posts, District& district) {
  const auto by_school = coaches_by_school(district);
  std::vector<std::uint32_t> spare;
  std::vector<std::uint32_t> open;
  for (std::uint32_t school = 0; school < posts.size(); ++school) {
    const auto& rows = by_school[school];
    const auto wanted = static_cast<std::size_t>(std::max(0, posts[school]));
    for (std::size_t place = wanted; place < rows.size(); ++place) spare.push_back(rows[place]);
    const bool gained = posts[school] > district.schools.coaches[school];
    for (std::size_t place = rows.size(); gained && place < wanted; ++place) open.push_back(school);
  }
  for (std::size_t i = 0; i < std::min(spare.size(), open.size()); ++i) {
    district.teacher_leaders.school[spare[i]] = SchoolId(open[i]);
  }
}

/// Able teachers among these rows who apply for teacher-leader posts.
std::vector<CoachCandidate> candidates_among(const Conditions& conditions, const Principals& principals,
                                             const Teachers& teachers, Rows rows) {
  const double willing = conditions.parameters.coaching.applicants / share_of_able;
  std::vector<CoachCandidate> candidates;
  for (std::size_t row = rows.begin; row < rows.end; ++row) {
    if (teachers.holder[row] != Holder::regular || teachers.experience[row] < able_to_lead_years) continue;
    const LuckKey luck{teachers.key[row], 1};
    const double invited =
        inviting_multiplier(principals.engagement[teachers.school[row]], conditions.parameters.principal_role);
    if (!conditions.draws.happens(willing * invited, Purpose::coach_candidate, luck, 0)) continue;
    CoachCandidate candidate;
    candidate.luck = luck;
    candidate.key = teachers.key[row];
    candidate.row = static_cast<std::uint32_t>(row);
    candidate.experience = teachers.experience[row];
    candidate.talent = teachers.talent[row];
    for (std::size_t d = 0; d < dimension_count; ++d) candidate.stable[d] = teachers.stable[d][row];
    candidate.seen = draw_quality(conditions, luck).seen;
    candidates.push_back(candidate);
  }
  return candidates;
}

/// All who apply, the best seen first.
std::vector<CoachCandidate> candidates_of(const Conditions& conditions, const District& district) {
  constexpr std::size_t grain = 8192;
  const std::size_t teachers = district.teachers.size();
  std::vector<std::vector<CoachCandidate>> by_block((teachers + grain - 1) / grain);
  for_blocks(teachers, grain, [&](Rows rows) {
    by_block[rows.begin / grain] = candidates_among(conditions, district.principals, district.teachers, rows);
  });
  std::vector<CoachCandidate> candidates;
  for (const auto& own : by_block) candidates.insert(candidates.end(), own.begin(), own.end());
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const CoachCandidate& a, const CoachCandidate& b) { return a.seen > b.seen; });
  return candidates;
}

}  // namespace

std::size_t vacancy_for(const District& district, std::size_t school) {
  const Schools& schools = district.schools;
  for (std::size_t step = 0; step < schools.size(); ++step) {
    const std::size_t candidate = (school + step) % schools.size();
    if (schools.level[candidate] != schools.level[school]) continue;
    for (std::size_t row = schools.teacher_begin[candidate]; row < schools.teacher_begin[candidate + 1]; ++row) {
      if (district.teachers.holder[row] == Holder::vacant) return row;
    }
  }
  return district.teachers.size();
}

void close_coach_posts(const Conditions& conditions, const std::vector<int>& posts, District& district) {
  move_coaches(posts, district);
  std::vector<std::uint32_t> staying;
  for (std::uint32_t school = 0; const auto& rows : coaches_by_school(district)) {
    for (std::size_t place = 0; place < rows.size(); ++place) {
      if (place < static_cast<std::size_t>(posts[school])) {
        staying.push_back(rows[place]);
      } else {
        return_to_classroom(conditions, rows[place], district);
      }
    }
    ++school;
  }
  keep_coaches(district.teacher_leaders, staying);
}

void fill_coach_posts(const Conditions& conditions, const SchoolYear& year, const std::vector<int>& posts,
                      District& district) {
  const auto by_school = coaches_by_school(district);
  std::vector<OpenPost> open;
  for (std::uint32_t school = 0; school < posts.size(); ++school) {
    for (auto held = static_cast<int>(by_school[school].size()); held < posts[school]; ++held) {
      open.push_back({school, held});
    }
  }
  district.schools.coaches = posts;
  if (open.empty()) return;
  const std::vector<CoachCandidate> candidates = candidates_of(conditions, district);
  std::size_t next = 0;
  for (const OpenPost& post : in_drawn_order(conditions, district.schools, std::move(open), year.start)) {
    if (next >= candidates.size()) return;  // nobody applies: the post stays open this year
    const CoachCandidate& chosen = candidates[next++];
    ++district.flows.promoted[district.teachers.school[chosen.row]];
    vacate(district.teachers, chosen.row);
    seat_coach(conditions, district.teacher_leaders, post.school, chosen);
  }
}

}  // namespace districtsim
