#include "sim/cli/ledger_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "sim/record/run_layout.hpp"

namespace districtsim {

namespace {

constexpr double dollars_of_a_thousand = 1e3;
constexpr std::size_t widest_name = 28;

/// Headings of the lines of schools.
constexpr auto short_line_names =
    std::to_array<const char*>({"principal", "teachers", "coaches", "assistants", "managers", "intervention",
                                "extended time", "provider", "materials", "unspent"});
static_assert(short_line_names.size() == school_line_count);

std::string in_words(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string row_text(const std::string& name, const std::vector<std::string>& cells,
                     const std::vector<std::size_t>& widths) {
  std::string text = fmt::format("{:<{}}", name.substr(0, widest_name), widest_name);
  for (std::size_t column = 0; column < cells.size(); ++column) {
    text += fmt::format("  {:>{}}", cells[column], widths[column]);
  }
  return text + '\n';
}

/// Rows of cells below headings, each column as wide as its widest cell.
std::string table_text(const std::string& corner, const std::vector<std::string>& headings,
                       const std::vector<std::pair<std::string, std::vector<std::string>>>& rows) {
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < headings.size(); ++column) {
    widths.push_back(headings[column].size());
    for (const auto& row : rows) widths.back() = std::max(widths.back(), row.second[column].size());
  }
  std::string text = row_text(corner, headings, widths);
  for (const auto& [name, cells] : rows) text += row_text(name, cells, widths);
  return text;
}

std::string number_or_dash(double value, int decimals) {
  return value == 0.0 ? "-" : fmt::format("{:.{}f}", value, decimals);
}

std::string change_text(double now, double before, int decimals) {
  const double change = now - before;
  const std::string text = fmt::format("{:+.{}f}", change, decimals);
  return text.find_first_of("123456789") == std::string::npos ? "-" : text;
}

/// Columns of a table of schools; those without any number are left out.
class ColumnList {
 public:
  explicit ColumnList(std::size_t schools) : schools_(schools) {}
  void add(const std::string& heading, int decimals, const std::function<double(std::size_t)>& value) {
    SchoolColumn column{heading, decimals, {}};
    for (std::size_t school = 0; school < schools_; ++school) column.values.push_back(value(school));
    const auto is_none = [](double number) { return number == 0.0; };
    if (!std::all_of(column.values.begin(), column.values.end(), is_none)) columns_.push_back(std::move(column));
  }
  [[nodiscard]] const std::vector<SchoolColumn>& all() const { return columns_; }

