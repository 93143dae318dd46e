#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/phases/team_meetings.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/beliefs.hpp"

namespace districtsim {

namespace {

/// One belief of a school's teachers: now, where it is anchored, and as colleagues last left it.
struct Belief {
  float* __restrict now = nullptr;
  float* __restrict anchor = nullptr;
  float* __restrict shared = nullptr;
  float fade = 0.0F;  ///< [1/step] of the anchor
};

/// Constants of a step.
struct SharingTerms {
  float lasting = 0.0F;
  float susceptibility = 0.0F;  ///< 0 where colleagues do not count
  float expertise_tie = 0.0F;
  float norm = 0.0F;
  float expectations_fade = 0.0F;
};

/// Ties of one school's teachers to their colleagues, by place within the school.
struct SchoolTies {
  std::array<float, most_staff> tie;        ///< of others to them
  std::array<float, most_staff> of_others;  ///< 1 / sum of the ties of their team without their own, 0 alone
  std::array<float, most_staff> weight;     ///< of colleagues against the anchor
  std::array<float, most_staff> weighted;   ///< tie times belief
  std::array<float, most_staff> team_sum;
};

/// Sums over each team, written to the place of each of its members.
void sum_by_team(const std::vector<std::uint32_t>& teacher_begin, Rows teams, std::size_t first,
                 const std::array<float, most_staff>& values, std::array<float, most_staff>& sums) {
  for (std::size_t team = teams.begin; team < teams.end; ++team) {
    float sum = 0.0F;
    for (std::size_t place = teacher_begin[team] - first; place < teacher_begin[team + 1] - first; ++place) {
      sum += values[place];
    }
    std::fill(sums.data() + (teacher_begin[team] - first), sums.data() + (teacher_begin[team + 1] - first), sum);
  }
}

void tie_teams(const Teachers& teachers, const Teams& teams, const SharingTerms& terms, Rows own_teams, Rows staff,
               SchoolTies& ties) {
  const float* learned = &teachers.learned[staff.begin];
  std::array<const float*, dimension_count> stable;
  std::array<const float*, dimension_count> supported;
  for (std::size_t d = 0; d < dimension_count; ++d) {
    stable[d] = &teachers.stable[d][staff.begin];
    supported[d] = &teachers.supported[d][staff.begin];
  }
  for (std::size_t place = 0; place < staff.size(); ++place) {
    const float sum = (stable[0][place] + supported[0][place]) + (stable[1][place] + supported[1][place]) +
                      (stable[2][place] + supported[2][place]) + (stable[3][place] + supported[3][place]);
    ties.tie[place] = tie_weight(learned[place] + 0.25F * sum, terms.norm, terms.expertise_tie);
  }
  sum_by_team(teams.teacher_begin, own_teams, staff.begin, ties.tie, ties.team_sum);
  for (std::size_t place = 0; place < staff.size(); ++place) {
    const float others = ties.team_sum[place] - ties.tie[place];
    const bool any = others > 0.25F;  // a tie is at least one half
    ties.of_others[place] = any ? 1.0F / others : 0.0F;
    ties.weight[place] = any ? terms.susceptibility : 0.0F;
  }
}

/// Anchors move with what support has made of a belief since colleagues last talked; then they talk, in as many steps
/// as there are teachers: a team's weighted sum without the own part.
void talk(const Belief& belief, float lasting, const Teams& teams, Rows own_teams, Rows staff, SchoolTies& ties) {
  for (std::size_t place = 0; place < staff.size(); ++place) {
    const float anchor = moved_anchor(belief.anchor[place], belief.now[place], belief.shared[place], lasting);
    belief.anchor[place] = anchor - belief.fade * anchor;
    ties.weighted[place] = ties.tie[place] * belief.now[place];
  }
  sum_by_team(teams.teacher_begin, own_teams, staff.begin, ties.weighted, ties.team_sum);
  for (std::size_t place = 0; place < staff.size(); ++place) {
    const float colleagues = (ties.team_sum[place] - ties.weighted[place]) * ties.of_others[place];
    belief.now[place] = influenced(belief.anchor[place], colleagues, ties.weight[place]);
    belief.shared[place] = belief.now[place];
  }
}

void share_in_school(const SharingTerms& terms, const Teams& teams, Rows own_teams, Rows staff, SchoolTies& ties,
                     Teachers& teachers) {
  tie_teams(teachers, teams, terms, own_teams, staff, ties);
  const std::size_t first = staff.begin;
  const Belief expectations{&teachers.expectations[first], &teachers.expectations_anchor[first],
                            &teachers.expectations_shared[first], terms.expectations_fade};
  const Belief ownership{&teachers.ownership[first], &teachers.ownership_anchor[first],
                         &teachers.ownership_shared[first], 0.0F};
  const Belief resistance{&teachers.resistance[first], &teachers.resistance_anchor[first],
                          &teachers.resistance_shared[first], 0.0F};
  for (const Belief* belief : {&expectations, &ownership, &resistance}) {
    talk(*belief, terms.lasting, teams, own_teams, staff, ties);
  }
}

}  // namespace

void share_beliefs(const Conditions& conditions, Week week, double norm_practice, const Schools& schools,
                   const Teams& teams, Teachers& teachers) {
  if (!is_network_week(conditions.scenario.calendar, week)) return;
  const BeliefParameters& p = conditions.parameters.beliefs;
  SharingTerms terms;
  terms.lasting = static_cast<float>(p.lasting);
  terms.susceptibility = static_cast<float>(conditions.on(Mechanism::peer_influence) ? p.susceptibility : 0.0);
  terms.expertise_tie = static_cast<float>(p.expertise_tie);
  terms.norm = static_cast<float>(norm_practice);
  terms.expectations_fade = static_cast<float>(p.expectations_fade);
  for_blocks(schools.size(), 32, [&](Rows rows) {
    SchoolTies ties;
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      if (staff.size() == 0) continue;
      share_in_school(terms, teams, {schools.team_begin[school], schools.team_begin[school + 1]}, staff, ties,
                      teachers);
    }
  });
}

}  // namespace districtsim
