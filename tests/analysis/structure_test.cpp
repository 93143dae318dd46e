#include "analysis/structure.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace districtsim {
namespace {

Scenario with_text(const std::string& text) {
  Scenario scenario;
  scenario.resolved_text = text;
  return scenario;
}

std::vector<std::string> differences(const std::string& before, const std::string& after) {
  return structure_differences(with_text(before), with_text(after));
}

TEST(Structure, WhatIsTheSameIsNotSaid) {
  EXPECT_TRUE(differences(R"({"framework": {"discretion": 0.1}})", R"({"framework": {"discretion": 0.1}})").empty());
  EXPECT_TRUE(differences("", "").empty()) << "scenarios without text";
}

TEST(Structure, NumbersWordsAndWhatIsNotThere) {
  EXPECT_EQ(differences(
                R"({"framework": {"discretion": 0.1, "teachers_per_coach": 38, "operations_routing": "departments"}})",
                R"({"framework": {"discretion": 0.5, "teachers_per_coach": 1000000,
                                          "operations_routing": "case_management"}})"),
            (std::vector<std::string>{"share that schools decide about: 0.1 -> 0.5", "teachers to a coach: 38 -> none",
                                      "operations through: departments -> case management"}));
}

TEST(Structure, DomainsOfInitiativeStandTogetherByHolder) {
  EXPECT_EQ(differences(R"({"framework": {"initiative": {"staffing": "shared", "data_practice": "shared",
                            "instructional_guidance": "district"}}})",
                        R"({"framework": {"initiative": {"staffing": "school", "data_practice": "school",
                            "instructional_guidance": "shared"}}})"),
            (std::vector<std::string>{"initiative of each school in data practice, staffing",
                                      "shared initiative in guidance"}));
}

TEST(Structure, MandatesIncentivesAndContextsAreRead) {
  EXPECT_EQ(
      differences(R"({"framework": {"mandates": []}, "context": {"voice": 1}, "events": []})",
                  R"({"framework": {"mandates": [
                        {"what": "coach_fte", "role": "reading_coach", "amount": 1, "year": 2, "groundwork_years": 0},
                        {"what": "intervention_fte", "students_per_post": 300, "amount": 1, "year": 1,
                         "groundwork_years": 2, "schools": {"need": "highest_half"}}]},
                      "context": {"voice": 2}, "events": [{"year": 2, "revenue_change": -0.05}]})"),
      (std::vector<std::string>{"mandates: none -> 1 reading coach a school from year 2, 1 intervention fte to 300 "
                                "students after 2 years of groundwork in (need highest half)",
                                "context voice: 1 -> 2", "events: none -> (revenue_change -0.05, year 2)"}));
}

}  // namespace
}  // namespace districtsim
