#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sim/record/year_record.hpp"
#include "sim/scenario/scenario.hpp"

namespace districtsim {

/// A column of a table of schools.
struct SchoolColumn {
  std::string heading;
  int decimals = 0;
  std::vector<double> values = {};  ///< by school
};

/// The ledger of money of one replicate's first and last year, for people and programs.
class LedgerPages {
 public:
  LedgerPages(const Scenario& scenario, int years);

  /// Keeps what it needs of replicate 0. From any thread; years of one replicate come in order.
  void take(std::size_t replicate, const YearRecord& record);

  /// The district by line and fund, then posts and thousands of dollars of each school; `label` is the last school
  /// year's.
  [[nodiscard]] std::string text(const std::string& label) const;
  /// Amounts above 0 of the last year.
  [[nodiscard]] nlohmann::json json() const;

 private:
  struct Page {
    std::vector<double> dollars = {};
    std::vector<float> posts = {};
    std::vector<double> students = {};
    std::vector<double> salaries = {};  ///< what teachers earn, by school
    double revenue = 0.0;
  };
  [[nodiscard]] std::size_t at(std::size_t place, std::size_t line, std::size_t fund) const;
  [[nodiscard]] std::string district_text() const;
  [[nodiscard]] std::string posts_text() const;
  [[nodiscard]] std::string dollars_text() const;
  template <class Cells>
  [[nodiscard]] double of_lines(const Cells& cells, std::size_t school, std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::string table_of_schools(const std::string& corner, const std::vector<SchoolColumn>& columns) const;
  [[nodiscard]] std::string reconciliation_text() const;

  std::vector<std::string> places_;
  std::vector<std::string> funds_;
  int years_;
  Page first_ = {};
  Page last_ = {};
};

}  // namespace districtsim
