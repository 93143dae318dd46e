#include "sim/record/run_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "sim/core/contracts.hpp"
#include "sim/core/failure.hpp"
#include "sim/record/digest.hpp"
#include "sim/record/read_result.hpp"
#include "tests/record/temporary_folder.hpp"

namespace districtsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr int weeks = 3;

/// A scenario of `schools` schools, two years of three weeks.
Scenario scenario_named(const std::string& name, std::size_t schools, AgentsRecorded agents = AgentsRecorded::none) {
  Scenario scenario;
  scenario.name = name;
  scenario.resolved_text = R"({"name": ")" + name + R"("})";
  scenario.calendar.years = 2;
  scenario.calendar.weeks_per_year = weeks;
  scenario.record.agents = agents;
  scenario.district.name = "District";
  for (std::size_t row = 0; row < schools; ++row) {
    SchoolProfile school;
    school.id = "id " + std::to_string(row);
    school.name = row < 2 ? "Lincoln" : "School " + std::to_string(row);
    school.level = row % 2 == 0 ? SchoolLevel::elementary : SchoolLevel::high;
    school.latitude = row == 0 ? 0.0 : 33.5;
    scenario.district.schools.push_back(school);
  }
  return scenario;
}

/// Numbers that differ from one another and say where they belong.
template <class Values>
void number_all(Values& values, double from) {
  for (auto& value : values) {
    value = static_cast<typename Values::value_type>(from);
    from += 1.0;
  }
}

YearRecord record_of(RunPlace place, int year, std::size_t schools, std::size_t funds = 1) {
  const double from =
      10000.0 * static_cast<double>(place.scenario) + 1000.0 * static_cast<double>(place.replicate) + 100000.0 * year;
  YearRecord record;
  record.year = year;
  record.weeks = weeks;
  record.schools = schools;
  record.weekly.resize(weekly_measures.size() * weeks * schools);
  record.district.resize(weekly_measures.size() * weeks);
  record.yearly.resize(yearly_measures.size() * schools);
  record.groups.resize(group_measures.size() * schools * 4);
  record.need.resize(need_measures.size() * need_quarter_count);
  record.support.resize(support_measures.size() * schools * interaction_count);
  record.central_support.resize(support_measures.size() * interaction_count);
  record.hours.resize(person_kind_count * activity_count * schools);
  record.central_hours.resize(person_kind_count * activity_count);
  record.funds = funds;
  record.ledger_dollars.resize((schools + 1) * ledger_line_count * record.funds);
  record.ledger_posts.resize(record.ledger_dollars.size());
  number_all(record.ledger_dollars, from + 0.5);
  number_all(record.ledger_posts, from + 0.25);
  number_all(record.support, from);
  number_all(record.central_support, from + 0.25);
  number_all(record.hours, from + 0.5);
  number_all(record.central_hours, from + 0.75);
  number_all(record.weekly, from);
  number_all(record.district, from + 0.25);
  number_all(record.yearly, from + 0.5);
  number_all(record.groups, from + 0.75);
  number_all(record.district_year, from);
  number_all(record.need, from);
  // One interaction more in each replicate.
  for (std::size_t row = 0; row <= place.replicate; ++row) {
    InteractionColumns& interactions = record.interactions;
    interactions.week.push_back((year - 1) * weeks);
    interactions.school.push_back(1);
    interactions.kind.push_back(static_cast<std::int8_t>(row));
    interactions.giver.push_back(static_cast<std::uint32_t>(from));
    interactions.receiver.push_back(4000000000U);
    interactions.minutes.push_back(45);
    interactions.outcome.push_back(3);
    interactions.effect.push_back(0.25F);
  }
  // One teacher more in each replicate.
  for (std::size_t teacher = 0; teacher <= place.replicate; ++teacher) {
    AgentColumns& agents = record.agents;
    agents.week.push_back(year * weeks - 1);
    agents.person.push_back(static_cast<std::uint32_t>(from) + static_cast<std::uint32_t>(teacher));
    agents.school.push_back(0);
    agents.post.push_back(static_cast<std::int32_t>(teacher));
    agents.holder.push_back(1);
    agents.experience.push_back(1.5F);
    for (auto& practice : agents.practice) practice.push_back(0.5F);
    agents.strain.push_back(0.1F);
    agents.trust_in_coach.push_back(0.2F);
    agents.trust_in_principal.push_back(0.3F);
    agents.coached.push_back(1);
  }
  return record;
}

