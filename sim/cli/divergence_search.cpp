#include "sim/cli/divergence_search.hpp"

#include <fmt/format.h>

#include <span>

#include "sim/record/run_layout.hpp"
#include "sim/run/lock_step.hpp"
#include "sim/run/phase_table.hpp"

namespace districtsim {

namespace {

std::vector<std::string> fund_names_of(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const Fund& fund : scenario.context.funds) names.push_back(fund.name);
  return names;
}

/// Pairings are chosen by the last phase before the weeks and hold until the last week.
Pairings pairings_after(std::size_t row) {
  const std::span<const Phase> phases = phase_table();
  const Cadence own = phases[row].cadence;
  const bool chooses = own == Cadence::before_year && phases[row + 1].cadence == Cadence::weekly;
  return chooses || own == Cadence::weekly ? Pairings::chosen : Pairings::between_years;
}

class DivergenceSearch {
 public:
  DivergenceSearch(const DivergePair& pair, int every, const RunHooks& hooks)
      : pair_(pair),
        every_(every),
        conditions_{conditions_of(pair.scenarios[0], pair.seed, number(), pair.parameters),
                    conditions_of(pair.scenarios[1], pair.seed, number(), pair.parameters)},
        runs_(conditions_[0], conditions_[1], {sink(0), sink(1)}, hooks) {
    found_.names = {pair.scenarios[0].name, pair.scenarios[1].name};
    found_.district = pair.scenarios[0].district.name;
    found_.seed = pair.seed;
    found_.replicate = pair.replicate;
    found_.years = calendar().years;
    found_.warm_up_years = calendar().warm_up_years;
    for (const Scenario& scenario : pair.scenarios) {
      for (const SchoolProfile& school : scenario.district.schools) found_.schools.emplace(school.key, school.name);
    }
  }

  Divergence search() {
    look_at_start();
    while (!runs_.at_end()) {
      runs_.keep_beginnings(!found_.first_person);
      runs_.step();
      if (!found_.first) look_at_step(DigestOf::everything, found_.first);
      if (!found_.first_person) look_at_step(DigestOf::people, found_.first_person);
      note_spread();
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::uint32_t number() const { return static_cast<std::uint32_t>(pair_.replicate); }
  [[nodiscard]] const CalendarPlan& calendar() const { return pair_.scenarios[0].calendar; }
  /// Years of result files that are run again must be theirs.
  [[nodiscard]] Recorder::Sink sink(std::size_t run) const {
    return [this, run](const YearRecord& record) {
      if (pair_.results.at(run) != nullptr) pair_.results.at(run)->check(pair_.replicate, record);
    };
  }
  [[nodiscard]] StateTable table(std::size_t run, const District& district, Pairings pairings) const {
    return state_table(district, fund_names_of(pair_.scenarios.at(run)), pairings);
  }
  [[nodiscard]] StateTable table_now(std::size_t run) const {
    return table(run, runs_.district(run), runs_.next().week == 0 ? Pairings::between_years : Pairings::chosen);
  }
  [[nodiscard]] bool parted(DigestOf part) const {
    return state_digest(table_now(0), part) != state_digest(table_now(1), part);
  }

  void look_at_start() {
    for (const DigestOf part : {DigestOf::everything, DigestOf::people}) {
      if (!parted(part)) continue;
      PartingMoment moment = parting_of(table_now(0), table_now(1), part);
      moment.when = "at the start, before anything happens";
      moment.year = 1 - calendar().warm_up_years;
      moment.phase = "build_district";
      moment.meaning = "everybody at the start";
      (part == DigestOf::people ? found_.first_person : found_.first) = std::move(moment);
    }
  }

  void look_at_step(DigestOf part, std::optional<PartingMoment>& found) const {
    if (!parted(part)) return;
    const LockStep::Parting parting =
        runs_.first_difference([&](std::size_t run, PhaseOfStep at, const District& district) {
          return state_digest(table(run, district, pairings_after(at.phase)), part);
        });
    const Pairings pairings = pairings_after(parting.at.phase);
    found = parting_of(table(0, parting.states[0], pairings), table(1, parting.states[1], pairings), part);
    const Phase& phase = phase_table()[parting.at.phase];
    found->phase = phase.name;
    found->meaning = phase.meaning;
    found->year = runs_.began().year + 1 - calendar().warm_up_years;
    found->week = phase.cadence == Cadence::weekly ? runs_.began().week + 1 : 0;
    const char* outside = phase.cadence == Cadence::before_year ? "before " : "after ";
    const std::string inside = fmt::format("in week {} of ", found->week);
    found->when = (phase.cadence == Cadence::weekly ? inside : outside) + year_name(found->year);
  }

  [[nodiscard]] std::string year_name(int year) const {
    if (year < 1) return fmt::format("warm-up year {}", year + calendar().warm_up_years);
    return fmt::format("school year {} ({})", year, school_year_label(calendar().start, year));
  }

  void note_spread() {
    const CalendarPoint now = runs_.next();
    const bool year_ends = now.week == 0;
    const int weeks = now.year * calendar().weeks_per_year + now.week;
    const bool wanted = every_ > 0 ? weeks % every_ == 0 || runs_.at_end() : year_ends;
    if (!wanted) return;
    SpreadPoint point;
    point.year = now.year - (year_ends ? 1 : 0) + 1 - calendar().warm_up_years;
    point.week = year_ends ? calendar().weeks_per_year : now.week;
    const std::string year = point.year < 1 ? fmt::format("warm-up {}", point.year + calendar().warm_up_years)
                                            : fmt::format("year {}", point.year);
    point.label = year_ends ? "after " + year : fmt::format("{}, week {}", year, point.week);
    point.spread = spread_of(table_now(0), table_now(1));
    found_.points.push_back(std::move(point));
  }

  const DivergePair& pair_;
  int every_;
  std::array<Conditions, 2> conditions_;
  LockStep runs_;
  Divergence found_ = {};
};

}  // namespace

Divergence diverge(const DivergePair& pair, int every, const RunHooks& hooks) {
  return DivergenceSearch(pair, every, hooks).search();
}

}  // namespace districtsim
