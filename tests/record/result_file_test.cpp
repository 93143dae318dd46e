#include "sim/record/result_file.hpp"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <limits>
#include <numeric>
#include <thread>
#include <utility>

#include "sim/core/contracts.hpp"
#include "sim/core/failure.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/read_result.hpp"
#include "tests/record/readers/sample_result.hpp"
#include "tests/record/temporary_folder.hpp"

namespace districtsim {
namespace {

using testing::internal::CaptureStderr;
using testing::internal::GetCapturedStderr;

/// Runs `body` in a process of its own that ends as a program does, and returns its wait status.
int in_child(const std::function<void()>& body) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      body();
    } catch (const Failure& failure) {
      std::exit(static_cast<int>(failure.code()));
    } catch (...) {
      std::exit(77);
    }
    std::exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

Failure failure_of(const std::function<void()>& body) {
  try {
    body();
  } catch (const Failure& failure) {
    return failure;
  }
  return {ExitCode::ok, "no failure"};
}

/// 2 kB of values a row, in six variables that grow row by row.
void write_much(const std::filesystem::path& path, std::size_t rows, StorageOptions options = {}) {
  ResultFile file = ResultFile::create(path, options);
  file.coordinate<std::string>({.name = "school", .long_name = "school"}, {"a", "b", "c"});
  file.dimension("row", unlimited);
  file.dimension("column", 100);
  std::vector<float> values(100);
  std::iota(values.begin(), values.end(), 0.5F);
  std::vector<Variable<float>> variables;
  for (int number = 0; number < 5; ++number) {
    variables.push_back(file.variable<float>(
        {.name = "v" + std::to_string(number), .dimensions = {"row", "column"}, .units = "1", .long_name = "numbers"}));
  }
  const auto names = file.variable<std::string>({.name = "name", .dimensions = {"row"}, .long_name = "names"});
  for (std::size_t row = 0; row < rows; ++row) {
    for (const auto variable : variables) {
      values[row % values.size()] = static_cast<float>(row);
      file.append(variable, values);
    }
    file.append(names, std::vector<std::string>{"name of row " + std::to_string(row)});
  }
  file.publish();
}

/// A file system of 1 MiB at `folder`, as long as it lives.
struct TinyDisk {
  explicit TinyDisk(std::filesystem::path at)
      : folder(std::move(at)), mounted(mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=1m") == 0) {}
  TinyDisk(const TinyDisk&) = delete;
  TinyDisk& operator=(const TinyDisk&) = delete;
  ~TinyDisk() {
    if (mounted) umount2(folder.c_str(), MNT_DETACH);
  }
  std::filesystem::path folder;
  bool mounted;
};

TEST(ResultFile, NothingAppearsBeforePublish) {
  const TemporaryFolder folder;
  ResultFile file = ResultFile::create(folder / "out.h5");
  EXPECT_FALSE(std::filesystem::exists(folder / "out.h5"));
  file.publish();
  EXPECT_EQ(folder.names(), std::vector<std::string>{"out.h5"});
}

TEST(ResultFile, NothingStaysWithoutPublish) {
  const TemporaryFolder folder;
  {
    ResultFile file = ResultFile::create(folder / "out.h5");
    file.dimension("week", 5);
    const auto v = file.variable<float>({.name = "v", .dimensions = {"week"}, .units = "1", .long_name = "v"});
    file.write(v, {0}, {2}, std::vector<float>{1, 2});
  }
  EXPECT_TRUE(folder.names().empty());
}

TEST(ResultFile, AnExistingFileIsReplacedOnlyBySuccess) {
  const TemporaryFolder folder;
  put_text(folder / "out.h5", "old");
  { const ResultFile file = ResultFile::create(folder / "out.h5"); }
  EXPECT_EQ(text_of(folder / "out.h5"), "old");
  ResultFile::create(folder / "out.h5").publish();
  EXPECT_NE(text_of(folder / "out.h5"), "old");
  EXPECT_EQ(folder.names().size(), 1U);
}

TEST(ResultFile, ASymbolicLinkIsFollowed) {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "deep");
  put_text(folder / "deep/target.h5", "old");
  std::filesystem::create_symlink("deep/target.h5", folder / "out.h5");
  ResultFile::create(folder / "out.h5").publish();
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "out.h5"));
  EXPECT_NE(text_of(folder / "deep/target.h5"), "old");
}