Provenance some_provenance() {
  Provenance provenance;
  provenance.command_line = "districtsim run";
  return provenance;
}

/// Writes all years of all runs, runs in the order given, and publishes.
void write_runs(const std::filesystem::path& path, const std::vector<const Scenario*>& scenarios, int replicates,
                const std::vector<RunPlace>& places) {
  const std::size_t schools = scenarios.front()->district.schools.size();
  RunFile file(path, scenarios, {0, replicates}, some_provenance());
  for (const RunPlace place : places) {
    const std::size_t funds = scenarios[place.scenario]->context.funds.size() + 1;
    for (const int year : {1, 2}) file.write(place, record_of(place, year, schools, funds));
  }
  file.publish();
}

std::vector<RunPlace> all_places(std::size_t scenarios, std::size_t replicates) {
  std::vector<RunPlace> places;
  for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
    for (std::size_t scenario = 0; scenario < scenarios; ++scenario) places.push_back({scenario, replicate});
  }
  return places;
}

TEST(RunFile, ExtendedInRoundsItIsThatOfAllReplicatesAtOnce) {
  const TemporaryFolder folder;
  const Scenario base = scenario_named("base", 3, AgentsRecorded::yearly);
  const Scenario other = scenario_named("other", 3);
  const std::vector<const Scenario*> scenarios = {&base, &other};
  write_runs(folder / "once.h5", scenarios, 9, all_places(2, 9));
  RunFile file(folder / "rounds.h5", scenarios, {0, 4, true}, some_provenance());
  std::size_t first = 0;
  for (const int round : {4, 1, 4}) {
    if (first > 0) file.extend(round);
    std::vector<RunPlace> places = all_places(2, static_cast<std::size_t>(round));
    std::reverse(places.begin(), places.end());
    for (RunPlace place : places) {
      place.replicate += first;
      for (const int year : {1, 2}) file.write(place, record_of(place, year, 3));
    }
    first += static_cast<std::size_t>(round);
  }
  file.publish();
  EXPECT_EQ(digest_of(folder / "rounds.h5"), digest_of(folder / "once.h5"));
  RunFile early(folder / "early.h5", scenarios, {0, 2, true}, some_provenance());
  EXPECT_THROW(early.extend(1), ContractViolation) << "runs announced before are not there yet";
}

