#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/scenario/district_source.hpp"
#include "sim/scenario/parameters.hpp"
#include "sim/scenario/scalars.hpp"
#include "tests/scenario/data_files.hpp"

namespace districtsim {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;

DistrictProfile hoover_profile() {
  return profile_from_nces(DISTRICTSIM_SOURCE_DIR "/scenarios/data/hoover_city_al_2020-21.csv", "0100007");
}

/// The row of Hoover High School that write_school_table writes.
std::string high_school_row() {
  const std::string dollars = number_text(2766 * default_parameters().prices.school_dollars);
  return "010000700251,Hoover High School,6,assumed,6,assumed,205,measured," + dollars + ",assumed,,\n";
}

DistrictProfile corrected_by(const std::string& table) {
  const TestFile file("schools.csv", table);
  DistrictProfile district = hoover_profile();
  apply_school_table(district, file.path());
  return district;
}

std::string table_refusal(const std::string& table) {
  const TestFile file("schools.csv", table);
  DistrictProfile district = hoover_profile();
  const std::string refusal = data_refusal([&] { apply_school_table(district, file.path()); });
  EXPECT_EQ(district, hoover_profile()) << "a refused table changes nothing";
  return refusal;
}

TEST(SchoolTable, ATableThatNobodyChangedChangesNothing) {
  const TestFile file("schools.csv");
  DistrictProfile district = hoover_profile();
  write_school_table(district, file.path());
  apply_school_table(district, file.path());
  EXPECT_EQ(district, hoover_profile());
}

TEST(SchoolTable, CellsShowTheStaffingRuleAndTheirOrigin) {
  const TestFile file("schools.csv");
  write_school_table(hoover_profile(), file.path());
  const std::string text = file.text();
  EXPECT_THAT(text,
              HasSubstr("id,name,coaches,coaches_origin,assistant_principals,assistant_principals_origin,teachers,"
                        "teachers_origin,dollars,dollars_origin,feeder,feeder_origin\n"));
  EXPECT_THAT(text, HasSubstr(high_school_row()));
  EXPECT_THAT(text, HasSubstr(",010000702186,assumed\n"));
}

TEST(SchoolTable, ACorrectedCellIsAppliedWithItsOrigin) {
  const TestFile file("schools.csv");
  DistrictProfile district = hoover_profile();
  write_school_table(district, file.path());
  file.write(with_change(file.text(), high_school_row(),
                         "010000700251,Hoover High School,6,measured,7,assumed,200,measured,1000.5,measured,,\n"));
  apply_school_table(district, file.path());
  const SchoolProfile& high = district.schools[2];
  ASSERT_EQ(high.id, "010000700251");
  EXPECT_EQ(high.coaches, 6);  // measured, so held although the rule gives the same
  EXPECT_EQ(high.origins.coaches, Origin::measured);
  EXPECT_EQ(high.assistant_principals, 7);
  EXPECT_EQ(high.origins.assistant_principals, Origin::assumed);
  EXPECT_EQ(high.teachers, 200);
  EXPECT_EQ(high.dollars, 1000.5);
  for (std::size_t row_number = 0; row_number < district.schools.size(); ++row_number) {
    if (row_number != 2) {
      EXPECT_EQ(district.schools[row_number], hoover_profile().schools[row_number]);
    }
  }
}

TEST(SchoolTable, BlankCellsMissingColumnsAndMissingRowsKeepWhatThereIs) {
  EXPECT_EQ(corrected_by("id\n010000700091\n"), hoover_profile());
  EXPECT_EQ(corrected_by("id,coaches,teachers,feeder\n010000700091,,,\n"), hoover_profile());
}

TEST(SchoolTable, FeedersAreIdsOrNone) {
  const DistrictProfile district =
      corrected_by("id,feeder,feeder_origin\n010000700091,010000701741,measured\n010000700248,none,measured\n");
  EXPECT_EQ(district.schools.at(static_cast<std::size_t>(district.schools[0].feeder)).name,
            "Ira F Simmons Middle School");
  EXPECT_EQ(district.schools[0].origins.feeder, Origin::measured);
  EXPECT_EQ(district.schools[1].feeder, -1);
}

TEST(SchoolTable, IdsWithoutTheirLeadingZerosAreRecognised) {
  const DistrictProfile district = corrected_by("id,coaches,feeder\n10000700091,3,10000701741\n");
  EXPECT_EQ(district.schools[0].coaches, 3);
  EXPECT_THAT(district.notes, Contains(HasSubstr("without their leading zeros")));
}

TEST(SchoolTable, WhatASpreadsheetSavesIsRead) {
  const DistrictProfile district =
      corrected_by("\xEF\xBB\xBFID,Name,Coaches\r\n\"010000700091\",\"Trace, Crossings\",\"2\"\r\n");
  EXPECT_EQ(district.schools[0].coaches, 2);
}

TEST(SchoolTable, ComplaintsNameThePlaceAndComeAllAtOnce) {
  const std::string refusal = table_refusal(
      "id,coaches,coaches_origin,teachers,dollars,feeder\n"
      "010000700091,-1,guess,0,many,010000700251\n"
      "010000700292,,,,,\n"
      "010000700248,1.5,,,,010000799999\n"
      "010000700248,,,,,\n");
  EXPECT_THAT(refusal, HasSubstr("schools.csv:2:14: coaches is \"-1\", must be a number within 0 to 60"));
  EXPECT_THAT(refusal, HasSubstr("schools.csv:2:23: teachers is \"0\""));
  EXPECT_THAT(refusal, HasSubstr("dollars is \"many\""));
  EXPECT_THAT(refusal, HasSubstr("Hoover High School (010000700251) does not serve grade 06"));
  EXPECT_THAT(refusal,
              HasSubstr("schools.csv:3:1: id is \"010000700292\", which is no school of Hoover City; did you mean"));
  EXPECT_THAT(refusal, HasSubstr("coaches is 1.5, must be whole posts"));
  EXPECT_THAT(refusal, HasSubstr("feeder is \"010000799999\""));
  EXPECT_THAT(refusal, HasSubstr("schools.csv:5:1: id appears twice"));
}

TEST(SchoolTable, OriginsAndColumnsMustBeKnown) {
  EXPECT_THAT(table_refusal("id,coaches,coaches_origin\n010000700091,1,guess\n"),
              HasSubstr("coaches_origin is \"guess\", must be measured or assumed"));
  EXPECT_THAT(table_refusal("id,coachs\n010000700091,1\n"),
              AllOf(HasSubstr("column \"coachs\" is not known"), HasSubstr("did you mean coaches?")));
  EXPECT_THAT(table_refusal("name\nOak\n"), HasSubstr("there is no column id"));
}

}  // namespace
}  // namespace districtsim
