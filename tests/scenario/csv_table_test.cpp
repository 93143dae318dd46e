#include "sim/scenario/csv_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/core/failure.hpp"

namespace districtsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string refusal_of(const std::string& text) {
  try {
    static_cast<void>(CsvTable::parse(text, "t.csv"));
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::bad_input_data);
    return failure.what();
  }
  return "accepted";
}

TEST(CsvTable, ReadsCellsByColumnName) {
  const CsvTable table = CsvTable::parse("ID,Name\n01,Oak\n02,Elm\n", "t.csv");
  EXPECT_EQ(table.rows(), 2U);
  EXPECT_THAT(table.columns(), ElementsAre("ID", "Name"));
  EXPECT_EQ(table.column("NAME"), 1U);
  EXPECT_EQ(table.column("nom"), std::nullopt);
  EXPECT_EQ(table.text(0, 0), "01");
  EXPECT_EQ(table.text(1, 1), "Elm");
}

TEST(CsvTable, QuotedCellsHoldCommasLineEndsAndQuotationMarks) {
  const CsvTable table = CsvTable::parse("a,b\n\"x, y\",\"one\r\ntwo\"\n\"say \"\"hi\"\"\",\"\"\n", "t.csv");
  EXPECT_EQ(table.text(0, 0), "x, y");
  EXPECT_EQ(table.text(0, 1), "one\r\ntwo");
  EXPECT_EQ(table.text(1, 0), "say \"hi\"");
  EXPECT_EQ(table.text(1, 1), "");
}

TEST(CsvTable, LineEndsByteOrderMarkAndEmptyLinesDoNotMatter) {
  for (const char* text : {"a,b\n1,2\n3,", "a,b\r\n1,2\r\n3,\r\n",
                           "\xEF\xBB\xBF"
                           "a,b\r1,2\r\r3,\r",
                           "\n\na,b\n\n1,2\n\n\n3,\n\n"}) {
    const CsvTable table = CsvTable::parse(text, "t.csv");
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.text(0, 0) + "|" + table.text(0, 1) + "|" + table.text(1, 0) + "|" + table.text(1, 1), "1|2|3|");
  }
}

TEST(CsvTable, BlanksAroundCellsAreDropped) {
  const CsvTable table = CsvTable::parse(" a ,b\n 1 ,\" 2 \" \n", "t.csv");
  EXPECT_EQ(table.column("a"), 0U);
  EXPECT_EQ(table.text(0, 0), "1");
  EXPECT_EQ(table.text(0, 1), "2");
}

TEST(CsvTable, PlacesCountLinesOfTheFileAndCharacters) {
  const CsvTable table = CsvTable::parse("a,b\r\n\"x\ny\",2\r\n\xC3\xA9\xC3\xA9,4\r\n", "t.csv");
  EXPECT_EQ(table.place(0, 0).text(), "t.csv:2:1");
  EXPECT_EQ(table.place(0, 1).text(), "t.csv:3:4");
  EXPECT_EQ(table.place(1, 1).text(), "t.csv:4:4");
}

TEST(CsvTable, ComplaintsNameThePlaceAndComeAllAtOnce) {
  EXPECT_EQ(refusal_of("a,b\n1\n1,2\n1,2,3\n"),
            "t.csv:2:1: has 1 cells, must have 2 like the first line\n"
            "t.csv:4:1: has 3 cells, must have 2 like the first line");
  EXPECT_THAT(refusal_of("a,b,A\n"), HasSubstr("t.csv:1:5: column A appears twice"));
  EXPECT_THAT(refusal_of("a,b\n1,\"2\n3,4\n"), HasSubstr("t.csv:2:3: a quotation mark is not closed"));
  EXPECT_THAT(refusal_of("a,b\n\"1\"2,3\n"), HasSubstr("t.csv:2:4: text after a closing quotation mark"));
  EXPECT_THAT(refusal_of(""), HasSubstr("t.csv: is empty"));
  EXPECT_THAT(refusal_of("a;b\n1;2\n"), HasSubstr("separate cells with commas"));
  EXPECT_THAT(refusal_of("a,b\n1,Pe\xF1"
                         "asco\n"),
              HasSubstr("t.csv:2:5: not UTF-8 text"));
  EXPECT_THAT(refusal_of(std::string("a,b\n1,\0\n", 8)), HasSubstr("NUL byte"));
}

TEST(CsvTable, AFileThatIsNotThereIsBadInput) {
  try {
    static_cast<void>(CsvTable::read("/no/such/table.csv"));
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::bad_input_data);
    EXPECT_STREQ(failure.what(), "/no/such/table.csv: does not exist");
  }
}

TEST(CsvTable, CellsAreQuotedOnlyWhereTheyMustBe) {
  EXPECT_EQ(as_csv_cell("Oak"), "Oak");
  EXPECT_EQ(as_csv_cell("Oak, Elm"), "\"Oak, Elm\"");
  EXPECT_EQ(as_csv_cell("the \"A\""), "\"the \"\"A\"\"\"");
}

}  // namespace
}  // namespace districtsim
