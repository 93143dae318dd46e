#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/contact_sums.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/phases/teacher_gain.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

constexpr float nothing_shown = -1000.0F;  ///< [iSD] below everybody's practice

/// Constants of a week with the partner.
struct PartnerWeek {
  Minutes minutes = 0;
  float trust = 0.0F;
  Showing showing;
  ContactTerms contact;
  UptakeTerms uptake;
};

PartnerWeek partner_week(const Conditions& conditions, const PartnerPlan& partner, double norm_practice) {
  const Parameters& p = conditions.parameters;
  PartnerWeek week;
  week.minutes = in_minutes(partner.hours);
  week.trust = static_cast<float>(p.trust.start);
  week.showing.expertise.fill(nothing_shown);
  week.showing.expertise[static_cast<std::size_t>(partner.dimension)] =
      static_cast<float>(norm_practice + p.partner.margin);
  week.contact = contact_terms(partner.hours * p.partner.attention, p.trust.loss, p);
  week.uptake = uptake_terms({}, p.uptake);
  return week;
}

void work_with(const Conditions& conditions, const PartnerWeek& plan, std::size_t row, ContactSums& sums,
               Teachers& teachers, Journal& journal) {
  const float chance = uptake_probability(offered_to(teachers, row, plan.trust), plan.uptake);
  const LuckKey luck{teachers.key[row], 0};
  const bool taken_up = conditions.draws.happens(static_cast<double>(chance), Purpose::partner_uptake, luck, sums.week);
  const float gain = taken_up ? learn_from_contact(teachers, row, plan.showing, plan.contact) : 0.0F;
  teachers.minutes_free[row] -= plan.minutes;  // paid and scheduled
  sums.given += plan.minutes;
  sums.received += plan.minutes;
  ++(taken_up ? sums.kept : sums.refused);
  sums.note(journal, 0, teachers.key[row], taken_up ? Outcome::taken_up : Outcome::refused, plan.minutes, gain);
}

}  // namespace

bool partner_paid(const Conditions& conditions, int year) {
  const auto& partner = conditions.scenario.support.partner;
  return conditions.on(Mechanism::partners) && partner.has_value() && year >= partner->first_year &&
         year < partner->first_year + partner->years;
}

void engage_partner(const Conditions& conditions, Week week, double norm_practice, const Schools& schools,
                    Teachers& teachers, SupportTally& support, Journal& journal) {
  const CalendarPlan& calendar = conditions.scenario.calendar;
  if (!partner_paid(conditions, week.year - calendar.warm_up_years + 1) || !is_network_week(calendar, week)) return;
  const PartnerWeek plan = partner_week(conditions, *conditions.scenario.support.partner, norm_practice);
  if (plan.minutes <= 0) return;
  for_blocks(schools.size(), 32, [&](Rows block) {
    for (std::size_t school = block.begin; school < block.end; ++school) {
      ContactSums sums = sums_of(InteractionKind::partners, school, week);
      PartnerWeek own = plan;
      own.showing.emphasis = schools.emphasis[school];
      for (std::size_t row = schools.teacher_begin[school]; row < schools.teacher_begin[school + 1]; ++row) {
        if (teachers.minutes_free[row] < plan.minutes) continue;
        work_with(conditions, own, row, sums, teachers, journal);
      }
      sums.enter(support, PersonKind::partner, PersonKind::teacher);
    }
  });
}

}  // namespace districtsim
