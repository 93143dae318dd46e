#include "sim/record/observe_ledger.hpp"

#include "sim/district/ledger_table.hpp"
#include "sim/district/school_money.hpp"

namespace districtsim {

void observe_ledger(const Conditions& conditions, const District& district, YearRecord& record) {
  constexpr float of_a_post = 1000.0F;
  const LedgerTable table = ledger_table(conditions, district);
  record.funds = table.funds;
  record.ledger_dollars.clear();
  record.ledger_posts.clear();
  for (const Cents dollars : table.dollars) record.ledger_dollars.push_back(in_dollars(dollars));
  for (const std::int32_t posts : table.posts) record.ledger_posts.push_back(static_cast<float>(posts) / of_a_post);
  for (std::size_t school = 0; school < record.schools; ++school) {
    record.yearly[static_cast<std::size_t>(Yearly::actual_salaries) * record.schools + school] =
        in_dollars(actual_salaries(conditions, district, school));
  }
  record.district_year[static_cast<std::size_t>(DistrictYearly::title_one_not_comparable)] =
      not_comparable_schools(conditions, district, table);
}

}  // namespace districtsim