 private:
  std::size_t schools_;
  std::vector<SchoolColumn> columns_;
};

}  // namespace

LedgerPages::LedgerPages(const Scenario& scenario, int years) : funds_(fund_names({&scenario})), years_(years) {
  for (const SchoolProfile& school : scenario.district.schools) places_.push_back(school.name);
  places_.emplace_back(central_office_name);
}

void LedgerPages::take(std::size_t replicate, const YearRecord& record) {
  if (replicate != 0) return;
  const double* const students = record.yearly_of(Yearly::students);
  const double* const salaries = record.yearly_of(Yearly::actual_salaries);
  const auto keep = [&](Page& page) {
    page = {record.ledger_dollars,
            record.ledger_posts,
            {students, students + record.schools},
            {salaries, salaries + record.schools},
            record.district_year[static_cast<std::size_t>(DistrictYearly::revenue)]};
  };
  if (record.year == 1) keep(first_);
  if (record.year == years_) keep(last_);
}

std::size_t LedgerPages::at(std::size_t place, std::size_t line, std::size_t fund) const {
  return (place * ledger_line_count + line) * funds_.size() + fund;
}

std::string LedgerPages::district_text() const {
  std::vector<std::string> headings = {"posts", "change", "dollars", "change"};
  if (funds_.size() > 1) headings.insert(headings.end(), funds_.begin(), funds_.end());
  std::vector<std::pair<std::string, std::vector<std::string>>> rows;
  const auto add_row = [&](const std::string& name, std::size_t begin, std::size_t end) {
    double posts = 0.0;
    double posts_before = 0.0;
    double dollars = 0.0;
    double before = 0.0;
    std::vector<double> by_fund(funds_.size(), 0.0);
    for (std::size_t place = 0; place < places_.size(); ++place) {
      for (std::size_t line = begin; line < end; ++line) {
        for (std::size_t fund = 0; fund < funds_.size(); ++fund) {
          const std::size_t cell = at(place, line, fund);
          posts += static_cast<double>(last_.posts[cell]);
          posts_before += static_cast<double>(first_.posts[cell]);
          dollars += last_.dollars[cell];
          before += first_.dollars[cell];
          by_fund[fund] += last_.dollars[cell];
        }
      }
    }
    std::vector<std::string> cells = {number_or_dash(posts, 0), change_text(posts, posts_before, 0),
                                      number_or_dash(dollars, 2), change_text(dollars, before, 2)};
    for (std::size_t fund = 0; funds_.size() > 1 && fund < funds_.size(); ++fund) {
      cells.push_back(number_or_dash(by_fund[fund], 2));
    }
    rows.emplace_back(name, cells);
  };
  for (std::size_t line = 0; line < ledger_line_count; ++line)
    add_row(in_words(ledger_line_names[line]), line, line + 1);
  add_row("total (revenue)", 0, ledger_line_count);
  return table_text("district", headings, rows);
}

/// Sum of a school's cells over lines `begin` to `end` and all funds.
template <class Cells>
double LedgerPages::of_lines(const Cells& cells, std::size_t school, std::size_t begin, std::size_t end) const {
  double all = 0.0;
  for (std::size_t cell = at(school, begin, 0); cell < at(school, end, 0); ++cell) {
    all += static_cast<double>(cells[cell]);
  }
  return all;
}

std::string LedgerPages::table_of_schools(const std::string& corner, const std::vector<SchoolColumn>& columns) const {
  std::vector<std::string> headings;
  for (const SchoolColumn& column : columns) headings.push_back(column.heading);
  std::vector<std::pair<std::string, std::vector<std::string>>> rows;
  for (std::size_t school = 0; school + 1 < places_.size(); ++school) {
    std::vector<std::string> cells;
    for (const SchoolColumn& column : columns) cells.push_back(number_or_dash(column.values[school], column.decimals));
    rows.emplace_back(places_[school], cells);
  }
  return table_text(corner, headings, rows);
}

std::string LedgerPages::posts_text() const {
  ColumnList columns(places_.size() - 1);
  for (std::size_t line = 0; line < school_line_count; ++line) {
    columns.add(short_line_names[line], 0,
                [&](std::size_t school) { return of_lines(last_.posts, school, line, line + 1); });
  }
  columns.add("all", 0, [&](std::size_t school) { return of_lines(last_.posts, school, 0, school_line_count); });
  columns.add("change", 0, [&](std::size_t school) {
    return of_lines(last_.posts, school, 0, school_line_count) - of_lines(first_.posts, school, 0, school_line_count);
  });
  return table_of_schools("posts of schools", columns.all());
}

std::string LedgerPages::dollars_text() const {
  ColumnList columns(places_.size() - 1);
  const auto thousands = [](double dollars) { return dollars / dollars_of_a_thousand; };
  const auto total = [&](const Page& page, std::size_t school) {
    return of_lines(page.dollars, school, 0, school_line_count);
  };
  for (std::size_t line = 0; line < school_line_count; ++line) {
    columns.add(short_line_names[line], 1,
                [&](std::size_t school) { return thousands(of_lines(last_.dollars, school, line, line + 1)); });
  }
  columns.add("all", 1, [&](std::size_t school) { return thousands(total(last_, school)); });
  columns.add("change", 1, [&](std::size_t school) { return thousands(total(last_, school) - total(first_, school)); });
  for (std::size_t fund = 1; fund < funds_.size(); ++fund) {
    columns.add("from " + funds_[fund], 1, [&](std::size_t school) {
      double all = 0.0;
      for (std::size_t line = 0; line < school_line_count; ++line) all += last_.dollars[at(school, line, fund)];
      return thousands(all);
    });
  }
  columns.add("$ a student", 0, [&](std::size_t school) {
    return last_.students[school] > 0.0 ? total(last_, school) / last_.students[school] : 0.0;
  });
  columns.add("pay above charge", 1, [&](std::size_t school) {
    const auto teachers = static_cast<std::size_t>(LedgerLine::teacher);
    return thousands(last_.salaries[school] - of_lines(last_.dollars, school, teachers, teachers + 1));
  });
  return table_of_schools("thousand dollars", columns.all());
}

std::string LedgerPages::reconciliation_text() const {
  double lines = 0.0;
  for (const double dollars : last_.dollars) lines += dollars;
  double earned = 0.0;
  double charged = 0.0;
  for (std::size_t school = 0; school + 1 < places_.size(); ++school) {
    earned += last_.salaries[school];
    for (std::size_t fund = 0; fund < funds_.size(); ++fund) {
      charged += last_.dollars[at(school, static_cast<std::size_t>(LedgerLine::teacher), fund)];
    }
  }
  return fmt::format(
      "revenue {:.2f}, all lines {:.2f}, difference {:.2f}\nteachers earn {:.2f}, schools are charged {:.2f}: {:+.2f} "
      "({:+.1f} %), not settled\n",
      last_.revenue, lines, std::abs(last_.revenue - lines), earned, charged, earned - charged,
      charged > 0.0 ? 100.0 * (earned / charged - 1.0) : 0.0);
}

std::string LedgerPages::text(const std::string& label) const {
  return fmt::format("\nledger of {} (year {}, replicate 0); changes are since year 1\n{}{}\n{}", label, years_,
                     district_text(), reconciliation_text(), posts_text() + "\n" + dollars_text());
}

nlohmann::json LedgerPages::json() const {
  nlohmann::json list = nlohmann::json::array();
  for (std::size_t cell = 0; cell < last_.dollars.size(); ++cell) {
    if (last_.dollars[cell] == 0.0) continue;
    const std::size_t line = cell / funds_.size();
    list.push_back({{"place", places_[line / ledger_line_count]},
                    {"line", ledger_line_names[line % ledger_line_count]},
                    {"fund", funds_[cell % funds_.size()]},
                    {"dollars", last_.dollars[cell]},
                    {"posts", last_.posts[cell]}});
  }
  return list;
}

}  // namespace districtsim
