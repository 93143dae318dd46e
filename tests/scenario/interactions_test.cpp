#include "sim/scenario/interactions.hpp"

#include <gtest/gtest.h>

#include <set>

namespace districtsim {
namespace {

TEST(Interactions, EveryKindIsDescribedAndHasAMechanismOfItsName) {
  const auto& kinds = interaction_descriptions();
  ASSERT_EQ(kinds.size(), interaction_count);
  for (std::size_t row = 0; row < kinds.size(); ++row) {
    EXPECT_EQ(static_cast<std::size_t>(kinds[row].kind), row);
    EXPECT_EQ(name_of(kinds[row].mechanism), interaction_names[row]);
    EXPECT_FALSE(kinds[row].practices.empty()) << interaction_names[row];
  }
}

TEST(Interactions, EveryRuleEveryPracticeAndEveryFormOfSupportIsServed) {
  std::set<InteractionRule> rules;
  std::set<std::string> practices;
  std::set<std::string> supports;
  for (const InteractionDescription& kind : interaction_descriptions()) {
    rules.insert(kind.rule);
    practices.insert(kind.practices.begin(), kind.practices.end());
    supports.insert(kind.supports.begin(), kind.supports.end());
  }
  EXPECT_EQ(rules.size(), interaction_rule_names.size());
  EXPECT_EQ(practices, (std::set<std::string>{"focus", "investing", "reinventing", "relationships", "evidence"}));
  EXPECT_EQ(supports, (std::set<std::string>{"resources", "learning", "peers", "operations", "sponsorship"}));
}

}  // namespace
}  // namespace districtsim