TEST(RunFile, EveryValueIsAtItsPlace) {
  const TemporaryFolder folder;
  constexpr std::size_t schools = 3;
  const Scenario base = scenario_named("base", schools);
  Scenario other = scenario_named("other", schools);
  other.context.funds.emplace_back().name = "Grant";
  write_runs(folder / "out.h5", {&base, &other}, 5, all_places(2, 5));
  const SavedResult result = SavedResult::open(folder / "out.h5");
  for (const RunPlace place : all_places(2, 5)) {
    for (const int year : {1, 2}) {
      const YearRecord record = record_of(place, year, schools, place.scenario + 1);
      const auto first_week = static_cast<std::size_t>(year - 1) * weeks;
      const auto y = static_cast<std::size_t>(year) - 1;
      const auto last = [](const auto& names) { return std::string(names.back().name); };
      const Extents run = {place.scenario, place.replicate};
      const auto director_hours =
          result.read<float>(last(weekly_measures), {first_week, run[0], run[1], 0}, {weeks, 1, 1, schools});
      EXPECT_TRUE(std::equal(director_hours.rbegin(), director_hours.rend(), record.weekly.rbegin()));
      const auto district =
          result.read<float>("district_" + last(weekly_measures), {first_week, run[0], run[1]}, {weeks, 1, 1});
      EXPECT_TRUE(std::equal(district.rbegin(), district.rend(), record.district.rbegin()));
      const auto yearly = result.read<double>(last(yearly_measures), {y, run[0], run[1], 0}, {1, 1, 1, schools});
      EXPECT_TRUE(std::equal(yearly.rbegin(), yearly.rend(), record.yearly.rbegin()));
      const auto groups =
          result.read<double>(last(group_measures), {y, run[0], run[1], 0, 0, 0}, {1, 1, 1, schools, 2, 2});
      EXPECT_TRUE(std::equal(groups.rbegin(), groups.rend(), record.groups.rbegin()));
      const auto contacts =
          result.read<float>("support_contacts", {y, run[0], run[1], 0, 0}, {1, 1, 1, schools, interaction_count});
      EXPECT_TRUE(std::equal(contacts.begin(), contacts.end(), record.support.begin()));
      const auto received = result.read<float>("support_hours_received", {y, run[0], run[1], 0, 0},
                                               {1, 1, 1, schools, interaction_count});
      EXPECT_TRUE(std::equal(received.rbegin(), received.rend(), record.support.rbegin()));
      EXPECT_EQ(
          result.read<float>("central_support_hours_received", {y, run[0], run[1], 0}, {1, 1, 1, interaction_count})
              .back(),
          record.central_support.back());
      EXPECT_EQ(result.read<float>("hours", {y, run[0], run[1], 0, 0, 0},
                                   {1, 1, 1, person_kind_count, activity_count, schools}),
                record.hours);
      EXPECT_EQ(
          result.read<float>("central_hours", {y, run[0], run[1], 0, 0}, {1, 1, 1, person_kind_count, activity_count}),
          record.central_hours);
      EXPECT_EQ(result.read<double>(last(district_yearly), {y, run[0], run[1]}, {1, 1, 1}).front(),
                record.district_year.back());
      const auto need = result.read<double>(last(need_measures), {y, run[0], run[1], 0}, {1, 1, 1, need_quarter_count});
      EXPECT_TRUE(std::equal(need.rbegin(), need.rend(), record.need.rbegin()));
      const auto ledger = result.read<double>("ledger_dollars", {y, run[0], run[1], 0, 0, 0},
                                              {1, 1, 1, schools + 1, ledger_line_count, 2});
      const std::size_t cells = (schools + 1) * ledger_line_count;
      EXPECT_EQ(ledger[2 * (cells - 1)], record.ledger_dollars[record.funds * (cells - 1)]);
      EXPECT_EQ(ledger.back(), place.scenario == 1 ? record.ledger_dollars.back() : 0.0) << "not its fund";
    }
  }
}

TEST(RunFile, TheOrderOfRunsDoesNotChangeTheResult) {
  const TemporaryFolder folder;
  for (const std::size_t schools : {std::size_t{3}, std::size_t{8000}}) {  // several replicates a write, and one
    const Scenario base = scenario_named("base", schools, AgentsRecorded::yearly);
    const Scenario other = scenario_named("other", schools);
    std::vector<RunPlace> places = all_places(2, 4);
    write_runs(folder / "forwards.h5", {&base, &other}, 4, places);
    std::reverse(places.begin(), places.end());
    write_runs(folder / "backwards.h5", {&base, &other}, 4, places);
    EXPECT_EQ(digest_of(folder / "forwards.h5"), digest_of(folder / "backwards.h5")) << schools;
  }
}

