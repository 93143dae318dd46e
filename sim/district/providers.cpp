#include "sim/district/providers.hpp"

#include "sim/district/purpose.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

bool support_is_bought(const Conditions& conditions) {
  return conditions.on(Mechanism::support_market) && conditions.scenario.framework.support_market.market;
}

std::size_t director_posts(const Conditions& conditions, std::size_t schools) {
  return director_caseloads(schools, conditions.scenario.framework.schools_per_director).size() - 1;
}

void build_providers(const Conditions& conditions, const Schools& schools, Directors& directors) {
  const Parameters& p = conditions.parameters;
  const double capacity = conditions.scenario.framework.support_market.capacity;
  const int count = providers_for(static_cast<double>(schools.size()), capacity, p.support_market);
  directors = {};
  directors.bought = true;
  for (int row = 0; row < count; ++row) {
    // A provider's place is nobody's: schools lend their keys in turn.
    const std::size_t school = static_cast<std::size_t>(row) % schools.size();
    const int turn = row / static_cast<int>(schools.size());
    const PersonKey key = person_key(schools.key[school], principal_post - 1, turn);
    directors.key.push_back(key);
    directors.expertise.push_back(p.assistance.expertise +
                                  p.support_market.quality_sd *
                                      conditions.draws.normal(Purpose::provider_quality, {key, 0}, 0));
    directors.supported.push_back(0.0);
    directors.absorption.push_back(1.0);
    directors.backing.push_back(conditions.scenario.framework.sponsorship);
    directors.minutes.push_back(0);
  }
  set_caseloads(std::vector<std::uint32_t>(schools.size(), no_director), directors);
}

void set_caseloads(const std::vector<std::uint32_t>& director_of_school, Directors& directors) {
  directors.caseload.clear();
  directors.caseload_begin.assign(1, 0);
  std::vector<std::vector<std::uint32_t>> schools(directors.size());
  for (std::uint32_t school = 0; school < director_of_school.size(); ++school) {
    if (director_of_school[school] != no_director) schools[director_of_school[school]].push_back(school);
  }
  for (const auto& own : schools) {
    directors.caseload.insert(directors.caseload.end(), own.begin(), own.end());
    directors.caseload_begin.push_back(static_cast<std::uint32_t>(directors.caseload.size()));
  }
}

Cents provider_price(const Conditions& conditions, const Schools& schools, std::size_t school) {
  if (!support_is_bought(conditions) || schools.director[school] == no_director) return 0;
  return from_dollars(conditions.scenario.framework.support_market.price);
}

}  // namespace districtsim
