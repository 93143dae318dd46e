#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/district/school_money.hpp"
#include "sim/phases/summer_phases.hpp"

namespace districtsim {

/// Who would pay what of a school's planned posts and programmes.
[[nodiscard]] SchoolSpending planned_spending(const Conditions& conditions, const District& district,
                                              const PostPlan& plan, std::size_t school);

/// Opens posts that funds with strings pay in full from this year's money, so that it does not lie idle.
void open_funded_posts(const Conditions& conditions, const District& district, PostPlan& plan);

/// Money of a school that no further post can be paid from: unspent, or for materials alone beyond what is usual.
[[nodiscard]] Cents tied_money(const Conditions& conditions, const District& district, const PostPlan& plan,
                               std::size_t school);

/// Closes what nobody can pay: extended time, then managers, intervention teachers, coaches, assistant principals and
/// teachers, down to a principal and a teacher.
void close_unpaid(const Conditions& conditions, const District& district, PostPlan& plan);

}  // namespace districtsim
