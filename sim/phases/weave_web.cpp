#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/roles.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/web_of_support.hpp"

namespace districtsim {

namespace {

using Kind = InteractionKind;
// By the form that scenarios/interactions.yaml names first for the kinds that reach schools.
constexpr auto for_learning =
    std::to_array<Kind>({Kind::coaching, Kind::demonstration_visits, Kind::professional_development,
                         Kind::informal_visits, Kind::mentoring, Kind::director_assistance, Kind::partners});
constexpr auto among_peers =
    std::to_array<Kind>({Kind::team_inquiry, Kind::principal_networks, Kind::peer_ties, Kind::leadership_team});
constexpr auto of_resources = std::to_array<Kind>({Kind::resourcing});

/// Hours a week received since the year began, for each teacher. [h/week]
template <std::size_t count>
double hours_received(const PlaceTally& place, const std::array<Kind, count>& kinds, double teacher_weeks) {
  double minutes = 0.0;
  for (const Kind kind : kinds) minutes += place.of(kind).received;
  return in_hours(minutes) / teacher_weeks;
}

/// Mean legitimacy times clarity of a school's teacher leaders, with the top's sponsorship; that alone without any.
double sponsorship_of(const TeacherLeaders& leaders, std::size_t school, double top) {
  const Rows own = leaders_of(leaders, school);
  double sum = 0.0;
  for (std::size_t row = own.begin; row < own.end; ++row) {
    sum += static_cast<double>(leaders.legitimacy[row] * leaders.clarity[row]);
  }
  const auto count = static_cast<double>(own.size());
  return count > 0.0 ? 0.5 * (sum / count + top) : 0.5 * top;
}

FormsOfSupport forms_of(const Conditions& conditions, Week week, const District& district, std::size_t school) {
  const WebOfSupportParameters& p = conditions.parameters.web_of_support;
  const Schools& schools = district.schools;
  const PlaceTally& place = district.support.places[school];
  const double teacher_weeks = static_cast<double>(std::max(1U, schools.teachers(school))) * (week.week + 1);
  FormsOfSupport forms;
  const double freed = presence(hours_received(place, of_resources, teacher_weeks), p.released_hours);
  const double dollars = presence(in_dollars(district.ledger.school_dollars[school]),
                                  std::max(1.0, in_dollars(district.usual_dollars[school])));
  forms.resources = 0.5 * (freed + dollars);
  forms.learning = presence(hours_received(place, for_learning, teacher_weeks), p.learning_hours);
  forms.peers = presence(hours_received(place, among_peers, teacher_weeks), p.peer_hours);
  forms.operations =
      std::max(0.0, 1.0 - static_cast<double>(schools.backlog[school]) / std::max(1, schools.leaders[school].total));
  forms.sponsorship = sponsorship_of(district.teacher_leaders, school, district.central.sponsorship);
  return forms;
}

}  // namespace

void weave_web(const Conditions& conditions, Week week, District& district) {
  if (!is_network_week(conditions.scenario.calendar, week)) return;
  for_blocks(district.schools.size(), 64, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      district.schools.web[school] =
          web_index(forms_of(conditions, week, district, school), district.schools.coherence[school]);
    }
  });
}

}  // namespace districtsim
