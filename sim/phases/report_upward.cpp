#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Evidence from schools: how much principals were assisted lately, and how used to evidence schools are. [1]
double evidence_of(const District& district) {
  double sum = 0.0;
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    sum += 0.5 * (district.principals.assisted[school] + district.schools.data_routines[school]);
  }
  return sum / static_cast<double>(district.schools.size());
}

/// Directors who have the time to report; their minutes are spent.
std::size_t reporting(const Conditions& conditions, Week week, District& district) {
  const Parameters& p = conditions.parameters;
  const Minutes minutes = in_minutes(p.system_learning.hours);
  const Minutes work_week = in_minutes(p.assistance.work_week);
  Directors& directors = district.directors;
  std::size_t reports = 0;
  for (std::size_t director = 0; director < directors.size(); ++director) {
    if (directors.schools(director).empty()) continue;
    if (directors.minutes[director] + minutes > work_week) continue;
    directors.minutes[director] += minutes;
    ++reports;
    district.support.enter(district.support.central_office(), InteractionKind::upward_evidence, 1, 0,
                           {PersonKind::director, minutes}, {PersonKind::cabinet, minutes});
    district.journal.note(directors.schools(director).front(),
                          {week.index, directors.key[director], 0, static_cast<std::uint16_t>(minutes),
                           InteractionKind::upward_evidence, Outcome::taken_up, 0.0F});
  }
  return reports;
}

/// Directors with schools, at least one.
double serving_directors(const Directors& directors) {
  std::size_t serving = 0;
  for (std::size_t director = 0; director < directors.size(); ++director) {
    if (!directors.schools(director).empty()) ++serving;
  }
  return serving > 0 ? static_cast<double>(serving) : 1.0;
}

}  // namespace

void report_upward(const Conditions& conditions, Week week, District& district) {
  if (!conditions.on(Mechanism::upward_evidence)) return;
  if (!is_network_week(conditions.scenario.calendar, week)) return;
  const SystemLearningParameters& p = conditions.parameters.system_learning;
  const double reports =
      static_cast<double>(reporting(conditions, week, district)) / serving_directors(district.directors);
  CentralOffice& central = district.central;
  const double evidence = evidence_of(district);
  for (double* learned :
       {&central.learned_operations, &central.learned_assistance, &central.learned_data, &central.learned_hiring}) {
    *learned = learned_after(*learned, evidence, reports, central.sponsorship, p);
  }
}

}  // namespace districtsim
