#include "analysis/comparison.hpp"

#include <algorithm>

#include "analysis/no_effect.hpp"
#include "analysis/structure.hpp"
#include "sim/core/contracts.hpp"
#include "sim/record/run_layout.hpp"

namespace districtsim {

namespace {

/// Moves whose schools' coaching is averaged: of one alternative against the baseline.
MovedPosts posts_moved_between(const DistrictYears& runs, std::size_t alternative) {
  const auto change = [&](int year, std::size_t school) {
    double sum = 0.0;
    for (std::size_t replicate = 0; replicate < runs.replicates(); ++replicate) {
      sum += static_cast<double>(runs.coaching({alternative, replicate}, year).coaches[school] -
                                 runs.coaching({0, replicate}, year).coaches[school]);
    }
    return sum / static_cast<double>(runs.replicates());
  };
  return moved_posts(differing_moves(*runs.scenarios().front(), *runs.scenarios()[alternative]), runs.years(), change);
}

/// A measure's values over replicates, in one year.
std::vector<double> values_of(const DistrictYears& runs, std::size_t scenario, int year, std::size_t measure,
                              const MovedPosts& moved) {
  static const std::size_t giving = measure_row("coach_hours_giving");
  static const std::size_t receiving = measure_row("coach_hours_receiving");
  std::vector<double> values;
  values.reserve(runs.replicates());
  for (std::size_t replicate = 0; replicate < runs.replicates(); ++replicate) {
    const RunPlace place{scenario, replicate};
    if (measure == giving || measure == receiving) {
      const std::vector<std::size_t>& schools = measure == giving ? moved.giving : moved.receiving;
      values.push_back(hours_per_teacher(runs.coaching(place, year), schools));
    } else {
      values.push_back(runs.value(place, year, measure));
    }
  }
  return values;
}

/// The three schools that pushed back most over all runs and years.
std::vector<std::size_t> loudest_schools(const DistrictYears& runs, std::size_t alternative) {
  std::vector<double> sums;
  for (std::size_t replicate = 0; replicate < runs.replicates(); ++replicate) {
    for (int year = 1; year <= runs.years(); ++year) {
      const std::vector<float>& own = runs.push_back({alternative, replicate}, year);
      sums.resize(own.size(), 0.0);
      for (std::size_t school = 0; school < own.size(); ++school) sums[school] += static_cast<double>(own[school]);
    }
  }
  std::vector<std::size_t> rows;
  for (std::size_t school = 0; school < sums.size(); ++school) {
    if (sums[school] > 0.0) rows.push_back(school);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return sums[a] > sums[b]; });
  constexpr std::size_t most_named = 3;
  rows.resize(std::min(rows.size(), most_named));
  return rows;
}

RollBacks roll_backs_of(const DistrictYears& runs, std::size_t alternative) {
  static const std::size_t by_now = measure_row("rolled_back_by_now");
  static const std::size_t posts = measure_row("rolled_back_posts");
  static const std::size_t dollars = measure_row("rolled_back_dollars");
  RollBacks result;
  std::vector<double> first;
  for (std::size_t replicate = 0; replicate < runs.replicates(); ++replicate) {
    const RunPlace place{alternative, replicate};
    int years_before = 0;
    for (int year = 1; year <= runs.years(); ++year) {
      if (runs.value(place, year, by_now) < 0.5) ++years_before;
      result.posts += runs.value(place, year, posts);
      result.dollars += runs.value(place, year, dollars);
    }
    if (years_before < runs.years()) first.push_back(years_before + 1);
  }
  result.loudest = loudest_schools(runs, alternative);
  result.runs = first.size();
  if (first.empty()) return result;
  std::sort(first.begin(), first.end());
  result.first_year = 0.5 * (first[(first.size() - 1) / 2] + first[first.size() / 2]);
  result.posts /= static_cast<double>(first.size());
  result.dollars /= static_cast<double>(first.size());
  return result;
}

AlternativeResult compare_one(const DistrictYears& runs, std::size_t alternative, const PrecisionAsked& asked,
                              Resamples& resamples) {
  const Scenario& scenario = *runs.scenarios()[alternative];
  AlternativeResult result;
  result.name = scenario.name;
  result.description = scenario.description;
  result.structure = structure_differences(*runs.scenarios().front(), scenario);
  result.moved = posts_moved_between(runs, alternative);
  result.rolled_back = roll_backs_of(runs, alternative);
  result.changed_nothing = true;
  const std::size_t comparisons = (runs.scenarios().size() - 1) * asked.waited();
  for (int year = 1; year <= runs.years(); ++year) {
    std::vector<PairedDifference>& differences = result.years.emplace_back();
    for (std::size_t measure = 0; measure < district_measures().size(); ++measure) {
      const std::vector<double> before = values_of(runs, 0, year, measure, result.moved);
      const std::vector<double> after = values_of(runs, alternative, year, measure, result.moved);
      differences.push_back(paired_difference(before, after, resamples));
      if (year == runs.years()) result.readings.push_back(read_headline(measure, before, after, asked, comparisons));
      if (differences.back().pairs > 0 && !differences.back().unchanged) result.changed_nothing = false;
    }
  }
  result.winners = winners_and_losers(runs, alternative);
  if (result.changed_nothing) result.why_nothing = why_no_effect(*runs.scenarios().front(), scenario);
  return result;
}

}  // namespace

Comparison compare_years(const DistrictYears& district_years, const PrecisionAsked& asked) {
  const Scenario& baseline = *district_years.scenarios().front();
  Comparison comparison;
  comparison.baseline = baseline.name;
  comparison.district = baseline.district.name;
  for (const SchoolProfile& school : baseline.district.schools) {
    comparison.schools.push_back(school.name);
    comparison.school_ids.push_back(school.id);
  }
  comparison.need_bands = district_years.facts().need_band;
  comparison.district_notes = baseline.district.notes;
  comparison.years = district_years.years();
  comparison.replicates = district_years.replicates();
  Resamples resamples(district_years.replicates());
  for (std::size_t scenario = 1; scenario < district_years.scenarios().size(); ++scenario) {
    comparison.alternatives.push_back(compare_one(district_years, scenario, asked, resamples));
  }
  std::vector<std::string> names;
  for (const AlternativeResult& alternative : comparison.alternatives) names.push_back(alternative.name);
  names = distinct(names, {});
  for (std::size_t row = 0; row < names.size(); ++row) comparison.alternatives[row].name = names[row];
  comparison.regrets = group_regrets(district_years);
  comparison.robustness = robustness_of(district_years);
  for (const Scenario* scenario : district_years.scenarios()) comparison.scenarios.push_back(scenario->name);
  comparison.scenarios = distinct(comparison.scenarios, {});
  return comparison;
}

}  // namespace districtsim
