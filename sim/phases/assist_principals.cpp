#include <algorithm>
#include <span>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/public_time.hpp"
#include "sim/phases/week_phases.hpp"

namespace districtsim {

namespace {

/// Constants of a week of assistance.
struct AssistanceWeek {
  Week week;
  Minutes contact = 0;
  Minutes brokered = 0;
  double taken_share = 0.0;  ///< of absorption, by a contact's hours
  double rate = 0.0;         ///< [SD] C of the skill rule, with what the unit has learned
  UptakeTerms uptake;
};

AssistanceWeek assistance_week(const Conditions& conditions, Week week, const CentralOffice& central) {
  const Parameters& p = conditions.parameters;
  AssistanceWeek plan;
  plan.week = week;
  plan.contact = std::max(1, in_minutes(p.assistance.contact_hours));
  plan.brokered = in_minutes(p.assistance.brokered_hours);
  plan.taken_share = absorbed_share(p.assistance.contact_hours, p.skill.hours_scale);
  plan.rate = p.assistance.gain_rate * service_factor(central.learned_assistance, p.system_learning);
  plan.uptake = uptake_terms({}, p.uptake);
  return plan;
}

/// Weekly hours of a director with principals: the plan's share of what work with the public leaves, as far as the
/// director is backed.
Minutes minutes_with_principals(const Conditions& conditions, const Directors& directors, std::size_t director) {
  const Parameters& p = conditions.parameters;
  const double share = conditions.scenario.support.director_time_with_principals;
  const double week = p.assistance.work_week - in_hours(directors.minutes[director]);
  return in_minutes(week * std::min(1.0, share * protected_factor(directors.backing[director], p.director_support)));
}

/// The order of a director's visits: round the caseload, twice to those who need more where assistance differs by need.
class Round {
 public:
  Round(const Conditions& conditions, std::span<const std::uint32_t> caseload, const Principals& principals)
      : caseload_(caseload),
        differs_(conditions.scenario.support.differentiated_assistance),
        new_years_(conditions.parameters.assistance.new_principal),
        principals_(principals) {
    for (const std::uint32_t school : caseload) turns_ += turns_of(school);
  }

  [[nodiscard]] std::size_t school_at(std::size_t turn) const {
    std::size_t left = turn % turns_;
    // First everybody once, then those with a second turn.
    if (left < caseload_.size()) return caseload_[left];
    left -= caseload_.size();
    for (const std::uint32_t school : caseload_) {
      if (turns_of(school) == 2 && left-- == 0) return school;
    }
    return caseload_.front();
  }

 private:
  [[nodiscard]] std::size_t turns_of(std::size_t school) const {
    if (!differs_) return 1;
    const bool fresh = principals_.tenure[school] < new_years_;
    return fresh || principals_.skill(school) < 0.0 ? 2 : 1;
  }

  std::span<const std::uint32_t> caseload_;
  bool differs_;
  double new_years_;
  const Principals& principals_;
  std::size_t turns_ = 0;
};

/// One contact offered; true if it takes place: the principal learns, and a matter at the central office is brokered.
bool assist(const Conditions& conditions, const AssistanceWeek& plan, std::size_t director, std::size_t school,
            District& district) {
  const Parameters& p = conditions.parameters;
  Principals& principals = district.principals;
  const LuckKey pair{principals.key[school], district.directors.key[director]};
  double& trust = principals.trust_director[school];
  const float chance = uptake_probability(
      {static_cast<float>(trust), static_cast<float>(p.uptake.reference_ownership), 0.0F}, plan.uptake);
  Interaction record{plan.week.index,
                     district.directors.key[director],
                     principals.key[school],
                     0,
                     InteractionKind::director_assistance,
                     Outcome::refused,
                     0.0F};
  if (!conditions.draws.happens(static_cast<double>(chance), Purpose::assistance_uptake, pair, plan.week.index)) {
    trust = lowered(trust, p.trust.loss);
    district.journal.note(school, record);
    return false;
  }
  const double gap = district.directors.shown(director) - principals.skill(school);
  record.minutes = static_cast<std::uint16_t>(plan.contact);
  record.outcome = Outcome::taken_up;
  record.effect = static_cast<float>(learn_skill(gap, plan.taken_share, plan.rate, p.skill.half_gap,
                                                 principals.supported[school], principals.absorption[school]));
  principals.assisted[school] = raised(principals.assisted[school], p.assistance.assisted_gain);
  trust = raised(trust, p.trust.gain);
  Minutes& queue = district.schools.central_queue[school];
  queue -= std::min(queue, plan.brokered);
  district.journal.note(school, record);
  return true;
}

void go_round(const Conditions& conditions, const AssistanceWeek& plan, std::size_t director, District& district) {
  Directors& directors = district.directors;
  Schools& schools = district.schools;
  const std::span<const std::uint32_t> caseload = directors.schools(director);
  if (caseload.empty()) return;
  const Round round(conditions, caseload, district.principals);
  const Minutes weekly = minutes_with_principals(conditions, directors, director);
  const auto contacts = std::min(caseload.size(), static_cast<std::size_t>(weekly / plan.contact));
  for (std::size_t turn = 0; turn < contacts; ++turn) {
    // The turn follows from the week, so that a director's round needs no state of its own.
    const std::size_t school = round.school_at(plan.week.index * contacts + turn);
    if (schools.director_minutes[school] > 0 || schools.instruction_left(school) < plan.contact) continue;
    const bool kept = assist(conditions, plan, director, school, district);
    const Minutes spent = kept ? plan.contact : 0;
    schools.director_minutes[school] = spent;
    schools.committed[school] += spent;
    directors.minutes[director] += spent;
    district.support.enter(school, InteractionKind::director_assistance, kept ? 1 : 0, kept ? 0 : 1,
                           {PersonKind::director, spent}, {PersonKind::school_leader, spent});
  }
}

}  // namespace

void assist_principals(const Conditions& conditions, Week week, District& district) {
  std::fill(district.schools.director_minutes.begin(), district.schools.director_minutes.end(), 0);
  const Minutes in_public =
      std::min(public_time(conditions, week).minutes(), in_minutes(conditions.parameters.assistance.work_week) / 2);
  std::fill(district.directors.minutes.begin(), district.directors.minutes.end(), in_public);
  district.support.enter(district.support.central_office(), PersonKind::director, OtherActivity::public_work,
                         in_public * static_cast<Minutes>(district.directors.size()));
  for (double& assisted : district.principals.assisted) {
    assisted = lowered(assisted, conditions.parameters.assistance.assisted_fade);
  }
  if (!conditions.on(Mechanism::director_assistance)) return;
  const AssistanceWeek plan = assistance_week(conditions, week, district.central);
  for_blocks(district.directors.size(), 8, [&](Rows rows) {
    for (std::size_t director = rows.begin; director < rows.end; ++director) {
      go_round(conditions, plan, director, district);
    }
  });
}

}  // namespace districtsim
