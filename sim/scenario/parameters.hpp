#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/rules/agenda.hpp"
#include "sim/rules/assistance.hpp"
#include "sim/rules/beliefs.hpp"
#include "sim/rules/bought.hpp"
#include "sim/rules/bounded_stock.hpp"
#include "sim/rules/coaching.hpp"
#include "sim/rules/cohort.hpp"
#include "sim/rules/data_routines.hpp"
#include "sim/rules/demonstration.hpp"
#include "sim/rules/departure.hpp"
#include "sim/rules/development.hpp"
#include "sim/rules/director_support.hpp"
#include "sim/rules/efficacy.hpp"
#include "sim/rules/evaluation.hpp"
#include "sim/rules/hiring.hpp"
#include "sim/rules/initiative.hpp"
#include "sim/rules/inquiry.hpp"
#include "sim/rules/labor_market.hpp"
#include "sim/rules/leadership_feedback.hpp"
#include "sim/rules/leadership_team.hpp"
#include "sim/rules/learning_by_doing.hpp"
#include "sim/rules/mentoring.hpp"
#include "sim/rules/money.hpp"
#include "sim/rules/network.hpp"
#include "sim/rules/new_role.hpp"
#include "sim/rules/operations.hpp"
#include "sim/rules/partner.hpp"
#include "sim/rules/peer_ties.hpp"
#include "sim/rules/pipeline.hpp"
#include "sim/rules/politics.hpp"
#include "sim/rules/prices.hpp"
#include "sim/rules/principal_choice.hpp"
#include "sim/rules/principal_role.hpp"
#include "sim/rules/salaries.hpp"
#include "sim/rules/skill.hpp"
#include "sim/rules/sponsorship.hpp"
#include "sim/rules/staffing_moves.hpp"
#include "sim/rules/strain.hpp"
#include "sim/rules/succession.hpp"
#include "sim/rules/support_market.hpp"
#include "sim/rules/survey.hpp"
#include "sim/rules/system_learning.hpp"
#include "sim/rules/teacher_effect.hpp"
#include "sim/rules/teacher_leader.hpp"
#include "sim/rules/team_time.hpp"
#include "sim/rules/test_pressure.hpp"
#include "sim/rules/time_account.hpp"
#include "sim/rules/uptake.hpp"
#include "sim/rules/visit.hpp"
#include "sim/rules/web_of_support.hpp"

namespace districtsim {

/// Every uncertain number of the model, by rule. Values, units, distributions, sources and grades stand in
/// scenarios/parameters.yaml alone.
struct Parameters {
  SkillParameters skill;
  LearningByDoingParameters learning_by_doing;
  TeacherEffectParameters teacher_effect;
  UptakeParameters uptake;
  TrustParameters trust;
  CoachingParameters coaching;
  VisitParameters visit;
  InquiryParameters inquiry;
  OperationsParameters operations;
  TimeAccountParameters time_account;
  AssistanceParameters assistance;
  NetworkParameters network;
  StrainParameters strain;
  DepartureParameters departure;
  HiringParameters hiring;
  CohortParameters cohort;
  PriceParameters prices;
  SalaryParameters salaries;
  MoneyParameters money;
  PrincipalChoiceParameters principal_choice;
  TeamTimeParameters team_time;
  EfficacyParameters efficacy;
  BeliefParameters beliefs;
  BoughtParameters bought;
  LaborMarketParameters labor_market;
  SupportMarketParameters support_market;
  PipelineParameters pipeline;
  AgendaParameters agenda;
  InitiativeParameters initiative;
  TestPressureParameters test_pressure;
  WebOfSupportParameters web_of_support;
  SystemLearningParameters system_learning;
  DirectorSupportParameters director_support;
  LeadershipFeedbackParameters leadership_feedback;
  PrincipalRoleParameters principal_role;
  EvaluationParameters evaluation;
  DataRoutinesParameters data_routines;
  LeadershipTeamParameters leadership_team;
  SponsorshipParameters sponsorship;
  StaffingMovesParameters staffing_moves;
  TeacherLeaderParameters teacher_leader;
  SurveyParameters survey;
  DemonstrationParameters demonstration;
  MentoringParameters mentoring;
  PeerTieParameters peer_ties;
  DevelopmentParameters development;
  PartnerParameters partner;
  PoliticsParameters politics;
  NewRoleParameters new_role;
  SuccessionParameters succession;
};

/// How uncertain a parameter is: one number on (0, 1) picks a value by the inverse distribution function.
struct Distribution {
  enum class Kind : std::uint8_t { fixed, uniform, triangular } kind = Kind::fixed;
  double low = 0.0;
  double mode = 0.0;
  double high = 0.0;

  [[nodiscard]] double quantile(double u) const;
};

/// What scenarios/parameters.yaml says of one parameter.
struct ParameterRecord {
  std::string name;     ///< "coaching.contact_hours"
  std::string meaning;  ///< one phrase
  std::string unit;
  double value = 0.0;
  double low = 0.0;   ///< least value a scenario may set
  double high = 0.0;  ///< greatest
  Distribution distribution;
  std::string source;
  char grade = 'D';  ///< A causal synthesis or trial, B single causal study, C association, D judgement
};

/// All records, in the order of the file built into the program.
[[nodiscard]] const std::vector<ParameterRecord>& parameter_records();
[[nodiscard]] const ParameterRecord* parameter_record(std::string_view name);

/// The place of a parameter in `parameters`, or null if there is none of that name.
[[nodiscard]] double* find_parameter(Parameters& parameters, std::string_view name);
/// The places of all parameters, in the order of parameter_names().
[[nodiscard]] std::vector<double*> parameter_places(Parameters& parameters);
/// Number of a parameter in parameter_names(), or nothing if there is none of that name.
[[nodiscard]] std::optional<std::size_t> parameter_number(std::string_view name);
/// Every name the program reads; the file must hold exactly these.
[[nodiscard]] std::vector<std::string_view> parameter_names();

/// The values of the file.
[[nodiscard]] Parameters default_parameters();

/// One draw of every parameter for a replicate, keyed by the parameter's name, except those in `held`, which keep
/// their value in `base`. The same for every scenario of a comparison.
[[nodiscard]] Parameters draw_parameters(const Parameters& base, const std::vector<std::string>& held,
                                         std::uint64_t seed, std::uint32_t replicate);

}  // namespace districtsim
