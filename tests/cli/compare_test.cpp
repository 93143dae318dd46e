#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "sim/record/digest.hpp"
#include "sim/record/read_result.hpp"
#include "tests/record/temporary_folder.hpp"

namespace districtsim {
namespace {

struct Spoken {
  int code = -1;
  std::string output;
  std::string messages;
};

/// A folder with a baseline and two alternatives of a small district, in which the program is run.
class CompareProgram : public ::testing::Test {
 protected:
  CompareProgram() {
    put_text(folder_ / "baseline.yaml",
             "schema: 1\nname: Baseline\ndistrict: {synthetic: {schools: 6, teachers: 150}}\n"
             "calendar: {years: 2, warm_up_years: 1}\n");
    put_text(folder_ / "uncoached.yaml",
             "schema: 1\nname: No coaching\nextends: baseline.yaml\nmechanisms: {coaching: off}\n");
    put_text(folder_ / "longer.yaml", "schema: 1\nname: Longer\nextends: baseline.yaml\ncalendar: {years: 3}\n");
    put_text(folder_ / "settled.yaml",
             "schema: 1\nname: Settled\nextends: baseline.yaml\ncalendar: {warm_up_years: 2}\n");
    put_text(
        folder_ / "coached.yaml",
        "schema: 1\nlayer: framework\nname: Coached\nframework: {teachers_per_coach: 12, schools_per_director: 3}\n");
    put_text(folder_ / "free.yaml",
             "schema: 1\nlayer: framework\nname: Free\nframework: {discretion: 0.5, initiative: {staffing: school}}\n");
    put_text(folder_ / "hard_times.yaml",
             "schema: 1\nlayer: context\nname: Hard times\nevents: [{year: 2, revenue_change: -0.05}]\n");
    put_text(folder_ / "broken.yaml", "schema: 1\nname: Broken\nextends: baseline.yaml\nmechanism: {coaching: off}\n");
  }

