#include "sim/run/checkpointed_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/core/failure.hpp"
#include "sim/core/parallel.hpp"
#include "tests/record/temporary_folder.hpp"
#include "tests/support/record_bytes.hpp"
#include "tests/support/rich_scenario.hpp"

namespace districtsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const CheckpointIdentity own_run = {{"seed", "3"}, {"scenario_sha256", "abc"}};

/// Digests of the years that reach the sink, replicate by replicate, in one thread.
std::vector<std::string> run_all(const Scenario& scenario, CheckpointFolder* folder, int every,
                                 const std::atomic<bool>* cancel = nullptr) {
  RunPlan plan;
  plan.seed = 3;
  plan.replicates = 2;
  plan.checkpoints = folder;
  plan.checkpoint_weeks = every;
  RunHooks hooks;
  hooks.cancel = cancel;
  std::vector<std::string> digests;
  with_threads(1, [&] {
    run_replicates(
        {&scenario}, plan, [&](RunPlace, const YearRecord& r) { digests.push_back(digest_of_year(r)); }, hooks);
  });
  return digests;
}

/// Runs replicate 0 on for so many weeks, then it is told to stop.
void run_in_part(const Scenario& scenario, const std::filesystem::path& path, int every, int weeks) {
  CheckpointFolder folder(path, own_run, CheckpointFolder::Begin::where_it_was);
  RunPlan plan;
  plan.seed = 3;
  plan.checkpoints = &folder;
  plan.checkpoint_weeks = every;
  std::atomic<bool> stop = false;
  int seen = 0;
  RunHooks hooks;
  hooks.cancel = &stop;
  hooks.phase_done = [&](std::size_t row, const District&) {
    if (row + 1 == 20 && ++seen == weeks) stop = true;  // some weekly phase
  };
  with_threads(1, [&] {
    EXPECT_THROW(run_replicates(
                     {&scenario}, plan, [](RunPlace, const YearRecord&) {}, hooks),
                 Cancelled);
  });
}

TEST(CheckpointedRun, StoppedAnywhereItGoesOnToTheSameBits) {
  const Scenario scenario = rich_scenario(false);  // 1 + 4 years of 12 weeks
  const std::vector<std::string> whole = run_all(scenario, nullptr, 36);
  ASSERT_EQ(whole.size(), 8U);
  for (const int weeks : {1, 12, 30, 58}) {
    const TemporaryFolder folder;
    run_in_part(scenario, folder / "c", 7, weeks);
    run_in_part(scenario, folder / "c", 7, 1);  // again, a week later
    CheckpointFolder checkpoints(folder / "c", own_run, CheckpointFolder::Begin::where_it_was);
    EXPECT_TRUE(checkpoints.found());
    EXPECT_EQ(run_all(scenario, &checkpoints, 7), whole) << weeks;
    EXPECT_EQ(run_all(scenario, &checkpoints, 7), whole) << "finished years come from the folder";
    EXPECT_TRUE(checkpoints.notes().empty());
    checkpoints.remove();
    EXPECT_FALSE(std::filesystem::exists(folder / "c"));
  }
}

TEST(CheckpointedRun, WhatIsDoneIsNotDoneAgain) {
  const Scenario scenario = rich_scenario(false);
  const TemporaryFolder folder;
  run_in_part(scenario, folder / "c", 12, 40);
  CheckpointFolder checkpoints(folder / "c", own_run, CheckpointFolder::Begin::where_it_was);
  const KeptReplicate kept = checkpoints.read(0, scenario.calendar);
  ASSERT_TRUE(kept.state.has_value());
  EXPECT_EQ(kept.state->next, (CalendarPoint{3, 4}));
  EXPECT_EQ(kept.years.size(), 2U);
  EXPECT_FALSE(checkpoints.read(1, scenario.calendar).state.has_value());
}

TEST(CheckpointedRun, DamagedFilesAreNoticedAndDoneAgain) {
  const Scenario scenario = rich_scenario(false);
  const std::vector<std::string> whole = run_all(scenario, nullptr, 36);
  for (const char* name : {"0.state", "0.year-1"}) {
    const TemporaryFolder folder;
    run_in_part(scenario, folder / "c", 7, 30);
    std::string bytes = text_of(folder / "c" / name);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    put_text(folder / "c" / name, bytes);
    CheckpointFolder checkpoints(folder / "c", own_run, CheckpointFolder::Begin::where_it_was);
    EXPECT_EQ(run_all(scenario, &checkpoints, 7), whole) << name;
    EXPECT_THAT(checkpoints.notes(), ElementsAre(HasSubstr(std::string(name) + " is damaged")));
  }
}

TEST(CheckpointFolder, AnotherRunASecondProcessAndAForgottenResumeAreRefused) {
  const TemporaryFolder folder;
  const auto message = [&](const CheckpointIdentity& identity, CheckpointFolder::Begin begin) -> std::string {
    try {
      const CheckpointFolder opened(folder / "c", identity, begin);
    } catch (const Failure& failure) {
      return failure.what();
    }
    return "";
  };
  {
    const CheckpointFolder own(folder / "c", own_run, CheckpointFolder::Begin::anew);
    EXPECT_THAT(message(own_run, CheckpointFolder::Begin::where_it_was), HasSubstr("another process"));
  }
  EXPECT_THAT(message(own_run, CheckpointFolder::Begin::anew), HasSubstr("--resume"));
  const std::string other = message({{"seed", "4"}, {"scenario_sha256", "abc"}}, CheckpointFolder::Begin::where_it_was);
  EXPECT_THAT(other, HasSubstr("seed: 3, and now 4"));
  EXPECT_THAT(other, testing::Not(HasSubstr("scenario_sha256")));
  EXPECT_EQ(message(own_run, CheckpointFolder::Begin::where_it_was), "");
}

}  // namespace
}  // namespace districtsim
