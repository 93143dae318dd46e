#include "analysis/experiment_design.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "analysis/elementary_effects.hpp"
#include "analysis/factor_rows.hpp"
#include "analysis/sobol_indices.hpp"
#include "tests/scenario/scenario_folder.hpp"

namespace districtsim {
namespace {

using ExperimentDesignTest = ScenarioFolder;
using testing::ElementsAre;
using testing::HasSubstr;
using Row = std::vector<double>;

Row row_of(const DesignTable& table, std::size_t row) { return {table.row(row).begin(), table.row(row).end()}; }

std::string refusal_of(const std::filesystem::path& path) {
  try {
    static_cast<void>(read_experiment_design(path));
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);
    return failure.what();
  }
  return "";
}

TEST_F(ExperimentDesignTest, WithABaseChangesOneInputAtATimeFromWhatTheBaseHas) {
  static_cast<void>(write_scenario("base.yaml", "framework: {discretion: 0.3}\nmechanisms: {coaching: off}\n"));
  const auto path = write("d.yaml", R"(schema: 1
design: one_at_a_time
base: base.yaml
parameters:
  framework.discretion: {low: 0, high: 1}
  support.inquiry_weeks: {low: 1, high: 4}
  mechanisms.coaching: {levels: [on, off]}
  framework.operations_routing: {levels: [departments, case_management]}
)");
  const ExperimentDesign design = read_experiment_design(path);
  const DesignTable rows = design_rows(design);
  ASSERT_EQ(rows.rows(), 7U) << "the base, two ends twice, the other level twice";
  EXPECT_EQ(row_of(rows, 0), (Row{0.3, 2, 1, 0}));
  EXPECT_EQ(row_of(rows, 1), (Row{0, 2, 1, 0}));
  EXPECT_EQ(row_of(rows, 2), (Row{1, 2, 1, 0}));
  EXPECT_EQ(row_of(rows, 4), (Row{0.3, 4, 1, 0}));
  EXPECT_EQ(row_of(rows, 5), (Row{0.3, 2, 0, 0}));
  EXPECT_THAT(design_csv(design, rows), HasSubstr("\n0.3,2,off,departments\n"));
}

TEST_F(ExperimentDesignTest, TakesWholeNumbersWhereTheKeyTakesNoOthersAndAllOfAFewInAGrid) {
  static_cast<void>(write_scenario("base.yaml", ""));
  const std::string head = "schema: 1\nbase: base.yaml\nsamples: 16\n";
  const std::string inputs = "parameters: {support.inquiry_weeks: {low: 1, high: 4}}\n";
  const DesignTable grid = design_rows(read_experiment_design(write("g.yaml", head + "design: grid\n" + inputs)));
  EXPECT_EQ(grid.values, (Row{1, 2, 3, 4}));
  const DesignTable lhs = design_rows(read_experiment_design(write("l.yaml", head + "design: lhs\n" + inputs)));
  for (const double value : {1.0, 2.0, 3.0, 4.0}) {
    EXPECT_EQ(std::count(lhs.values.begin(), lhs.values.end(), value), 4) << "16 strata over 4 numbers";
  }
}

TEST_F(ExperimentDesignTest, ReadsAListWithWordsAsLevels) {
  static_cast<void>(write_scenario("base.yaml", ""));
  static_cast<void>(
      write("rows.csv", "framework.discretion,framework.salaries\n0.25,actual\n0.5,average\n0.1,actual\n"));
  const auto path = write("d.yaml", "schema: 1\ndesign: list\nbase: base.yaml\nrows: rows.csv\n");
  const ExperimentDesign design = read_experiment_design(path);
  const DesignTable rows = design_rows(design);
  EXPECT_EQ(rows.values, (Row{0.25, 0, 0.5, 1, 0.1, 0}));
  EXPECT_THAT(design_csv(design, rows), HasSubstr("\n0.5,average\n"));
  static_cast<void>(write("rows.csv", "framework.discretion,framework.salarie\n1.25,actual\n0.5,average\n"));
  const std::string refusal = refusal_of(path);
  EXPECT_THAT(refusal, HasSubstr("d.yaml:4:7: parameters.framework.discretion is 1.25, must be within 0 to 1"));
  EXPECT_THAT(refusal, HasSubstr("did you mean framework.salaries?"));
}

TEST_F(ExperimentDesignTest, HoldsInputsAgainstTheBaseAndNamesPlaceAndWhatWasMeant) {
  static_cast<void>(write_scenario("base.yaml", ""));
  const std::string refusal = refusal_of(write("d.yaml", R"(schema: 1
design: sobol
base: base.yaml
alternatives: [base.yaml]
measures: [practise, {measure: achievement, group: low_incom}, {measure: practice, year: 9}, coach_hours_giving]
luck: row
replicates: 300
parameters:
  framework.discretoin: {low: 0, high: 1}
  framework.sponsorship: {low: 0, high: 1.8}
  framework.initiative: {levels: [school, district]}
  framework.allocation: {low: 0, high: 1}
  mechanisms.coaching: {levels: [on, no]}
  calendar.years: {low: 1, high: 3}
  record.agents: {levels: [none, yearly]}
  reallocations.0.amount: {low: 1, high: 3}
  coaching.contact_hours: {levels: [1, 99]}
  parameters.coaching.contact_hour: {low: 1, high: 2}
)"));
  for (const char* part :
       {"d.yaml:9:3: parameters.framework.discretoin is neither a key of scenarios nor a parameter; did you mean "
        "framework.discretion?",
        "d.yaml:10:41: parameters.framework.sponsorship is 1.8, must be within 0 to 1",
        "d.yaml:11:3: parameters.framework.initiative is not one value; there are framework.initiative.",
        "d.yaml:12:3: parameters.framework.allocation takes words; give levels",
        "d.yaml:13:38: parameters.mechanisms.coaching is no, must be on or off",
        "parameters.calendar.years cannot vary; all runs of a sweep have the same years",
        "parameters.record.agents cannot vary",
        "d.yaml:16:3: parameters.reallocations.0.amount names a row of a list that neither the base nor an alternative",
        "d.yaml:17:40: parameters.coaching.contact_hours is 99, must be within", "did you mean coaching.contact_hours?",
        "d.yaml:5:12: measures.0 is practise, which is no measure; did you mean practice?",
        "measures.1.group is low_incom, which is no group of achievement; did you mean low_income?",
        "measures.2.year is 9, must be at most the 5 years of a run",
        "measures.3 is coach_hours_giving, which only compare",
        "d.yaml:7:13: replicates is 300, must be at most 256 unless luck is common"}) {
    EXPECT_THAT(refusal, HasSubstr(part));
  }
}

TEST_F(ExperimentDesignTest, SaysWhatIsWrongWithABaseInTheBasesOwnWords) {
  static_cast<void>(write_scenario("base.yaml", "framework: {discretion: 3}\n"));
  const std::string inputs = "parameters: {framework.discretion: {low: 0, high: 1}}\n";
  const auto path = write("d.yaml", "schema: 1\ndesign: sobol\nbase: base.yaml\n" + inputs);
  EXPECT_THAT(refusal_of(path), HasSubstr("base.yaml:3:25: framework.discretion is 3, must be within 0 to 1"));
  const auto missing = write("m.yaml", "schema: 1\ndesign: sobol\nbase: bas.yaml\nalternatives: [no.yaml]\n" + inputs);
  EXPECT_THAT(refusal_of(missing), HasSubstr("m.yaml:3:7: base names bas.yaml, which does not exist"));
  EXPECT_THAT(refusal_of(missing), HasSubstr("did you mean base.yaml?"));
  EXPECT_THAT(refusal_of(missing), HasSubstr("m.yaml:4:16: alternatives.0 names no.yaml, which does not exist"));
}

TEST_F(ExperimentDesignTest, GivesItsAnalysisAColumnForEachFactor) {
  static_cast<void>(write_scenario("base.yaml", ""));
  const std::string text = R"(schema: 1
base: base.yaml
samples: 8
parameters:
  framework.discretion: {low: 0, high: 1}
  mechanisms.coaching: {levels: [on, off]}
  skill.gain_rate: {}
groups: {both: [mechanisms.coaching, skill.gain_rate]}
)";
  const ExperimentDesign sobol = read_experiment_design(write("s.yaml", text + "design: sobol\n"));
  const DesignTable factors = factor_rows(sobol, design_rows(sobol));
  EXPECT_THAT(factors.names, ElementsAre("both", "framework.discretion", "inert"));
  const auto layout = recognise_saltelli(factors);
  ASSERT_TRUE(layout.has_value());
  EXPECT_EQ(layout->groups.size(), 3U);
  EXPECT_EQ(factors.rows(), design_rows(sobol).rows());
  const ExperimentDesign morris = read_experiment_design(write("m.yaml", text + "design: morris\n"));
  EXPECT_TRUE(recognise_morris(factor_rows(morris, design_rows(morris))).has_value())
      << "though two inputs move at once";
}

TEST(ShippedDesigns, AreReadAndEveryKeyOfADesignIsExplained) {
  const std::filesystem::path scenarios = std::filesystem::path(DISTRICTSIM_SOURCE_DIR) / "scenarios";
  std::size_t designs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(scenarios / "designs")) {
    if (entry.path().extension() != ".yaml") continue;
    ++designs;
    EXPECT_GT(design_rows(read_experiment_design(entry.path())).rows(), 0U) << entry.path();
  }
  EXPECT_GE(designs, 3U);
  std::ifstream file(scenarios / "README.md");
  const std::string readme{std::istreambuf_iterator<char>(file), {}};
  std::ifstream schema_file(scenarios / "design.schema.json");
  const nlohmann::json schema = nlohmann::json::parse(schema_file);
  const std::string section = readme.substr(readme.find("## Designs of experiments"));
  for (const auto& [key, unused] : schema.at("properties").items()) {
    EXPECT_THAT(section, HasSubstr("`" + key + "`"));
  }
}

}  // namespace
}  // namespace districtsim
