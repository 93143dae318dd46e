#include "sim/core/parallel.hpp"
#include "sim/phases/share_behind.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/rules/initiative.hpp"

namespace districtsim {

void review_schools(const Conditions& conditions, const CohortCells& cells, Schools& schools) {
  const Context& context = conditions.scenario.context;
  const bool takes = context.state_consequence == StateConsequence::takes_discretion;
  const bool grants = context.state_consequence == StateConsequence::grants_discretion;
  if ((!takes && !grants) || context.state_target <= 0.0) return;
  const double usual = conditions.scenario.framework.discretion;
  const double cut = conditions.parameters.cohort.proficiency_cut;
  for_blocks(schools.size(), 16, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const bool met = 1.0 - share_behind(cells, school, cut) >= context.state_target;
      schools.discretion[school] = usual;
      if (takes && !met) schools.discretion[school] = discretion_taken(usual);
      if (grants && met) schools.discretion[school] = discretion_granted(usual);
    }
  });
}

}  // namespace districtsim
