#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/seating.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/rules/learning_by_doing.hpp"
#include "sim/rules/staffing_moves.hpp"

namespace districtsim {

namespace {

constexpr std::size_t no_novice = static_cast<std::size_t>(-1);
constexpr double usual_experience = 10.0;  ///< [years] at which practice is the district's norm

/// Practice that is usual with so many years, for the norm's level of support. [iSD]
double usual_practice(double years, double norm_practice, const Parameters& p) {
  const double behind =
      experience_effect(usual_experience, p.learning_by_doing) - experience_effect(years, p.learning_by_doing);
  return norm_practice - behind / p.teacher_effect.practice_to_achievement;
}

/// How a principal judges a novice's practice against what is usual for novices. [iSD]
double judged(const Conditions& conditions, const SchoolYear& year, double norm_practice, const Teachers& teachers,
              std::size_t row, double noise) {
  double practice = 0.0;
  for (int d = 0; d < dimension_count; ++d) practice += static_cast<double>(teachers.practice(row, d));
  const double luck = conditions.draws.normal(Purpose::renewal_signal, {teachers.key[row], 0}, year.summer);
  const auto years = static_cast<double>(teachers.experience[row]);
  const double seen =
      practice / dimension_count - usual_practice(years, norm_practice, conditions.parameters) + noise * luck;
  return judged_practice(seen, noise, conditions.parameters.staffing_moves);
}

/// Within which limits contracts can be left to end: the contract's years and the union's strength.
struct ContractLimits {
  double years = 0.0;  ///< of experience below which a contract can be left to end
  double cut = 0.0;    ///< [iSD] judged practice below which it is
  double room = 1.0;   ///< of the largest share of a staff
};

ContractLimits contract_limits(const Conditions& conditions) {
  const Context& context = conditions.scenario.context;
  const double room = contract_room(context.union_strength, conditions.parameters.labor_market);
  return {static_cast<double>(context.tenure_years), conditions.parameters.staffing_moves.cut / room, room};
}

/// The novice of a staff who looks weakest, if below the cut.
std::size_t weakest_novice(const Conditions& conditions, const SchoolYear& year, const ContractLimits& limits,
                           double norm_practice, const Teachers& teachers, Rows staff, std::uint32_t evaluated) {
  const StaffingMovesParameters& p = conditions.parameters.staffing_moves;
  std::size_t weakest = no_novice;
  double least = limits.cut;
  for (std::size_t row = staff.begin; row < staff.end; ++row) {
    if (teachers.holder[row] != Holder::regular || static_cast<double>(teachers.experience[row]) >= limits.years) {
      continue;
    }
    const double noise = row - staff.begin < evaluated ? p.evaluated : p.noise;
    const double looks = judged(conditions, year, norm_practice, teachers, row, noise);
    if (looks >= least) continue;
    least = looks;
    weakest = row;
  }
  return weakest;
}

}  // namespace

void renew(const Conditions& conditions, const SchoolYear& year, District& district) {
  std::fill(district.flows.not_renewed.begin(), district.flows.not_renewed.end(), 0);
  if (!conditions.on(Mechanism::staffing_moves) || !conditions.on(Mechanism::departures)) return;
  const Schools& schools = district.schools;
  const ContractLimits limits = contract_limits(conditions);
  for_blocks(schools.size(), 32, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      const double contracts = limits.room * static_cast<double>(staff.size());
      const int most = most_not_renewed(contracts, conditions.parameters.staffing_moves);
      int& ended = district.flows.not_renewed[school];
      while (ended < most) {
        const std::size_t row = weakest_novice(conditions, year, limits, district.norm_practice, district.teachers,
                                               staff, schools.evaluated[school]);
        if (row == no_novice) break;
        district.journal.note(school, {year.summer, district.principals.key[school], district.teachers.key[row], 0,
                                       InteractionKind::staffing_moves, Outcome::taken_up, 0.0F});
        vacate(district.teachers, row);
        ++ended;
      }
      district.support.enter(school, InteractionKind::staffing_moves, ended, 0, {PersonKind::school_leader, 0},
                             {PersonKind::teacher, 0});
    }
  });
}

}  // namespace districtsim
