#include "sim/record/recorder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/elementary.hpp"
#include "sim/core/parallel.hpp"
#include "sim/district/mean_by_students.hpp"
#include "sim/record/column_sum.hpp"
#include "sim/record/observe_ledger.hpp"
#include "sim/record/observe_people.hpp"
#include "sim/record/observe_support.hpp"

namespace districtsim {

namespace {

constexpr std::size_t grain = 64;

bool is_sum(Weekly measure) { return measure >= Weekly::operational_backlog; }

float mean_trust_of_coached(const Teachers& teachers, Rows rows) {
  const MarkedSum trust = marked_sum(&teachers.trust_coach[rows.begin], rows_of(&teachers.coach[rows.begin]),
                                     static_cast<std::uint32_t>(no_coach.row()), rows.size());
  return trust.count > 0 ? trust.sum / static_cast<float>(trust.count) : std::numeric_limits<float>::quiet_NaN();
}

/// A weekly measure of the district from those of its schools: sums of hours, means over teachers.
float district_value(Weekly measure, const float* values, const Schools& schools) {
  double sum = 0.0;
  double weight = 0.0;
  for (std::size_t school = 0; school < schools.size(); ++school) {
    if (std::isnan(values[school])) continue;
    const double own = is_sum(measure) ? 1.0 : schools.teachers(school);
    sum += own * static_cast<double>(values[school]);
    weight += own;
  }
  if (is_sum(measure)) return static_cast<float>(sum);
  return weight > 0.0 ? static_cast<float>(sum / weight) : std::numeric_limits<float>::quiet_NaN();
}

/// Adds a school's students of one group and subject over grades: a mixture of normal distributions.
struct Mixture {
  double students = 0.0;
  double level = 0.0;
  double square = 0.0;
  double proficient = 0.0;

  void add(double count, double mean, double spread, double cut) {
    students += count;
    level += count * mean;
    square += count * (mean * mean + spread * spread);
    proficient += count * normal_cdf((mean - cut) / spread);
  }
};

Mixture mixture_of(const CohortCells& cells, std::size_t school, Group group, Subject subject, double cut) {
  Mixture mixture;
  const int first = cells.lowest_grade[school];
  for (int grade = first; grade < first + cells.grades(school); ++grade) {
    const std::size_t row = cells.row(school, grade, group, subject);
    if (cells.students[row] == 0) continue;
    mixture.add(cells.students[row], cells.tested[row], cells.spread[row], cut);
  }
  return mixture;
}

/// Leaders' hours with the public, in schools and at the central office.
double public_hours(const SupportTally& support) {
  constexpr std::size_t activity = interaction_count + static_cast<std::size_t>(OtherActivity::public_work);
  Minutes minutes = 0;
  for (const PlaceTally& place : support.places) {
    for (const auto& hours : place.hours) minutes += hours[activity];
  }
  return in_hours(minutes);
}

void observe_district(const District& district, YearRecord& record) {
  const Ledger& ledger = district.ledger;
  const auto put = [&](DistrictYearly measure, double value) {
    record.district_year[static_cast<std::size_t>(measure)] = value;
  };
  put(DistrictYearly::revenue, in_dollars(ledger.revenue));
  put(DistrictYearly::schools, in_dollars(ledger.schools_total()));
  put(DistrictYearly::central, in_dollars(ledger.central));
  put(DistrictYearly::other_services, in_dollars(ledger.other_services));
  put(DistrictYearly::reserve, in_dollars(ledger.reserve));
  put(DistrictYearly::partner, in_dollars(ledger.partner));
  put(DistrictYearly::stipends, in_dollars(ledger.stipends));
  const Cents unspent = total_of(ledger.school_unspent);
  put(DistrictYearly::unspent_restricted, in_dollars(unspent));
  put(DistrictYearly::political_capital, district.central.political_capital);
  put(DistrictYearly::superintendent_tenure, district.central.superintendent_tenure);
  put(DistrictYearly::top_sponsorship, district.central.sponsorship);
  const Decisions& decisions = district.decisions;
  put(DistrictYearly::rolled_back, decisions.rolled_back);
  put(DistrictYearly::rolled_back_dollars, in_dollars(decisions.rolled_back_cents));
  put(DistrictYearly::rolled_back_posts, decisions.rolled_back_posts);
  put(DistrictYearly::first_roll_back, decisions.first_roll_back);
  put(DistrictYearly::public_hours, public_hours(district.support));
  const auto add = [&](DistrictYearly measure, double value) {
    put(measure, value + (record.year > 1 ? record.district_year[static_cast<std::size_t>(measure)] : 0.0));
  };
  add(DistrictYearly::spent_to_date,
      in_dollars(ledger.schools_total() - unspent + ledger.central + ledger.partner + ledger.stipends));
  add(DistrictYearly::public_hours_to_date, public_hours(district.support));
  add(DistrictYearly::push_back_to_date, mean_by_students(district.schools.push_back, district.schools));
}

}  // namespace

Recorder::Recorder(const Conditions& conditions, Sink sink) : Recorder(conditions, std::move(sink), {}) {}

Recorder::Recorder(const Conditions& conditions, Sink sink, YearSoFar so_far)
    : conditions_(conditions),
      sink_(std::move(sink)),
      spans_(grade_spans(conditions.scenario.district.schools)),
      so_far_(std::move(so_far)) {}

void Recorder::begin_year(int year, const District& district) {
  const std::size_t schools = district.schools.size();
  so_far_.record.year = year;
  so_far_.record.weeks = conditions_.scenario.calendar.weeks_per_year;
  so_far_.record.schools = schools;
  const auto weeks = static_cast<std::size_t>(so_far_.record.weeks);
  so_far_.record.weekly.resize(weekly_measures.size() * weeks * schools);
  so_far_.record.district.resize(weekly_measures.size() * weeks);
  so_far_.record.yearly.assign(yearly_measures.size() * schools, 0.0);
  so_far_.record.groups.assign(group_measures.size() * schools * 4, 0.0);
  so_far_.record.agents = {};
  so_far_.record.interactions = {};
  so_far_.fixed_practice.resize(dimension_count * schools);
  const Teachers& teachers = district.teachers;
  for_blocks(schools, grain, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const std::size_t first = district.schools.teacher_begin[school];
      const std::size_t count = district.schools.teachers(school);
      const float learned = column_sum(&teachers.learned[first], count);
      for (std::size_t d = 0; d < dimension_count; ++d) {
        so_far_.fixed_practice[d * schools + school] = learned + column_sum(&teachers.stable[d][first], count);
      }
    }
  });
}

