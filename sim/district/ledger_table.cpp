#include "sim/district/ledger_table.hpp"

#include <array>
#include <numeric>

#include "sim/core/apportion.hpp"
#include "sim/core/contracts.hpp"
#include "sim/core/parallel.hpp"
#include "sim/district/school_money.hpp"
#include "sim/rules/comparability.hpp"

namespace districtsim {

namespace {

constexpr int thousandths = 1000;
constexpr std::size_t post_lines = static_cast<std::size_t>(LedgerLine::extended_time);  ///< a school's first ones

std::array<int, post_lines> post_counts(const SchoolPosts& posts) {
  return {1, posts.teachers, posts.coaches, posts.assistants, posts.managers, posts.interventionists};
}

/// Posts of a line by who pays them, in thousandths.
void share_posts(int posts, std::size_t first, LedgerTable& table) {
  if (posts == 0) return;
  std::vector<double> dollars;
  for (std::size_t fund = 0; fund < table.funds; ++fund) {
    dollars.push_back(static_cast<double>(table.dollars[first + fund]));
  }
  const std::vector<int> parts = apportion(dollars, posts * thousandths);
  std::copy(parts.begin(), parts.end(), table.posts.begin() + static_cast<std::ptrdiff_t>(first));
}

void put_school(const Conditions& conditions, const District& district, std::size_t school, LedgerTable& table) {
  const Ledger& ledger = district.ledger;
  const SchoolPosts posts = posts_of(district.schools, school);
  const Cents extended = ledger.school_programmes[school] - ledger.school_providers[school];
  const SchoolLines costs = costs_of(prices_of(district, school), posts, extended, ledger.school_providers[school]);
  const SchoolSpending spending =
      spend(conditions.scenario.context.funds, costs, school_pots(conditions, ledger, school));
  promise(spending.missing == 0, "every cost of a school is paid");
  for (std::size_t line = 0; line < school_line_count; ++line) {
    const std::size_t first = table.at(school, static_cast<LedgerLine>(line), 0);
    for (std::size_t fund = 0; fund < table.funds; ++fund) table.dollars[first + fund] = spending.paid[fund][line];
    if (line < post_lines) share_posts(post_counts(posts)[line], first, table);
  }
}

void put_central(const District& district, LedgerTable& table) {
  const Ledger& ledger = district.ledger;
  const CentralOffice& central = district.central;
  const PostPrices& prices = district.prices;
  const auto put = [&](LedgerLine line, Cents dollars) {
    table.dollars[table.at(table.central_office(), line, 0)] = dollars;
  };
  const auto put_posts = [&](LedgerLine line, std::size_t posts, Cents price) {
    put(line, static_cast<Cents>(posts) * price);
    table.posts[table.at(table.central_office(), line, 0)] = static_cast<std::int32_t>(posts) * thousandths;
  };
  const std::size_t directors = district.directors.bought ? 0 : district.directors.size();  // schools pay for them
  put_posts(LedgerLine::director, directors, prices.director);
  put_posts(LedgerLine::operations_post, static_cast<std::size_t>(central.operations_posts), prices.operations_post);
  put_posts(LedgerLine::data_post, static_cast<std::size_t>(central.data_posts), prices.operations_post);
  put_posts(LedgerLine::cross_school_leader, district.cross_school_leaders.size(), prices.coach);
  put(LedgerLine::partner, ledger.partner);
  put(LedgerLine::stipends, ledger.stipends);
  put(LedgerLine::new_post_costs, ledger.new_posts);
  put(LedgerLine::other_services, ledger.other_services - ledger.partner - ledger.stipends);
  put(LedgerLine::reserve, ledger.reserve);
}

/// What a school has of money that is not the scenario's funds'.
LocalResources local_resources(const District& district, const LedgerTable& table, std::size_t school) {
  LocalResources own;
  own.students = district.schools.students[school];
  Cents cents = 0;
  for (std::size_t line = 0; line < school_line_count; ++line) {
    cents += table.dollars[table.at(school, static_cast<LedgerLine>(line), 0)];
  }
  for (const LedgerLine line : {LedgerLine::teacher, LedgerLine::coach, LedgerLine::intervention_teacher}) {
    own.posts += static_cast<double>(table.posts[table.at(school, line, 0)]) / thousandths;
  }
  own.dollars = in_dollars(cents);
  return own;
}

}  // namespace

LedgerTable ledger_table(const Conditions& conditions, const District& district) {
  LedgerTable table;
  table.places = district.schools.size() + 1;
  table.funds = conditions.scenario.context.funds.size() + 1;
  table.dollars.assign(table.places * ledger_line_count * table.funds, 0);
  table.posts.assign(table.dollars.size(), 0);
  for_blocks(district.schools.size(), 64, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) put_school(conditions, district, school, table);
  });
  put_central(district, table);
  return table;
}

int not_comparable_schools(const Conditions& conditions, const District& district, const LedgerTable& table) {
  const auto& profiles = conditions.scenario.district.schools;
  std::array<LocalResources, 3> others{};
  for (std::size_t school = 0; school < profiles.size(); ++school) {
    if (profiles[school].title_one) continue;
    const LocalResources own = local_resources(district, table, school);
    LocalResources& all = others[static_cast<std::size_t>(profiles[school].level)];
    all.students += own.students;
    all.posts += own.posts;
    all.dollars += own.dollars;
  }
  const Context& context = conditions.scenario.context;
  int failing = 0;
  for (std::size_t school = 0; school < profiles.size(); ++school) {
    if (!profiles[school].title_one) continue;
    const LocalResources& all = others[static_cast<std::size_t>(profiles[school].level)];
    const LocalResources own = local_resources(district, table, school);
    if (!is_comparable(own, all, context.comparability_ratio, context.comparability_dollars)) ++failing;
  }
  return failing;
}

void check_ledger_table(const District& district, const LedgerTable& table) {
  Cents sum = 0;
  for (const Cents dollars : table.dollars) {
    promise(dollars >= 0, "no line of the ledger is below 0");
    sum += dollars;
  }
  promise(sum == district.ledger.revenue, "the lines of the ledger sum to revenue, to the cent");
  for (std::size_t school = 0; school < district.schools.size(); ++school) {
    const auto counts = post_counts(posts_of(district.schools, school));
    for (std::size_t line = 0; line < post_lines; ++line) {
      const auto first =
          table.posts.begin() + static_cast<std::ptrdiff_t>(table.at(school, static_cast<LedgerLine>(line), 0));
      promise(std::accumulate(first, first + static_cast<std::ptrdiff_t>(table.funds), 0) == counts[line] * thousandths,
              "every post is paid, to the thousandth");
    }
  }
}

}  // namespace districtsim
