#include "sim/record/read_result.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "sim/core/failure.hpp"
#include "sim/record/hdf5_attributes.hpp"
#include "sim/record/hdf5_handles.hpp"
#include "tests/record/readers/sample_result.hpp"
#include "tests/record/temporary_folder.hpp"

namespace districtsim {
namespace {

std::string message_at_opening(const std::filesystem::path& path) {
  try {
    static_cast<void>(SavedResult::open(path));
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::bad_input_data);
    return failure.what();
  }
  return "no failure";
}

/// Changes a file as another program or another version would have written it.
void change(const std::filesystem::path& path, const std::function<void(hid_t file)>& edit) {
  const auto held = hdf5::lock();
  const hdf5::Handle file(H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose);
  edit(file.get());
}

TEST(SavedResult, ListsDatasetsWithTypesShapesAndDimensions) {
  const TemporaryFolder folder;
  write_sample_result(folder / "out.h5");
  const SavedResult result = SavedResult::open(folder / "out.h5");
  std::vector<std::string> paths;
  for (const StoredDataset& dataset : result.datasets()) paths.push_back(dataset.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"agents/effect", "agents/record", "agents/teacher", "coaching", "level",
                                             "money", "nobody", "none", "practice", "quarter", "replicate", "scenario",
                                             "school", "school_id", "teachers", "time", "year"}));
  const StoredDataset& practice = *result.find("practice");
  EXPECT_EQ(practice.type, ValueType::float32);
  EXPECT_EQ(practice.shape, (Extents{5, 2, 3, 4}));
  EXPECT_EQ(practice.dimensions, (std::vector<std::string>{"time", "scenario", "replicate", "school"}));
  EXPECT_EQ(result.find("agents/effect")->dimensions, (std::vector<std::string>{"agents/record", "school"}));
  EXPECT_EQ(result.find("school")->dimensions, std::vector<std::string>{"school"});
  EXPECT_EQ(result.find("level")->type, ValueType::int8);
  EXPECT_EQ(result.find("agents/teacher")->type, ValueType::uint32);
  EXPECT_EQ(result.find("school_id")->type, ValueType::text);
  EXPECT_TRUE(result.find("quarter")->dimension_only);
  EXPECT_TRUE(result.find("agents/record")->dimension_only);
  EXPECT_EQ(result.find("agents/record")->shape, Extents{3});
  EXPECT_FALSE(result.find("school")->dimension_only);
  EXPECT_EQ(result.find("absent"), nullptr);
}

TEST(SavedResult, ReturnsTheValuesThatWereWritten) {
  const TemporaryFolder folder;
  write_sample_result(folder / "out.h5");
  const SavedResult result = SavedResult::open(folder / "out.h5");
  const std::vector<double> practice = result.read<double>("practice");
  std::size_t at = 0;
  for (std::size_t week = 0; week < 5; ++week) {
    for (std::size_t scenario = 0; scenario < 2; ++scenario) {
      for (std::size_t replicate = 0; replicate < 3; ++replicate) {
        for (std::size_t school = 0; school < 4; ++school, ++at) {
          const double expected = sample_practice(week, scenario, replicate, school);
          EXPECT_TRUE(practice[at] == expected || (std::isnan(practice[at]) && std::isnan(expected))) << at;
        }
      }
    }
  }
  EXPECT_EQ(result.read<float>("practice", {4, 1, 2, 2}, {1, 1, 1, 2}),
            (std::vector<float>{sample_practice(4, 1, 2, 2), sample_practice(4, 1, 2, 3)}));
  EXPECT_EQ(result.read<std::int64_t>("money"), (std::vector<std::int64_t>{9007199254740993, -1}));
  EXPECT_EQ(result.missing_code("money"), -1);
  EXPECT_EQ(result.missing_code("teachers"), std::nullopt);
  EXPECT_EQ(result.read<std::int64_t>("agents/teacher"), (std::vector<std::int64_t>{0, 1, 4000000000}));
  EXPECT_EQ(result.read<std::string>("scenario"), (std::vector<std::string>{"baseline", "policy Ω"}));
  EXPECT_EQ(result.read<std::string>("school_id", {2}, {2}), (std::vector<std::string>{"010000500872", ""}));
  EXPECT_EQ(result.read<double>("level"), (std::vector<double>{0, 2, 1, -1}));
  EXPECT_TRUE(result.read<float>("none").empty());
  EXPECT_TRUE(std::isnan(result.read<double>("agents/effect")[8]));
}

