#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace districtsim {

/// Lines of the ledger: those of schools first, then those of the central office.
enum class LedgerLine : std::uint8_t {
  principal,
  teacher,
  coach,
  assistant_principal,
  administrative_manager,
  intervention_teacher,
  extended_time,
  support_provider,
  materials,           ///< what a school spends apart from posts and programmes
  unspent_restricted,  ///< money with strings that could not be spent, carried over while its fund lives
  director,
  operations_post,
  data_post,
  cross_school_leader,
  partner,
  stipends,
  new_post_costs,  ///< once for each post that opens
  other_services,  ///< not modelled
  reserve,
};
constexpr auto ledger_line_names = std::to_array<std::string_view>(
    {"principal", "teacher", "coach", "assistant_principal", "administrative_manager", "intervention_teacher",
     "extended_time", "support_provider", "materials", "unspent_restricted", "director", "operations_post", "data_post",
     "cross_school_leader", "partner", "stipends", "new_post_costs", "other_services", "reserve"});
constexpr std::size_t ledger_line_count = ledger_line_names.size();
constexpr std::size_t school_line_count = static_cast<std::size_t>(LedgerLine::unspent_restricted) + 1;
static_assert(ledger_line_count == static_cast<std::size_t>(LedgerLine::reserve) + 1);

/// Name of money without strings or end, and of the place that is no school.
constexpr std::string_view general_fund_name = "general";
constexpr std::string_view central_office_name = "central office";

}  // namespace districtsim