TEST(RunFile, ThreadsThatWriteAtOnceDoNotChangeTheResult) {
  const TemporaryFolder folder;
  const Scenario base = scenario_named("base", 3, AgentsRecorded::weekly);
  const std::vector<RunPlace> places = all_places(1, 12);
  write_runs(folder / "one.h5", {&base}, 12, places);
  {
    RunFile file(folder / "four.h5", {&base}, {0, 12}, some_provenance());
    std::vector<std::thread> threads;
    for (std::size_t own = 0; own < 4; ++own) {
      threads.emplace_back([&, own] {
        for (std::size_t run = own; run < places.size(); run += 4) {
          for (const int year : {1, 2}) file.write(places[run], record_of(places[run], year, 3));
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    file.publish();
  }
  EXPECT_EQ(digest_of(folder / "one.h5"), digest_of(folder / "four.h5"));
}

TEST(RunFile, AgentsStandInTheOrderOfReplicateScenarioAndYear) {
  const TemporaryFolder folder;
  const Scenario base = scenario_named("base", 3, AgentsRecorded::yearly);
  const Scenario other = scenario_named("other", 3, AgentsRecorded::yearly);
  write_runs(folder / "out.h5", {&base, &other}, 2, {{1, 1}, {0, 1}, {1, 0}, {0, 0}});
  const SavedResult result = SavedResult::open(folder / "out.h5");
  EXPECT_THAT(result.read<std::int64_t>("agents/replicate_index"), ElementsAre(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1));
  EXPECT_THAT(result.read<std::int64_t>("agents/scenario_index"), ElementsAre(0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1));
  EXPECT_THAT(result.read<std::int64_t>("agents/time_index"), ElementsAre(2, 5, 2, 5, 2, 2, 5, 5, 2, 2, 5, 5));
  EXPECT_THAT(result.read<std::int64_t>("agents/person"), ElementsAre(100000, 200000, 110000, 210000, 101000, 101001,
                                                                      201000, 201001, 111000, 111001, 211000, 211001));
}

TEST(RunFile, InteractionsStandInTheOrderOfReplicateScenarioAndYear) {
  const TemporaryFolder folder;
  Scenario base = scenario_named("base", 3);
  base.record.interactions = InteractionsRecorded::all;
  const Scenario other = scenario_named("other", 3);
  write_runs(folder / "out.h5", {&base, &other}, 2, {{1, 1}, {0, 1}, {1, 0}, {0, 0}});
  const SavedResult result = SavedResult::open(folder / "out.h5");
  EXPECT_THAT(result.read<std::int64_t>("interactions/replicate_index"),
              ElementsAre(0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1));
  EXPECT_THAT(result.read<std::int64_t>("interactions/scenario_index"),
              ElementsAre(0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1));
  EXPECT_THAT(result.read<std::int64_t>("interactions/time_index"), ElementsAre(0, 3, 0, 3, 0, 0, 3, 3, 0, 0, 3, 3));
  EXPECT_EQ(result.read<std::int64_t>("interactions/receiver").front(), 4000000000);
  EXPECT_EQ(result.text_attribute("interactions/outcome", "flag_meanings"),
            "taken_up refused no_time nothing_to_act_upon");
  EXPECT_EQ(result.number_attribute("interactions/kind", "flag_values").size(), interaction_count);
  EXPECT_EQ(result.find("agents/person"), nullptr);
}

TEST(RunFile, ManyRowsDoNotWaitForOtherRuns) {
  Scenario base = scenario_named("base", 3, AgentsRecorded::weekly);
  base.record.interactions = InteractionsRecorded::sample;
  EXPECT_TRUE(rows_may_wait({&base}, 20));
  base.district.schools[0].teachers = 10'000'000;
  EXPECT_FALSE(rows_may_wait({&base}, 20));
  Scenario recorded = scenario_named("base", 3);
  recorded.record.interactions = InteractionsRecorded::all;
  EXPECT_FALSE(rows_may_wait({&recorded}, 1));
}

TEST(RunFile, EveryVariableIsExplainedInTheReadme) {
  const TemporaryFolder folder;
  Scenario base = scenario_named("base", 3, AgentsRecorded::yearly);
  base.record.interactions = InteractionsRecorded::all;
  write_runs(folder / "out.h5", {&base}, 1, all_places(1, 1));
  const std::string readme = text_of(std::string(DISTRICTSIM_SOURCE_DIR) + "/analysis/README.md");
  const SavedResult result = SavedResult::open(folder / "out.h5");
  for (const StoredDataset& dataset : result.datasets()) {
    const std::string name = std::filesystem::path(dataset.path).filename();
    const bool of_district = name.rfind("district_", 0) == 0;
    EXPECT_THAT(readme, HasSubstr("`" + (of_district ? name.substr(9) : name) + "`")) << dataset.path;
  }
}

TEST(RunFile, WithoutAgentsThereIsNoTableOfThem) {
  const TemporaryFolder folder;
  const Scenario base = scenario_named("base", 3);
  write_runs(folder / "out.h5", {&base}, 1, all_places(1, 1));
  EXPECT_EQ(SavedResult::open(folder / "out.h5").find("agents/person"), nullptr);
  EXPECT_EQ(SavedResult::open(folder / "out.h5").find("interactions/giver"), nullptr);
}

TEST(RunFile, SchoolsAndScenariosOfOneNameStayApart) {
  const TemporaryFolder folder;
  const Scenario base = scenario_named("plan", 3);
  write_runs(folder / "out.h5", {&base, &base}, 1, all_places(2, 1));
  const SavedResult result = SavedResult::open(folder / "out.h5");
  EXPECT_THAT(result.read<std::string>("school"), ElementsAre("Lincoln (id 0)", "Lincoln (id 1)", "School 2"));
  EXPECT_THAT(result.read<std::string>("scenario"), ElementsAre("plan", "plan (2)"));
  EXPECT_THAT(distinct({"a", "a (2)", "a"}, {}), ElementsAre("a", "a (2)", "a (3)"));
}

TEST(RunFile, SaysWhenWeeksAndYearsWere) {
  const TemporaryFolder folder;
  const Scenario base = scenario_named("base", 3);
  write_runs(folder / "out.h5", {&base}, 1, all_places(1, 1));
  const SavedResult result = SavedResult::open(folder / "out.h5");
  EXPECT_EQ(result.text_attribute("time", "units"), "days since 2020-08-10");
  EXPECT_THAT(result.read<std::int64_t>("time"), ElementsAre(0, 7, 14, 364, 371, 378));
  EXPECT_THAT(result.read<std::string>("year_label"), ElementsAre("2020-21", "2021-22"));
  EXPECT_EQ(school_year_label("2099-08-31", 1), "2099-00");
  EXPECT_EQ(school_year_label("2020-02-03", 2), "2021");
}

TEST(RunFile, UnknownPlacesOfSchoolsAreMissing) {
  const TemporaryFolder folder;
  const Scenario base = scenario_named("base", 2);
  write_runs(folder / "out.h5", {&base}, 1, all_places(1, 1));
  const auto latitude = SavedResult::open(folder / "out.h5").read<double>("latitude");
  EXPECT_TRUE(std::isnan(latitude[0]));
  EXPECT_EQ(latitude[1], 33.5);
}

TEST(RunFile, ScenariosThatDifferInSchoolsOrCalendarAreRefused) {
  const TemporaryFolder folder;
  const Scenario base = scenario_named("base", 3);
  Scenario longer = scenario_named("longer", 3);
  longer.calendar.years = 4;
  Scenario later = scenario_named("later", 3);
  later.calendar.start = "2021-08-09";
  const Scenario larger = scenario_named("larger", 4);
  Scenario elsewhere = scenario_named("elsewhere", 3);
  elsewhere.district.schools[1].id = "another";
  const auto message = [&](const Scenario& other) -> std::string {
    try {
      const RunFile file(folder / "out.h5", {&base, &other}, {}, some_provenance());
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), ExitCode::invalid_scenario);
      return failure.what();
    }
    return "accepted";
  };
  EXPECT_THAT(message(longer), HasSubstr("calendar.years is 2 and 4"));
  EXPECT_THAT(message(later), HasSubstr("calendar.start is 2020-08-10 and 2021-08-09"));
  EXPECT_THAT(message(larger), HasSubstr("they have 3 and 4 schools"));
  EXPECT_THAT(message(elsewhere), HasSubstr("school 2 is id 1 and another"));
  EXPECT_EQ(message(scenario_named("alike", 3)), "accepted");
  EXPECT_TRUE(folder.names().empty());
}

TEST(RunFile, AFileWithMissingYearsIsNotPublished) {
  const TemporaryFolder folder;
  const Scenario base = scenario_named("base", 3);
  RunFile file(folder / "out.h5", {&base}, {0, 1}, some_provenance());
  file.write({0, 0}, record_of({0, 0}, 1, 3));
  EXPECT_THROW(file.publish(), ContractViolation);
  EXPECT_FALSE(std::filesystem::exists(folder / "out.h5"));
}

TEST(RunFile, ReplicatesOfSmallDistrictsAreWrittenTogetherInEvenParts) {
  Scenario scenario = scenario_named("base", 16);
  scenario.calendar.weeks_per_year = 36;
  EXPECT_EQ(replicates_together(scenario, 1), 1U);
  EXPECT_EQ(replicates_together(scenario, 20), 20U);
  EXPECT_EQ(replicates_together(scenario, 30), 15U);
  scenario = scenario_named("large", 20000);
  EXPECT_EQ(replicates_together(scenario, 30), 1U);
}

}  // namespace
}  // namespace districtsim
