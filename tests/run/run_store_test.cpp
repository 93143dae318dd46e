#include "sim/run/run_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/core/failure.hpp"
#include "tests/record/temporary_folder.hpp"

namespace districtsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

RunKey key_of(std::uint8_t number) {
  RunKey key;
  key.bytes.fill(number);
  return key;
}

RunRecord record_of(std::uint8_t number) { return {key_of(number), RunStatus::done, {number * 0.5, -1.0}, ""}; }

/// 48 bytes of head, two values, 32 bytes of checksum.
constexpr std::uint64_t bytes_of_record = 96;

void put_three(const TemporaryFolder& folder) {
  RunStore store(folder / "store", "0-of-1");
  for (const std::uint8_t number : std::vector<std::uint8_t>{1, 2, 3}) store.append(record_of(number));
}

std::filesystem::path log_of(const TemporaryFolder& folder) { return folder / "store/0-of-1.runs"; }

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
  return names;
}

void overwrite(const std::filesystem::path& path, std::size_t at, char byte) {
  std::string text = text_of(path);
  text[at] = byte;
  put_text(path, text);
}

TEST(RunStore, KeepsRunsByWhatTheyAreInOneFile) {
  const TemporaryFolder folder;
  put_three(folder);
  {
    RunStore store(folder / "store", "0-of-1");
    store.append({key_of(4), RunStatus::failed, {}, "no school fits"});
    store.append(record_of(2));  // is there
  }
  EXPECT_THAT(names_in(folder / "store"), ElementsAre("0-of-1.runs"));
  const RunStore store(folder / "store");
  EXPECT_EQ(store.runs(), 4U);
  EXPECT_EQ(std::filesystem::file_size(log_of(folder)), 3 * bytes_of_record + 80 + 14);
  EXPECT_THAT(store.read(*store.find(key_of(2))).values, ElementsAre(1.0, -1.0));
  EXPECT_EQ(store.read(*store.find(key_of(4))).message, "no school fits");
  EXPECT_EQ(store.find(key_of(4))->status, RunStatus::failed);
  EXPECT_FALSE(store.find(key_of(5)).has_value());
  EXPECT_TRUE(store.damage().empty());
}

TEST(RunStore, CutsOffWhatAKilledProcessDidNotFinish) {
  for (const std::uint64_t left : {1U, 8U, 47U, 48U, 60U, 95U}) {
    const TemporaryFolder folder;
    put_three(folder);
    std::filesystem::resize_file(log_of(folder), 2 * bytes_of_record + left);
    EXPECT_EQ(RunStore(folder / "store").runs(), 2U) << left;
    EXPECT_TRUE(RunStore(folder / "store").damage().empty()) << "it may be one that is being written";
    EXPECT_EQ(std::filesystem::file_size(log_of(folder)), 2 * bytes_of_record + left) << "a reader changes nothing";
    RunStore store(folder / "store", "0-of-1");
    EXPECT_EQ(std::filesystem::file_size(log_of(folder)), 2 * bytes_of_record) << left;
    store.append(record_of(3));
    EXPECT_EQ(RunStore(folder / "store").runs(), 3U);
  }
}

TEST(RunStore, NamesFileAndPlaceOfABrokenRecordAndKeepsTheOthers) {
  // In the magic, the size (far too large), the key, the values, the checksum of the second of three.
  for (const std::uint64_t within : {0U, 11U, 20U, 50U, 90U}) {
    const TemporaryFolder folder;
    put_three(folder);
    overwrite(log_of(folder), bytes_of_record + within, '\x21');
    RunStore store(folder / "store", "0-of-1");
    EXPECT_EQ(store.runs(), 2U) << within;
    ASSERT_EQ(store.damage().size(), 1U) << within;
    EXPECT_EQ(store.damage()[0].file, log_of(folder));
    EXPECT_EQ(store.damage()[0].offset, bytes_of_record);
    EXPECT_EQ(store.damage()[0].bytes, bytes_of_record);
    store.append(record_of(2));  // it is done again, behind the others
    EXPECT_THAT(RunStore(folder / "store").read(*store.find(key_of(2))).values, ElementsAre(1.0, -1.0));
  }
}

TEST(RunStore, RefusesValuesThatChangedSinceTheyWereFound) {
  const TemporaryFolder folder;
  put_three(folder);
  const RunStore store(folder / "store");
  const StoredRun second = *store.find(key_of(2));
  overwrite(log_of(folder), bytes_of_record + 50, '\x21');
  try {
    static_cast<void>(store.read(second));
    FAIL() << "a broken record was read";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::bad_input_data);
    EXPECT_THAT(failure.what(), HasSubstr("0-of-1.runs: the record at byte 96 is broken"));
  }
}

TEST(RunStore, HasOneWriterForEachLogAndReadsAllLogsTogether) {
  const TemporaryFolder folder;
  put_three(folder);
  RunStore first(folder / "store", "0-of-2");
  try {
    const RunStore again(folder / "store", "0-of-2");
    FAIL() << "two processes wrote to one log";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::run_time_failure);
    EXPECT_THAT(failure.what(), HasSubstr("another process writes to"));
    EXPECT_THAT(failure.what(), HasSubstr("0-of-2.runs"));
  }
  RunStore second(folder / "store", "1-of-2");
  EXPECT_EQ(second.runs(), 3U);
  first.append(record_of(8));
  second.append(record_of(9));
  EXPECT_FALSE(second.find(key_of(8)).has_value());
  second.refresh();
  EXPECT_THAT(second.read(*second.find(key_of(8))).values, ElementsAre(4.0, -1.0));
  EXPECT_EQ(second.runs(), 5U);
}

}  // namespace
}  // namespace districtsim