TEST(ResultFile, AKilledRunLeavesAHiddenFileThatTheNextRunRemoves) {
  const TemporaryFolder folder;
  const int status = in_child([&] {
    const ResultFile file = ResultFile::create(folder / "out.h5");
    raise(SIGKILL);
  });
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(folder.names(), std::vector<std::string>{".out.h5.partial-0"});
  ResultFile::create(folder / "out.h5").publish();
  EXPECT_EQ(folder.names(), std::vector<std::string>{"out.h5"});
}

TEST(ResultFile, SeveralKilledRunsAreCleanedUpTogether) {
  const TemporaryFolder folder;
  for (const char* name : {".out.h5.partial-0", ".out.h5.partial-1", ".out.h5.partial-2", ".other.h5.partial-0"}) {
    put_text(folder / name, "left behind");
  }
  ResultFile::create(folder / "out.h5").publish();
  EXPECT_EQ(folder.names().size(), 2U) << "out.h5 and what belongs to other.h5";
}

TEST(ResultFile, RunsToTheSamePathDoNotDisturbEachOther) {
  const TemporaryFolder folder;
  ResultFile first = ResultFile::create(folder / "out.h5");
  ResultFile second = ResultFile::create(folder / "out.h5");
  first.attribute("title", "first");
  second.attribute("title", "second");
  second.publish();
  EXPECT_EQ(SavedResult::open(folder / "out.h5").text_attribute("", "title"), "second");
  first.publish();
  EXPECT_EQ(SavedResult::open(folder / "out.h5").text_attribute("", "title"), "first");
  EXPECT_EQ(folder.names().size(), 1U);
}

TEST(ResultFile, SaysWhyAPathCannotBeWritten) {
  const TemporaryFolder folder;
  const auto message_for = [](const std::filesystem::path& path) {
    const Failure failure = failure_of([&] { ResultFile::create(path).publish(); });
    EXPECT_EQ(failure.code(), ExitCode::run_time_failure);
    return std::string(failure.what());
  };
  const std::string missing = (folder / "missing").string();
  EXPECT_EQ(message_for(missing + "/out.h5"), "cannot write " + missing + "/out.h5: there is no folder " + missing);
  EXPECT_EQ(message_for(folder.path()), "cannot write " + folder.path().string() + ": it is a folder");
  EXPECT_EQ(message_for(missing + "/"), "cannot write " + missing + "/: it names a folder");
  EXPECT_EQ(message_for("/dev/null"), "cannot write /dev/null: it is not a regular file");
  EXPECT_EQ(message_for(""), "cannot write : the name is empty");
  EXPECT_NE(message_for("/proc/out.h5").find("cannot write /proc/out.h5: "), std::string::npos);
  EXPECT_NE(message_for(folder / std::string(250, 'n')).find("File name too long"), std::string::npos);
}

