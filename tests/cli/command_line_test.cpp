#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::vector<std::string>& commands() {
  static const std::vector<std::string> names = {"init", "import", "validate", "run",   "compare", "explain",
                                                 "info", "export", "bundle",   "sweep", "merge",   "verify"};
  return names;
}

TEST(CommandLine, HelpListsTheCommandsThatWorkAndNoOthers) {
  const TemporaryFolder folder;
  const Ended ended = districtsim(folder, {"--help"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "");
  for (const std::string& command : commands()) EXPECT_THAT(ended.out, HasSubstr("\n  " + command + " "));
  for (const char* later : {"calibrate", "serve", "describe", "report"}) {
    EXPECT_THAT(ended.out, Not(HasSubstr(later)));
  }
}

TEST(CommandLine, EveryCommandExplainsItselfWithExamples) {
  const TemporaryFolder folder;
  for (const std::string& command : commands()) {
    const Ended ended = districtsim(folder, {command, "--help"});
    EXPECT_EQ(ended.code, 0) << command;
    EXPECT_EQ(ended.err, "") << command;
    EXPECT_THAT(ended.out, HasSubstr("Usage: districtsim " + command + " ")) << command;
    EXPECT_THAT(ended.out, HasSubstr("Examples:\n  districtsim " + command + " ")) << command;
  }
}

TEST(CommandLine, VersionSaysHowTheProgramWasBuilt) {
  const TemporaryFolder folder;
  const Ended ended = districtsim(folder, {"--version"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.out, StartsWith("districtsim 0."));
  for (const char* part : {"commit:", "compiler:", "flags:", "kernel:    x86-64", "HDF5 1.", "oneTBB 202"}) {
    EXPECT_THAT(ended.out, HasSubstr(part));
  }
  const Ended portable = districtsim(folder, {"--version"}, [] { setenv("DISTRICTSIM_KERNEL", "portable", 1); });
  EXPECT_THAT(portable.out, HasSubstr("kernel:    x86-64\n"));
}

struct WrongLine {
  std::vector<std::string> words;
  const char* message;
};

TEST(CommandLine, AWrongLineIsExplainedOnStandardErrorWithCode2) {
  const TemporaryFolder folder;
  put_scenario(folder);
  const std::vector<WrongLine> lines = {
      {{}, "a command is missing; there are init, import"},
      {{"rnu", "base.yaml"}, "there is no command rnu; did you mean run?"},
      {{"preview", "d.yaml"}, "there is no command preview; there are init"},
      {{"import", "ncse", "x.csv"}, "there is no command ncse; did you mean nces?"},
      {{"run"}, "SCENARIO is missing"},
      {{"run", "base.yaml"}, "-o OUT.h5 is missing"},
      {{"run", "base.yaml", "-o", "o.h5", "more"}, "one word too many: more"},
      {{"run", "base.yaml", "-o", "o.h5", "--replicats", "3"},
       "there is no option --replicats; did you mean --replicates?"},
      {{"run", "base.yaml", "-o", "o.h5", "--replicates", "0"},
       "--replicates: must be a whole number from 1 to 1000000"},
      {{"run", "base.yaml", "-o", "o.h5", "--replicates", "-1"}, "not -1"},
      {{"run", "base.yaml", "-o", "o.h5", "--seed", "1.5"}, "--seed: must be a whole number from 0 to"},
      {{"run", "base.yaml", "-o", "o.h5", "--seed", "99999999999999999999"}, "--seed: must be"},
      {{"run", "base.yaml", "-o", "o.h5", "--seed", "1", "--seed", "2"}, "--seed"},
      {{"run", "base.yaml", "-o", "o.h5", "--threads", "two"}, "--threads: must be"},
      {{"run", "base.yaml", "-o", "o.h5", "--agents", "yerly"}, "did you mean yearly?"},
      {{"run", "base.yaml", "-o", "o.h5", "--set", "discretion"}, "must be path=value"},
      {{"run", "base.yaml", "-o", "base.yaml"}, "-o names the scenario itself"},
      {{"validate"}, "files is required"},
      {{"info"}, "result is required"},
      {{"export", "o.h5"}, "--csv is required"},
      {{"init"}, "folder is required"},
      {{"init", "d", "--nces", "x.csv"}, "--nces and --lea go together"},
  };
  for (const WrongLine& line : lines) {
    const Ended ended = districtsim(folder, line.words);
    EXPECT_EQ(ended.code, 2) << line.message;
    EXPECT_EQ(ended.out, "") << line.message;
    EXPECT_THAT(ended.err, StartsWith("districtsim: "));
    EXPECT_THAT(ended.err, HasSubstr(line.message));
  }
  EXPECT_EQ(folder.names(), std::vector<std::string>{"base.yaml"});
}

TEST(CommandLine, NothingIsColouredAwayFromATerminal) {
  const TemporaryFolder folder;
  EXPECT_THAT(districtsim(folder, {"rnu"}).err, Not(HasSubstr("\x1b")));
}

TEST(CommandLine, AReaderThatLeftIsNoError) {
  const TemporaryFolder folder;
  const Ended ended = districtsim(folder, {"run", "--list-mechanisms"}, [] {
    int ends[2] = {};
    if (pipe(ends) != 0) _exit(125);
    close(ends[0]);
    dup2(ends[1], STDOUT_FILENO);
  });
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "");
}

TEST(CommandLine, OutputThatCannotBeWrittenIsAFailure) {
  const TemporaryFolder folder;
  const Ended ended =
      districtsim(folder, {"run", "--list-mechanisms"}, [] { dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO); });
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, HasSubstr("cannot write standard output: No space left on device"));
}

}  // namespace
}  // namespace districtsim
