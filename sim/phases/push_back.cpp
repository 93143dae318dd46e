#include "sim/core/parallel.hpp"
#include "sim/district/mean_by_students.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

/// Share of a school's dollars and of its principal's week that decisions took, as far as it is noticed.
double loss_of(const Conditions& conditions, const District& district, std::size_t school) {
  const Parameters& p = conditions.parameters;
  const Ledger& ledger = district.ledger;
  const auto without = static_cast<double>(ledger.school_without[school]);
  const double dollars =
      without > 0.0 ? std::max(0.0, 1.0 - static_cast<double>(ledger.school_allocation[school]) / without) : 0.0;
  const double week = in_minutes(p.time_account.principal_week);
  return noticed_loss(dollars, std::max(0.0, -district.schools.lent[school] / week), p.politics);
}

void protest(const Conditions& conditions, const District& district, std::size_t school, Schools& schools) {
  const PoliticsParameters& p = conditions.parameters.politics;
  const double loss = loss_of(conditions, district, school);
  schools.protest[school] =
      protest_after(schools.protest[school], loss, schools.loss[school], district.central.conversation, p);
  schools.loss[school] = loss;
  schools.push_back[school] =
      schools.protest[school] *
      loudness(conditions.scenario.context.voice, schools.low_income_share[school], schools.community[school], p);
}

}  // namespace

void push_back(const Conditions& conditions, const SchoolYear& year, District& district) {
  if (year.number < 1) return;
  const PoliticsParameters& p = conditions.parameters.politics;
  Schools& schools = district.schools;
  const bool on = conditions.on(Mechanism::push_back);
  for_blocks(schools.size(), 256, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      if (on) protest(conditions, district, school, schools);
      schools.community[school] =
          stock_after_year(schools.community[school], schools.push_back[school], p.community_drain, p.community_return,
                           conditions.scenario.context.community_support);
    }
  });
  double& capital = district.central.political_capital;
  capital = stock_after_year(capital, mean_by_students(schools.push_back, schools), p.capital_drain, p.capital_return,
                             p.capital_start);
}

}  // namespace districtsim
