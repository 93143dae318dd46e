#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/week_phases.hpp"
#include "sim/rules/operations.hpp"

namespace districtsim {

namespace {

/// What a week is like for one kind of matter, for every school.
struct MatterWeek {
  double share = 0.0;     ///< of a school's usual hours, with the season
  double gradient = 0.0;  ///< of need
  double central = 0.0;   ///< part that needs the central office
  double urgency = 0.0;   ///< part of the rest that cannot wait
};
using MattersWeek = std::array<MatterWeek, matter_count>;

MattersWeek matters_week(const Conditions& conditions, Week week) {
  const double time = (week.week + 0.5) / conditions.scenario.calendar.weeks_per_year;
  MattersWeek plan;
  for (std::size_t kind = 0; kind < matter_count; ++kind) {
    const MatterTerms& terms = matter_descriptions()[kind].terms;
    plan[kind] = {terms.share * seasonal_factor(terms, time), terms.gradient,
                  central_part(terms, conditions.parameters.operations), terms.urgency};
  }
  return plan;
}

constexpr std::size_t block_words = 4;
using MattersLuck = std::array<double, (matter_count + block_words - 1) / block_words * block_words>;

/// Luck of each matter in one school and week: a block of draws for every four.
MattersLuck matters_luck(const Draws& draws, std::uint32_t school_key, Week week) {
  MattersLuck luck{};
  for (std::uint32_t first = 0; first < matter_count; first += block_words) {
    const DrawBlock words = draws.block(Purpose::operations_matters, {school_key, first}, week.index);
    for (std::size_t i = 0; i < block_words; ++i) luck[first + i] = open_unit(words[i]);
  }
  return luck;
}

/// Matters that a community which stands behind its school makes fewer.
bool of_families(MatterKind kind) {
  return kind == MatterKind::student_support || kind == MatterKind::parents_and_community;
}

/// Hours of each matter arrive; they wait at the school or at the central office.
void bring_matters(const Conditions& conditions, const MattersWeek& plan, Week week, std::size_t school,
                   Schools& schools) {
  const OperationsParameters& p = conditions.parameters.operations;
  const std::uint32_t key = schools.key[school];
  const double common = conditions.draws.uniform(Purpose::operations_week, {key, 0}, week.index);
  const double hours = usual_demand(schools.students[school], p) * luck_factor(common, p.spread);
  const MattersLuck luck = matters_luck(conditions.draws, key, week);
  const double eased = conditions.on(Mechanism::outreach)
                           ? community_multiplier(schools.community[school], conditions.parameters.politics)
                           : 1.0;
  for (std::size_t kind = 0; kind < matter_count; ++kind) {
    const MatterWeek& matter = plan[kind];
    const double families = of_families(static_cast<MatterKind>(kind)) ? eased : 1.0;
    const Minutes arrived =
        in_minutes(hours * families * matter.share * need_factor(schools.need[school], matter.gradient, p) *
                   luck_factor(luck[kind], p.matter_spread));
    const auto central = static_cast<Minutes>(static_cast<double>(arrived) * matter.central);
    schools.matters[school][kind] += arrived;
    schools.arrived[school] += arrived;
    schools.central_queue[school] += central;
    schools.backlog[school] += arrived - central;
    schools.urgent[school] += static_cast<Minutes>(static_cast<double>(arrived - central) * matter.urgency);
  }
}

}  // namespace

void bring_demand(const Conditions& conditions, Week week, Schools& schools) {
  std::fill(schools.arrived.begin(), schools.arrived.end(), 0);
  std::fill(schools.urgent.begin(), schools.urgent.end(), 0);
  if (week.first_of_year()) std::fill(schools.matters.begin(), schools.matters.end(), SchoolMatters{});
  if (!conditions.on(Mechanism::operations_demand)) return;
  const MattersWeek plan = matters_week(conditions, week);
  for_blocks(schools.size(), 512, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      bring_matters(conditions, plan, week, school, schools);
    }
  });
}

}  // namespace districtsim
