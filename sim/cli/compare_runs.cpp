#include "sim/cli/compare_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>

#include "analysis/comparison_file.hpp"
#include "sim/cli/interruption.hpp"
#include "sim/cli/progress.hpp"
#include "sim/core/parallel.hpp"
#include "sim/record/run_file.hpp"

namespace districtsim {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t replicates_of_proofs = 2;
constexpr int least_round = 5;

double seconds_from(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// One comparison under way: its runs, in one or more rounds, go to the file and to what is kept for statistics.
class ComparisonRuns {
 public:
  ComparisonRuns(const std::vector<const Scenario*>& scenarios, const std::string& output, const RunPlan& plan,
                 const ReplicateBudget& budget, const Request& request)
      : scenarios_(scenarios),
        plan_(plan),
        budget_(budget),
        console_(request.console),
        file_(output, scenarios, {0, budget.replicates, budget.until_settled}, provenance_of(plan, request)),
        years_(scenarios, static_cast<std::size_t>(budget.replicates)),
        kept_(std::min(static_cast<std::size_t>(budget.replicates), replicates_of_proofs),
              scenarios.front()->calendar.years) {
    hooks_.cancel = interruption_.flag();
    hooks_.year_done = [this] { progress_->step(); };
  }

  /// All rounds; nothing where the number of replicates is fixed.
  std::optional<Rounds> run() {
    if (!budget_.until_settled) {
      show_progress(years_of_runs(budget_.replicates) + years_of_proofs(*scenarios_.front(), kept_.replicates()));
      run_round(budget_.replicates);
      return std::nullopt;
    }
    Rounds rounds;
    for (int count = budget_.replicates; count > 0;) {
      if (!rounds.replicates.empty()) {
        file_.extend(count);
        years_.extend(static_cast<std::size_t>(count));
      }
      show_progress(years_of_runs(count));
      run_round(count);
      rounds.replicates.push_back(count);
      count = next_round(rounds);
    }
    show_progress(years_of_proofs(*scenarios_.front(), kept_.replicates()));
    return rounds;
  }

  std::vector<Proof> proofs() {
    const RunArms run_arms = [this](const std::vector<const Scenario*>& arms, std::size_t count,
                                    const PlacedSink& sink) {
      RunPlan plan = plan_;
      plan.branch.reset();
      plan.replicates = static_cast<int>(count);
      run_replicates(arms, plan, sink, hooks_);
    };
    std::vector<Proof> found = prove(*scenarios_.front(), kept_, run_arms);
    if (interruption_.flag()->load()) throw Cancelled();
    require_all(found);
    return found;
  }

  /// Pairs the runs, and puts the complete file in place.
  Comparison publish() {
    progress_.reset();
    Comparison comparison = compare_years(years_, budget_.precision);
    write_comparison(file_.file(), comparison);
    file_.publish();
    return comparison;
  }

 private:
  static Provenance provenance_of(const RunPlan& plan, const Request& request) {
    Provenance provenance = provenance_here();
    provenance.command_line = as_command_line(request.words);
    provenance.seed = plan.seed;
    return provenance;
  }

  void show_progress(std::size_t years) { progress_ = std::make_unique<Progress>(console_, "simulated years", years); }

  [[nodiscard]] std::size_t years_of_runs(int replicates) const {
    const CalendarPlan& calendar = scenarios_.front()->calendar;
    const int years = calendar.warm_up_years + calendar.years;
    return scenarios_.size() * static_cast<std::size_t>(replicates) * static_cast<std::size_t>(years);
  }

  void run_round(int count) {
    RunPlan plan = plan_;
    plan.first_replicate = done_;
    plan.replicates = count;
    if (!rows_may_wait(scenarios_, count)) plan.order = RunOrder::one_by_one;
    const auto first = static_cast<std::size_t>(done_);
    const PlacedSink sink = [&](RunPlace place, const YearRecord& record) {
      place.replicate += first;
      file_.write(place, record);
      years_.take(place, record);
      if (place.scenario == 0) kept_.take(place.replicate, record);
    };
    run_replicates(scenarios_, plan, sink, hooks_);
    done_ += count;
  }

  /// Replicates of the next round; 0, and why, where there is none.
  int next_round(Rounds& rounds) {
    const std::vector<OpenHeadline> open = open_headlines(years_, budget_.precision);
    if (open.empty()) return end(rounds, StoppedBy::settled);
    std::size_t more = 0;
    for (const OpenHeadline& headline : open) more = std::max(more, headline.reading.more);
    const std::size_t all = (scenarios_.size() - 1) * budget_.precision.waited();
    console_.say(fmt::format("{} replicates: {} of {} headline differences not settled, about {} more", done_,
                             open.size(), all, more));
    if (more == 0) return end(rounds, StoppedBy::out_of_reach);
    // What is needed is itself an estimate, so no round more than doubles the runs.
    int count = static_cast<int>(
        std::clamp<std::size_t>(more, least_round, static_cast<std::size_t>(std::max(done_, least_round))));
    if (done_ >= budget_.most_replicates) return end(rounds, StoppedBy::replicates);
    count = std::min(count, budget_.most_replicates - done_);
    if (budget_.seconds) {
      const double spent = seconds_from(start_);
      const double affordable = (*budget_.seconds - spent) / spent * done_;
      if (affordable < 1.0) return end(rounds, StoppedBy::time);
      if (affordable < count) count = static_cast<int>(affordable);
    }
    return count;
  }

  static int end(Rounds& rounds, StoppedBy why) {
    rounds.stopped = why;
    return 0;
  }

  std::vector<const Scenario*> scenarios_;
  RunPlan plan_;
  const ReplicateBudget& budget_;
  const Console& console_;
  RunFile file_;
  DistrictYears years_;
  KeptYears kept_;
  Interruption interruption_ = {};
  RunHooks hooks_ = {};
  std::unique_ptr<Progress> progress_ = {};
  int done_ = 0;
  Clock::time_point start_ = Clock::now();
};

}  // namespace

CompareOutcome compare_to_file(const std::vector<const Scenario*>& scenarios, const std::string& output,
                               const RunPlan& plan, const ReplicateBudget& budget, int threads,
                               const Request& request) {
  const auto start = Clock::now();
  ComparisonRuns runs(scenarios, output, plan, budget, request);
  CompareOutcome outcome;
  with_threads(threads, [&] {
    outcome.rounds = runs.run();
    outcome.proofs = runs.proofs();
  });
  outcome.comparison = runs.publish();
  outcome.seconds = seconds_from(start);
  return outcome;
}

}  // namespace districtsim