TEST(SavedResult, ReturnsAttributes) {
  const TemporaryFolder folder;
  write_sample_result(folder / "out.h5");
  const SavedResult result = SavedResult::open(folder / "out.h5");
  EXPECT_EQ(result.text_attribute("", "Conventions"), "CF-1.10");
  EXPECT_EQ(result.text_attribute("time", "units"), "days since 2020-08-10");
  EXPECT_EQ(result.text_attribute("time", "calendar"), "standard");
  EXPECT_EQ(result.text_attribute("", "absent"), std::nullopt);
  EXPECT_EQ(result.text_attribute("", "schema_version"), std::nullopt);
  EXPECT_EQ(result.number_attribute("", "schema_version"), std::vector<double>{result_schema_version});
  EXPECT_EQ(result.number_attribute("level", "flag_values"), (std::vector<double>{0, 1, 2}));
  EXPECT_TRUE(result.number_attribute("", "title").empty());
  EXPECT_EQ(result.attribute_names("practice")[0], "long_name");
}

TEST(SavedResult, SaysWhyAFileIsNoResult) {
  const TemporaryFolder folder;
  const std::string path = (folder / "out.h5").string();
  const std::string start = path + ": not a districtsim result file: ";
  testing::internal::CaptureStderr();
  EXPECT_EQ(message_at_opening(path), start + "there is no such file");
  put_text(path, "");
  EXPECT_EQ(message_at_opening(path), start + "it is not in HDF5 format");
  put_text(path, "school,teachers\n");
  EXPECT_EQ(message_at_opening(path), start + "it is not in HDF5 format");
  EXPECT_EQ(message_at_opening(folder.path()),
            folder.path().string() + ": not a districtsim result file: it is a folder");
  write_sample_result(path);
  change(path, [](hid_t file) { H5Adelete(file, "filetype"); });
  EXPECT_EQ(message_at_opening(path), start + "it was written by another program");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(SavedResult, ATruncatedFileIsNoResultWhereverItEnds) {
  const TemporaryFolder folder;
  write_sample_result(folder / "out.h5");
  const std::string whole = text_of(folder / "out.h5");
  testing::internal::CaptureStderr();
  for (std::size_t length = 8; length < whole.size(); length = length * 11 / 10 + 1) {
    put_text(folder / "cut.h5", whole.substr(0, length));
    EXPECT_EQ(message_at_opening(folder / "cut.h5"),
              (folder / "cut.h5").string() + ": not a districtsim result file: it is cut short or damaged");
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(SavedResult, AFileOfAnotherSchemaSaysWhichVersionWroteIt) {
  const TemporaryFolder folder;
  const std::string path = (folder / "out.h5").string();
  write_sample_result(path);
  change(path, [](hid_t file) {
    for (const char* name : {"schema_version", "program_version"}) H5Adelete(file, name);
    ASSERT_TRUE(hdf5::write_attribute(file, "schema_version", std::int32_t{99}));
    ASSERT_TRUE(hdf5::write_attribute(file, "program_version", std::string("9.9.9")));
  });
  EXPECT_EQ(message_at_opening(path).rfind(path + ": written by districtsim 9.9.9 (result schema 99), which", 0), 0U)
      << message_at_opening(path);
}

TEST(SavedResult, WhatItDoesNotHoldIsAFailure) {
  const TemporaryFolder folder;
  write_sample_result(folder / "out.h5");
  const SavedResult result = SavedResult::open(folder / "out.h5");
  EXPECT_THROW(static_cast<void>(result.read<double>("absent")), Failure);
  EXPECT_THROW(static_cast<void>(result.read<double>("school")), Failure);
  EXPECT_THROW(static_cast<void>(result.read<std::string>("practice")), Failure);
}

TEST(SavedResult, AFileThatCannotBeWrittenCanBeRead) {
  const TemporaryFolder folder;
  write_sample_result(folder / "out.h5");
  std::filesystem::permissions(folder / "out.h5", std::filesystem::perms::owner_read);
  EXPECT_EQ(SavedResult::open(folder / "out.h5").datasets().size(), 17U);
}

}  // namespace
}  // namespace districtsim
