#include "sim/scenario/deflators.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>

#include "sim/core/contracts.hpp"
#include "sim/core/embedded.hpp"

namespace districtsim {

namespace {

std::map<int, double> read_index() {
  const YAML::Node file = YAML::Load(std::string(embedded_file("deflators.yaml")));
  std::map<int, double> index;
  for (const auto& entry : file["index"]) index[entry.first.as<int>()] = entry.second.as<double>();
  promise(index.count(year_of_parameters) == 1, "deflators.yaml has the year of the parameters");
  return index;
}

}  // namespace

double price_level(int year) {
  static const std::map<int, double> index = read_index();
  const auto found = index.find(year);
  promise(found != index.end(), "the schema allows only years of deflators.yaml");
  return found->second / index.at(year_of_parameters);
}

void convert_dollars(int year, const std::vector<std::string>& held, Parameters& parameters) {
  if (year == year_of_parameters) return;
  for (const ParameterRecord& record : parameter_records()) {
    if (record.unit.empty() || record.unit.front() != '$') continue;
    if (std::find(held.begin(), held.end(), record.name) != held.end()) continue;
    *find_parameter(parameters, record.name) *= price_level(year);
  }
}

}  // namespace districtsim
