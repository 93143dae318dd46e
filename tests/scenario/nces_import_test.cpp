#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "sim/scenario/district_source.hpp"
#include "tests/scenario/data_files.hpp"

namespace districtsim {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// A made-up district of odd rows, columns in another order than NCES has them, beside a second one.
constexpr const char* odd_columns =
    "SCH_NAME,LEAID,NCESSCH,LEA_NAME,FTE,STUTERATIO,TOTAL,TOTFRL,FRELCH,REDLCH,GSLO,GSHI,SCHOOL_LEVEL,TITLEI,"
    "KG,G01,G02,G03,G04,G05,G06,G07,G08,G09,G10,G11,G12,G13,UG,AE,LATCOD,LONCOD,SURVYEAR\r\n";
constexpr const char* odd_rows =
    // an ordinary school whose name has a comma and whose FTE has single-precision noise
    "\"Oak, North\",0999901,099990100001,Odd City,20.6300049,14.5,300,100,70,30,KG,05,Elementary,1-Yes,"
    "50,50,50,50,50,50,,,,,,,,,,,40.10,-100.10,2020-2021\r\n"
    // no FTE; all free lunch
    "Elm,0999901,099990100002,Odd City,,-1,120,120,120,0,KG,05,Elementary,2-No,"
    "20,20,20,20,20,20,-2,-2,-2,,,,,,,,40.20,-100.10,2020-2021\r\n"
    // more free lunch than students; students outside of its grades
    "Ash Middle,0999901,099990100003,Odd City,10,15.6,156,160,150,10,06,08,Middle,Missing,"
    ",,,,,,50,50,50,4,,2,,,,,40.15,-100.10,2020-2021\r\n"
    // ungraded and adult students, grade 13, a total unlike the grades, no free-lunch counts
    "Fir High,0999901,099990100004,Odd City,12.37,16,199,-1,-1,-1,09,13,High,2-No,"
    ",,,,,,,,,45,45,45,45,3,7,5,40.16,-100.11,2020-2021\r\n"
    // no students
    "Closed,0999901,099990100005,Odd City,,-1,,,,,KG,05,Elementary,2-No,,,,,,,,,,,,,,,,,40.3,-100.3,2020-2021\r\n"
    // neither Elementary, Middle nor High; no place; total without grades; TOTFRL missing but its parts given
    "Yew Academy,0999901,099990100006,Odd City,5,10,50,,10,5,06,12,Other,N,,,,,,,,,,,,,,,,,,,2020-2021\r\n"
    // adults only
    "Night School,0999901,099990100007,Odd City,1,40,40,,,,AE,AE,Other,2-No,,,,,,,,,,,,,,,,40,40.3,-100.3,2020-2021\r\n"
    // grades unknown: those that have students
    "Bay,0999901,099990100008,Odd City,0,-1,30,6,6,0,UG,N,Secondary,2-No,,,,,,,,15,15,,,,,,,,40.4,-100.4,2020-2021\r\n"
    "Far School,0999902,099990200001,Other Town,3,10,30,3,2,1,KG,05,Elementary,2-No,"
    "5,5,5,5,5,5,,,,,,,,,,,41.0,-101.0,2020-2021\r\n";

std::string odd_text() { return std::string("\xEF\xBB\xBF") + odd_columns + odd_rows; }

DistrictProfile imported(const std::string& text, const std::string& lea = "0999901") {
  const TestFile file("odd.csv", text);
  return profile_from_nces(file.path(), lea);
}

std::string import_refusal(const std::string& text, const std::string& lea = "0999901") {
  const TestFile file("odd.csv", text);
  return data_refusal([&] { static_cast<void>(profile_from_nces(file.path(), lea)); });
}

const SchoolProfile& school_of(const DistrictProfile& district, const std::string& name) {
  for (const SchoolProfile& school : district.schools) {
    if (school.name == name) return school;
  }
  throw std::runtime_error("no school " + name);
}

std::string feeder_of(const DistrictProfile& district, const std::string& name) {
  const int feeder = school_of(district, name).feeder;
  return feeder < 0 ? "" : district.schools.at(static_cast<std::size_t>(feeder)).name;
}

DistrictProfile hoover() {
  return profile_from_nces(DISTRICTSIM_SOURCE_DIR "/scenarios/data/hoover_city_al_2020-21.csv", "0100007");
}

TEST(NcesImport, HooverHasItsSchoolsStudentsAndPosts) {
  const DistrictProfile district = hoover();
  EXPECT_EQ(district.name, "Hoover City");
  EXPECT_EQ(district.id, "0100007");
  EXPECT_EQ(district.year, "2020-2021");
  ASSERT_EQ(district.schools.size(), 16U);
  int students = 0;
  int teachers = 0;
  int low_income = 0;
  int title_one = 0;
  for (const SchoolProfile& school : district.schools) {
    students += school.enrolment();
    teachers += school.teachers;
    low_income += school.low_income_students();
    title_one += school.title_one ? 1 : 0;
  }
  EXPECT_EQ(students, 13640);
  EXPECT_EQ(teachers, 980);
  EXPECT_EQ(low_income, 3277);
  EXPECT_EQ(title_one, 6);
}

TEST(NcesImport, HooverSchoolsKeepWhatTheirRowsSay) {
  const DistrictProfile district = hoover();
  const SchoolProfile& high = school_of(district, "Hoover High School");
  EXPECT_EQ(high.id, "010000700251");
  EXPECT_EQ(high.level, SchoolLevel::high);
  EXPECT_EQ(high.teachers, 205);  // 204.63
  EXPECT_EQ(high.low_income_students(), 670);
  EXPECT_EQ(high.students[static_cast<std::size_t>(grade_row(12))], 716);
  EXPECT_DOUBLE_EQ(high.latitude, 33.3444);
  EXPECT_EQ(high.coaches, -1);
  EXPECT_EQ(high.assistant_principals, -1);
  EXPECT_LT(high.dollars, 0.0);
  const SchoolProfile& berry = school_of(district, "Berry Middle School");
  EXPECT_EQ(berry.enrolment(), 1142);
  EXPECT_EQ(berry.students[static_cast<std::size_t>(grade_row(8))], 399 + 7);
}

TEST(NcesImport, HooverFeedersServeTheNextGrade) {
  const DistrictProfile district = hoover();
  EXPECT_EQ(feeder_of(district, "South Shades Crest Elementary School"), "Brocks Gap Intermediate School");
  EXPECT_EQ(feeder_of(district, "Berry Middle School"), "Spain Park High School");
  EXPECT_EQ(feeder_of(district, "Hoover High School"), "");
  for (const SchoolProfile& school : district.schools) {
    if (school.feeder < 0) continue;
    const SchoolProfile& feeder = district.schools.at(static_cast<std::size_t>(school.feeder));
    EXPECT_EQ(feeder.lowest_grade, school.highest_grade + 1);
  }
}

TEST(NcesImport, HooverNotesTellWhatWasMissingAndAssumed) {
  EXPECT_THAT(hoover().notes,
              AllOf(Contains(HasSubstr("2 schools without students")), Contains(HasSubstr("Crossroads School")),
                    Contains(HasSubstr("7 students in grades 09 to 12")), Contains(HasSubstr("979.91 teacher FTE")),
                    Contains(HasSubstr("feeder schools of 14 schools are assumed")), Contains(HasSubstr("TOTFRL")),
                    Not(Contains(HasSubstr("warning")))));
}

TEST(NcesImport, ColumnsAreFoundByNameWhateverTheirOrder) {
  const DistrictProfile district = imported(odd_text());
  EXPECT_EQ(district.name, "Odd City");
  const SchoolProfile& oak = school_of(district, "Oak, North");
  EXPECT_EQ(oak.id, "099990100001");
  EXPECT_EQ(oak.enrolment(), 300);
  EXPECT_EQ(oak.low_income_students(), 100);
  EXPECT_TRUE(oak.title_one);
  EXPECT_EQ(oak.origins.teachers, Origin::measured);
}

TEST(NcesImport, SchoolsWithoutStudentsAndOtherDistrictsAreLeftOut) {
  const DistrictProfile district = imported(odd_text());
  std::vector<std::string> names;
  for (const SchoolProfile& school : district.schools) names.push_back(school.name);
  EXPECT_THAT(names, ElementsAre("Oak, North", "Elm", "Ash Middle", "Fir High", "Yew Academy", "Bay"));
  EXPECT_THAT(district.notes,
              Contains(AllOf(HasSubstr("2 schools without students"), HasSubstr("Closed"), HasSubstr("Night School"))));
  EXPECT_THAT(district.notes, Contains(HasSubstr("40 adult education")));
}

TEST(NcesImport, MissingTeachersFollowTheDistrictsRatio) {
  const DistrictProfile district = imported(odd_text());
  // Measured: (300 + 156 + 180 + 50) students to (20.63 + 10 + 12.37 + 5) teachers, 14.29 to one.
  EXPECT_EQ(school_of(district, "Elm").teachers, 8);  // 120 / 14.29 = 8.4
  EXPECT_EQ(school_of(district, "Elm").origins.teachers, Origin::assumed);
  EXPECT_EQ(school_of(district, "Bay").teachers, 2);  // 30 / 14.29 = 2.1; its FTE is 0
  EXPECT_THAT(district.notes, Contains(HasSubstr("FTE is missing; assumed 8.4 = 120 students / 14.29")));
  EXPECT_THAT(district.notes, Contains(HasSubstr("Bay (099990100008): FTE is 0; assumed 2.1")));
  EXPECT_THAT(district.notes, Contains(HasSubstr("single-precision noise")));
  int teachers = 0;
  for (const SchoolProfile& school : district.schools) teachers += school.teachers;
  EXPECT_EQ(teachers, 58);  // 48 + 8.4 + 2.1 = 58.5, less a rounding error
}

TEST(NcesImport, LowIncomeCountsAreCappedCompletedOrAssumed) {
  const DistrictProfile district = imported(odd_text());
  EXPECT_EQ(school_of(district, "Ash Middle").low_income_students(), 156);
  EXPECT_THAT(district.notes, Contains(HasSubstr("160 students with free or reduced-price lunch among 156")));
  EXPECT_THAT(district.notes, Contains(AllOf(HasSubstr("warning: Elm"), HasSubstr("Community Eligibility"))));
  EXPECT_EQ(school_of(district, "Yew Academy").low_income_students(), 15);
  EXPECT_THAT(district.notes,
              Contains(HasSubstr("Yew Academy (099990100006): TOTFRL is missing; FRELCH + REDLCH = 15")));
  // Fir High tells nothing: the share of the other high school, 15 of 50.
  EXPECT_EQ(school_of(district, "Fir High").low_income_students(), 54);  // 180 x 0.3
  EXPECT_THAT(district.notes, Contains(HasSubstr("assumed 30 % low-income, the share of the district's high schools")));
}

TEST(NcesImport, StudentsOutsideOfTheGradesAreReported) {
  const DistrictProfile district = imported(odd_text());
  const SchoolProfile& ash = school_of(district, "Ash Middle");
  EXPECT_EQ(ash.students[static_cast<std::size_t>(grade_row(8))], 56);
  EXPECT_THAT(district.notes, Contains(HasSubstr("6 students in grades 09 to 11 but it serves grades 06 to 08")));
  const SchoolProfile& fir = school_of(district, "Fir High");
  EXPECT_EQ(fir.enrolment(), 180);
  EXPECT_THAT(district.notes, Contains(HasSubstr("(3 grade 13, 7 ungraded, 5 adult education)")));
  EXPECT_THAT(district.notes, Contains(HasSubstr("TOTAL is 199 but its grades add up to 195")));
}

TEST(NcesImport, LevelsAndGradesFollowWhatIsThere) {
  const DistrictProfile district = imported(odd_text());
  const SchoolProfile& yew = school_of(district, "Yew Academy");
  EXPECT_EQ(yew.level, SchoolLevel::high);  // 4 of its 7 grades
  EXPECT_EQ(yew.enrolment(), 50);
  EXPECT_THAT(district.notes, Contains(HasSubstr("its 50 are assumed spread evenly over grades 06 to 12")));
  const SchoolProfile& bay = school_of(district, "Bay");
  EXPECT_EQ(bay.lowest_grade, grade_row(7));
  EXPECT_EQ(bay.highest_grade, grade_row(8));
  EXPECT_EQ(bay.level, SchoolLevel::middle);
  EXPECT_THAT(district.notes, Contains(HasSubstr("Yew Academy (099990100006): TITLEI is \"N\"")));
  EXPECT_THAT(district.notes, Contains(HasSubstr("no latitude and longitude")));
}

TEST(NcesImport, FeedersAreTheNearestSchoolsThatBeginWithTheNextGrade) {
  const DistrictProfile district = imported(odd_text());
  EXPECT_EQ(feeder_of(district, "Oak, North"), "Ash Middle");
  EXPECT_EQ(feeder_of(district, "Ash Middle"), "Fir High");
  EXPECT_EQ(feeder_of(district, "Fir High"), "");
}

TEST(NcesImport, NegativeCodesAreMissing) {
  EXPECT_THAT(imported(odd_text()).notes, Contains(HasSubstr("6 cells with negative codes")));
}

TEST(NcesImport, LeadingZerosMayBeLost) {
  const DistrictProfile asked = imported(odd_text(), "999901");
  EXPECT_EQ(asked.id, "0999901");
  EXPECT_THAT(asked.notes, Contains(HasSubstr("LEAID 999901 was asked for and read as 0999901")));
  std::string stripped = odd_text();
  for (const std::string district : {"999901", "999902"}) {
    const std::string with_zeros = ",0" + district + ",0";
    while (stripped.find(with_zeros) != std::string::npos) {
      stripped = with_change(stripped, with_zeros, "," + district + ",");
    }
  }
  const DistrictProfile restored = imported(stripped);
  EXPECT_THAT(restored.notes, Contains(HasSubstr("lost the leading zeros")));
  EXPECT_EQ(restored.schools, imported(odd_text()).schools);
}

TEST(NcesImport, UnknownDistrictsAreAnsweredWithThoseOfTheFile) {
  EXPECT_THAT(import_refusal(odd_text(), "0999903"), AllOf(HasSubstr("odd.csv: no row has the LEAID 0999903"),
                                                           HasSubstr("0999901 (Odd City), 0999902 (Other Town)"),
                                                           HasSubstr("did you mean 0999901 (Odd City)?")));
  EXPECT_THAT(import_refusal(odd_text(), "other twon"), HasSubstr("did you mean 0999902 (Other Town)?"));
}

TEST(NcesImport, EveryWrongCellIsNamedAtOnce) {
  std::string text = with_change(odd_text(), "50,50,50,50,50,50,,", "50,fifty,50,50,50.5,50,,");
  text = with_change(text, "099990100003", "099990100001");
  text = with_change(text, ",10,15.6,", ",1e99,15.6,");
  const std::string refusal = import_refusal(text);
  EXPECT_THAT(refusal, HasSubstr("odd.csv:2:100: G01 is fifty, must be a number"));
  EXPECT_THAT(refusal, HasSubstr("G04 is 50.5, must be a whole number"));
  EXPECT_THAT(refusal, HasSubstr("odd.csv:4:20: NCESSCH 099990100001 appears twice"));
  EXPECT_THAT(refusal, HasSubstr("FTE is 1e99"));
  EXPECT_EQ(std::count(refusal.begin(), refusal.end(), '\n'), 3);
}

TEST(NcesImport, IdsThatASpreadsheetChangedAreRefused) {
  EXPECT_THAT(import_refusal(with_change(odd_text(), "099990100002", "9.99901E+10")),
              HasSubstr("NCESSCH is 9.99901E+10, must be 12 digits"));
}

TEST(NcesImport, RowsOfTwoYearsAreRefused) {
  const std::size_t last = odd_text().rfind("40.4,-100.4,2020-2021");
  const std::string text = odd_text().replace(last, 21, "40.4,-100.4,2019-2020");
  EXPECT_THAT(import_refusal(text), HasSubstr("SURVYEAR is 2019-2020, but 2020-2021 in rows above"));
}

TEST(NcesImport, MissingColumnsAreNotedOrRefused) {
  const DistrictProfile bare = imported("NCESSCH,LEAID,SCH_NAME,GSLO,GSHI,TOTAL\n099990100001,0999901,Oak,KG,05,302\n");
  EXPECT_EQ(bare.schools.at(0).teachers, 20);  // 302 / 15.1
  EXPECT_EQ(bare.schools.at(0).low_income_students(), 151);
  EXPECT_THAT(bare.notes, Contains(HasSubstr("the file has no column LEA_NAME, SURVYEAR")));
  EXPECT_THAT(bare.notes, Contains(HasSubstr("the ratio of the United States")));
  EXPECT_THAT(bare.notes, Contains(HasSubstr("missing in the whole district; assumed 50 %")));
  EXPECT_THAT(import_refusal("NCESSCHL,LEAID,NAME\n1,2,3\n"),
              AllOf(HasSubstr("no column NCESSCH"), HasSubstr("did you mean NCESSCHL?"),
                    HasSubstr("no column SCH_NAME"), HasSubstr("no column of students")));
}

TEST(NcesImport, KeysComeFromIdsNotFromRows) {
  const DistrictProfile all = imported(odd_text());
  std::string without_elm = odd_text();
  const std::size_t begin = without_elm.find("Elm,");
  without_elm.erase(begin, without_elm.find("Ash Middle") - begin);
  for (const SchoolProfile& school : imported(without_elm).schools) {
    EXPECT_EQ(school.key, school_of(all, school.name).key);
  }
  std::set<std::uint32_t> keys;
  for (const SchoolProfile& school : all.schools) keys.insert(school.key);
  EXPECT_EQ(keys.size(), all.schools.size());
  EXPECT_LT(*keys.rbegin(), 131072U);
}

TEST(NcesImport, ADistrictWithoutStudentsIsRefused) {
  EXPECT_THAT(import_refusal("NCESSCH,LEAID,SCH_NAME,TOTAL\n099990100001,0999901,Oak,0\n"),
              HasSubstr("district 0999901 has no school with students"));
}

TEST(NcesImport, ASchoolBeyondNineHundredPostsIsRefused) {
  EXPECT_THAT(import_refusal(with_change(odd_text(), ",20.6300049,", ",901,")), HasSubstr("must have at most 900"));
}

TEST(NcesImport, NoReducedLunchAnywhereIsAWarning) {
  const DistrictProfile district = imported(odd_text(), "0999902");
  EXPECT_THAT(district.notes, Not(Contains(HasSubstr("REDLCH is 0 in all"))));
  const DistrictProfile direct = imported(with_change(odd_text(), ",30,3,2,1,", ",30,3,3,0,"), "0999902");
  EXPECT_THAT(direct.notes, Contains(HasSubstr("REDLCH is 0 in all")));
}

}  // namespace
}  // namespace districtsim
