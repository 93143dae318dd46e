#include "sim/record/export_csv.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/core/failure.hpp"
#include "tests/record/readers/sample_result.hpp"
#include "tests/record/temporary_folder.hpp"

namespace districtsim {
namespace {

TEST(ExportCsv, MakesATableForEachSetOfDimensions) {
  const TemporaryFolder folder;
  write_sample_result(folder / "out.h5");
  std::vector<std::string> names;
  for (const auto& file : export_csv(folder / "out.h5", folder / "tables")) {
    EXPECT_TRUE(std::filesystem::is_regular_file(file));
    EXPECT_EQ(file.parent_path(), folder / "tables");
    names.push_back(file.filename());
  }
  EXPECT_EQ(names, (std::vector<std::string>{"agents.record.csv", "agents.record_school.csv", "nobody.csv",
                                             "scalars.csv", "scenario.csv", "school.csv",
                                             "time_scenario_replicate_school.csv", "year_quarter.csv", "columns.csv"}));
  const auto entries = std::filesystem::directory_iterator(folder / "tables");
  EXPECT_EQ(static_cast<std::size_t>(std::distance(begin(entries), end(entries))), names.size()) << "nothing else";
}

TEST(ExportCsv, NamesPlacesByLabelsAndLeavesMissingCellsEmpty) {
  const TemporaryFolder folder;
  write_sample_result(folder / "out.h5");
  export_csv(folder / "out.h5", folder / "tables");
  EXPECT_EQ(text_of(folder / "tables/school.csv"),
            "school,level,school_id\n"
            "Lincoln,elementary,010000500870\n"
            "\"Zürich, \"\"North\"\"\",high,010000500871\n"
            "PS 3,middle,010000500872\n"
            "Hồ Chí Minh,,\n");
  EXPECT_EQ(text_of(folder / "tables/scenario.csv"), "scenario,money\nbaseline,9007199254740993\npolicy Ω,\n");
  EXPECT_EQ(text_of(folder / "tables/scalars.csv"), "teachers\n-7\n");
  EXPECT_EQ(text_of(folder / "tables/nobody.csv"), "nobody,none\n");
  EXPECT_EQ(text_of(folder / "tables/agents.record.csv"), "record,teacher\n0,0\n1,1\n2,4000000000\n");
  EXPECT_EQ(text_of(folder / "tables/year_quarter.csv"),
            "year,quarter,coaching\n1,0,0.1\n1,1,0.2\n1,2,0.3\n1,3,0.4\n2,0,1e-300\n2,1,1e+300\n2,2,-0\n2,3,7\n");
  const std::string practice = text_of(folder / "tables/time_scenario_replicate_school.csv");
  EXPECT_EQ(practice.rfind("time,scenario,replicate,school,practice\n2020-08-10,baseline,0,Lincoln,0\n", 0), 0U);
  EXPECT_NE(practice.find("\n2020-08-31,policy Ω,2,\"Zürich, \"\"North\"\"\",\n"), std::string::npos);
  EXPECT_NE(practice.find("\n2020-09-07,policy Ω,1,PS 3,-15.25\n"), std::string::npos);
  EXPECT_EQ(std::count(practice.begin(), practice.end(), '\n'), 1 + 5 * 2 * 3 * 4);
  EXPECT_NE(text_of(folder / "tables/columns.csv").find("year_quarter.csv,coaching,h,hours of coaching\n"),
            std::string::npos);
}

TEST(ExportCsv, TablesLargerThanABlockKeepTheOrderOfRows) {
  const TemporaryFolder folder;
  constexpr std::size_t weeks = 7;
  constexpr std::size_t people = 150000;
  ResultFile file = ResultFile::create(folder / "out.h5");
  file.dimension("week", weeks);
  file.dimension("person", people);
  const auto v = file.variable<std::int32_t>(
      {.name = "v", .dimensions = {"week", "person"}, .units = "1", .long_name = "number of the row"});
  std::vector<std::int32_t> values(weeks * people);
  for (std::size_t at = 0; at < values.size(); ++at) values[at] = static_cast<std::int32_t>(at);
  file.write(v, values);
  file.publish();
  export_csv(folder / "out.h5", folder / "tables");
  std::string expected = "week,person,v\n";
  for (std::size_t at = 0; at < values.size(); ++at) {
    expected += std::to_string(at / people) + ',' + std::to_string(at % people) + ',' + std::to_string(at) + '\n';
  }
  EXPECT_TRUE(text_of(folder / "tables/week_person.csv") == expected);
}

TEST(ExportCsv, AFailureLeavesTheFolderAsItWas) {
  const TemporaryFolder folder;
  put_text(folder / "bad.h5", "no result");
  EXPECT_THROW(export_csv(folder / "bad.h5", folder / "tables"), Failure);
  EXPECT_FALSE(std::filesystem::exists(folder / "tables"));

  write_sample_result(folder / "out.h5");
  std::filesystem::create_directories(folder / "tables/year_quarter.csv");
  put_text(folder / "tables/school.csv", "old");
  EXPECT_THROW(export_csv(folder / "out.h5", folder / "tables"), Failure);
  EXPECT_EQ(text_of(folder / "tables/school.csv"), "old");
  EXPECT_THROW(export_csv(folder / "out.h5", folder / "out.h5"), Failure);
}

}  // namespace
}  // namespace districtsim
