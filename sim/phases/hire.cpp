#include <algorithm>
#include <cmath>

#include "sim/core/parallel.hpp"
#include "sim/district/careers.hpp"
#include "sim/district/new_teacher.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/initiative.hpp"
#include "sim/phases/stipends.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

constexpr std::uint32_t most_applicants = 12;

std::vector<std::uint32_t> vacant_rows(const Teachers& teachers) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < teachers.size(); ++row) {
    if (teachers.holder[row] == Holder::vacant) rows.push_back(row);
  }
  return rows;
}

/// Applicants whom the district meets, relative to a usual market: by the market, pay, and who hires when. [1]
double market_factor(const Conditions& conditions, double pay_raise) {
  const LaborMarketParameters& p = conditions.parameters.labor_market;
  const Context& context = conditions.scenario.context;
  const double pay = context.pay * (1.0 + pay_raise);
  const double by_pay = conditions.on(Mechanism::incentives) ? applicants_by_pay(pay, p) : 1.0;
  const double early = held_in(conditions, &Initiatives::staffing) == Initiative::school ? p.school_pool : 1.0;
  return context.applicants * by_pay * early;
}

/// Correlation of what is seen of applicants with their effect, by who hires. [1]
double hiring_signal(const Conditions& conditions) {
  const LaborMarketParameters& p = conditions.parameters.labor_market;
  const Initiative who = held_in(conditions, &Initiatives::staffing);
  const double factor = who == Initiative::school     ? p.school_signal
                        : who == Initiative::district ? p.district_signal
                                                      : 1.0;
  return std::clamp(conditions.parameters.hiring.signal * factor, 0.0, 1.0);
}

/// Applicants for each vacancy on average: the pool shared out by attractiveness.
std::vector<double> expected_applicants(const Conditions& conditions, const SchoolYear& year, const District& district,
                                        const std::vector<std::uint32_t>& rows) {
  HiringParameters p = conditions.parameters.hiring;
  // Where the central office assigns, need comes first, whatever applicants would rather.
  if (held_in(conditions, &Initiatives::staffing) == Initiative::district)
    p.need = -conditions.parameters.labor_market.assigned_need;
  const Stipends stipends = stipends_of(conditions, year.number);
  std::vector<double> expected;
  double total = 0.0;
  for (const std::uint32_t row : rows) {
    const SchoolId school = district.teachers.school[row];
    const double paid = applicants_by_stipend(stipends.retention[school], conditions.parameters.labor_market);
    expected.push_back(attractiveness(district.schools.need[school], district.schools.climate[school], p) * paid);
    total += expected.back();
  }
  // A unit that has learned to fill posts in time meets more of those who look for one.
  const double in_time = service_factor(district.central.learned_hiring, conditions.parameters.system_learning);
  const double pool = in_time * market_factor(conditions, district.central.pay_raise) * p.applicants_per_vacancy *
                      p.usual_vacancies * static_cast<double>(district.teachers.size());
  for (double& share : expected) share *= pool / total;
  return expected;
}

/// What a school sees of an applicant: their future effect with noise.
double seen(const Conditions& conditions, double r, const TeacherTraits& traits, LuckKey luck, std::uint32_t week) {
  const TeacherEffectParameters& effect = conditions.parameters.teacher_effect;
  double practice = 0.0;
  for (const float stable : traits.stable) practice += static_cast<double>(stable) / dimension_count;
  const double worth = effect.practice_to_achievement * practice + static_cast<double>(traits.talent);
  const double sd = std::hypot(effect.practice_to_achievement * effect.stable_practice_sd, effect.talent_sd);
  return r * (sd > 0.0 ? worth / sd : 0.0) +
         std::sqrt(1.0 - r * r) * conditions.draws.normal(Purpose::applicant_traits, luck, week);
}

void seat_best(const Conditions& conditions, const SchoolYear& year, PersonKey key, std::uint32_t applicants,
               std::size_t row, Teachers& teachers) {
  const double signal = hiring_signal(conditions);
  std::uint32_t chosen = 0;
  TeacherTraits best;
  double best_seen = 0.0;
  for (std::uint32_t candidate = 0; candidate < applicants; ++candidate) {
    const TeacherTraits traits = draw_traits(key, candidate, conditions);
    const double view = applicants == 1 ? 0.0 : seen(conditions, signal, traits, {key, candidate}, year.start);
    if (candidate == 0 || view > best_seen) {
      chosen = candidate;
      best = traits;
      best_seen = view;
    }
  }
  const double u = conditions.draws.uniform(Purpose::initial_experience, {key, chosen}, 0);
  seat_teacher(teachers, row, key, best, years_of_hire(u, conditions.parameters.hiring), conditions);
}

void seat_substitute(const Conditions& conditions, PersonKey key, std::size_t row, Teachers& teachers) {
  TeacherTraits traits = draw_traits(key, 0, conditions);
  for (float& stable : traits.stable) stable += static_cast<float>(conditions.parameters.hiring.substitute_practice);
  seat_teacher(teachers, row, key, traits, 0, conditions);
  teachers.holder[row] = Holder::substitute;
}

}  // namespace

void hire(const Conditions& conditions, const SchoolYear& year, District& district) {
  Teachers& teachers = district.teachers;
  const std::vector<std::uint32_t> rows = vacant_rows(teachers);
  const std::vector<double> expected = expected_applicants(conditions, year, district, rows);
  for_blocks(rows.size(), 256, [&](Rows block) {
    for (std::size_t i = block.begin; i < block.end; ++i) {
      const std::uint32_t row = rows[i];
      const PersonKey key = person_key(district.schools.key[teachers.school[row]], teachers.post[row], year.index + 1);
      const double u = conditions.draws.uniform(Purpose::applicants, {key, 0}, year.start);
      const auto applicants = applicants_for(expected[i], u, most_applicants);
      if (applicants == 0 || !conditions.on(Mechanism::hiring)) {
        seat_substitute(conditions, key, row, teachers);
      } else {
        seat_best(conditions, year, key, applicants, row, teachers);
      }
    }
  });
  std::fill(district.flows.hired.begin(), district.flows.hired.end(), 0);
  std::fill(district.flows.substitutes.begin(), district.flows.substitutes.end(), 0);
  for (const std::uint32_t row : rows) {
    const bool regular = teachers.holder[row] == Holder::regular;
    ++(regular ? district.flows.hired : district.flows.substitutes)[teachers.school[row]];
  }
}

}  // namespace districtsim
