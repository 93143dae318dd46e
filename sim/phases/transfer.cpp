#include "sim/phases/transfer.hpp"

#include <algorithm>
#include <array>

#include "sim/core/parallel.hpp"
#include "sim/district/purpose.hpp"
#include "sim/district/seating.hpp"
#include "sim/phases/stipends.hpp"

namespace districtsim {

namespace {

constexpr std::size_t schools_looked_at = 16;
constexpr std::size_t applications = 3;
constexpr std::uint32_t none = 0xFFFFFFFFU;
constexpr std::uint8_t paid_years = 2;  ///< of a transfer stipend, as in the Talent Transfer Initiative

/// One who looks: their row, the schools they would rather be in, best first, and their place in the order.
struct Mover {
  std::uint32_t row = 0;
  std::array<std::uint32_t, applications> wish = {none, none, none};
  float experience = 0.0F;
  double lot = 0.0;
};

struct Look {
  std::uint32_t school = none;
  double utility = 0.0;
};

double transfer_utility(const Conditions& conditions, const Schools& schools, std::size_t school) {
  const HiringParameters& p = conditions.parameters.hiring;
  return p.transfer_climate * schools.climate[school] - p.transfer_need * schools.need[school];
}

/// The school of a look: each in turn in a small district, drawn in a large one.
std::uint32_t school_looked_at(const Conditions& conditions, std::size_t schools, LuckKey luck, std::uint32_t week,
                               std::size_t look) {
  if (schools <= schools_looked_at) return static_cast<std::uint32_t>(look);
  const double u =
      conditions.draws.uniform(Purpose::transfer_order, {luck.first, static_cast<std::uint32_t>(look) + 1U}, week);
  return static_cast<std::uint32_t>(u * static_cast<double>(schools));
}

Mover make_up_mind(const Conditions& conditions, const SchoolYear& year, const Stipends& stipends,
                   const District& district, Looker looker) {
  const Schools& schools = district.schools;
  const Teachers& teachers = district.teachers;
  const std::uint32_t row = looker.row;
  const SchoolId own = teachers.school[row];
  const PersonKey key = teachers.key[row];
  const LaborMarketParameters& market = conditions.parameters.labor_market;
  const double spread = conditions.parameters.teacher_effect.talent_sd;
  const double talent = spread > 0.0 ? static_cast<double>(teachers.talent[row]) / spread : 0.0;
  const double here = transfer_utility(conditions, schools, own) + market.transfer_stipend * stipends.retention[own];
  std::array<Look, schools_looked_at> looks;
  std::size_t count = 0;
  for (std::size_t look = 0; look < std::min(schools.size(), schools_looked_at); ++look) {
    const std::uint32_t school = school_looked_at(conditions, schools.size(), {key, 0}, year.summer, look);
    if (school == own || schools.level[school] != schools.level[own]) continue;
    if (looker.drawn && stipends.transfer[school] <= 0.0) continue;
    // Extreme-value luck of the pair makes this a logit choice.
    const double u = conditions.draws.uniform(Purpose::transfer_choice, {key, schools.key[school]}, year.summer);
    const double paid = transfer_worth(stipends.retention[school] + stipends.transfer[school], talent, market);
    const double utility = transfer_utility(conditions, schools, school) + paid - logarithm(-logarithm(u));
    if (utility > here) looks[count++] = {school, utility};
  }
  std::sort(looks.begin(), looks.begin() + static_cast<std::ptrdiff_t>(count), [](const Look& a, const Look& b) {
    return a.utility != b.utility ? a.utility > b.utility : a.school < b.school;
  });
  Mover mover;
  mover.row = row;
  for (std::size_t place = 0; place < std::min(count, applications); ++place) mover.wish[place] = looks[place].school;
  mover.experience = teachers.experience[row];
  mover.lot = conditions.draws.uniform(Purpose::transfer_order, {key, 0}, year.summer);
  return mover;
}

/// Vacant rows of each school, the next one to be taken last.
std::vector<std::vector<std::uint32_t>> vacancies_of(const District& district) {
  std::vector<std::vector<std::uint32_t>> vacancies(district.schools.size());
  for (std::uint32_t row = static_cast<std::uint32_t>(district.teachers.size()); row-- > 0;) {
    if (district.teachers.holder[row] == Holder::vacant) vacancies[district.teachers.school[row]].push_back(row);
  }
  return vacancies;
}

}  // namespace

void transfer(const Conditions& conditions, const SchoolYear& year, const std::vector<std::vector<Looker>>& looking,
              District& district) {
  std::fill(district.flows.transferred_in.begin(), district.flows.transferred_in.end(), 0);
  std::vector<Looker> lookers;
  for (const auto& own : looking) lookers.insert(lookers.end(), own.begin(), own.end());
  std::vector<Mover> movers(lookers.size());
  const Stipends stipends = stipends_of(conditions, year.number >= 1 ? year.number + 1 : 0);
  for_blocks(lookers.size(), 256, [&](Rows block) {  // propose
    for (std::size_t i = block.begin; i < block.end; ++i) {
      movers[i] = make_up_mind(conditions, year, stipends, district, lookers[i]);
    }
  });
  std::stable_sort(movers.begin(), movers.end(), [](const Mover& a, const Mover& b) {
    return a.experience != b.experience ? a.experience > b.experience : a.lot < b.lot;
  });
  auto vacancies = vacancies_of(district);
  std::vector<SeatChange> changes;
  for (const Mover& mover : movers) {  // resolve, the more experienced first
    const SchoolId from = district.teachers.school[mover.row];
    for (const std::uint32_t to : mover.wish) {
      if (to == none || vacancies[to].empty()) continue;
      const std::uint32_t seat = vacancies[to].back();
      vacancies[to].pop_back();
      changes.push_back({mover.row, seat});
      vacancies[from].push_back(mover.row);
      --district.flows.stayed[from];
      ++district.flows.moved[from];
      ++district.flows.transferred_in[to];
      break;
    }
  }
  change_seats(changes, district.teachers);  // apply
  const auto start = static_cast<float>(conditions.parameters.trust.start);
  for (const SeatChange& change : changes) {
    district.teachers.trust_principal[change.to] = start;
    district.teachers.trust_coach[change.to] = start;
    const SchoolId school = district.teachers.school[change.to];
    district.teachers.stipend_years[change.to] = stipends.transfer[school] > 0.0 ? paid_years : 0;
  }
}

}  // namespace districtsim
