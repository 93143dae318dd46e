#pragma once

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "analysis/state_difference.hpp"

namespace districtsim {

/// The moment in which two runs part, and who is first.
struct PartingMoment {
  std::string when;     ///< "before school year 1 (2020-21)"
  int year = 0;         ///< recorded school year from 1; 0 and below: warm-up
  int week = 0;         ///< from 1; 0: before or after the year's weeks
  std::string phase;    ///< "reallocate"; "build_district" at the start
  std::string meaning;  ///< of the phase
  EntityDifference first;
  std::array<std::size_t, entity_count> different{};  ///< after the phase, by kind
};

/// How far the two have parted at one time.
struct SpreadPoint {
  std::string label;
  int year = 0;
  int week = 0;  ///< weeks of the year that are over; of a whole year, its summer too
  StateSpread spread;
};

/// Where two scenarios with the same luck part, and how the difference spreads.
struct Divergence {
  std::array<std::string, 2> names;
  std::string district;
  std::uint64_t seed = 1;
  int replicate = 0;
  int years = 0;
  int warm_up_years = 0;
  std::map<std::uint32_t, std::string> schools;  ///< names by key
  std::optional<PartingMoment> first;            ///< of anything
  std::optional<PartingMoment> first_person;
  std::vector<SpreadPoint> points;
};

/// The first in the order of kinds; differences of `first` and `second`, people alone or anything.
[[nodiscard]] PartingMoment parting_of(const StateTable& first, const StateTable& second, DigestOf part);

[[nodiscard]] std::string divergence_as_text(const Divergence& divergence);
/// `equal`, `first`, `first_person`, `spread`; what does not exist is null.
[[nodiscard]] nlohmann::json divergence_as_json(const Divergence& divergence);

}  // namespace districtsim
