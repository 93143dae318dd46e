#pragma once

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/record/provenance.hpp"
#include "sim/record/result_file.hpp"

namespace districtsim {

/// practice at (week, scenario, replicate, school) of the sample; missing for the second school of week 3.
inline float sample_practice(std::size_t week, std::size_t scenario, std::size_t replicate, std::size_t school) {
  if (week == 3 && school == 1) return std::nanf("");
  return static_cast<float>(week) + 0.25F * static_cast<float>(scenario) + 0.5F * static_cast<float>(replicate) -
         10.0F * static_cast<float>(school);
}

/// The features of result files in one small file; check_*.py and check_r.R know its values.
inline void write_sample_result(const std::filesystem::path& path, StorageOptions options = {}) {
  ResultFile file = ResultFile::create(path, options);
  Provenance provenance = provenance_here();
  provenance.title = "Sample of a district: Zürich";
  provenance.command_line = as_command_line({"districtsim", "run", "a scenario.yaml"});
  provenance.seed = 18446744073709551615U;
  provenance.scenarios = {{"baseline", std::string(300 * 1024, 'x'), ""}, {"policy Ω", R"({"name":"policy Ω"})", ""}};
  write_provenance(file, provenance);

  file.dimension("time", unlimited);
  const auto time = file.variable<double>({.name = "time",
                                           .dimensions = {"time"},
                                           .units = "days since 2020-08-10",
                                           .long_name = "first day of the week",
                                           .attributes = {{"calendar", "standard"}, {"standard_name", "time"}}});
  file.coordinate<std::int32_t>({.name = "year", .units = "1", .long_name = "school year"}, {1, 2});
  file.coordinate<std::string>({.name = "scenario", .long_name = "scenario"}, {"baseline", "policy Ω"});
  file.coordinate<std::int32_t>({.name = "replicate", .units = "1", .long_name = "replicate"}, {0, 1, 2});
  const std::vector<std::string> schools = {"Lincoln", "Zürich, \"North\"", "PS 3", "Hồ Chí Minh"};
  file.coordinate<std::string>({.name = "school", .long_name = "school"}, schools);
  file.dimension("quarter", 4);  // without coordinate values
  file.dimension("nobody", 0);

  const auto school_id = file.variable<std::string>(
      {.name = "school_id", .dimensions = {"school"}, .long_name = "NCES identifier of the school"});
  file.write(school_id, {0}, {3}, std::vector<std::string>{"010000500870", "010000500871", "010000500872"});
  const auto level = file.variable<std::int8_t>({.name = "level",
                                                 .dimensions = {"school"},
                                                 .long_name = "level of the school",
                                                 .missing = std::int8_t{-1},
                                                 .flag_values = {0, 1, 2},
                                                 .flag_meanings = {"elementary", "middle", "high"}});
  file.write(level, {0}, {3}, std::vector<std::int8_t>{0, 2, 1});

  const auto practice = file.variable<float>({.name = "practice",
                                              .dimensions = {"time", "scenario", "replicate", "school"},
                                              .units = "1",
                                              .long_name = "mean teaching practice"});
  for (std::size_t week = 0; week < 5; ++week) {
    file.append(time, std::vector<double>{7.0 * static_cast<double>(week)});
    for (std::size_t scenario = 0; scenario < 2; ++scenario) {
      for (std::size_t replicate = 0; replicate < 3; ++replicate) {
        std::vector<float> row;
        for (std::size_t school = 0; school < schools.size(); ++school) {
          row.push_back(sample_practice(week, scenario, replicate, school));
        }
        file.write(practice, {week, scenario, replicate, 0}, {1, 1, 1, schools.size()}, row);
      }
    }
  }
  const auto hours = file.variable<double>(
      {.name = "coaching", .dimensions = {"year", "quarter"}, .units = "h", .long_name = "hours of coaching"});
  file.write(hours, std::vector<double>{0.1, 0.2, 0.3, 0.4, 1e-300, 1e300, -0.0, 7});
  const auto cents = file.variable<std::int64_t>({.name = "money",
                                                  .dimensions = {"scenario"},
                                                  .units = "0.01 USD",
                                                  .long_name = "money spent",
                                                  .missing = std::int64_t{-1}});
  file.write(cents, std::vector<std::int64_t>{9007199254740993, -1});
  const auto teachers =
      file.variable<std::int32_t>({.name = "teachers", .units = "1", .long_name = "teachers in the district"});
  file.write(teachers, std::vector<std::int32_t>{-7});
  file.variable<float>({.name = "none", .dimensions = {"nobody"}, .units = "1", .long_name = "of nobody"});

  file.dimension("agents/record", unlimited);
  const auto teacher = file.variable<std::uint32_t>(
      {.name = "agents/teacher", .dimensions = {"record"}, .units = "1", .long_name = "number of the teacher"});
  file.append(teacher, std::vector<std::uint32_t>{0, 1});
  file.append(teacher, std::vector<std::uint32_t>{4000000000U});
  const auto left = file.variable<float>({.name = "agents/effect",
                                          .dimensions = {"record", "school"},
                                          .units = "1",
                                          .long_name = "effect at each school"});
  file.append(left, std::vector<float>{1, 2, 3, 4, 5, 6, 7, 8});
  file.publish();
}

}  // namespace districtsim
