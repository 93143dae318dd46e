#include <fstream>
#include <optional>

#include "sim/core/sha256.hpp"
#include "sim/scenario/district_source.hpp"
#include "sim/scenario/read_scenario.hpp"
#include "sim/scenario/schema_check.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

void add_file(Sha256& hash, const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string block(1U << 16U, '\0');
  while (file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    hash.update(block.data(), static_cast<std::size_t>(file.gcount()));
  }
}

std::filesystem::path file_at(const Node& root, const NodePath& path) {
  const Node& node = *node_at(root, path);
  return node.place.resolve(node.text);
}

std::optional<int> optional_count(const json& value, const char* key) {
  if (!value.contains(key)) return std::nullopt;
  return value.at(key).get<int>();
}

SyntheticPlan synthetic_plan(const json& value) {
  SyntheticPlan plan;
  plan.teachers = optional_count(value, "teachers");
  plan.schools = optional_count(value, "schools");
  plan.students = optional_count(value, "students");
  value.at("students_per_teacher").get_to(plan.students_per_teacher);
  value.at("low_income").at("mean").get_to(plan.low_income_mean);
  value.at("low_income").at("spread").get_to(plan.low_income_spread);
  return plan;
}

}  // namespace

DistrictInput district_input(const json& checked, const Node& root) {
  const json& district = checked.at("district");
  if (district.contains("synthetic")) return {synthetic_profile(synthetic_plan(district.at("synthetic"))), ""};
  DistrictInput input;
  Sha256 hash;
  if (district.contains("source")) {
    const std::filesystem::path csv = file_at(root, {"district", "source", "nces"});
    input.profile = profile_from_nces(csv, district.at("source").at("lea").get<std::string>());
    add_file(hash, csv);
  } else {
    const std::filesystem::path yaml = file_at(root, {"district", "file"});
    input.profile = profile_from_file(yaml);
    add_file(hash, yaml);
  }
  if (district.contains("schools")) {
    const std::filesystem::path csv = file_at(root, {"district", "schools"});
    apply_school_table(input.profile, csv);
    add_file(hash, csv);
  }
  input.hash = hash.hex();
  return input;
}

}  // namespace districtsim
