#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "sim/record/read_result.hpp"
#include "tests/cli/program.hpp"

namespace districtsim {
namespace {

/// A small district with plans, among them one that is the baseline under another name.
class SettledCompare : public ::testing::Test {
 protected:
  SettledCompare() {
    put_text(folder_ / "baseline.yaml",
             "schema: 1\nname: Baseline\ndistrict: {synthetic: {schools: 8, teachers: 160}}\n"
             "calendar: {years: 1, warm_up_years: 1}\n");
    put_text(folder_ / "uncoached.yaml",
             "schema: 1\nname: No coaching\nextends: baseline.yaml\nmechanisms: {coaching: off}\n");
    put_text(folder_ / "twin.yaml", "schema: 1\nname: Twin\ndescription: The same.\nextends: baseline.yaml\n");
    put_text(folder_ / "coached.yaml",
             "schema: 1\nlayer: framework\nname: Coached\nframework: {teachers_per_coach: 12}\n");
  }

  [[nodiscard]] Ended compare(std::vector<std::string> words) const {
    words.insert(words.begin(), "compare");
    return Program(folder_, words).wait();
  }
  [[nodiscard]] nlohmann::json compared(std::vector<std::string> words) const {
    words.insert(words.end(), {"--json", "--quiet"});
    const Ended ended = compare(std::move(words));
    EXPECT_EQ(ended.code, 0) << ended.err;
    return nlohmann::json::parse(ended.out);
  }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

const nlohmann::json& headline_of(const nlohmann::json& object, const std::string& measure) {
  for (const nlohmann::json& one : object["headlines"]) {
    if (one["measure"] == measure) return one;
  }
  throw std::out_of_range("no headline of " + measure);
}

TEST_F(SettledCompare, StopsWhenAllHeadlinesAreNarrowEnough) {
  const nlohmann::json object =
      compared({"baseline.yaml", "uncoached.yaml", "-o", "out.h5", "--until-settled", "--precision", "0.06"});
  EXPECT_EQ(object["until_settled"]["settled"], true) << object["until_settled"];
  EXPECT_EQ(object["until_settled"]["not_settled"].size(), 0U);
  int waited = 0;
  for (const nlohmann::json& one : object["headlines"]) {
    if (one["waited_for"] != true || one["verdict"].is_null()) continue;
    ++waited;
    EXPECT_NE(one["verdict"], "not settled");
    const double half = (one["simultaneous_high"].get<double>() - one["simultaneous_low"].get<double>()) / 2.0;
    EXPECT_LE(half, one["precision_asked"].get<double>()) << one["measure"];
    EXPECT_GE(half, (one["high"].get<double>() - one["low"].get<double>()) / 2.0) << "wider than one interval alone";
  }
  EXPECT_GE(waited, 8);
  EXPECT_EQ(headline_of(object, "practice")["verdict"], "settled worse");
  // The same number at once: the same bits, and the same readings.
  const nlohmann::json once = compared({"baseline.yaml", "uncoached.yaml", "-o", "once.h5", "--replicates",
                                        std::to_string(object["replicates"].get<int>()), "--precision", "0.06"});
  EXPECT_EQ(object["digest"], once["digest"]);
  EXPECT_EQ(object["headlines"], once["headlines"]);
}

TEST_F(SettledCompare, ASpentBudgetSaysWhatIsNotSettledAndHowManyMoreRuns) {
  const std::vector<std::string> words = {"baseline.yaml", "uncoached.yaml",   "-o",
                                          "out.h5",        "--until-settled",  "--precision",
                                          "practice=1e-4", "--max-replicates", "26"};
  const nlohmann::json object = compared(words);
  EXPECT_EQ(object["replicates"], 26);
  EXPECT_EQ(object["until_settled"]["rounds"], nlohmann::json({20, 6}));
  EXPECT_EQ(object["until_settled"]["stopped_by"], "replicates");
  const nlohmann::json& practice = headline_of(object, "practice");
  EXPECT_EQ(practice["verdict"], "not settled");
  EXPECT_GT(practice["more_replicates"].get<int>(), 26);
  EXPECT_EQ(practice["precision_asked"], 1e-4);
  const nlohmann::json at_once = compared(
      {"baseline.yaml", "uncoached.yaml", "-o", "once.h5", "--replicates", "26", "--precision", "practice=1e-4"});
  EXPECT_EQ(object["digest"], at_once["digest"]);
  const Ended spoken = compare(words);
  EXPECT_NE(spoken.out.find("NOT SETTLED: practice"), std::string::npos) << spoken.out;
  EXPECT_NE(spoken.out.find("more runs"), std::string::npos);
  const SavedResult result = SavedResult::open(folder() / "out.h5");
  EXPECT_EQ(result.read<std::int64_t>("replicate").size(), 26U);
  EXPECT_EQ(result.read<std::int64_t>("comparison/verdict").front(), 6) << "practice is the first measure";
}

TEST_F(SettledCompare, ATwinUnderAnotherNameIsSaidToHaveNoEffect) {
  const std::vector<std::string> words = {"baseline.yaml", "twin.yaml", "uncoached.yaml", "-o", "out.h5",
                                          "--replicates",  "3"};
  const nlohmann::json object = compared(words);
  EXPECT_EQ(object["alternatives"][0]["no_effect"], true);
  EXPECT_NE(object["alternatives"][0]["why_no_effect"].get<std::string>().find("same scenario as the baseline"),
            std::string::npos);
  EXPECT_EQ(object["alternatives"][1]["no_effect"], false);
  EXPECT_TRUE(object["alternatives"][1]["shared_luck"].is_number());
  EXPECT_EQ(object["winners_and_losers"][0]["counts"]["achievement"]["worse_off"], 0);
  EXPECT_EQ(object["winners_and_losers"][1]["schools"].size(), 8U);
  EXPECT_FALSE(object["regret"].empty() || object["robustness"].empty());
  const std::string text = compare(words).out;
  for (const char* part :
       {"NO EFFECT: every measure", "Shared luck: as good as", "WINNERS AND LOSERS", "Regret: ", "Robustness: "}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
}

TEST_F(SettledCompare, AnyOfTheScenariosCanBeTheBaseline) {
  const nlohmann::json usual = compared({"baseline.yaml", "uncoached.yaml", "-o", "out.h5", "--replicates", "2"});
  const nlohmann::json turned = compared({"baseline.yaml", "uncoached.yaml", "coached.yaml", "-o", "out.h5",
                                          "--replicates", "2", "--baseline", "No coaching"});
  EXPECT_EQ(turned["baseline"], "No coaching");
  EXPECT_EQ(turned["alternatives"][0]["scenario"], "Baseline");
  EXPECT_EQ(turned["alternatives"][1]["scenario"], "Coached");
  EXPECT_EQ(headline_of(turned, "practice")["difference"].get<double>(),
            -headline_of(usual, "practice")["difference"].get<double>());
  const nlohmann::json by_path = compared({"baseline.yaml", "uncoached.yaml", "coached.yaml", "-o", "out.h5",
                                           "--replicates", "2", "--baseline", "coached.yaml", "--equal-cost"});
  EXPECT_EQ(by_path["baseline"], "Coached");
  const Ended none = compare({"baseline.yaml", "uncoached.yaml", "-o", "out.h5", "--baseline", "No coachin"});
  EXPECT_EQ(none.code, 2);
  EXPECT_NE(none.err.find("did you mean No coaching?"), std::string::npos) << none.err;
}

TEST_F(SettledCompare, AWrongWordIsRefused) {
  const std::vector<std::string> files = {"baseline.yaml", "uncoached.yaml", "-o", "out.h5"};
  const auto code = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words = files;
    words.insert(words.end(), more.begin(), more.end());
    return compare(words).code;
  };
  EXPECT_EQ(code({"--until-settled", "--replicates", "5"}), 2);
  EXPECT_EQ(code({"--max-replicates", "5"}), 2);
  EXPECT_EQ(code({"--until-settled", "--precision", "practise=0.1"}), 2);
  EXPECT_EQ(code({"--until-settled", "--precision", "0"}), 2);
  EXPECT_EQ(code({"--until-settled", "--time-budget", "-1"}), 2);
}

TEST_F(SettledCompare, ExplainSplitsTheDifferenceIntoPartsThatSumToIt) {
  const Ended ended = Program(folder(), {"explain", "baseline.yaml", "uncoached.yaml", "--replicates", "2", "--json",
                                         "--measure", "practice", "-o", "parts.csv"})
                          .wait();
  ASSERT_EQ(ended.code, 0) << ended.err;
  EXPECT_NE(ended.err.find(" runs, about "), std::string::npos) << "the time is said at the start";
  const nlohmann::json measure = nlohmann::json::parse(ended.out)["measures"][0];
  double sum = 0.0;
  std::set<std::string> parts;
  for (const nlohmann::json& part : measure["parts"]) {
    sum += part["value"].get<double>();
    parts.insert(part["part"].get<std::string>());
  }
  const double difference = measure["difference"].get<double>();
  EXPECT_NEAR(sum, difference, 1e-9 * std::abs(difference));
  EXPECT_TRUE(parts.count("with all mechanisms off") == 1 && parts.count("classroom_support") == 1);
  EXPECT_EQ(measure["parts"][0]["part"], "classroom_support") << "coaching alone differs";
  EXPECT_EQ(text_of(folder() / "parts.csv").find("measure,year,part"), 0U);
  EXPECT_EQ(Program(folder(), {"explain", "baseline.yaml", "uncoached.yaml", "--measure", "practise"}).wait().code, 2);
  EXPECT_EQ(Program(folder(), {"explain", "baseline.yaml", "uncoached.yaml", "--year", "2"}).wait().code, 2);
}

}  // namespace
}  // namespace districtsim
