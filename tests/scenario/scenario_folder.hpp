#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/failure.hpp"
#include "sim/scenario/load_scenario.hpp"

namespace districtsim {

/// A folder of its own for each test, removed afterwards, in which scenario files are written.
class ScenarioFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    const ::testing::TestInfo* test = ::testing::UnitTest::GetInstance()->current_test_info();
    const std::string name = std::string(test->test_suite_name()) + "_" + test->name();
    folder_ = std::filesystem::temp_directory_path() / ("districtsim_" + name + "_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path write(const std::string& name, std::string_view text) const {
    const std::filesystem::path path = folder_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  /// A file with the least that a scenario needs, and `more`, which begins on line 3.
  std::filesystem::path write_scenario(const std::string& name, std::string_view more) const {
    return write(name, "schema: 1\ndistrict: {synthetic: {teachers: 400}}\n" + std::string(more));
  }

  /// Messages with the folder's name taken out: "s.yaml:3:7: ...".
  [[nodiscard]] std::vector<std::string> errors(const std::filesystem::path& path,
                                                const std::vector<Override>& overrides = {}) const {
    std::vector<std::string> texts = scenario_errors(path, overrides);
    const std::string prefix = folder_.string() + "/";
    for (std::string& text : texts) {
      for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
        text.erase(at, prefix.size());
      }
    }
    return texts;
  }

  /// All messages of a scenario with these lines from line 3 on.
  [[nodiscard]] std::vector<std::string> errors_of(std::string_view more) const {
    return errors(write_scenario("s.yaml", more));
  }

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

using Messages = std::vector<std::string>;

}  // namespace districtsim