void Recorder::observe_week(int week, const District& district) {
  const Schools& schools = district.schools;
  const Teachers& teachers = district.teachers;
  const std::size_t count = schools.size();
  const auto weeks = static_cast<std::size_t>(so_far_.record.weeks);
  const auto place = [&](Weekly measure, std::size_t school) -> float& {
    return so_far_.record
        .weekly[(static_cast<std::size_t>(measure) * weeks + static_cast<std::size_t>(week)) * count + school];
  };
  for_blocks(count, grain, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const Rows staff{schools.teacher_begin[school], schools.teacher_begin[school + 1]};
      const float share = 1.0F / static_cast<float>(std::max<std::size_t>(1, staff.size()));
      for (std::size_t d = 0; d < dimension_count; ++d) {
        place(static_cast<Weekly>(d), school) = (so_far_.fixed_practice[d * count + school] +
                                                 column_sum(&teachers.supported[d][staff.begin], staff.size())) *
                                                share;
      }
      place(Weekly::strain, school) = column_sum(&teachers.strain[staff.begin], staff.size()) * share;
      place(Weekly::trust_in_coach, school) = mean_trust_of_coached(teachers, staff);
      place(Weekly::trust_in_principal, school) =
          column_sum(&teachers.trust_principal[staff.begin], staff.size()) * share;
      place(Weekly::climate, school) = static_cast<float>(schools.climate[school]);
      const LeaderWeek& leaders = schools.leaders[school];
      place(Weekly::principal_instruction_share, school) =
          static_cast<float>(leaders.instruction) / static_cast<float>(leaders.total);
      place(Weekly::expectations, school) = column_sum(&teachers.expectations[staff.begin], staff.size()) * share;
      place(Weekly::agenda_ownership, school) = static_cast<float>(schools.ownership[school]);
      place(Weekly::efficacy, school) = static_cast<float>(schools.efficacy[school]);
      place(Weekly::coherence, school) = static_cast<float>(schools.coherence[school]);
      place(Weekly::web_of_support, school) = static_cast<float>(schools.web[school]);
      place(Weekly::team_instruction_share, school) = static_cast<float>(schools.team_share[school]);
      place(Weekly::cohesion, school) = static_cast<float>(schools.cohesion[school]);
      place(Weekly::operational_backlog, school) = static_cast<float>(in_hours(schools.backlog[school]));
      place(Weekly::coach_hours, school) = static_cast<float>(in_hours(schools.coach_minutes[school]));
      place(Weekly::visit_hours, school) = static_cast<float>(in_hours(schools.visit_minutes[school]));
      place(Weekly::inquiry_hours, school) = static_cast<float>(in_hours(schools.inquiry_minutes[school]));
      place(Weekly::director_hours, school) = static_cast<float>(in_hours(schools.director_minutes[school]));
      place(Weekly::network_hours, school) = static_cast<float>(in_hours(schools.network_minutes[school]));
      const auto add = [&](Yearly measure, double hours) {
        so_far_.record.yearly[static_cast<std::size_t>(measure) * count + school] += hours;
      };
      add(Yearly::year_coach_hours, in_hours(schools.coach_minutes[school]));
      add(Yearly::year_visit_hours, in_hours(schools.visit_minutes[school]));
      add(Yearly::year_inquiry_hours, in_hours(schools.inquiry_minutes[school]));
      add(Yearly::year_director_hours, in_hours(schools.director_minutes[school]));
      add(Yearly::year_instruction_hours, in_hours(leaders.instruction));
      add(Yearly::year_leader_hours, in_hours(leaders.total));
    }
  });
  for_blocks(weekly_measures.size(), 1, [&](Rows measures) {
    const auto m = static_cast<Weekly>(measures.begin);
    so_far_.record.district[measures.begin * weeks + static_cast<std::size_t>(week)] =
        district_value(m, &place(m, 0), schools);
  });
  if (conditions_.scenario.record.agents == AgentsRecorded::weekly) observe_agents(week, district);
}

