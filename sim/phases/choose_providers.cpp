#include <algorithm>
#include <numeric>

#include "sim/core/parallel.hpp"
#include "sim/district/providers.hpp"
#include "sim/district/purpose.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

namespace {

constexpr std::size_t looked_at = 32;  ///< providers whom a principal knows in a large district

/// Share of each provider's places that are taken.
std::vector<double> places_taken(const Directors& providers, double capacity) {
  std::vector<double> taken;
  for (std::size_t row = 0; row < providers.size(); ++row) {
    taken.push_back(static_cast<double>(providers.schools(row).size()) / capacity);
  }
  return taken;
}

/// Providers whom a principal knows: all, or so many from a place of the school's on; and their own.
std::vector<std::uint32_t> known_providers(const Conditions& conditions, const District& district, std::size_t school) {
  const std::size_t all = district.directors.size();
  const std::size_t count = std::min(all, looked_at);
  const double u = conditions.draws.uniform(Purpose::provider_choice, {district.schools.key[school], 1}, 0);
  const std::size_t first = count == all ? 0 : static_cast<std::size_t>(u * static_cast<double>(all));
  std::vector<std::uint32_t> known;
  for (std::size_t step = 0; step < count; ++step) known.push_back(static_cast<std::uint32_t>((first + step) % all));
  const std::uint32_t own = district.schools.director[school];
  if (own != no_director && std::find(known.begin(), known.end(), own) == known.end()) known.push_back(own);
  return known;
}

/// Providers as a principal ranks them, the best first.
std::vector<std::uint32_t> ranked_providers(const Conditions& conditions, const SchoolYear& year,
                                            const District& district, const std::vector<double>& taken,
                                            std::size_t school) {
  const SupportMarketParameters& p = conditions.parameters.support_market;
  const Directors& providers = district.directors;
  const double noise = provider_noise(district.principals.skill(school), p);
  std::vector<std::uint32_t> ranked = known_providers(conditions, district, school);
  std::vector<double> utility(providers.size());
  for (const std::uint32_t row : ranked) {
    const LuckKey pair{district.principals.key[school], providers.key[row]};
    const double seen =
        providers.shown(row) + noise * conditions.draws.normal(Purpose::provider_choice, pair, year.start);
    utility[row] = provider_utility(seen, taken[row], district.schools.director[school] == row, p);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return utility[a] > utility[b]; });
  return ranked;
}

/// Schools in the order in which they come to choose, drawn anew each year.
std::vector<std::uint32_t> order_of_choice(const Conditions& conditions, const SchoolYear& year,
                                           const Schools& schools) {
  std::vector<double> lot;
  for (const std::uint32_t key : schools.key) {
    lot.push_back(conditions.draws.uniform(Purpose::provider_choice, {key, 0}, year.start));
  }
  std::vector<std::uint32_t> order(schools.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return lot[a] < lot[b]; });
  return order;
}

/// A school that could not pay a principal and a teacher beside it buys no support.
bool can_pay(const Conditions& conditions, const District& district, std::size_t school) {
  const Cents price = from_dollars(conditions.scenario.framework.support_market.price);
  return district.ledger.school_allocation[school] >= price + 2 * (district.prices.principal + district.prices.teacher);
}

}  // namespace

void choose_providers(const Conditions& conditions, const SchoolYear& year, District& district) {
  if (!support_is_bought(conditions)) return;
  Schools& schools = district.schools;
  Directors& providers = district.directors;
  const int capacity = conditions.scenario.framework.support_market.capacity;
  const std::vector<double> taken = places_taken(providers, capacity);
  std::vector<std::vector<std::uint32_t>> wishes(schools.size());
  for_blocks(schools.size(), 16, [&](Rows rows) {  // propose
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      if (can_pay(conditions, district, school)) {
        wishes[school] = ranked_providers(conditions, year, district, taken, school);
      }
    }
  });
  std::vector<int> places(providers.size(), capacity);
  std::uint32_t spare = 0;  // first provider with places, for those whose wishes are all taken
  std::vector<std::uint32_t> chosen(schools.size(), no_director);
  for (const std::uint32_t school : order_of_choice(conditions, year, schools)) {  // resolve
    for (const std::uint32_t provider : wishes[school]) {
      if (places[provider] == 0) continue;
      chosen[school] = provider;
      break;
    }
    while (places[spare] == 0) ++spare;
    if (chosen[school] == no_director && !wishes[school].empty()) chosen[school] = spare;
    if (chosen[school] != no_director) --places[chosen[school]];
  }
  for (std::size_t school = 0; school < schools.size(); ++school) {  // apply
    if (chosen[school] == schools.director[school]) continue;
    schools.director[school] = chosen[school];
    district.principals.trust_director[school] = conditions.parameters.trust.start;
  }
  set_caseloads(schools.director, providers);
}

}  // namespace districtsim
