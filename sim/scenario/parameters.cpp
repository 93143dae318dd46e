#include "sim/scenario/parameters.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "sim/core/contracts.hpp"
#include "sim/core/embedded.hpp"
#include "sim/core/random.hpp"

namespace districtsim {

namespace {

using Binding = std::pair<std::string_view, double*>;

/// The one list that ties a name of scenarios/parameters.yaml to a number of the program.
std::vector<Binding> bindings(Parameters& p) {  // NOLINT(readability-function-size): a table
  return {
      {"skill.gain_rate", &p.skill.gain_rate},
      {"skill.half_gap", &p.skill.half_gap},
      {"skill.hours_scale", &p.skill.hours_scale},
      {"skill.recovery_weeks", &p.skill.recovery_weeks},
      {"skill.initial_gain", &p.skill.initial_gain},
      {"skill.forgetting", &p.skill.forgetting},
      {"learning_by_doing.fast", &p.learning_by_doing.fast},
      {"learning_by_doing.fast_years", &p.learning_by_doing.fast_years},
      {"learning_by_doing.slow", &p.learning_by_doing.slow},
      {"learning_by_doing.environment", &p.learning_by_doing.environment},
      {"teacher_effect.practice_to_achievement", &p.teacher_effect.practice_to_achievement},
      {"teacher_effect.talent_sd", &p.teacher_effect.talent_sd},
      {"teacher_effect.stable_practice_sd", &p.teacher_effect.stable_practice_sd},
      {"teacher_effect.dimension_correlation", &p.teacher_effect.dimension_correlation},
      {"teacher_effect.reference_practice", &p.teacher_effect.reference_practice},
      {"teacher_effect.differentiation_tilt", &p.teacher_effect.differentiation_tilt},
      {"teacher_effect.expectations", &p.teacher_effect.expectations},
      {"uptake.base", &p.uptake.base},
      {"uptake.trust", &p.uptake.trust},
      {"uptake.legitimacy", &p.uptake.legitimacy},
      {"uptake.resistance", &p.uptake.resistance},
      {"uptake.ownership", &p.uptake.ownership},
      {"uptake.reference_ownership", &p.uptake.reference_ownership},
      {"uptake.evidence", &p.uptake.evidence},
      {"uptake.evaluation", &p.uptake.evaluation},
      {"trust.start", &p.trust.start},
      {"trust.gain", &p.trust.gain},
      {"trust.loss", &p.trust.loss},
      {"coaching.contact_hours", &p.coaching.contact_hours},
      {"coaching.refused_hours", &p.coaching.refused_hours},
      {"coaching.work_week", &p.coaching.work_week},
      {"coaching.quality_cv", &p.coaching.quality_cv},
      {"coaching.expertise_margin", &p.coaching.expertise_margin},
      {"coaching.applicants", &p.coaching.applicants},
      {"coaching.signal", &p.coaching.signal},
      {"coaching.novice_years", &p.coaching.novice_years},
      {"visit.share_of_instruction", &p.visit.share_of_instruction},
      {"visit.leader_hours", &p.visit.leader_hours},
      {"visit.teacher_hours", &p.visit.teacher_hours},
      {"visit.specific_base", &p.visit.specific_base},
      {"visit.specific_skill", &p.visit.specific_skill},
      {"visit.unspecific_loss", &p.visit.unspecific_loss},
      {"visit.leader_expertise", &p.visit.leader_expertise},
      {"visit.expertise_per_skill", &p.visit.expertise_per_skill},
      {"visit.specific_cohesion", &p.visit.specific_cohesion},
      {"inquiry.attention", &p.inquiry.attention},
      {"inquiry.unled", &p.inquiry.unled},
      {"inquiry.leader_margin", &p.inquiry.leader_margin},
      {"inquiry.teams_per_coach", &p.inquiry.teams_per_coach},
      {"inquiry.colleague_margin", &p.inquiry.colleague_margin},
      {"inquiry.legitimacy", &p.inquiry.legitimacy},
      {"inquiry.expectations", &p.inquiry.expectations},
      {"inquiry.data_teams", &p.inquiry.data_teams},
      {"operations.base_hours", &p.operations.base_hours},
      {"operations.hours_per_student", &p.operations.hours_per_student},
      {"operations.need", &p.operations.need},
      {"operations.spread", &p.operations.spread},
      {"operations.central_share", &p.operations.central_share},
      {"operations.chasing", &p.operations.chasing},
      {"operations.departments", &p.operations.departments},
      {"operations.case_management", &p.operations.case_management},
      {"operations.work_week", &p.operations.work_week},
      {"operations.lapse", &p.operations.lapse},
      {"operations.disorder", &p.operations.disorder},
      {"operations.matter_spread", &p.operations.matter_spread},
      {"time_account.principal_week", &p.time_account.principal_week},
      {"time_account.assistant_week", &p.time_account.assistant_week},
      {"time_account.other_duties", &p.time_account.other_duties},
      {"time_account.protected_instruction", &p.time_account.protected_instruction},
      {"time_account.protection_skill", &p.time_account.protection_skill},
      {"time_account.teacher_support", &p.time_account.teacher_support},
      {"time_account.administrative_manager", &p.time_account.administrative_manager},
      {"assistance.contact_hours", &p.assistance.contact_hours},
      {"assistance.work_week", &p.assistance.work_week},
      {"assistance.expertise", &p.assistance.expertise},
      {"assistance.expertise_sd", &p.assistance.expertise_sd},
      {"assistance.gain_rate", &p.assistance.gain_rate},
      {"assistance.skill_sd", &p.assistance.skill_sd},
      {"assistance.brokered_hours", &p.assistance.brokered_hours},
      {"assistance.assisted_gain", &p.assistance.assisted_gain},
      {"assistance.assisted_fade", &p.assistance.assisted_fade},
      {"assistance.new_principal", &p.assistance.new_principal},
      {"network.schools", &p.network.schools},
      {"network.meeting_hours", &p.network.meeting_hours},
      {"network.attention", &p.network.attention},
      {"network.exemplars", &p.network.exemplars},
      {"strain.need", &p.strain.need},
      {"strain.trait", &p.strain.trait},
      {"strain.climate", &p.strain.climate},
      {"strain.principal", &p.strain.principal},
      {"strain.coached", &p.strain.coached},
      {"strain.weekly_rate", &p.strain.weekly_rate},
      {"strain.weekly_shock", &p.strain.weekly_shock},
      {"strain.mentored", &p.strain.mentored},
      {"departure.leave_base", &p.departure.leave_base},
      {"departure.retirement", &p.departure.retirement},
      {"departure.retirement_years", &p.departure.retirement_years},
      {"departure.retirement_width", &p.departure.retirement_width},
      {"departure.leave_strain", &p.departure.leave_strain},
      {"departure.leave_need", &p.departure.leave_need},
      {"departure.move_base", &p.departure.move_base},
      {"departure.move_early", &p.departure.move_early},
      {"departure.move_early_years", &p.departure.move_early_years},
      {"departure.move_strain", &p.departure.move_strain},
      {"departure.move_need", &p.departure.move_need},
      {"departure.move_within", &p.departure.move_within},
      {"departure.coach_exit", &p.departure.coach_exit},
      {"departure.principal_exit", &p.departure.principal_exit},
      {"departure.assistant_exit", &p.departure.assistant_exit},
      {"departure.assistant_promoted", &p.departure.assistant_promoted},
      {"hiring.applicants_per_vacancy", &p.hiring.applicants_per_vacancy},
      {"hiring.usual_vacancies", &p.hiring.usual_vacancies},
      {"hiring.need", &p.hiring.need},
      {"hiring.climate", &p.hiring.climate},
      {"hiring.signal", &p.hiring.signal},
      {"hiring.novice_share", &p.hiring.novice_share},
      {"hiring.experienced_years", &p.hiring.experienced_years},
      {"hiring.substitute_practice", &p.hiring.substitute_practice},
      {"hiring.transfer_need", &p.hiring.transfer_need},
      {"hiring.transfer_climate", &p.hiring.transfer_climate},
      {"cohort.persistence", &p.cohort.persistence},
      {"cohort.class_size", &p.cohort.class_size},
      {"cohort.class_noise", &p.cohort.class_noise},
      {"cohort.low_income_level", &p.cohort.low_income_level},
      {"cohort.other_level", &p.cohort.other_level},
      {"cohort.school_level_sd", &p.cohort.school_level_sd},
      {"cohort.within_sd", &p.cohort.within_sd},
      {"cohort.proficiency_cut", &p.cohort.proficiency_cut},
      {"prices.teacher_salary", &p.prices.teacher_salary},
      {"prices.benefits", &p.prices.benefits},
      {"prices.coach", &p.prices.coach},
      {"prices.assistant_principal", &p.prices.assistant_principal},
      {"prices.principal", &p.prices.principal},
      {"prices.director", &p.prices.director},
      {"prices.operations_post", &p.prices.operations_post},
      {"prices.administrative_manager", &p.prices.administrative_manager},
      {"prices.spending_per_student", &p.prices.spending_per_student},
      {"prices.school_dollars", &p.prices.school_dollars},
      {"prices.reserve", &p.prices.reserve},
      {"prices.intervention_teacher", &p.prices.intervention_teacher},
      {"prices.new_post", &p.prices.new_post},
      {"principal_choice.convertible", &p.principal_choice.convertible},
      {"principal_choice.posts_a_year", &p.principal_choice.posts_a_year},
      {"principal_choice.perception_noise", &p.principal_choice.perception_noise},
      {"principal_choice.perception_skill", &p.principal_choice.perception_skill},
      {"principal_choice.coached_gain", &p.principal_choice.coached_gain},
      {"principal_choice.manager_return", &p.principal_choice.manager_return},
      {"principal_choice.smallest_staff", &p.principal_choice.smallest_staff},
      {"principal_choice.assistant_return", &p.principal_choice.assistant_return},
      {"principal_choice.coach_first_year", &p.principal_choice.coach_first_year},
      {"principal_choice.horizon", &p.principal_choice.horizon},
      {"principal_choice.horizon_skill", &p.principal_choice.horizon_skill},
      {"principal_choice.horizon_tenure", &p.principal_choice.horizon_tenure},
      {"principal_choice.horizon_pressure", &p.principal_choice.horizon_pressure},
      {"principal_choice.discount", &p.principal_choice.discount},
      {"principal_choice.untested", &p.principal_choice.untested},
      {"principal_choice.school_convertible", &p.principal_choice.school_convertible},
      {"teacher_leader.legitimacy_start", &p.teacher_leader.legitimacy_start},
      {"teacher_leader.clarity_start", &p.teacher_leader.clarity_start},
      {"teacher_leader.subject_mismatch", &p.teacher_leader.subject_mismatch},
      {"teacher_leader.relationship", &p.teacher_leader.relationship},
      {"teacher_leader.legitimacy_kept", &p.teacher_leader.legitimacy_kept},
      {"teacher_leader.legitimacy_taught", &p.teacher_leader.legitimacy_taught},
      {"teacher_leader.legitimacy_refused", &p.teacher_leader.legitimacy_refused},
      {"teacher_leader.legitimacy_misused", &p.teacher_leader.legitimacy_misused},
      {"teacher_leader.clarity_gain", &p.teacher_leader.clarity_gain},
      {"teacher_leader.clarity_fade", &p.teacher_leader.clarity_fade},
      {"teacher_leader.taint_gain", &p.teacher_leader.taint_gain},
      {"teacher_leader.taint_fade", &p.teacher_leader.taint_fade},
      {"teacher_leader.office_pull", &p.teacher_leader.office_pull},
      {"leadership_team.cohesion_start", &p.leadership_team.cohesion_start},
      {"leadership_team.reference_cohesion", &p.leadership_team.reference_cohesion},
      {"leadership_team.meeting_hours", &p.leadership_team.meeting_hours},
      {"leadership_team.held", &p.leadership_team.held},
      {"leadership_team.held_engagement", &p.leadership_team.held_engagement},
      {"leadership_team.cohesion_gain", &p.leadership_team.cohesion_gain},
      {"leadership_team.cohesion_fade", &p.leadership_team.cohesion_fade},
      {"leadership_team.discretion", &p.leadership_team.discretion},
      {"leadership_team.leading", &p.leadership_team.leading},
      {"leadership_team.clarity_gain", &p.leadership_team.clarity_gain},
      {"leadership_team.clarity_fade", &p.leadership_team.clarity_fade},
      {"leadership_team.attention", &p.leadership_team.attention},
      {"data_routines.start", &p.data_routines.start},
      {"data_routines.gain", &p.data_routines.gain},
      {"data_routines.fade", &p.data_routines.fade},
      {"data_routines.use", &p.data_routines.use},
      {"data_routines.unit_posts", &p.data_routines.unit_posts},
      {"data_routines.unit_learned", &p.data_routines.unit_learned},
      {"data_routines.red_alert", &p.data_routines.red_alert},
      {"evaluation.accountability_start", &p.evaluation.accountability_start},
      {"evaluation.first_week", &p.evaluation.first_week},
      {"evaluation.weeks", &p.evaluation.weeks},
      {"evaluation.leader_hours", &p.evaluation.leader_hours},
      {"evaluation.teacher_hours", &p.evaluation.teacher_hours},
      {"evaluation.novice_years", &p.evaluation.novice_years},
      {"evaluation.accountability_gain", &p.evaluation.accountability_gain},
      {"evaluation.accountability_fade", &p.evaluation.accountability_fade},
      {"evaluation.alone_loss", &p.evaluation.alone_loss},
      {"evaluation.resistance", &p.evaluation.resistance},
      {"evaluation.resistance_step", &p.evaluation.resistance_step},
      {"principal_role.engagement", &p.principal_role.engagement},
      {"principal_role.spread", &p.principal_role.spread},
      {"principal_role.protection", &p.principal_role.protection},
      {"principal_role.visiting", &p.principal_role.visiting},
      {"principal_role.visiting_teams", &p.principal_role.visiting_teams},
      {"principal_role.inviting", &p.principal_role.inviting},
      {"system_learning.start", &p.system_learning.start},
      {"system_learning.hours", &p.system_learning.hours},
      {"system_learning.gain", &p.system_learning.gain},
      {"system_learning.loss", &p.system_learning.loss},
      {"system_learning.usual_evidence", &p.system_learning.usual_evidence},
      {"system_learning.service", &p.system_learning.service},
      {"beliefs.expectations", &p.beliefs.expectations},
      {"beliefs.ownership", &p.beliefs.ownership},
      {"beliefs.spread", &p.beliefs.spread},
      {"beliefs.susceptibility", &p.beliefs.susceptibility},
      {"beliefs.expertise_tie", &p.beliefs.expertise_tie},
      {"beliefs.lasting", &p.beliefs.lasting},
      {"beliefs.expectations_fade", &p.beliefs.expectations_fade},
      {"efficacy.start", &p.efficacy.start},
      {"efficacy.rate", &p.efficacy.rate},
      {"efficacy.success", &p.efficacy.success},
      {"efficacy.half_students", &p.efficacy.half_students},
      {"efficacy.persuasion", &p.efficacy.persuasion},
      {"efficacy.reference_trust", &p.efficacy.reference_trust},
      {"efficacy.strain", &p.efficacy.strain},
      {"team_time.reference", &p.team_time.reference},
      {"team_time.efficacy", &p.team_time.efficacy},
      {"team_time.backlog", &p.team_time.backlog},
      {"team_time.usual_backlog", &p.team_time.usual_backlog},
      {"team_time.disorder", &p.team_time.disorder},
      {"agenda.hearing", &p.agenda.hearing},
      {"agenda.fidelity", &p.agenda.fidelity},
      {"agenda.cohesion", &p.agenda.cohesion},
      {"agenda.pathway", &p.agenda.pathway},
      {"agenda.engagement", &p.agenda.engagement},
      {"agenda.incoherence", &p.agenda.incoherence},
      {"agenda.ownership_rate", &p.agenda.ownership_rate},
      {"agenda.pull_exponent", &p.agenda.pull_exponent},
      {"agenda.reference_effort", &p.agenda.reference_effort},
      {"agenda.emphasis", &p.agenda.emphasis},
      {"test_pressure.inflation", &p.test_pressure.inflation},
      {"test_pressure.narrowing", &p.test_pressure.narrowing},
      {"test_pressure.recovery", &p.test_pressure.recovery},
      {"test_pressure.start", &p.test_pressure.start},
      {"web_of_support.learning_hours", &p.web_of_support.learning_hours},
      {"web_of_support.peer_hours", &p.web_of_support.peer_hours},
      {"web_of_support.released_hours", &p.web_of_support.released_hours},
      {"director_support.backing_start", &p.director_support.backing_start},
      {"director_support.backing_gain", &p.director_support.backing_gain},
      {"director_support.backing_loss", &p.director_support.backing_loss},
      {"director_support.usual_hours", &p.director_support.usual_hours},
      {"director_support.protection", &p.director_support.protection},
      {"director_support.margin", &p.director_support.margin},
      {"director_support.attention", &p.director_support.attention},
      {"leadership_feedback.hours", &p.leadership_feedback.hours},
      {"leadership_feedback.gap", &p.leadership_feedback.gap},
      {"leadership_feedback.attached", &p.leadership_feedback.attached},
      {"leadership_feedback.loss", &p.leadership_feedback.loss},
      {"survey.response_noise", &p.survey.response_noise},
      {"sponsorship.chance", &p.sponsorship.chance},
      {"sponsorship.engagement", &p.sponsorship.engagement},
      {"sponsorship.hours", &p.sponsorship.hours},
      {"sponsorship.legitimacy_gain", &p.sponsorship.legitimacy_gain},
      {"sponsorship.legitimacy_fade", &p.sponsorship.legitimacy_fade},
      {"sponsorship.clarity_gain", &p.sponsorship.clarity_gain},
      {"sponsorship.from_top", &p.sponsorship.from_top},
      {"staffing_moves.cut", &p.staffing_moves.cut},
      {"staffing_moves.spread", &p.staffing_moves.spread},
      {"staffing_moves.noise", &p.staffing_moves.noise},
      {"staffing_moves.evaluated", &p.staffing_moves.evaluated},
      {"staffing_moves.largest_share", &p.staffing_moves.largest_share},
      {"demonstration.visit_hours", &p.demonstration.visit_hours},
      {"demonstration.group", &p.demonstration.group},
      {"demonstration.attention", &p.demonstration.attention},
      {"demonstration.expectations_gain", &p.demonstration.expectations_gain},
      {"demonstration.cross_school_hours", &p.demonstration.cross_school_hours},
      {"mentoring.attention", &p.mentoring.attention},
      {"mentoring.margin", &p.mentoring.margin},
      {"peer_ties.interval", &p.peer_ties.interval},
      {"peer_ties.meeting_hours", &p.peer_ties.meeting_hours},
      {"peer_ties.clarity_gain", &p.peer_ties.clarity_gain},
      {"peer_ties.same_room", &p.peer_ties.same_room},
      {"peer_ties.attention", &p.peer_ties.attention},
      {"peer_ties.margin", &p.peer_ties.margin},
      {"development.hours", &p.development.hours},
      {"development.attention", &p.development.attention},
      {"development.margin", &p.development.margin},
      {"development.expectations_gain", &p.development.expectations_gain},
      {"development.ownership_gain", &p.development.ownership_gain},
      {"development.leader_margin", &p.development.leader_margin},
      {"partner.margin", &p.partner.margin},
      {"partner.attention", &p.partner.attention},
      {"partner.price_per_hour", &p.partner.price_per_hour},
      {"bought.extended_time_price", &p.bought.extended_time_price},
      {"bought.later_grades", &p.bought.later_grades},
      {"bought.class_size_lasting", &p.bought.class_size_lasting},
      {"bought.intervention", &p.bought.intervention},
      {"bought.intervention_students", &p.bought.intervention_students},
      {"bought.intervention_lasting", &p.bought.intervention_lasting},
      {"bought.extended_time", &p.bought.extended_time},
      {"bought.extended_time_lasting", &p.bought.extended_time_lasting},
      {"bought.longest_extended_time", &p.bought.longest_extended_time},
      {"labor_market.usual_trust", &p.labor_market.usual_trust},
      {"labor_market.leave_trust", &p.labor_market.leave_trust},
      {"labor_market.move_trust", &p.labor_market.move_trust},
      {"labor_market.pay", &p.labor_market.pay},
      {"labor_market.stipend", &p.labor_market.stipend},
      {"labor_market.transfer_stipend", &p.labor_market.transfer_stipend},
      {"labor_market.moving_cost", &p.labor_market.moving_cost},
      {"labor_market.look", &p.labor_market.look},
      {"labor_market.better_take", &p.labor_market.better_take},
      {"labor_market.applicants_pay", &p.labor_market.applicants_pay},
      {"labor_market.school_pool", &p.labor_market.school_pool},
      {"labor_market.school_signal", &p.labor_market.school_signal},
      {"labor_market.district_signal", &p.labor_market.district_signal},
      {"labor_market.assigned_need", &p.labor_market.assigned_need},
      {"labor_market.union_limit", &p.labor_market.union_limit},
      {"support_market.places", &p.support_market.places},
      {"support_market.quality_sd", &p.support_market.quality_sd},
      {"support_market.noise", &p.support_market.noise},
      {"support_market.noise_skill", &p.support_market.noise_skill},
      {"support_market.crowding", &p.support_market.crowding},
      {"support_market.stickiness", &p.support_market.stickiness},
      {"pipeline.able", &p.pipeline.able},
      {"pipeline.signal", &p.pipeline.signal},
      {"pipeline.selected", &p.pipeline.selected},
      {"pipeline.learned", &p.pipeline.learned},
      {"pipeline.trust_kept", &p.pipeline.trust_kept},
      {"pipeline.known", &p.pipeline.known},
      {"initiative.pressure_drive", &p.initiative.pressure_drive},
      {"initiative.common_tests", &p.initiative.common_tests},
      {"initiative.less_evaluation", &p.initiative.less_evaluation},
      {"initiative.inquiry", &p.initiative.inquiry},
      {"initiative.guidance", &p.initiative.guidance},
      {"initiative.imposed", &p.initiative.imposed},
      {"initiative.chosen", &p.initiative.chosen},
      {"initiative.focus_sharpness", &p.initiative.focus_sharpness},
      {"initiative.focus_noise", &p.initiative.focus_noise},
      {"initiative.focus_skill", &p.initiative.focus_skill},
      {"initiative.mandated_use", &p.initiative.mandated_use},
      {"initiative.central_reliance", &p.initiative.central_reliance},
      {"initiative.own_team", &p.initiative.own_team},
      {"initiative.own_specialist", &p.initiative.own_specialist},
      {"salaries.start", &p.salaries.start},
      {"salaries.years", &p.salaries.years},
      {"money.revenue_follows_enrolment", &p.money.revenue_follows_enrolment},
      {"money.won_back", &p.money.won_back},
      {"politics.unnoticed_loss", &p.politics.unnoticed_loss},
      {"politics.reference_loss", &p.politics.reference_loss},
      {"politics.hours_weight", &p.politics.hours_weight},
      {"politics.lent_most", &p.politics.lent_most},
      {"politics.kept_protest", &p.politics.kept_protest},
      {"politics.expected", &p.politics.expected},
      {"politics.damping", &p.politics.damping},
      {"politics.usual_hours", &p.politics.usual_hours},
      {"politics.conversation_gain", &p.politics.conversation_gain},
      {"politics.conversation_fade", &p.politics.conversation_fade},
      {"politics.capital_start", &p.politics.capital_start},
      {"politics.capital_gain", &p.politics.capital_gain},
      {"politics.capital_drain", &p.politics.capital_drain},
      {"politics.capital_return", &p.politics.capital_return},
      {"politics.community_gain", &p.politics.community_gain},
      {"politics.community_drain", &p.politics.community_drain},
      {"politics.community_return", &p.politics.community_return},
      {"politics.community_eases", &p.politics.community_eases},
      {"politics.vote_base", &p.politics.vote_base},
      {"politics.vote_push_back", &p.politics.vote_push_back},
      {"politics.vote_capital", &p.politics.vote_capital},
      {"politics.vote_community", &p.politics.vote_community},
      {"politics.rolled_back_least", &p.politics.rolled_back_least},
      {"politics.rolled_back_pushed", &p.politics.rolled_back_pushed},
      {"new_role.groundwork", &p.new_role.groundwork},
      {"new_role.lived", &p.new_role.lived},
      {"new_role.ready", &p.new_role.ready},
      {"new_role.unready", &p.new_role.unready},
      {"new_role.agreement_slips", &p.new_role.agreement_slips},
      {"new_role.given_up", &p.new_role.given_up},
      {"new_role.by_legitimacy", &p.new_role.by_legitimacy},
      {"new_role.by_sponsorship", &p.new_role.by_sponsorship},
      {"new_role.rooted", &p.new_role.rooted},
      {"succession.exit", &p.succession.exit},
      {"succession.by_capital", &p.succession.by_capital},
      {"succession.sponsorship_lost", &p.succession.sponsorship_lost},
      {"succession.stance_sd", &p.succession.stance_sd},
      {"succession.rebuilt", &p.succession.rebuilt},
      {"succession.capital_lost", &p.succession.capital_lost},
      {"succession.focus_lost", &p.succession.focus_lost},
      {"succession.softening", &p.succession.softening},
      {"succession.usual_distribution", &p.succession.usual_distribution},
  };
}

/// The key of a name's luck: FNV-1a.
constexpr std::uint32_t name_key(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  return hash;
}

/// Purpose number of parameter draws, apart from every purpose of the district.
constexpr std::uint32_t purpose_of_parameters = 0xA0000000U;

Distribution read_distribution(const YAML::Node& node) {
  if (node.IsScalar()) return {};
  const auto entry = node.begin();
  const auto numbers = entry->second.as<std::vector<double>>();
  if (entry->first.as<std::string>() == "uniform") {
    return {Distribution::Kind::uniform, numbers.at(0), 0.0, numbers.at(1)};
  }
  promise(entry->first.as<std::string>() == "triangular", "distributions are fixed, uniform or triangular");
  return {Distribution::Kind::triangular, numbers.at(0), numbers.at(1), numbers.at(2)};
}

std::vector<ParameterRecord> read_records() {
  std::vector<ParameterRecord> records;
  const YAML::Node file = YAML::Load(std::string(embedded_file("parameters.yaml")));
  for (const auto& entry : file["parameters"]) {
    const YAML::Node& fields = entry.second;
    ParameterRecord record;
    record.name = entry.first.as<std::string>();
    record.meaning = fields["meaning"].as<std::string>();
    record.unit = fields["unit"].as<std::string>();
    record.value = fields["value"].as<double>();
    record.low = fields["range"][0].as<double>();
    record.high = fields["range"][1].as<double>();
    record.distribution = read_distribution(fields["distribution"]);
    record.source = fields["source"].as<std::string>();
    record.grade = fields["grade"].as<char>();
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace

double Distribution::quantile(double u) const {
  if (kind == Kind::uniform) return low + u * (high - low);
  promise(kind == Kind::triangular, "a fixed parameter has no quantiles");
  const double width = high - low;
  const double rising = (mode - low) / width;
  if (u < rising) return low + std::sqrt(u * width * (mode - low));
  return high - std::sqrt((1.0 - u) * width * (high - mode));
}

const std::vector<ParameterRecord>& parameter_records() {
  static const std::vector<ParameterRecord> records = read_records();
  return records;
}

const ParameterRecord* parameter_record(std::string_view name) {
  static const std::unordered_map<std::string_view, const ParameterRecord*> by_name = [] {
    std::unordered_map<std::string_view, const ParameterRecord*> all;
    for (const ParameterRecord& record : parameter_records()) all.emplace(record.name, &record);
    return all;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

std::optional<std::size_t> parameter_number(std::string_view name) {
  static const std::unordered_map<std::string_view, std::size_t> by_name = [] {
    std::unordered_map<std::string_view, std::size_t> all;
    for (const std::string_view known : parameter_names()) all.emplace(known, all.size());
    return all;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? std::nullopt : std::optional(found->second);
}

std::vector<double*> parameter_places(Parameters& parameters) {
  std::vector<double*> places;
  for (const auto& binding : bindings(parameters)) places.push_back(binding.second);
  return places;
}

double* find_parameter(Parameters& parameters, std::string_view name) {
  const std::optional<std::size_t> number = parameter_number(name);
  return number ? bindings(parameters)[*number].second : nullptr;
}

std::vector<std::string_view> parameter_names() {
  Parameters parameters;
  std::vector<std::string_view> names;
  for (const auto& binding : bindings(parameters)) names.push_back(binding.first);
  return names;
}

Parameters default_parameters() {
  static const Parameters values = [] {
    Parameters parameters;
    for (const auto& [name, place] : bindings(parameters)) {
      const ParameterRecord* record = parameter_record(name);
      promise(record != nullptr, "every parameter of the program stands in parameters.yaml");
      *place = record->value;
    }
    return parameters;
  }();
  return values;
}

Parameters draw_parameters(const Parameters& base, const std::vector<std::string>& held, std::uint64_t seed,
                           std::uint32_t replicate) {
  Parameters drawn = base;
  const Draws draws(seed, replicate);
  for (const auto& [name, place] : bindings(drawn)) {
    const ParameterRecord* record = parameter_record(name);
    promise(record != nullptr, "every parameter of the program stands in parameters.yaml");
    if (record->distribution.kind == Distribution::Kind::fixed) continue;
    if (std::find(held.begin(), held.end(), name) != held.end()) continue;
    *place = record->distribution.quantile(draws.uniform(purpose_of_parameters, {name_key(name), 0}, 0));
  }
  return drawn;
}

}  // namespace districtsim