void Recorder::observe_agents(int week, const District& district) {
  const Teachers& teachers = district.teachers;
  AgentColumns& agents = so_far_.record.agents;
  const int at = (so_far_.record.year - 1) * so_far_.record.weeks + week;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    agents.week.push_back(at);
    agents.person.push_back(teachers.key[row]);
    agents.school.push_back(static_cast<std::int32_t>(teachers.school[row]));
    agents.post.push_back(teachers.post[row]);
    agents.holder.push_back(static_cast<std::int8_t>(teachers.holder[row]));
    agents.experience.push_back(teachers.experience[row]);
    for (int d = 0; d < dimension_count; ++d) {
      agents.practice[static_cast<std::size_t>(d)].push_back(teachers.practice(row, d));
    }
    agents.strain.push_back(teachers.strain[row]);
    agents.trust_in_coach.push_back(teachers.coach[row] == no_coach ? std::numeric_limits<float>::quiet_NaN()
                                                                    : teachers.trust_coach[row]);
    agents.trust_in_principal.push_back(teachers.trust_principal[row]);
    agents.coached.push_back(teachers.coach[row] == no_coach ? std::int8_t{0} : std::int8_t{1});
  }
}

void Recorder::observe_staff(const District& district) {
  const Schools& schools = district.schools;
  const Teachers& teachers = district.teachers;
  const TeacherEffectParameters& effect = conditions_.parameters.teacher_effect;
  const double weeks = so_far_.record.weeks;
  for_blocks(schools.size(), grain, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const auto put = [&](Yearly measure, double value) {
        so_far_.record.yearly[static_cast<std::size_t>(measure) * schools.size() + school] = value;
      };
      int novices = 0;
      double experience = 0.0;
      double gave = 0.0;
      for (std::size_t row = schools.teacher_begin[school]; row < schools.teacher_begin[school + 1]; ++row) {
        novices += teachers.experience[row] < novice_years ? 1 : 0;
        experience += static_cast<double>(teachers.experience[row]);
        double practice = 0.0;
        for (std::size_t d = 0; d < dimension_count; ++d) {
          practice += (static_cast<double>(teachers.stable[d][row] + teachers.learned[row]) +
                       static_cast<double>(teachers.supported_sum[d][row]) / weeks) /
                      dimension_count;
        }
        gave += teacher_effect(practice, district.norm_practice, static_cast<double>(teachers.talent[row]), effect);
      }
      const double staff = std::max(1U, schools.teachers(school));
      put(Yearly::teachers, schools.teachers(school));
      put(Yearly::coaches, schools.coaches[school]);
      put(Yearly::assistant_principals, schools.assistants[school]);
      put(Yearly::administrative_managers, schools.managers[school]);
      put(Yearly::intervention_teachers, schools.interventionists[school]);
      put(Yearly::early_grade_posts, schools.early_posts[school]);
      put(Yearly::extended_hours, schools.extended_hours[school]);
      put(Yearly::push_back, schools.push_back[school]);
      put(Yearly::community_support, schools.community[school]);
      put(Yearly::readiness, schools.readiness[school]);
      put(Yearly::abandoned_posts, schools.abandoned[school]);
      put(Yearly::students, schools.students[school]);
      put(Yearly::novices, novices);
      put(Yearly::mean_experience, experience / staff);
      put(Yearly::teacher_effect, gave / staff);
      put(Yearly::principal_skill, district.principals.skill(school));
      put(Yearly::grown_principal, district.principals.grown[school]);
      put(Yearly::principal_tenure, district.principals.tenure[school]);
      put(Yearly::allocation,
          in_dollars(district.ledger.school_allocation[school] - district.ledger.school_unspent[school]));
      put(Yearly::staff_cost, in_dollars(district.ledger.school_staff[school]));
      put(Yearly::unspent, in_dollars(district.ledger.school_unspent[school]));
      put(Yearly::programme_cost, in_dollars(district.ledger.school_programmes[school]));
      put(Yearly::dollars, in_dollars(district.ledger.school_dollars[school]));
    }
  });
  observe_people(conditions_, district, so_far_.record);
  observe_ledger(conditions_, district, so_far_.record);
  if (conditions_.scenario.record.agents == AgentsRecorded::yearly) observe_agents(so_far_.record.weeks - 1, district);
}

