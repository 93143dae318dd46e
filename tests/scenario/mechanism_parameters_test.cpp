#include <gtest/gtest.h>

#include <algorithm>

#include "sim/scenario/mechanisms.hpp"
#include "sim/scenario/parameters.hpp"

namespace districtsim {
namespace {

bool is_section(const std::string& name) {
  const auto& records = parameter_records();
  return std::any_of(records.begin(), records.end(),
                     [&](const ParameterRecord& record) { return record.name.rfind(name + ".", 0) == 0; });
}

TEST(MechanismParameters, AreSectionsOfTheParameters) {
  for (const MechanismRecord& record : mechanism_records()) {
    EXPECT_FALSE(record.parameters.empty()) << name_of(record.mechanism);
    for (const std::string& section : record.parameters) {
      EXPECT_TRUE(is_section(section)) << name_of(record.mechanism) << ": " << section;
    }
  }
}

}  // namespace
}  // namespace districtsim
