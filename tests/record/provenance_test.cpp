#include "sim/record/provenance.hpp"

#include <gtest/gtest.h>

#include "sim/record/read_result.hpp"
#include "tests/record/temporary_folder.hpp"

namespace districtsim {
namespace {

Provenance written_and_read(const Provenance& provenance) {
  const TemporaryFolder folder;
  ResultFile file = ResultFile::create(folder / "out.h5");
  write_provenance(file, provenance);
  file.publish();
  return read_provenance(SavedResult::open(folder / "out.h5"));
}

TEST(Provenance, IsReadAsItWasWritten) {
  Provenance provenance = provenance_here();
  provenance.title = "a district";
  provenance.seed = 18446744073709551615U;
  provenance.input_hash = "00ff";
  provenance.command_line = "districtsim run a.yaml";
  provenance.scenarios = {{"baseline", "abc", ""}, {"policy", "{}", ""}};
  const Provenance read = written_and_read(provenance);
  EXPECT_EQ(read.title, "a district");
  EXPECT_EQ(read.seed, 18446744073709551615U);
  EXPECT_EQ(read.input_hash, "00ff");
  EXPECT_EQ(read.command_line, provenance.command_line);
  EXPECT_EQ(read.program_version, provenance.program_version);
  EXPECT_EQ(read.cpu_model, provenance.cpu_model);
  EXPECT_EQ(read.date, provenance.date);
  ASSERT_EQ(read.scenarios.size(), 2U);
  EXPECT_EQ(read.scenarios[1].name, "policy");
  EXPECT_EQ(read.scenarios[0].text, "abc");
  EXPECT_EQ(read.scenarios[0].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Provenance, HoldsScenariosLargerThanAnObjectHeader) {
  std::string text;
  for (int number = 0; text.size() < 1024000; ++number) text += std::to_string(number) + " Schülerinnen\n";
  Provenance provenance;
  provenance.scenarios = {{"large", text, ""}, {"small", "{}", ""}};
  const Provenance read = written_and_read(provenance);
  EXPECT_EQ(read.scenarios.at(0).text, text);
  EXPECT_EQ(read.scenarios.at(1).text, "{}");
}

TEST(Provenance, KnowsThisMachineAndMoment) {
  const Provenance here = provenance_here();
  EXPECT_FALSE(here.program_version.empty());
  EXPECT_FALSE(here.cpu_model.empty());
  EXPECT_EQ(here.libc_version.rfind("glibc 2.", 0), 0U);
  EXPECT_EQ(here.date.size(), std::string("2026-03-01T12:00:00Z").size());
  EXPECT_EQ(here.date.back(), 'Z');
}

TEST(Provenance, ACommandLineCanBeRunAgain) {
  EXPECT_EQ(as_command_line({"districtsim", "run", "my file.yaml", "--set", "a.b=1", "it's", ""}),
            R"(districtsim run 'my file.yaml' --set a.b=1 'it'\''s' '')");
}

}  // namespace
}  // namespace districtsim