void Recorder::end_year(const District& district) {
  const std::size_t count = district.schools.size();
  const StaffFlows& flows = district.flows;
  const double cut = conditions_.parameters.cohort.proficiency_cut;
  for_blocks(count, grain, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const auto put = [&](Yearly measure, double value) {
        so_far_.record.yearly[static_cast<std::size_t>(measure) * count + school] = value;
      };
      put(Yearly::stayed, flows.stayed[school]);
      put(Yearly::moved, flows.moved[school]);
      put(Yearly::left, flows.left[school]);
      put(Yearly::transferred_in, flows.transferred_in[school]);
      put(Yearly::hired, flows.hired[school]);
      put(Yearly::substitutes, flows.substitutes[school]);
      put(Yearly::not_renewed, flows.not_renewed[school]);
      put(Yearly::retired, flows.retired[school]);
      put(Yearly::promoted, flows.promoted[school]);
      put(Yearly::returned, flows.returned[school]);
      put(Yearly::displaced, flows.displaced[school]);
      put(Yearly::placed, flows.placed[school]);
      put(Yearly::released_hours, in_hours(district.support.places[school].of(InteractionKind::resourcing).received));
      for (const Group group : {Group::low_income, Group::other}) {
        for (const Subject subject : {Subject::reading, Subject::mathematics}) {
          const Mixture mixture = mixture_of(district.cells, school, group, subject, cut);
          const auto put_group = [&](GroupMeasure measure, double value) {
            so_far_.record
                .groups[((static_cast<std::size_t>(measure) * count + school) * 2 + static_cast<std::size_t>(group)) *
                            2 +
                        static_cast<std::size_t>(subject)] = value;
          };
          const double none = std::numeric_limits<double>::quiet_NaN();
          const bool any = mixture.students > 0.0;
          const double mean = any ? mixture.level / mixture.students : none;
          put_group(GroupMeasure::tested_students, mixture.students);
          put_group(GroupMeasure::achievement, mean);
          put_group(GroupMeasure::achievement_spread,
                    any ? std::sqrt(std::max(0.0, mixture.square / mixture.students - mean * mean)) : none);
          put_group(GroupMeasure::proficient, any ? mixture.proficient / mixture.students : none);
        }
      }
    }
  });
  observe_district(district, so_far_.record);
  so_far_.record.need = need_values(so_far_.record, spans_);
  observe_support(district, so_far_.record);
  observe_interactions(conditions_.scenario.calendar, district.journal, so_far_.record);
  sink_(so_far_.record);
}

}  // namespace districtsim
