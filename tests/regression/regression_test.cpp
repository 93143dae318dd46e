#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/measures.hpp"
#include "sim/scenario/load_scenario.hpp"
#include "tests/support/record_bytes.hpp"

namespace districtsim {
namespace {

namespace fs = std::filesystem;

/// Measures written next to the digests, so that a changed result can be read.
constexpr const char* readable[] = {
    "practice",         "strain",         "trust_in_coach",  "retention",
    "substitute_share", "achievement",    "achievement_gap", "principal_instruction_share",
    "coach_posts",      "teaching_posts", "spending_gap"};

/// What a case gives, as text: for each replicate and year a digest of every recorded number, and some measures.
std::string results_of(const Scenario& scenario) {
  const DistrictFacts facts = facts_of(scenario.district);
  std::string text;
  for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
    for (const YearRecord& year : years_of(scenario, replicate)) {
      text += fmt::format("replicate {} year {}\n  digest {}\n", replicate, year.year, digest_of_year(year));
      const std::vector<double> measures = measure_year(year, facts);
      for (const char* name : readable) text += fmt::format("  {} {:.5f}\n", name, measures[measure_row(name)]);
    }
  }
  return text;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(DISTRICTSIM_SOURCE_DIR) / "tests/regression")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Regression : public testing::TestWithParam<std::string> {};

TEST_P(Regression, ResultsAreThoseExpected) {
  const fs::path folder = fs::path(DISTRICTSIM_SOURCE_DIR) / "tests/regression" / GetParam();
  const std::string results = results_of(load_scenario(folder / "scenario.yaml"));
  if (std::getenv("DISTRICTSIM_UPDATE") != nullptr) {
    std::ofstream(folder / "expected.txt") << results;
    return;
  }
  EXPECT_EQ(text_of(folder / "expected.txt"), results)
      << "A changed result is an event. If it is meant: tests/tools/update_regressions.sh --update, review the diff, "
         "and say why in CHANGELOG.md (\"Results change\").";
}

INSTANTIATE_TEST_SUITE_P(Cases, Regression, testing::ValuesIn(cases()),
                         [](const testing::TestParamInfo<std::string>& name) { return name.param; });

}  // namespace
}  // namespace districtsim