  [[nodiscard]] Spoken compare(const std::string& words) const {
    const std::string command =
        fmt::format("cd '{}' && '{}' compare {} 2> messages.txt", folder_.path().string(), DISTRICTSIM_PROGRAM, words);
    Spoken spoken;
    FILE* const pipe = ::popen(command.c_str(), "r");
    std::array<char, 4096> part{};
    for (std::size_t count = 0; (count = std::fread(part.data(), 1, part.size(), pipe)) > 0;) {
      spoken.output.append(part.data(), count);
    }
    const int status = ::pclose(pipe);
    spoken.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    spoken.messages = text_of(folder_ / "messages.txt");
    return spoken;
  }
  [[nodiscard]] nlohmann::json compared(const std::string& words) const {
    const Spoken spoken = compare(words + " --json --quiet");
    EXPECT_EQ(spoken.code, 0) << spoken.messages;
    EXPECT_EQ(spoken.messages, "");
    return nlohmann::json::parse(spoken.output);
  }
  [[nodiscard]] bool has(const std::string& name) const { return std::filesystem::exists(folder_ / name); }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

const nlohmann::json& headline(const nlohmann::json& object, const std::string& measure) {
  for (const nlohmann::json& one : object["headlines"]) {
    if (one["measure"] == measure) return one;
  }
  throw std::out_of_range("no headline of " + measure);
}

double width(const nlohmann::json& one, const char* low, const char* high) {
  return one[high].get<double>() - one[low].get<double>();
}

TEST_F(CompareProgram, PrintsATableAndWritesTheFile) {
  const Spoken spoken = compare("baseline.yaml uncoached.yaml -o out.h5 --replicates 12");
  EXPECT_EQ(spoken.code, 0) << spoken.messages;
  for (const char* part : {"No coaching", "Teachers' practice, SD", "in 8 of 10 districts", "passed locality"}) {
    EXPECT_NE(spoken.output.find(part), std::string::npos) << part;
  }
  EXPECT_NE(spoken.messages.find("wrote out.h5"), std::string::npos);
  const SavedResult result = SavedResult::open(folder() / "out.h5");
  EXPECT_EQ(result.read<std::string>("scenario"), (std::vector<std::string>{"Baseline", "No coaching"}));
  EXPECT_EQ(result.read<std::string>("comparison/alternative"), (std::vector<std::string>{"No coaching"}));
  const StoredDataset* difference = result.find("comparison/difference");
  ASSERT_NE(difference, nullptr);
  EXPECT_EQ(difference->shape, (Extents{2, 1, result.read<std::string>("comparison/measure").size()}));
  EXPECT_EQ(difference->dimensions, (std::vector<std::string>{"year", "comparison/alternative", "comparison/measure"}));
  EXPECT_LT(result.read<double>("comparison/high").at(0), 0.0) << "practice falls without coaching";
}

TEST_F(CompareProgram, JsonHasHeadlinesProofsAndTheDigestOfTheFile) {
  const nlohmann::json object = compared("baseline.yaml uncoached.yaml -o out.h5 --replicates 3 --seed 9");
  EXPECT_EQ(object["digest"], digest_of(folder() / "out.h5"));
  for (const char* proof : {"null", "placebo", "locality"}) EXPECT_EQ(object["proofs"][proof]["passed"], true);
  EXPECT_EQ(object["seed"], 9);
  EXPECT_EQ(object["replicates"], 3);
  EXPECT_GT(object["seconds"].get<double>(), 0.0);
  const nlohmann::json& practice = headline(object, "practice");
  EXPECT_EQ(practice["scenario"], "No coaching");
  EXPECT_LT(practice["difference"].get<double>(), 0.0);
  EXPECT_TRUE(headline(object, "coach_hours_giving")["difference"].is_null());
  const SavedResult result = SavedResult::open(folder() / "out.h5");
  const std::vector<double> differences = result.read<double>("comparison/difference");
  EXPECT_EQ(differences.at(differences.size() / 2), practice["difference"].get<double>()) << "last year, first measure";
}

TEST_F(CompareProgram, ABaselineAgainstItselfIsExactlyZero) {
  const nlohmann::json object = compared("baseline.yaml baseline.yaml -o out.h5 --replicates 3");
  for (const nlohmann::json& one : object["headlines"]) {
    if (one["pairs"] == 0) continue;
    for (const char* key : {"difference", "low", "high", "plausible_low", "plausible_high"}) {
      EXPECT_EQ(one[key].get<double>(), 0.0) << one["measure"] << " " << key;
    }
    EXPECT_EQ(one["probability_positive"], 0.5);
  }
}

TEST_F(CompareProgram, ResultsDoNotDependOnThreads) {
  const nlohmann::json one = compared("baseline.yaml uncoached.yaml -o out.h5 --replicates 3 --threads 1");
  for (const char* threads : {"2", "7"}) {
    const nlohmann::json many =
        compared(fmt::format("baseline.yaml uncoached.yaml -o out.h5 --replicates 3 --threads {}", threads));
    EXPECT_EQ(one["digest"], many["digest"]);
    EXPECT_EQ(one["headlines"], many["headlines"]);
  }
}

TEST_F(CompareProgram, MoreReplicatesNarrowThePrecisionAndKeepThePlausibleRange) {
  const nlohmann::json few = compared("baseline.yaml uncoached.yaml -o out.h5 --replicates 12");
  const nlohmann::json many = compared("baseline.yaml uncoached.yaml -o out.h5 --replicates 120");
  const nlohmann::json& before = headline(few, "practice");
  const nlohmann::json& after = headline(many, "practice");
  EXPECT_LT(width(after, "low", "high"), 0.5 * width(before, "low", "high"));
  EXPECT_GT(width(after, "plausible_low", "plausible_high"), 0.5 * width(before, "plausible_low", "plausible_high"));
  EXPECT_LT(width(after, "plausible_low", "plausible_high"), 2.0 * width(before, "plausible_low", "plausible_high"));
}

TEST_F(CompareProgram, HeldParametersLeaveLessToBeUncertain) {
  // Luck of a few coaches would hide it; what fades hangs on a parameter alone.
  put_text(folder() / "kept.yaml", "schema: 1\nname: Kept\nextends: baseline.yaml\nmechanisms: {forgetting: off}\n");
  const nlohmann::json drawn = compared("baseline.yaml kept.yaml -o out.h5 --replicates 12");
  const nlohmann::json held = compared("baseline.yaml kept.yaml -o out.h5 --replicates 12 --fix-parameters");
  EXPECT_EQ(held["parameters"], "held");
  EXPECT_LT(width(headline(held, "practice"), "plausible_low", "plausible_high"),
            width(headline(drawn, "practice"), "plausible_low", "plausible_high"));
}

TEST_F(CompareProgram, ScenariosWithoutACommonCalendarAreRefused) {
  const Spoken longer = compare("baseline.yaml longer.yaml -o out.h5");
  EXPECT_EQ(longer.code, 3);
  EXPECT_NE(longer.messages.find("calendar.years is 2 and 3"), std::string::npos) << longer.messages;
  const Spoken settled = compare("baseline.yaml settled.yaml -o out.h5");
  EXPECT_EQ(settled.code, 3);
  EXPECT_NE(settled.messages.find("calendar.warm_up_years is 1 and 2"), std::string::npos) << settled.messages;
  EXPECT_FALSE(has("out.h5"));
}

TEST_F(CompareProgram, AnInvalidScenarioLeavesTheOldFile) {
  put_text(folder() / "out.h5", "old");
  const Spoken spoken = compare("baseline.yaml broken.yaml missing.yaml -o out.h5");
  EXPECT_EQ(spoken.code, 3);
  EXPECT_NE(spoken.messages.find("broken.yaml:4:"), std::string::npos) << spoken.messages;
  EXPECT_NE(spoken.messages.find("missing.yaml"), std::string::npos) << "all files' errors at once";
  EXPECT_EQ(text_of(folder() / "out.h5"), "old");
}

TEST_F(CompareProgram, LayersAreLaidOverTheBaselineAndManyStandSideBySide) {
  const std::string files = "baseline.yaml coached.yaml free.yaml hard_times.yaml -o out.h5 --replicates 2";
  const Spoken spoken = compare(files);
  EXPECT_EQ(spoken.code, 0) << spoken.messages;
  for (const char* part :
       {"A Coached. Cost: +$", "teachers to a coach: 38 -> 12", "initiative of each school in staffing",
        "no ranking of places", "BY NEED of the schools", "Novice teachers, %"}) {
    EXPECT_NE(spoken.output.find(part), std::string::npos) << part << spoken.output;
  }
  EXPECT_EQ(spoken.output.find("in 8 of 10 districts "), std::string::npos) << "the full blocks are left out";
  EXPECT_NE(compare(files + " --details").output.find("in 8 of 10 districts "), std::string::npos);
  const SavedResult result = SavedResult::open(folder() / "out.h5");
  EXPECT_EQ(result.read<std::string>("scenario"),
            (std::vector<std::string>{"Baseline", "Coached", "Free", "Hard times"}));
  EXPECT_EQ(result.find("need_novice_share")->shape, (Extents{2, 4, 2, 4}));
  EXPECT_EQ(result.read<std::string>("need_quarter"),
            (std::vector<std::string>{"lowest", "second", "third", "highest"}));
}

TEST_F(CompareProgram, AtEqualCostADearFrameworkSpendsWhatTheBaselineDoes) {
  const nlohmann::json dear = compared("baseline.yaml coached.yaml -o out.h5 --replicates 2");
  const nlohmann::json equal = compared("baseline.yaml coached.yaml -o out.h5 --replicates 2 --equal-cost");
  EXPECT_GT(headline(dear, "spending_total")["difference"].get<double>(), 100000.0);
  EXPECT_NEAR(headline(equal, "spending_total")["difference"].get<double>(), 0.0, 10000.0) << "one-time costs alone";
  EXPECT_LT(headline(equal, "teaching_posts")["difference"].get<double>(), 0.0) << "posts close to pay for others";
  EXPECT_EQ(equal["equal_cost"], true);
  EXPECT_EQ(headline(dear, "practice")["baseline"], headline(equal, "practice")["baseline"]);
  EXPECT_NE(compare("baseline.yaml coached.yaml -o out.h5 --replicates 2 --equal-cost").output.find("Equal cost: at"),
            std::string::npos);
}

TEST_F(CompareProgram, ALayerIsNoBaseline) {
  const Spoken spoken = compare("coached.yaml free.yaml -o out.h5");
  EXPECT_EQ(spoken.code, 3);
  EXPECT_NE(spoken.messages.find("coached.yaml is a framework layer"), std::string::npos) << spoken.messages;
  EXPECT_FALSE(has("out.h5"));
}

TEST_F(CompareProgram, AWrongCommandLineIsRefused) {
  EXPECT_EQ(compare("baseline.yaml uncoached.yaml").code, 2);
  EXPECT_EQ(compare("baseline.yaml -o out.h5").code, 2);
  EXPECT_EQ(compare("baseline.yaml uncoached.yaml -o out.h5 --replicates 0").code, 2);
  EXPECT_EQ(compare("baseline.yaml uncoached.yaml -o uncoached.yaml").code, 2);
  EXPECT_FALSE(has("out.h5"));
}

}  // namespace
}  // namespace districtsim
