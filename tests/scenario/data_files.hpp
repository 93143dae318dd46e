#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "sim/core/failure.hpp"

namespace districtsim {

/// A file of the running test's own, removed at the end.
class TestFile {
 public:
  explicit TestFile(const std::string& name, const std::string& text = "") {
    const testing::TestInfo* const test = testing::UnitTest::GetInstance()->current_test_info();
    const std::filesystem::path folder =
        std::filesystem::path(testing::TempDir()) / (std::string(test->test_suite_name()) + "." + test->name());
    std::filesystem::create_directories(folder);
    path_ = folder / name;
    if (!text.empty()) write(text);
  }
  TestFile(const TestFile&) = delete;
  TestFile& operator=(const TestFile&) = delete;
  TestFile(TestFile&&) = delete;
  TestFile& operator=(TestFile&&) = delete;
  ~TestFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
    std::filesystem::remove(path_.parent_path(), ignored);
  }

  void write(const std::string& text) const { std::ofstream(path_, std::ios::binary) << text; }
  [[nodiscard]] std::string text() const {
    std::ostringstream all;
    all << std::ifstream(path_, std::ios::binary).rdbuf();
    return all.str();
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The message with which `action` refuses data; "" if it accepts them.
template <class Action>
std::string data_refusal(Action action) {
  try {
    action();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::bad_input_data);
    return failure.what();
  }
  return "";
}

/// `text` with the first `from` replaced; the test fails if there is none.
inline std::string with_change(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace districtsim