TEST(ResultFile, AFullDiskIsAFailureThatLeavesNothing) {
  const TemporaryFolder folder;
  std::size_t failed = 0;
  for (const int compression : {0, 3}) {
    for (rlim_t limit = 0; limit < 300000; limit = limit * 5 / 4 + 700) {
      put_text(folder / "out.h5", "old");
      CaptureStderr();
      const int status = in_child([&] {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit most{limit, limit};
        setrlimit(RLIMIT_FSIZE, &most);
        const Failure failure = failure_of([&] { write_much(folder / "out.h5", 150, {compression}); });
        const bool expected =
            std::string(failure.what()) == "cannot write " + (folder / "out.h5").string() + ": File too large";
        std::exit(failure.code() == ExitCode::ok ? 0 : (expected ? 1 : 78));
      });
      EXPECT_EQ(GetCapturedStderr(), "") << limit;
      ASSERT_TRUE(WIFEXITED(status)) << "crashed at " << limit << " bytes";
      EXPECT_EQ(folder.names(), std::vector<std::string>{"out.h5"}) << limit;
      if (WEXITSTATUS(status) == 0) continue;
      EXPECT_EQ(WEXITSTATUS(status), 1) << limit;
      EXPECT_EQ(text_of(folder / "out.h5"), "old") << limit;
      ++failed;
    }
  }
  EXPECT_GT(failed, 20U);
}

TEST(ResultFile, ARealFullFileSystemIsAFailureThatLeavesNothing) {
  const TemporaryFolder folder;
  const TinyDisk disk(folder.path());
  if (!disk.mounted) GTEST_SKIP() << "mounting needs root; the test above stands in";
  CaptureStderr();
  const Failure failure = failure_of([&] { write_much(folder / "out.h5", 5000); });
  const auto names = folder.names();
  write_much(folder / "out.h5", 10);
  const bool recovered = std::filesystem::exists(folder / "out.h5");
  EXPECT_EQ(GetCapturedStderr(), "");
  EXPECT_EQ(failure.what(), "cannot write " + (folder / "out.h5").string() + ": No space left on device");
  EXPECT_TRUE(names.empty());
  EXPECT_TRUE(recovered);
}

TEST(ResultFile, BlocksInAnyOrderMakeTheSameVariable) {
  const TemporaryFolder folder;
  ResultFile file = ResultFile::create(folder / "out.h5");
  file.dimension("week", unlimited);
  file.dimension("school", 3);
  const auto v = file.variable<float>({.name = "v", .dimensions = {"week", "school"}, .units = "1", .long_name = "v"});
  file.write(v, {2, 1}, {1, 2}, std::vector<float>{21, 22});
  file.write(v, {0, 0}, {1, 3}, std::vector<float>{0, 1, 2});
  file.publish();
  const SavedResult result = SavedResult::open(folder / "out.h5");
  EXPECT_EQ(result.find("v")->shape, (Extents{3, 3}));
  const std::vector<float> values = result.read<float>("v");
  EXPECT_EQ(std::vector<float>(values.begin(), values.begin() + 3), (std::vector<float>{0, 1, 2}));
  for (std::size_t at = 3; at < 7; ++at) EXPECT_TRUE(std::isnan(values[at])) << at;
  EXPECT_EQ(values[8], 22.0F);
}

TEST(ResultFile, ThreadsThatWriteTheirOwnReplicatesAgreeWithOneThread) {
  const TemporaryFolder folder;
  constexpr std::size_t replicates = 12;
  const auto write_with = [&](const std::string& name, std::size_t threads, StorageOptions options) {
    ResultFile file = ResultFile::create(folder / name, options);
    file.dimension("time", unlimited);
    file.dimension("replicate", replicates);
    const auto v = file.variable<double>(
        {.name = "v", .dimensions = {"time", "replicate"}, .units = "1", .long_name = "v", .chunks = {7, 5}});
    std::vector<std::thread> running;
    for (std::size_t thread = 0; thread < threads; ++thread) {
      running.emplace_back([&, thread] {
        for (std::size_t replicate = thread; replicate < replicates; replicate += threads) {
          for (std::size_t week = 0; week < 40; ++week) {
            const auto value = static_cast<double>(week * 100 + replicate);
            file.write(v, {week, replicate}, {1, 1}, std::vector<double>{value});
          }
        }
      });
    }
    for (std::thread& thread : running) thread.join();
    file.publish();
    return digest_of(folder / name);
  };
  const std::string alone = write_with("1.h5", 1, {});
  EXPECT_EQ(write_with("4.h5", 4, {}), alone);
  EXPECT_EQ(write_with("4z.h5", 4, {4}), alone);
}

