#pragma once

#include <algorithm>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/district/ledger.hpp"
#include "sim/phases/summer_phases.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

/// The posts a move changes, their price, how many a school must keep and can have, and what they are called. `ranked`
/// says who has most and least; `early` counts along where a teaching post is one for early grades.
struct PostKind {
  std::vector<int>* posts = nullptr;
  std::vector<int>* ranked = nullptr;
  std::vector<int>* early = nullptr;
  Cents price = 0;
  int kept = 0;
  int most = 0;
  const char* name = "";
};

/// Null posts for dollars and hours.
[[nodiscard]] inline PostKind kind_of(Resource what, PostPlan& plan, const PostPrices& prices) {
  const auto kind = [](std::vector<int>& posts, Cents price, int most, const char* name) {
    return PostKind{&posts, &posts, nullptr, price, 0, most, name};
  };
  switch (what) {
    case Resource::coach_fte:
      return kind(plan.coaches, prices.coach, most_coaches, "coach");
    case Resource::teacher_fte:
      return {&plan.teachers, &plan.teachers, nullptr, prices.teacher, 1, most_teachers, "teaching"};
    case Resource::assistant_principal_fte:
      return kind(plan.assistants, prices.assistant_principal, most_assistant_principals, "assistant principal");
    case Resource::administrative_manager_fte:
      return kind(plan.managers, prices.administrative_manager, 1, "administrative manager");
    case Resource::intervention_fte:
      return kind(plan.interventionists, prices.intervention_teacher, most_assistant_principals,
                  "intervention teacher");
    case Resource::early_grade_fte:
      return {&plan.teachers, &plan.early, &plan.early, prices.teacher, 1, most_teachers, "early-grade teaching"};
    case Resource::dollars:
    case Resource::dollars_percent:
    case Resource::principal_hours:
      break;
  }
  return {};
}

}  // namespace districtsim
