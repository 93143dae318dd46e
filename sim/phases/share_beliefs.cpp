#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/beliefs.hpp"

namespace districtsim {

namespace {

/// One belief of all teachers: now, where it is anchored, and as colleagues last left it.
struct Belief {
  float* now = nullptr;
  float* anchor = nullptr;
  float* shared = nullptr;
  float fade = 0.0F;  ///< [1/step] of the anchor
};

/// Constants of a step.
struct SharingTerms {
  float lasting = 0.0F;
  float susceptibility = 0.0F;  ///< 0 where colleagues do not count
  float expertise_tie = 0.0F;
  float norm = 0.0F;
};

float mean_practice(const Teachers& teachers, std::size_t row) {
  const float sum =
      (teachers.stable[0][row] + teachers.supported[0][row]) + (teachers.stable[1][row] + teachers.supported[1][row]) +
      (teachers.stable[2][row] + teachers.supported[2][row]) + (teachers.stable[3][row] + teachers.supported[3][row]);
  return teachers.learned[row] + 0.25F * sum;
}

/// Anchors move with what support has made of the belief since colleagues last talked.
void move_anchors(const Belief& belief, float lasting, Rows team) {
  for (std::size_t row = team.begin; row < team.end; ++row) {
    const float anchor = moved_anchor(belief.anchor[row], belief.now[row], belief.shared[row], lasting);
    belief.anchor[row] = anchor - belief.fade * anchor;
  }
}

/// A team's talk, in as many steps as it has members: the weighted sum over all without the own part.
void talk(const Belief& belief, const float* tie, float susceptibility, Rows team) {
  float all = 0.0F;
  float ties = 0.0F;
  for (std::size_t row = team.begin; row < team.end; ++row) {
    all += tie[row - team.begin] * belief.now[row];
    ties += tie[row - team.begin];
  }
  for (std::size_t row = team.begin; row < team.end; ++row) {
    const float own = tie[row - team.begin];
    const float colleagues = (all - own * belief.now[row]) / (ties - own);
    belief.now[row] = influenced(belief.anchor[row], colleagues, susceptibility);
    belief.shared[row] = belief.now[row];
  }
}

void return_to_anchors(const Belief& belief, Rows team) {
  for (std::size_t row = team.begin; row < team.end; ++row) {
    belief.now[row] = belief.shared[row] = belief.anchor[row];
  }
}

void share_in_team(const Teachers& teachers, const std::array<Belief, 3>& beliefs, const SharingTerms& terms,
                   Rows team) {
  constexpr std::size_t most_members = 1024;
  for (const Belief& belief : beliefs) move_anchors(belief, terms.lasting, team);
  if (team.size() < 2 || terms.susceptibility <= 0.0F) {
    for (const Belief& belief : beliefs) return_to_anchors(belief, team);
    return;
  }
  std::array<float, most_members> tie;
  for (std::size_t row = team.begin; row < team.end; ++row) {
    tie[row - team.begin] = tie_weight(mean_practice(teachers, row), terms.norm, terms.expertise_tie);
  }
  for (const Belief& belief : beliefs) talk(belief, tie.data(), terms.susceptibility, team);
}

double mean_of(const Column<float>& column, Rows staff, double none) {
  double sum = 0.0;
  for (std::size_t row = staff.begin; row < staff.end; ++row) sum += static_cast<double>(column[row]);
  return staff.size() > 0 ? sum / static_cast<double>(staff.size()) : none;
}

}  // namespace

void share_beliefs(const Conditions& conditions, Week week, double norm_practice, const Teams& teams,
                   Teachers& teachers) {
  if (!is_network_week(conditions.scenario.calendar, week)) return;
  const BeliefParameters& p = conditions.parameters.beliefs;
  SharingTerms terms;
  terms.lasting = static_cast<float>(p.lasting);
  terms.susceptibility = static_cast<float>(conditions.on(Mechanism::peer_influence) ? p.susceptibility : 0.0);
  terms.expertise_tie = static_cast<float>(p.expertise_tie);
  terms.norm = static_cast<float>(norm_practice);
  const std::array<Belief, 3> beliefs = {
      Belief{teachers.expectations.data(), teachers.expectations_anchor.data(), teachers.expectations_shared.data(),
             static_cast<float>(p.expectations_fade)},
      Belief{teachers.ownership.data(), teachers.ownership_anchor.data(), teachers.ownership_shared.data(), 0.0F},
      Belief{teachers.resistance.data(), teachers.resistance_anchor.data(), teachers.resistance_shared.data(), 0.0F}};
  for_blocks(teams.size(), 128, [&](Rows rows) {
    for (std::size_t team = rows.begin; team < rows.end; ++team) {
      share_in_team(teachers, beliefs, terms, {teams.teacher_begin[team], teams.teacher_begin[team + 1]});
    }
  });
}

void gather_beliefs(const Conditions& conditions, Week week, const Teachers& teachers, Schools& schools) {
  if (!week.first_of_year() && !is_network_week(conditions.scenario.calendar, week)) return;
  for_blocks(schools.size(), 64, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      schools.efficacy[school] = mean_of(teachers.efficacy, staff, conditions.parameters.efficacy.start);
      schools.ownership[school] = mean_of(teachers.ownership, staff, conditions.parameters.beliefs.ownership);
    }
  });
}

}  // namespace districtsim
