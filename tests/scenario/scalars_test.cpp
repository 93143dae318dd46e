#include "sim/scenario/scalars.hpp"

#include <gtest/gtest.h>

#include <string>

namespace districtsim {
namespace {

Node plain(const std::string& text) {
  Node node;
  node.kind = NodeKind::scalar;
  node.text = text;
  return node;
}

TEST(Scalars, DecimalNumbersAreNumbers) {
  EXPECT_EQ(number_in(plain("0")), 0.0);
  EXPECT_EQ(number_in(plain("-0.25")), -0.25);
  EXPECT_EQ(number_in(plain("+3")), 3.0);
  EXPECT_EQ(number_in(plain(".5")), 0.5);
  EXPECT_EQ(number_in(plain("1e3")), 1000.0);
  EXPECT_EQ(number_in(plain("2.5E-1")), 0.25);
}

TEST(Scalars, NothingElseIsANumber) {
  for (const char* text :
       {"",     "-",   ".",   "e3",    "1e",     "0777", "-01", "0o17",     "0x10", "1_000", "1,5", ".nan",
        ".inf", "nan", "inf", "1e999", "1e-999", "5 ",   "1 2", "12:30:45", "NO",   "50%",   "1d",  "++1"}) {
    EXPECT_FALSE(number_in(plain(text))) << text;
  }
  Node quoted = plain("5");
  quoted.quoted = true;
  EXPECT_FALSE(number_in(quoted));
}

TEST(Scalars, FourWordsAreSwitches) {
  EXPECT_EQ(switch_in(plain("on")), true);
  EXPECT_EQ(switch_in(plain("true")), true);
  EXPECT_EQ(switch_in(plain("off")), false);
  EXPECT_EQ(switch_in(plain("false")), false);
  for (const char* text : {"yes", "no", "NO", "On", "OFF", "True", "1", "0", "y", ""}) {
    EXPECT_FALSE(switch_in(plain(text))) << text;
  }
}

TEST(Scalars, ShownValuesAreShortAndOnOneLine) {
  EXPECT_EQ(shown(plain("a\nb\x1B")), "a b ");
  EXPECT_EQ(shown(plain(std::string(100, 'x'))), std::string(60, 'x') + "...");
  EXPECT_EQ(shown(plain("")), "\"\"");
}

TEST(Scalars, NumbersAreWrittenAsPeopleDo) {
  EXPECT_EQ(number_text(1000000.0), "1000000");
  EXPECT_EQ(number_text(1.4), "1.4");
  EXPECT_EQ(number_text(-0.04), "-0.04");
}

}  // namespace
}  // namespace districtsim
