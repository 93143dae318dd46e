#include "sim/core/embedded.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "sim/core/contracts.hpp"

namespace districtsim {
namespace {

std::string source_text(const std::string& name) {
  std::ifstream file(std::string(DISTRICTSIM_SOURCE_DIR) + "/scenarios/" + name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Embedded, FilesAreThoseOfTheSourceTree) {
  for (const std::string name : {"scenario.schema.json", "parameters.yaml", "mechanisms.yaml", "interactions.yaml",
                                 "matters.yaml", "deflators.yaml"}) {
    EXPECT_FALSE(embedded_file(name).empty()) << name;
    EXPECT_EQ(embedded_file(name), source_text(name)) << name;
  }
}

TEST(Embedded, UnknownNameIsABrokenPromise) { EXPECT_THROW((void)embedded_file("teachers.yaml"), ContractViolation); }

}  // namespace
}  // namespace districtsim
