#pragma once

#include "sim/district/conditions.hpp"
#include "sim/district/district.hpp"
#include "sim/district/spend_funds.hpp"

namespace districtsim {

/// A fund's dollars a year for each school: by low-income students at the start, among the schools it is for.
[[nodiscard]] std::vector<Cents> fund_shares(const Fund& fund, const DistrictProfile& district);

/// Whether a fund is paid in a school year (from 1; before it, as in 1): it has begun, is not over and has not lapsed.
/// One that pays for what schools have from the start is paid before year 1 too.
[[nodiscard]] bool fund_paid(const Scenario& scenario, const Fund& fund, int year);

/// A school's pots this year, from the ledger's allocation and the funds' money.
[[nodiscard]] SchoolPots school_pots(const Conditions& conditions, const Ledger& ledger, std::size_t school);

/// Posts of one school that money pays for.
struct SchoolPosts {
  int teachers = 0;
  int coaches = 0;
  int assistants = 0;
  int managers = 0;
  int interventionists = 0;
};
[[nodiscard]] SchoolPosts posts_of(const Schools& schools, std::size_t school);

/// What a school's posts and programmes cost, by line.
[[nodiscard]] SchoolLines costs_of(const PostPrices& prices, const SchoolPosts& posts, Cents extended_time,
                                   Cents support_provider);

/// Prices of posts in one school: teaching posts as the framework's salaries say.
[[nodiscard]] PostPrices prices_of(const District& district, std::size_t school);

/// Mean pay of a school's teaching posts against the district's at the start; vacant posts count as usual hires.
[[nodiscard]] double mean_pay(const Conditions& conditions, const District& district, std::size_t school);

/// What a school's teachers earn with benefits; substitutes have starting pay.
[[nodiscard]] Cents actual_salaries(const Conditions& conditions, const District& district, std::size_t school);

/// Pays a change of what a part of other services costs: the reserve first, then services that are not modelled. Does
/// nothing and returns false where both together are too little.
[[nodiscard]] bool pay_from_reserve(Ledger& ledger, Cents Ledger::*line, Cents cost);

}  // namespace districtsim
