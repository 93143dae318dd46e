#include "analysis/district_years.hpp"

#include "sim/core/contracts.hpp"

namespace districtsim {

DistrictYears::DistrictYears(std::vector<const Scenario*> scenarios, std::size_t replicates)
    : scenarios_(std::move(scenarios)) {
  promise(!scenarios_.empty() && replicates > 0, "a comparison has a baseline and at least one replicate");
  facts_ = facts_of(scenarios_.front()->district);
  extend(replicates);
}

void DistrictYears::extend(std::size_t more) {
  replicates_ += more;
  const std::size_t runs = scenarios_.size() * replicates_;
  const std::size_t slots = runs * static_cast<std::size_t>(years());
  measures_.resize(slots);
  coaching_.resize(slots);
  push_back_.resize(slots);
  schools_.resize(runs);
}

std::size_t DistrictYears::run_of(RunPlace place) const {
  promise(place.scenario < scenarios_.size() && place.replicate < replicates_, "a run belongs to the comparison");
  return place.replicate * scenarios_.size() + place.scenario;
}

std::size_t DistrictYears::slot(RunPlace place, int year) const {
  promise(year >= 1 && year <= years(), "a year belongs to a run of the comparison");
  return run_of(place) * static_cast<std::size_t>(years()) + static_cast<std::size_t>(year - 1);
}

void DistrictYears::take(RunPlace place, const YearRecord& record) {
  const std::size_t at = slot(place, record.year);
  measures_[at] = measure_year(record, facts_);
  coaching_[at] = coaching_of(record);
  const double* const pushed = record.yearly_of(Yearly::push_back);
  push_back_[at].assign(pushed, pushed + record.schools);
  if (record.year == years()) schools_[run_of(place)] = school_values(record);
}

double DistrictYears::value(RunPlace place, int year, std::size_t measure) const {
  const std::vector<double>& values = measures_[slot(place, year)];
  promise(measure < values.size(), "every year of every run is there before it is compared");
  return values[measure];
}

const SchoolCoaching& DistrictYears::coaching(RunPlace place, int year) const { return coaching_[slot(place, year)]; }

const std::vector<float>& DistrictYears::push_back(RunPlace place, int year) const {
  return push_back_[slot(place, year)];
}

const SchoolValues& DistrictYears::schools(RunPlace place) const { return schools_[run_of(place)]; }

}  // namespace districtsim
