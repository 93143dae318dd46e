#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// Cost of a school's planned posts for a year.
[[nodiscard]] Cents planned_cost(const PostPrices& prices, const PostPlan& plan, std::size_t school);

/// What so many hours a week of extended time cost for a year.
[[nodiscard]] Cents extended_time_cost(double hours, int students, const Conditions& conditions);

/// Cost of what a school buys for a year besides posts: extended time, and the network that supports it.
[[nodiscard]] Cents programme_cost(const Conditions& conditions, const Schools& schools, const PostPlan& plan,
                                   std::size_t school);

/// Every school fits its posts to its allocation: deficits close posts; with discretion on, principals spend what is
/// over and turn posts into others that they think better, within what they may decide.
void principals_invest(const Conditions& conditions, const SchoolYear& year, const District& district, PostPlan& plan);

}  // namespace districtsim
