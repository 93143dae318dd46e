#include "analysis/record_difference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace districtsim {

namespace {

constexpr std::size_t cells_of_school = std::size_t{group_count} * subject_count;

template <class T>
bool same_bits(const T& a, const T& b) {
  using Bytes = std::array<unsigned char, sizeof(T)>;
  return std::bit_cast<Bytes>(a) == std::bit_cast<Bytes>(b);
}

/// Compares values of two records and keeps the first difference.
class Comparer {
 public:
  Comparer(int year, const DistrictProfile& district) : year_(year), district_(district) {}

  /// `place` says where the value is, and is called only for the first that differs.
  template <class T, class Place>
  void value(const T& expected, const T& found, const Place& place) {
    ++result_.values;
    if (same_bits(expected, found) || !result_.first.empty()) return;
    result_.first = fmt::format("year {}, {} is {}, was {}", year_, place(), found, expected);
  }
  void wrong(const std::string& what) {
    if (result_.first.empty()) result_.first = fmt::format("year {}, {}", year_, what);
  }
  void count_teacher() { ++result_.teachers; }
  [[nodiscard]] std::string school_name(std::size_t school) const {
    return school < district_.schools.size() ? district_.schools[school].name : fmt::format("{}", school + 1);
  }
  [[nodiscard]] bool same_shape(const YearRecord& expected, const YearRecord& found) {
    if (expected.year == found.year && expected.weeks == found.weeks && expected.schools == found.schools &&
        expected.weekly.size() == found.weekly.size() && expected.district.size() == found.district.size() &&
        expected.yearly.size() == found.yearly.size() && expected.groups.size() == found.groups.size() &&
        expected.need.size() == found.need.size() && expected.support.size() == found.support.size() &&
        expected.hours.size() == found.hours.size() &&
        expected.central_support.size() == found.central_support.size() &&
        expected.central_hours.size() == found.central_hours.size() && expected.funds == found.funds &&
        expected.ledger_dollars.size() == found.ledger_dollars.size() &&
        expected.ledger_posts.size() == found.ledger_posts.size()) {
      return true;
    }
    wrong("the records differ in year, weeks or number of schools");
    return false;
  }
  [[nodiscard]] const BitComparison& result() const { return result_; }

 private:
  int year_;
  const DistrictProfile& district_;
  BitComparison result_;
};

/// All values of the schools that `counts` lets pass.
template <class Counts>
void compare_schools(const YearRecord& expected, const YearRecord& found, const Counts& counts, Comparer& comparer) {
  const auto weeks = static_cast<std::size_t>(expected.weeks);
  const std::size_t schools = expected.schools;
  for (std::size_t at = 0; at < expected.weekly.size(); ++at) {
    if (!counts(at % schools)) continue;
    comparer.value(expected.weekly[at], found.weekly[at], [&] {
      return fmt::format("week {}, school {}: {}", at / schools % weeks + 1, comparer.school_name(at % schools),
                         weekly_measures[at / schools / weeks].name);
    });
  }
  for (std::size_t at = 0; at < expected.yearly.size(); ++at) {
    if (!counts(at % schools)) continue;
    comparer.value(expected.yearly[at], found.yearly[at], [&] {
      return fmt::format("school {}: {}", comparer.school_name(at % schools), yearly_measures[at / schools].name);
    });
  }
  for (std::size_t at = 0; at < expected.groups.size(); ++at) {
    const std::size_t school = at / cells_of_school % schools;
    if (!counts(school)) continue;
    comparer.value(expected.groups[at], found.groups[at], [&] {
      return fmt::format("school {}: {} of a group of students", comparer.school_name(school),
                         group_measures[at / cells_of_school / schools].name);
    });
  }
}

/// The ledger of support of the schools that `counts` lets pass.
template <class Counts>
void compare_support(const YearRecord& expected, const YearRecord& found, const Counts& counts, Comparer& comparer) {
  const std::size_t schools = expected.schools;
  for (std::size_t at = 0; at < expected.support.size(); ++at) {
    const std::size_t school = at / interaction_count % schools;
    if (!counts(school)) continue;
    comparer.value(expected.support[at], found.support[at], [&] {
      return fmt::format("school {}: {} of {}", comparer.school_name(school),
                         support_measures[at / interaction_count / schools].name,
                         interaction_names[at % interaction_count]);
    });
  }
  for (std::size_t at = 0; at < expected.hours.size(); ++at) {
    if (!counts(at % schools)) continue;
    comparer.value(expected.hours[at], found.hours[at], [&] {
      return fmt::format("school {}: hours of {}", comparer.school_name(at % schools),
                         person_kind_names[at / schools / activity_count]);
    });
  }
}

/// The ledger of money of the places that `counts` lets pass; the central office comes after the schools.
template <class Counts>
void compare_ledger(const YearRecord& expected, const YearRecord& found, const Counts& counts, Comparer& comparer) {
  const std::size_t of_a_place = ledger_line_count * expected.funds;
  const auto place_of = [&](std::size_t at, const char* what) {
    const std::size_t place = at / of_a_place;
    return fmt::format("{}: {} of {}",
                       place < expected.schools ? "school " + comparer.school_name(place) : "central office", what,
                       ledger_line_names[at % of_a_place / expected.funds]);
  };
  for (std::size_t at = 0; at < expected.ledger_dollars.size(); ++at) {
    if (!counts(at / of_a_place)) continue;
    comparer.value(expected.ledger_dollars[at], found.ledger_dollars[at], [&] { return place_of(at, "dollars"); });
    comparer.value(expected.ledger_posts[at], found.ledger_posts[at], [&] { return place_of(at, "posts"); });
  }
}

void compare_central_office(const YearRecord& expected, const YearRecord& found, Comparer& comparer) {
  for (std::size_t at = 0; at < expected.central_support.size(); ++at) {
    comparer.value(expected.central_support[at], found.central_support[at], [&] {
      return fmt::format("central office: {} of {}", support_measures[at / interaction_count].name,
                         interaction_names[at % interaction_count]);
    });
  }
  for (std::size_t at = 0; at < expected.central_hours.size(); ++at) {
    comparer.value(expected.central_hours[at], found.central_hours[at],
                   [&] { return fmt::format("central office: hours of {}", person_kind_names[at / activity_count]); });
  }
}

/// Rows of agents outside of a school, by person and week.
std::vector<std::size_t> rows_elsewhere(const AgentColumns& agents, std::size_t school) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < agents.size(); ++row) {
    if (agents.school[row] != static_cast<std::int32_t>(school)) rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    return agents.person[a] != agents.person[b] ? agents.person[a] < agents.person[b] : agents.week[a] < agents.week[b];
  });
  return rows;
}

