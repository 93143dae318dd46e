#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* design_text = R"(schema: 1
design: sobol
samples: 64
second_order: off
parameters:
  framework.discretion: {low: 0, high: 1}
  mechanisms.coaching: {levels: [on, off]}
  skill.half_gap: {triangular: [0.7, 1.0, 1.3]}
  skill.gain_rate: {low: 0.2, high: 0.4}
groups:
  skill: [skill.half_gap, skill.gain_rate]
)";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1) {
    lines.push_back(text.substr(begin, text.find('\n', begin) - begin));
  }
  return lines;
}

/// A model of one's own: discretion counts four times as much as coaching, the rest nothing.
std::string results_of(const std::string& design) {
  std::string results = "score\n";
  const std::vector<std::string> rows = lines_of(design);
  for (std::size_t row = 1; row < rows.size(); ++row) {
    const double discretion = std::stod(rows[row]);
    const bool coaching = rows[row].find(",on,") != std::string::npos;
    results += std::to_string(4.0 * discretion + (coaching ? 0.577350269 : -0.577350269)) + "\n";
  }
  return results;
}

TEST(DesignProgram, WritesRowsThatSensitivityReadsBack) {
  const TemporaryFolder folder;
  put_text(folder / "design.yaml", design_text);
  ASSERT_EQ(districtsim(folder, {"design", "design.yaml", "-o", "d.csv"}).code, 0);
  const std::string design = text_of(folder / "d.csv");
  EXPECT_EQ(lines_of(design).front(), "framework.discretion,mechanisms.coaching,skill.half_gap,skill.gain_rate,inert");
  EXPECT_EQ(lines_of(design).size(), 1U + 64U * 6U) << "A, three factors and an inert one, B";
  EXPECT_EQ(districtsim(folder, {"design", "design.yaml"}).out, design);
  put_text(folder / "y.csv", results_of(design));
  const Ended ended = districtsim(folder, {"sensitivity", "--design", "d.csv", "--results", "y.csv", "--json"});
  ASSERT_EQ(ended.code, 0) << ended.err;
  const json score = json::parse(ended.out).at("score");
  ASSERT_EQ(score.size(), 5U);
  // Variances 16/12 and 1/3: shares .8 and .2.
  EXPECT_EQ(score[0].at("parameter"), "skill.half_gap+skill.gain_rate") << "groups come first";
  EXPECT_EQ(score[0].at("ST"), 0.0);
  EXPECT_EQ(score[1].at("parameter"), "framework.discretion");
  EXPECT_NEAR(score[1].at("ST").get<double>(), 0.8, 0.03);
  EXPECT_NEAR(score[1].at("S1").get<double>(), 0.8, 0.06);
  EXPECT_NEAR(score[2].at("ST").get<double>(), 0.2, 0.03);
  EXPECT_EQ(score[3].at("parameter"), "inert");
  EXPECT_EQ(score[4].at("parameter"), "chance");
  EXPECT_LE(score[1].at("ST_low").get<double>(), score[1].at("ST").get<double>());
  const Ended table = districtsim(folder, {"sensitivity", "--design", "d.csv", "--results", "y.csv"});
  EXPECT_THAT(table.out, HasSubstr("1   framework.discretion"));
  EXPECT_THAT(table.out, HasSubstr("not ranked"));
}

TEST(DesignProgram, SaysAllThatIsWrongWithADesignAtOnce) {
  const TemporaryFolder folder;
  put_text(folder / "bad.yaml", R"(schema: 1
design: morris
levels: 3
parameters:
  framework.discretion: {low: 1, high: 0.8}
  skill.half_gap: {low: 0}
  coaching.contact_ours: {}
groups:
  a: [skill.halfgap]
)");
  const Ended ended = districtsim(folder, {"design", "bad.yaml", "-o", "d.csv"});
  EXPECT_EQ(ended.code, 3);
  for (const char* part : {"bad.yaml:3:9: levels is 3, must be even", "bad.yaml:5:3:", "needs both low and high",
                           "is no parameter of parameters.yaml", "did you mean skill.half_gap?"}) {
    EXPECT_THAT(ended.err, HasSubstr(part));
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "d.csv"));
}

TEST(SensitivityProgram, NamesCellsThatAreNoNumbersAndTablesThatDoNotFit) {
  const TemporaryFolder folder;
  put_text(folder / "d.csv", "a,b\n1,2\n3,4\n5,x\n");
  put_text(folder / "y.csv", "score\n1\n2\n");
  const Ended wrong = districtsim(folder, {"sensitivity", "--design", "d.csv", "--results", "y.csv"});
  EXPECT_EQ(wrong.code, 4);
  EXPECT_THAT(wrong.err, HasSubstr("d.csv:4:3: b is x, must be a number"));
  put_text(folder / "d.csv", "a,b\n1,2\n3,4\n5,7\n");
  const Ended uneven = districtsim(folder, {"sensitivity", "--design", "d.csv", "--results", "y.csv"});
  EXPECT_EQ(uneven.code, 4);
  EXPECT_THAT(uneven.err, HasSubstr("3 rows"));
}

}  // namespace
}  // namespace districtsim