TEST(ResultFile, ThreadsWithFilesOfTheirOwnDoNotMeet) {
  const TemporaryFolder folder;
  std::vector<std::thread> running;
  for (int number = 0; number < 4; ++number) {
    running.emplace_back([&folder, number] {
      const auto path = folder / (std::to_string(number) + ".h5");
      for (int round = 0; round < 5; ++round) {
        write_sample_result(path);
        EXPECT_EQ(SavedResult::open(path).read<std::int64_t>("teachers"), std::vector<std::int64_t>{-7});
      }
    });
  }
  for (std::thread& thread : running) thread.join();
}

TEST(ResultFile, WhatCannotBeMeantIsABrokenPromise) {
  const TemporaryFolder folder;
  ResultFile file = ResultFile::create(folder / "out.h5");
  file.dimension("week", 4);
  const auto v = file.variable<float>({.name = "v", .dimensions = {"week"}, .units = "1", .long_name = "v"});
  EXPECT_THROW(file.dimension("week", 4), ContractViolation);
  EXPECT_THROW(file.dimension("no spaces", 4), ContractViolation);
  EXPECT_THROW(file.variable<float>({.name = "v"}), ContractViolation);
  EXPECT_THROW(file.variable<float>({.name = "w", .dimensions = {"year"}}), ContractViolation);
  EXPECT_THROW(file.variable<float>({.name = "week", .dimensions = {"week"}}), ContractViolation);
  EXPECT_THROW(file.write(v, std::vector<float>{1, 2, 3}), ContractViolation);
  EXPECT_THROW(file.write(v, {3}, {2}, std::vector<float>{1, 2}), ContractViolation);
  EXPECT_THROW(file.append(v, std::vector<float>{1}), ContractViolation);
  file.publish();
  EXPECT_THROW(file.attribute("title", "late"), ContractViolation);
}

TEST(ResultFile, TextOfAnyBytesIsStoredAsValidUtf8) {
  const TemporaryFolder folder;
  ResultFile file = ResultFile::create(folder / "out.h5");
  const std::vector<std::string> names = {"Zürich", "Z\xFCrich", std::string("a\0b", 3),
                                          "",       "\xE2\x82",  "\xF0\x9F\x8D\x8E"};
  file.coordinate<std::string>({.name = "school", .long_name = "school"}, names);
  file.publish();
  const std::vector<std::string> expected = {"Zürich", "Z\uFFFDrich",  "a\uFFFDb",
                                             "",       "\uFFFD\uFFFD", "\xF0\x9F\x8D\x8E"};
  EXPECT_EQ(SavedResult::open(folder / "out.h5").read<std::string>("school"), expected);
}

TEST(ResultFile, CompressionMakesItSmallerAndChangesNothing) {
  const TemporaryFolder folder;
  write_much(folder / "plain.h5", 400);
  write_much(folder / "small.h5", 400, {1});
  EXPECT_LT(std::filesystem::file_size(folder / "small.h5") * 2, std::filesystem::file_size(folder / "plain.h5"));
  EXPECT_EQ(digest_of(folder / "small.h5"), digest_of(folder / "plain.h5"));
}

TEST(ResultFile, TheSampleForOtherReadersCanBeWritten) {
  // The readers' tests keep it; see tests/record/readers/readers.cmake.
  const char* kept = std::getenv("DISTRICTSIM_READER_SAMPLES");
  const TemporaryFolder folder;
  const std::filesystem::path samples = kept == nullptr ? folder.path() : std::filesystem::path(kept);
  write_sample_result(samples / "sample.h5");
  write_sample_result(samples / "sample_compressed.h5", {4});
  EXPECT_EQ(digest_of(samples / "sample.h5"), digest_of(samples / "sample_compressed.h5"));
}

}  // namespace
}  // namespace districtsim
