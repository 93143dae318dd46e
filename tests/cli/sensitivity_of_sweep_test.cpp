#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// A sweep in 48 runs of a small district: three factors, of which one is a group and one inert.
constexpr const char* sweep_text = R"(schema: 1
design: sobol
samples: 8
second_order: on
base: base.yaml
years: 1
measures: [practice, achievement, coach_hours_per_teacher]
parameters:
  support.coach_time_with_teachers: {low: 0.1, high: 0.6}
  coaching.contact_hours: {}
  skill.gain_rate: {}
groups: {learning: [coaching.contact_hours, skill.gain_rate]}
)";

class SensitivityOfSweep : public testing::Test {
 protected:
  void SetUp() override {
    put_text(folder_ / "base.yaml", "schema: 1\ndistrict: {synthetic: {teachers: 60}}\ncalendar: {warm_up_years: 0}\n");
    put_text(folder_ / "d.yaml", sweep_text);
  }
  [[nodiscard]] Ended sensitivity(std::vector<std::string> more) const {
    more.insert(more.begin(), "sensitivity");
    return districtsim(folder_, more);
  }
  TemporaryFolder folder_;
};

TEST_F(SensitivityOfSweep, HasItsFactorsAndAnInertInputThatStaysAtChance) {
  const Ended swept = districtsim(folder_, {"sweep", "d.yaml", "-o", "s"});
  ASSERT_EQ(swept.code, 0) << swept.err;
  const Ended ended = sensitivity({"s", "--json"});
  ASSERT_EQ(ended.code, 0) << ended.err;
  const json found = json::parse(ended.out);
  ASSERT_EQ(found.size(), 3U);
  for (const auto& [measure, list] : found.items()) {
    ASSERT_EQ(list.size(), 4U) << measure;
    EXPECT_EQ(list[0].at("parameter"), "learning");
    EXPECT_EQ(list[1].at("parameter"), "support.coach_time_with_teachers");
    EXPECT_EQ(list[2].at("parameter"), "inert");
    EXPECT_EQ(list[2].at("ST"), 0.0) << "rows of a block share their luck, so noise cannot look like an effect";
    EXPECT_EQ(list[2].at("rank"), nullptr);
    EXPECT_EQ(list[3].at("parameter"), "chance");
    EXPECT_EQ(list[3].at("ST"), 0.0);
    EXPECT_EQ(list[0].at("S2")[0].at("with"), "support.coach_time_with_teachers");
  }
  EXPECT_GT(found.at("coach_hours_per_teacher")[1].at("ST").get<double>(), 0.5);
  // The same numbers through the tables, for a design without groups.
  const Ended text = sensitivity({"s", "--measure", "practice"});
  EXPECT_THAT(text.out, HasSubstr("\npractice\n"));
  EXPECT_THAT(text.out, Not(HasSubstr("achievement")));
  EXPECT_THAT(text.out, HasSubstr("not ranked"));
  EXPECT_EQ(sensitivity({"s", "--measure", "practise"}).code, 2);
}

TEST_F(SensitivityOfSweep, LuckOfEachRowMakesTheInertInputLookLikeOneWithAnEffect) {
  put_text(folder_ / "d.yaml", std::string(sweep_text) + "luck: row\n");
  ASSERT_EQ(districtsim(folder_, {"sweep", "d.yaml", "-o", "s"}).code, 0);
  const Ended ended = sensitivity({"s", "--json", "--measure", "achievement"});
  ASSERT_EQ(ended.code, 0) << ended.err;
  EXPECT_THAT(ended.err, HasSubstr("warning: every row has luck of its own"));
  EXPECT_GT(json::parse(ended.out).at("achievement")[2].at("ST").get<double>(), 0.1);
}

TEST_F(SensitivityOfSweep, IsRefusedWithTheRowsNamedWhereOneIsMissingOrFailed) {
  ASSERT_EQ(districtsim(folder_, {"sweep", "d.yaml", "-o", "s", "--shard", "0/16"}).code, 0);
  const Ended missing = sensitivity({"s"});
  EXPECT_EQ(missing.code, 5);
  EXPECT_THAT(missing.err, HasSubstr("missing"));
  EXPECT_EQ(missing.out, "");
  put_text(folder_ / "f.yaml", R"(schema: 1
design: grid
base: base.yaml
years: 1
measures: [practice]
parameters:
  support.inquiry_weeks: {levels: [2, 8]}
  calendar.assessment_interval: {levels: [6, 9]}
)");
  EXPECT_EQ(districtsim(folder_, {"sweep", "f.yaml", "-o", "f"}).code, 5);
  const Ended failed = sensitivity({"f"});
  EXPECT_EQ(failed.code, 5);
  EXPECT_THAT(failed.err, HasSubstr("2"));
  EXPECT_THAT(failed.err, HasSubstr("support.inquiry_weeks is 8, must be at most calendar.assessment_interval (6)"));
}

TEST_F(SensitivityOfSweep, OfChangesOneAtATimeIsWhatEachDoes) {
  put_text(folder_ / "o.yaml", R"(schema: 1
design: one_at_a_time
base: base.yaml
years: 1
measures: [coach_hours_per_teacher]
parameters:
  support.coach_time_with_teachers: {low: 0.1, high: 0.6}
  mechanisms.coaching: {levels: [on, off]}
)");
  ASSERT_EQ(districtsim(folder_, {"sweep", "o.yaml", "-o", "o"}).code, 0);
  const Ended ended = sensitivity({"o", "--json"});
  ASSERT_EQ(ended.code, 0) << ended.err;
  const json hours = json::parse(ended.out).at("coach_hours_per_teacher");
  EXPECT_LT(hours[0].at("changes")[0].at("difference").get<double>(), 0.0);
  EXPECT_GT(hours[0].at("changes")[1].at("difference").get<double>(), 0.0);
  EXPECT_EQ(hours[1].at("changes")[0].at("value"), "off");
  EXPECT_LT(hours[1].at("changes")[0].at("difference").get<double>(), 0.0);
  EXPECT_EQ(hours[2].at("difference"), nullptr) << "chance is not known";
  EXPECT_THAT(sensitivity({"o"}).out, HasSubstr("at off"));
}

TEST_F(SensitivityOfSweep, OfAGridAreCorrelationsThoughItsRowsLookLikeBlocks) {
  // A = (1, .5, on), AB_1 ... B = (1, 1, off): three blocks of a Saltelli design, if one does not look twice.
  put_text(folder_ / "g.csv",
           "a,b,c\n1,1,0\n1,1,1\n1,2,0\n1,2,1\n1,3,0\n1,3,1\n2,1,0\n2,1,1\n2,2,0\n2,2,1\n2,3,0\n2,3,1\n");
  put_text(folder_ / "y.csv", "y\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n");
  const Ended ended = sensitivity({"--design", "g.csv", "--results", "y.csv", "--json"});
  ASSERT_EQ(ended.code, 0) << ended.err;
  const json found = json::parse(ended.out).at("y");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].at("parameter"), "a");
  EXPECT_GT(found[0].at("PRCC").get<double>(), 0.9);
}

TEST_F(SensitivityOfSweep, NeedsAFolderOrBothTables) {
  EXPECT_EQ(sensitivity({}).code, 2);
  EXPECT_EQ(sensitivity({"s", "--design", "d.csv"}).code, 2);
  EXPECT_EQ(sensitivity({"--design", "d.csv"}).code, 2);
  EXPECT_EQ(sensitivity({"nowhere"}).code, 4);
}

}  // namespace
}  // namespace districtsim
