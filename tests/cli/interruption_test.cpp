#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

const std::vector<std::string>& long_run() {
  static const std::vector<std::string> words = {"run", "base.yaml", "-o", "out.h5", "--replicates", "100000"};
  return words;
}

/// Waits until the run has begun: the result file is there, under its hidden name, and the greeting was said.
bool has_begun(const TemporaryFolder& folder, const Program& program) {
  return Program::until([&] {
    return std::filesystem::exists(folder / ".out.h5.partial-0") &&
           program.said_so_far().find("teaching posts") != std::string::npos;
  });
}

TEST(Interruption, CtrlCLeavesTheOldFileAndNothingElse) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const TemporaryFolder folder;
    put_scenario(folder);
    put_text(folder / "out.h5", "old");
    Program program(folder, long_run());
    ASSERT_TRUE(has_begun(folder, program));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    program.send(signal);
    const Ended ended = program.wait();
    EXPECT_EQ(ended.code, 130);
    EXPECT_EQ(ended.out, "");
    EXPECT_THAT(ended.err, HasSubstr("stopped; nothing was written"));
    EXPECT_EQ(text_of(folder / "out.h5"), "old");
    EXPECT_THAT(sorted_names(folder), ElementsAre("base.yaml", "out.h5"));
  }
}

TEST(Interruption, AKilledRunLeavesNothingUnderTheFinalNameAndTheNextOneCleansUp) {
  const TemporaryFolder folder;
  put_scenario(folder);
  Program program(folder, long_run());
  ASSERT_TRUE(has_begun(folder, program));
  program.send(SIGKILL);
  EXPECT_EQ(program.wait().signal, SIGKILL);
  EXPECT_THAT(sorted_names(folder), UnorderedElementsAre("base.yaml", ".out.h5.partial-0"));
  EXPECT_EQ(districtsim(folder, {"run", "base.yaml", "-o", "out.h5"}).code, 0);
  EXPECT_THAT(sorted_names(folder), ElementsAre("base.yaml", "out.h5"));
}

}  // namespace
}  // namespace districtsim