void compare_teacher(const AgentColumns& expected, std::size_t row, const AgentColumns& found, std::size_t other,
                     Comparer& comparer) {
  const auto column = [&](const char* name, const auto& before, const auto& after) {
    comparer.value(before[row], after[other],
                   [&] { return fmt::format("teacher {}: {}", expected.person[row], name); });
  };
  column("week", expected.week, found.week);
  column("school", expected.school, found.school);
  column("post", expected.post, found.post);
  column("holder", expected.holder, found.holder);
  column("experience", expected.experience, found.experience);
  for (std::size_t d = 0; d < expected.practice.size(); ++d) {
    column(weekly_measures[d].name.data(), expected.practice[d], found.practice[d]);
  }
  column("strain", expected.strain, found.strain);
  column("trust in the coach", expected.trust_in_coach, found.trust_in_coach);
  column("trust in the principal", expected.trust_in_principal, found.trust_in_principal);
  column("coached", expected.coached, found.coached);
  comparer.count_teacher();
}

void compare_teachers(const AgentColumns& expected, const AgentColumns& found, std::size_t school, Comparer& comparer) {
  const std::vector<std::size_t> rows = rows_elsewhere(expected, school);
  const std::vector<std::size_t> others = rows_elsewhere(found, school);
  if (rows.size() != others.size()) {
    comparer.wrong(fmt::format("{} teachers elsewhere, were {}", others.size(), rows.size()));
    return;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (expected.person[rows[i]] != found.person[others[i]]) {
      comparer.wrong(fmt::format("teacher {} is not there or is somebody else", expected.person[rows[i]]));
      return;
    }
    compare_teacher(expected, rows[i], found, others[i], comparer);
  }
}

}  // namespace

BitComparison compare_all(const YearRecord& expected, const YearRecord& found, const DistrictProfile& district) {
  Comparer comparer(expected.year, district);
  if (!comparer.same_shape(expected, found)) return comparer.result();
  compare_schools(
      expected, found, [](std::size_t) { return true; }, comparer);
  compare_support(
      expected, found, [](std::size_t) { return true; }, comparer);
  compare_ledger(
      expected, found, [](std::size_t) { return true; }, comparer);
  compare_central_office(expected, found, comparer);
  const auto weeks = static_cast<std::size_t>(expected.weeks);
  for (std::size_t at = 0; at < expected.district.size(); ++at) {
    comparer.value(expected.district[at], found.district[at], [&] {
      return fmt::format("week {}, whole district: {}", at % weeks + 1, weekly_measures[at / weeks].name);
    });
  }
  for (std::size_t line = 0; line < expected.district_year.size(); ++line) {
    comparer.value(expected.district_year[line], found.district_year[line],
                   [&] { return std::string(district_yearly[line].name); });
  }
  for (std::size_t at = 0; at < expected.need.size(); ++at) {
    comparer.value(expected.need[at], found.need[at], [&] {
      return fmt::format("{}, {} quarter of need", need_measures[at / need_quarter_count].name,
                         need_quarter_names[at % need_quarter_count]);
    });
  }
  return comparer.result();
}

BitComparison compare_elsewhere(const YearRecord& expected, const YearRecord& found, std::size_t school,
                                const DistrictProfile& district) {
  Comparer comparer(expected.year, district);
  if (!comparer.same_shape(expected, found)) return comparer.result();
  compare_schools(
      expected, found, [&](std::size_t row) { return row != school; }, comparer);
  compare_support(
      expected, found, [&](std::size_t row) { return row != school; }, comparer);
  compare_ledger(
      expected, found, [&](std::size_t row) { return row != school && row < expected.schools; }, comparer);
  compare_teachers(expected.agents, found.agents, school, comparer);
  return comparer.result();
}

bool school_differs(const YearRecord& expected, const YearRecord& found, std::size_t school) {
  for (std::size_t at = school; at < expected.weekly.size(); at += expected.schools) {
    if (!same_bits(expected.weekly[at], found.weekly[at])) return true;
  }
  return false;
}

}  // namespace districtsim
