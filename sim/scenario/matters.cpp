#include "sim/scenario/matters.hpp"

#include <yaml-cpp/yaml.h>

#include "sim/core/contracts.hpp"
#include "sim/core/embedded.hpp"

namespace districtsim {

namespace {

MatterTerms matter_terms(const YAML::Node& fields) {
  MatterTerms terms;
  terms.share = fields["share"].as<double>();
  terms.central = fields["central"].as<double>();
  terms.gradient = fields["gradient"].as<double>();
  terms.urgency = fields["urgency"].as<double>();
  terms.first_week = fields["season"][0].as<int>();
  terms.last_week = fields["season"][1].as<int>();
  terms.peak = fields["peak"].as<double>();
  promise(
      terms.share > 0.0 && terms.central >= 0.0 && terms.central <= 1.0 && terms.urgency >= 0.0 && terms.urgency <= 1.0,
      "shares of matters lie within 0 and 1");
  promise(terms.first_week >= 1 && terms.last_week >= terms.first_week && terms.last_week <= season_weeks &&
              seasonal_factor(terms, 0.0) >= 0.0 && seasonal_factor(terms, 1.0) >= 0.0,
          "a matter's season lies within the year and leaves hours for the rest of it");
  return terms;
}

std::array<MatterDescription, matter_count> read_matters() {
  std::array<MatterDescription, matter_count> matters;
  const YAML::Node file = YAML::Load(std::string(embedded_file("matters.yaml")));
  std::size_t count = 0;
  for (const auto& entry : file["matters"]) {
    promise(count < matter_count && entry.first.as<std::string>() == matter_names[count],
            "matters.yaml keeps the program's order");
    const YAML::Node& fields = entry.second;
    matters[count] = {matter_names[count], matter_terms(fields), fields["meaning"].as<std::string>(),
                      fields["source"].as<std::string>()};
    ++count;
  }
  promise(count == matter_count, "matters.yaml describes every matter");
  return matters;
}

}  // namespace

const std::array<MatterDescription, matter_count>& matter_descriptions() {
  static const std::array<MatterDescription, matter_count> matters = read_matters();
  return matters;
}

}  // namespace districtsim
