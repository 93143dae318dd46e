#include "sim/cli/ranks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "sim/cli/slurm_job.hpp"
#include "sim/core/failure.hpp"
#include "tests/record/temporary_folder.hpp"

namespace districtsim {
namespace {

/// Words of the environment for the length of a test.
class Environment {
 public:
  explicit Environment(std::vector<std::pair<std::string, std::string>> words) : words_(std::move(words)) {
    for (const auto& [name, value] : words_) setenv(name.c_str(), value.c_str(), 1);
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() {
    for (const auto& [name, value] : words_) unsetenv(name.c_str());
  }

 private:
  std::vector<std::pair<std::string, std::string>> words_;
};

TEST(Ranks, AreThoseOfOpenMpiAndOfPmiAndNotOfABatchScript) {
  EXPECT_FALSE(rank_of_launcher());
  {
    const Environment batch({{"SLURM_PROCID", "0"}, {"SLURM_NTASKS", "4"}});
    EXPECT_FALSE(rank_of_launcher());
  }
  {
    const Environment alone({{"PMI_RANK", "0"}, {"PMI_SIZE", "1"}});
    EXPECT_FALSE(rank_of_launcher());
  }
  {
    const Environment pmi({{"PMI_RANK", "3"}, {"PMI_SIZE", "4"}});
    ASSERT_TRUE(rank_of_launcher());
    EXPECT_EQ(rank_of_launcher()->rank, 3U);
    EXPECT_FALSE(rank_of_launcher()->talks());
  }
  const Environment open_mpi(
      {{"OMPI_COMM_WORLD_RANK", "0"}, {"OMPI_COMM_WORLD_SIZE", "8"}, {"OMPI_COMM_WORLD_LOCAL_SIZE", "2"}});
  ASSERT_TRUE(rank_of_launcher());
  EXPECT_EQ(rank_of_launcher()->size, 8U);
  EXPECT_EQ(rank_of_launcher()->on_this_machine, 2U);
  EXPECT_TRUE(rank_of_launcher()->talks());
}

TEST(Ranks, NumbersThatCannotBeAreRefused) {
  const Environment beyond({{"PMI_RANK", "4"}, {"PMI_SIZE", "4"}});
  EXPECT_THROW(static_cast<void>(rank_of_launcher()), Failure);
  const Environment word({{"OMPI_COMM_WORLD_RANK", "one"}, {"OMPI_COMM_WORLD_SIZE", "4"}});
  EXPECT_THROW(static_cast<void>(rank_of_launcher()), Failure);
}

TEST(Ranks, ShareTheProcessorsOfAMachineAndEachHasOne) {
  const int alone = threads_of({0, 1, 1});
  EXPECT_GE(alone, 1);
  EXPECT_EQ(threads_of({0, 1000, 1000}), 1);
  EXPECT_LE(threads_of({0, 2, 2}), alone);
}

TEST(Ranks, MarksOfOtherWorkCountForNothing) {
  const TemporaryFolder folder;
  const std::atomic<bool> stop = true;
  RankMarks(folder.path(), {1, 2, 1}, "work of yesterday").set_own();
  const RankMarks own(folder.path(), {0, 2, 1}, "work");
  own.set_own();
  EXPECT_FALSE(own.wait_for_all(stop));
  RankMarks(folder.path(), {1, 2, 1}, "work").set_own();
  EXPECT_TRUE(own.wait_for_all(stop));
  own.remove_all();
  EXPECT_TRUE(folder.names().empty());
}

TEST(SlurmJob, ArraysAreWrittenAsRanges) {
  EXPECT_EQ(array_text({0, 1, 2, 3}), "0-3");
  EXPECT_EQ(array_text({0, 2, 3, 7}), "0,2-3,7");
  EXPECT_EQ(array_text({5}), "5");
  EXPECT_EQ(array_text({}), "");
}

TEST(SlurmJob, MaxArraySizeIsReadFromTheConfiguration) {
  EXPECT_EQ(max_array_size_in("MaxArrayTasks = 3\nMaxArraySize            = 1001\nMaxDBDMsgs = 0\n"), 1001U);
  EXPECT_FALSE(max_array_size_in("slurm_load_ctl_conf error: Unable to contact slurm controller\n"));
}

TEST(SlurmJob, IsTheDocumentedFileFilledInAndQuotedForAShell) {
  const std::string text = slurm_job_text({"/opt/district sim", "d.yaml", "it's", 6, {1, 4, 5}});
  EXPECT_THAT(text, testing::StartsWith("#!/bin/bash\n"));
  EXPECT_THAT(text, testing::HasSubstr("\n#SBATCH --array=1,4-5\n"));
  EXPECT_THAT(text, testing::HasSubstr("\nprogram='/opt/district sim'\ndesign=d.yaml\nfolder='it'\\''s'\nshards=6\n"));
  const std::string merging = slurm_job_text({"p", "d", "f", 6, {}});
  EXPECT_THAT(merging, testing::Not(testing::HasSubstr("#SBATCH --array")));
  EXPECT_THAT(merging, testing::HasSubstr("\ntasks=no\n"));
}

}  // namespace
}  // namespace districtsim
