#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/scenario/district_source.hpp"
#include "tests/scenario/data_files.hpp"

namespace districtsim {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* small_district = R"(schema: 1
kind: district
name: Small
id: "0999901"
year: 2020-2021
schools:
  - id: "0001"
    name: Oak
    level: elementary
    grades: [KG, G05]
    title_one: true
    students: {KG: 50, G01: 50, G05: 40}
    low_income: {KG: 20, G05: 40}
    teachers: 10
    feeder: "0002"
    measured: [teachers]
  - id: "0002"
    name: Elm
    level: high
    grades: [G06, G12]
    students: {G06: 100, G12: 90}
    low_income: {}
    teachers: 12
    coaches: 2
    assistant_principals: 1
    dollars: 1000.25
    latitude: 33.5
    longitude: -86.8
)";

DistrictProfile read_back(const std::string& text) {
  const TestFile file("district.yaml", text);
  return profile_from_file(file.path());
}

std::string file_refusal(const std::string& text) {
  const TestFile file("district.yaml", text);
  return data_refusal([&] { static_cast<void>(profile_from_file(file.path())); });
}

std::string after_change(const std::string& from, const std::string& to) {
  return file_refusal(with_change(small_district, from, to));
}

TEST(DistrictFile, HooverReadsBackAsItWas) {
  DistrictProfile district =
      profile_from_nces(DISTRICTSIM_SOURCE_DIR "/scenarios/data/hoover_city_al_2020-21.csv", "0100007");
  district.schools[3].coaches = 2;
  district.schools[3].dollars = 1.0 / 3.0;
  district.schools[3].origins.coaches = Origin::measured;
  district.notes.emplace_back("quotes \" and \\ and: colons # and\nlines, \xC3\xA9");
  const TestFile file("hoover.yaml");
  write_district_file(district, file.path());
  EXPECT_EQ(profile_from_file(file.path()), district);
}

TEST(DistrictFile, ASyntheticDistrictReadsBackAsItWas) {
  SyntheticPlan plan;
  plan.teachers = 2000;
  const DistrictProfile district = synthetic_profile(plan);
  const TestFile file("synthetic.yaml");
  write_district_file(district, file.path());
  EXPECT_EQ(profile_from_file(file.path()), district);
}

TEST(DistrictFile, AFileByHandNeedsNeitherKeysNorPosts) {
  const DistrictProfile district = read_back(small_district);
  ASSERT_EQ(district.schools.size(), 2U);
  const SchoolProfile& oak = district.schools[0];
  EXPECT_EQ(oak.id, "0001");
  EXPECT_EQ(oak.enrolment(), 140);
  EXPECT_EQ(oak.low_income_students(), 60);
  EXPECT_TRUE(oak.title_one);
  EXPECT_EQ(oak.feeder, 1);
  EXPECT_EQ(oak.coaches, -1);
  EXPECT_EQ(oak.origins.teachers, Origin::measured);
  EXPECT_GT(oak.key, 0U);
  const SchoolProfile& elm = district.schools[1];
  EXPECT_EQ(elm.coaches, 2);
  EXPECT_EQ(elm.dollars, 1000.25);
  EXPECT_EQ(elm.feeder, -1);
  EXPECT_NE(elm.key, oak.key);
}

TEST(DistrictFile, ComplaintsNameThePlaceAndComeAllAtOnce) {
  std::string text = with_change(small_district, "teachers: 10", "teachers: 901");
  text = with_change(text, "level: high", "level: hihg");
  text = with_change(text, "coaches: 2", "coachs: 2");
  const std::string refusal = file_refusal(text);
  EXPECT_THAT(refusal, HasSubstr("district.yaml:14:15: teachers is 901, must be a whole number within 1 to 900"));
  EXPECT_THAT(refusal, HasSubstr("district.yaml:19:12: level is hihg, must be elementary, middle or high"));
  EXPECT_THAT(refusal,
              AllOf(HasSubstr("district.yaml:24:5: coachs is not a known key"), HasSubstr("did you mean coaches?")));
}

TEST(DistrictFile, EveryWrongValueIsRefused) {
  EXPECT_THAT(after_change("schema: 1", "schema: 2"), HasSubstr("schema is 2, must be 1"));
  EXPECT_THAT(after_change("kind: district", "kind: scenario"), HasSubstr("kind is scenario, must be district"));
  EXPECT_THAT(after_change("name: Small\n", ""), HasSubstr("name is missing"));
  EXPECT_THAT(after_change("id: \"0002\"", "id: \"0001\""), HasSubstr("which another school has"));
  EXPECT_THAT(after_change("feeder: \"0002\"", "feeder: \"002\""), HasSubstr("did you mean 0002?"));
  EXPECT_THAT(after_change("feeder: \"0002\"", "feeder: \"0001\""), HasSubstr("does not serve grade 06"));
  EXPECT_THAT(after_change("G05: 40}\n    low", "G06: 40}\n    low"), HasSubstr("students.G06 is not a grade"));
  EXPECT_THAT(after_change("low_income: {KG: 20", "low_income: {KG: 51"),
              HasSubstr("has 51 in grade KG, must be at most its 50"));
  EXPECT_THAT(after_change("KG: 50", "KG: -1"), HasSubstr("KG is -1, must be a whole number"));
  EXPECT_THAT(after_change("KG: 50", "KG: 1.5"), HasSubstr("KG is 1.5, must be a whole number"));
  EXPECT_THAT(after_change("grades: [G06, G12]", "grades: [G12, G06]"), HasSubstr("grades is a list, must be [LOWEST"));
  EXPECT_THAT(after_change("title_one: true", "title_one: maybe"), HasSubstr("must be true or false"));
  EXPECT_THAT(after_change("latitude: 33.5", "latitude: 133.5"), HasSubstr("must be a number within -90 to 90"));
  EXPECT_THAT(after_change("measured: [teachers]", "measured: [students]"), HasSubstr("measured names students"));
  EXPECT_THAT(after_change("    name: Oak\n", "    name: Oak\n    name: Oak\n"), HasSubstr("name"));
  EXPECT_THAT(file_refusal("- a\n- b\n"), HasSubstr("must be a map"));
  EXPECT_THAT(file_refusal("schema: 1\nkind: district\nname: X\nid: x\n"), HasSubstr("schools is missing"));
}

TEST(DistrictFile, AFileThatIsNotThereIsBadInput) {
  EXPECT_THAT(data_refusal([] { static_cast<void>(profile_from_file("/no/such.yaml")); }), HasSubstr("does not exist"));
}

TEST(DistrictFile, AFolderThatIsNotThereIsARunTimeFailure) {
  try {
    write_district_file({}, "/no/such/folder/district.yaml");
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::run_time_failure);
  }
}

}  // namespace
}  // namespace districtsim
