#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/seating.hpp"
#include "sim/phases/stipends.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/phases/transfer.hpp"
#include "sim/rules/whole_years.hpp"

namespace districtsim {

namespace {

/// What a teacher does at the end of a year.
enum class Exit : std::uint8_t { stay, leave, retire, move_out, move_within, move_for_stipend };

/// What holds for all teachers of a summer, made once.
struct Summer {
  Summer(const Conditions& conditions, const SchoolYear& year, const CentralOffice& central)
      : leave([&](double years) { return leave_logit(years, conditions.parameters.departure); }),
        move([&](double years) { return move_logit(years, conditions.parameters.departure); }),
        paid(stipends_of(conditions, year.number)),
        offered(stipends_of(conditions, year.number >= 1 ? year.number + 1 : 0)),
        relative_pay(conditions.scenario.context.pay * (1.0 + central.pay_raise)),
        pays(conditions.on(Mechanism::incentives)) {}
  WholeYears leave;
  WholeYears move;
  Stipends paid;        ///< in the year that ends
  Stipends offered;     ///< to those who move now
  double relative_pay;  ///< against the market's
  bool pays;
};

/// What trust in leaders, pay and stipends take off the logits of leaving and moving.
StayTerms stay_terms(const Conditions& conditions, const Summer& summer, const Teachers& teachers, std::size_t row) {
  const LaborMarketParameters& p = conditions.parameters.labor_market;
  StayTerms terms = trust_terms(static_cast<double>(teachers.trust_principal[row]), p);
  if (!summer.pays) return terms;
  const SchoolId school = teachers.school[row];
  const double stipend =
      summer.paid.retention[school] + (teachers.stipend_years[row] > 0 ? summer.paid.transfer[school] : 0.0);
  const double paid = pay_term(summer.relative_pay, stipend, p);
  terms.leave += paid;
  terms.move += paid;
  return terms;
}

/// What a transfer stipend of another school of the grade span is worth to a teacher of a school that pays none.
/// [utility]
double drawn_elsewhere(const Conditions& conditions, const Summer& summer, const Teachers& teachers, std::size_t row) {
  const SchoolId own = teachers.school[row];
  const auto span = static_cast<std::size_t>(conditions.scenario.district.schools[own].level);
  const double best = summer.offered.best_transfer[span];
  if (best <= 0.0 || summer.offered.transfer[own] > 0.0) return 0.0;
  const double spread = conditions.parameters.teacher_effect.talent_sd;
  const double talent = spread > 0.0 ? static_cast<double>(teachers.talent[row]) / spread : 0.0;
  return transfer_worth(best, talent, conditions.parameters.labor_market);
}

Exit exit_of(const Conditions& conditions, const SchoolYear& year, const Summer& summer, const Teachers& teachers,
             std::size_t row, double need) {
  const DepartureParameters& p = conditions.parameters.departure;
  const float years = teachers.experience[row];
  const double strain = conditions.on(Mechanism::strain) ? static_cast<double>(teachers.strain[row]) : 0.0;
  const StayTerms stay = stay_terms(conditions, summer, teachers, row);
  const DrawBlock luck = conditions.draws.block(Purpose::departure, {teachers.key[row], 0}, year.summer);
  if (conditions.on(Mechanism::departures)) {
    const double u = open_unit(luck[0]);
    if (years >= 45.0F) return Exit::retire;
    if (u < leave_probability_at(summer.leave.at(years) - stay.leave, strain, need, p)) {
      // Who would have stayed without the late rise of leaving retires.
      return u < leave_probability_at(p.leave_base - stay.leave, strain, need, p) ? Exit::leave : Exit::retire;
    }
  }
  const double moves = summer.move.at(years) - stay.move;
  const double u = open_unit(luck[1]);
  const bool within = conditions.on(Mechanism::transfers);
  if (u >= move_probability_at(moves, strain, need, p)) {
    const double drawn = within ? drawn_elsewhere(conditions, summer, teachers, row) : 0.0;
    const double more = conditions.parameters.labor_market.look * drawn;
    return more > 0.0 && u < move_probability_at(moves + more, strain, need, p) ? Exit::move_for_stipend : Exit::stay;
  }
  if (open_unit(luck[2]) < p.move_within) return within ? Exit::move_within : Exit::stay;
  return conditions.on(Mechanism::departures) ? Exit::move_out : Exit::stay;
}

/// Decides for a school's teachers; leavers' posts become vacant, those who look within the district are listed.
void end_year(const Conditions& conditions, const SchoolYear& year, const Summer& summer, std::size_t school,
              District& district, std::vector<Looker>& looking) {
  Teachers& teachers = district.teachers;
  StaffFlows& flows = district.flows;
  flows.stayed[school] = flows.moved[school] = 0;
  flows.left[school] = flows.not_renewed[school];
  flows.retired[school] = 0;
  for (std::uint32_t row = district.schools.teacher_begin[school]; row < district.schools.teacher_begin[school + 1];
       ++row) {
    if (teachers.holder[row] == Holder::substitute) vacate(teachers, row);
    if (teachers.holder[row] == Holder::vacant) continue;
    const Exit exit = exit_of(conditions, year, summer, teachers, row, district.schools.need[school]);
    switch (exit) {
      case Exit::stay:
        ++flows.stayed[school];
        break;
      case Exit::retire:
        ++flows.retired[school];
        [[fallthrough]];
      case Exit::leave:
        ++flows.left[school];
        vacate(teachers, row);
        break;
      case Exit::move_out:
        ++flows.moved[school];
        vacate(teachers, row);
        break;
      case Exit::move_within:
      case Exit::move_for_stipend:
        ++flows.stayed[school];  // unless they find a place
        looking.push_back({row, exit == Exit::move_for_stipend});
        break;
    }
    if (teachers.stipend_years[row] > 0) --teachers.stipend_years[row];
  }
}

}  // namespace

void depart(const Conditions& conditions, const SchoolYear& year, District& district) {
  renew(conditions, year, district);
  // Lists by school keep one order of those who look for a place, whatever the threads do.
  std::vector<std::vector<Looker>> looking(district.schools.size());
  const Summer summer(conditions, year, district.central);
  for_blocks(district.schools.size(), 32, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      end_year(conditions, year, summer, school, district, looking[school]);
    }
  });
  transfer(conditions, year, looking, district);
  if (conditions.on(Mechanism::leader_turnover)) {
    leaders_leave(conditions, year, district);
  } else {
    for (int& years : district.principals.tenure) ++years;
  }
}

}  // namespace districtsim
