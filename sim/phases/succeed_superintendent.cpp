#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/succession.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

bool event_of(const Conditions& conditions, Event::Kind kind, int year) {
  const auto& events = conditions.scenario.events;
  return std::any_of(events.begin(), events.end(),
                     [&](const Event& event) { return event.kind == kind && event.year == year; });
}

double mean_of(const std::vector<double>& values, double otherwise) {
  if (values.empty()) return otherwise;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// How distributed leadership is: cohesion of schools' leadership teams, and backing of directors.
double distributed_leadership(const District& district, double usual) {
  return 0.5 * (mean_of(district.schools.cohesion, usual) + mean_of(district.directors.backing, usual));
}

/// What teachers hear goes part of the way back to all dimensions alike.
void blur_focus(double share, Schools& schools) {
  const auto part = static_cast<float>(std::min(1.0, share));
  for_blocks(schools.size(), 512, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      for (float& weight : schools.heard[school]) weight += part * (1.0F / dimension_count - weight);
    }
  });
}

/// Completed years of the superintendent of the start, in balance.
int first_tenure(const Conditions& conditions, std::uint32_t key) {
  const double u = conditions.draws.uniform(Purpose::superintendent_traits, {key, 1}, 0);
  if (conditions.parameters.succession.exit <= 0.0) return 0;
  return std::min(most_years, static_cast<int>(logarithm(u) / logarithm(1.0 - conditions.parameters.succession.exit)));
}

void succeed_at_top(const Conditions& conditions, const SchoolYear& year, District& district) {
  const SuccessionParameters& p = conditions.parameters.succession;
  CentralOffice& central = district.central;
  const double factor = loss_factor(distributed_leadership(district, p.usual_distribution), p);
  const double stance =
      conditions.draws.normal(Purpose::superintendent_traits, {district.schools.key[0], 0}, year.start);
  central.sponsorship = newcomers_sponsorship(central.sponsorship, stance, factor, p);
  central.political_capital += std::min(1.0, p.capital_lost * factor) *
                               (conditions.parameters.politics.capital_start - central.political_capital);
  central.superintendent_tenure = 0;
  blur_focus(p.focus_lost * factor, district.schools);
}

/// Every director leaves; newcomers know their principals as little as principals know them.
void replace_directors(const Conditions& conditions, const SchoolYear& year, District& district) {
  const AssistanceParameters& p = conditions.parameters.assistance;
  Directors& directors = district.directors;
  if (directors.bought) return;  // they are not the district's
  for (std::size_t row = 0; row < directors.size(); ++row) {
    const PersonKey key =
        person_key(district.schools.key[directors.schools(row).front()], principal_post - 1, year.index + 1);
    directors.key[row] = key;
    directors.expertise[row] =
        p.expertise + p.expertise_sd * conditions.draws.normal(Purpose::director_traits, {key, 0}, 0);
    directors.supported[row] = 0.0;
    directors.absorption[row] = 1.0;
    directors.backing[row] = district.central.sponsorship;
  }
  std::fill(district.principals.trust_director.begin(), district.principals.trust_director.end(),
            conditions.parameters.trust.start);
}

bool superintendent_leaves(const Conditions& conditions, const SchoolYear& year, const District& district) {
  if (event_of(conditions, Event::Kind::superintendent_exit, year.number)) return true;
  if (year.index == 0 || !conditions.on(Mechanism::superintendent_turnover)) return false;
  const double chance =
      superintendent_exit_chance(district.central.political_capital, conditions.parameters.politics.capital_start,
                                 conditions.parameters.succession);
  return conditions.draws.happens(chance, Purpose::superintendent_exit, {district.schools.key[0], 0}, year.start);
}

}  // namespace

void succeed_superintendent(const Conditions& conditions, const SchoolYear& year, District& district) {
  const SuccessionParameters& p = conditions.parameters.succession;
  const double framework = conditions.scenario.framework.sponsorship;
  CentralOffice& central = district.central;
  if (year.index == 0) central.superintendent_tenure = first_tenure(conditions, district.schools.key[0]);
  if (superintendent_leaves(conditions, year, district)) {
    succeed_at_top(conditions, year, district);
  } else if (year.index > 0) {
    ++central.superintendent_tenure;
    const bool turnover = conditions.on(Mechanism::superintendent_turnover);
    const double settled = turnover ? settled_sponsorship(framework, p) : framework;
    central.sponsorship += p.rebuilt * (settled - central.sponsorship);
  }
  if (event_of(conditions, Event::Kind::directors_exit, year.number)) replace_directors(conditions, year, district);
  if (event_of(conditions, Event::Kind::principals_exit, year.number)) replace_principals(conditions, year, district);
}

}  // namespace districtsim
