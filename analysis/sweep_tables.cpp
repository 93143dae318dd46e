#include "analysis/sweep_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/scenario/csv_table.hpp"

namespace districtsim {

namespace {

constexpr std::size_t text_at_once = 1U << 16U;

void append_value(std::string& line, double value) {
  if (!std::isnan(value)) fmt::format_to(std::back_inserter(line), "{}", value);
}

/// Name of a headline without the alternative, which has a column of its own.
std::string tidy_name(const SweepHeadline& headline, const SweepPlan& plan) {
  if (plan.arms() <= 2) return headline.column;
  return headline.column.substr(0, headline.column.size() - plan.arm_name(headline.arm).size() - 1);
}

}  // namespace

SweepTables::SweepTables(const std::filesystem::path& folder, const SweepPlan& plan)
    : plan_(plan), headlines_(sweep_headlines(plan)), tidy_(folder / "sweep.csv"), results_(folder / "results.csv") {
  write_headers();
}

void SweepTables::write_headers() {
  const std::size_t first_arm = headlines_.front().arm;
  tidy_text_ = "row,alternative";
  for (const std::string& name : plan_.rows().names) tidy_text_ += "," + as_csv_cell(name);
  tidy_text_ += ",replicates,failed";
  for (const SweepHeadline& headline : headlines_) {
    results_text_ += (results_text_.empty() ? "" : ",") + as_csv_cell(headline.column);
    if (headline.arm == first_arm) tidy_text_ += "," + as_csv_cell(tidy_name(headline, plan_));
  }
  tidy_text_ += "\n";
  results_text_ += "\n";
}

void SweepTables::take(const SweepRow& row) {
  const std::vector<double> values = row_headlines(headlines_, plan_.replicates(), row.spans());
  write_tidy(row, values);
  const std::size_t line = results_text_.size();
  const bool complete = std::find(row.failed.begin(), row.failed.end(), true) == row.failed.end();
  for (std::size_t headline = 0; headline < values.size(); ++headline) {
    if (headline > 0) results_text_ += ",";
    if (complete) append_value(results_text_, values[headline]);
  }
  // An empty line would be no row: one column without a value is written as two quotation marks.
  if (results_text_.size() == line) results_text_ += "\"\"";
  results_text_ += "\n";
  flush(false);
}

void SweepTables::write_tidy(const SweepRow& row, const std::vector<double>& values) {
  const std::size_t replicates = plan_.replicates();
  for (std::size_t arm = headlines_.front().arm; arm < plan_.arms(); ++arm) {
    tidy_text_ += fmt::format("{},{}", row.row, as_csv_cell(plan_.arm_name(arm)));
    for (std::size_t input = 0; input < plan_.rows().columns(); ++input) {
      const double value = plan_.rows().at(row.row, input);
      const bool of_scenario = input < plan_.design().inputs.size();
      const std::string text = of_scenario ? plan_.design().inputs[input].text_of(value) : fmt::format("{}", value);
      tidy_text_ += "," + as_csv_cell(text);
    }
    std::size_t failed = 0;
    for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
      if (row.failed[replicate] || row.failed[arm * replicates + replicate]) ++failed;
    }
    tidy_text_ += fmt::format(",{},{}", replicates - failed, failed);
    for (std::size_t headline = 0; headline < values.size(); ++headline) {
      if (headlines_[headline].arm != arm) continue;
      tidy_text_ += ",";
      append_value(tidy_text_, values[headline]);
    }
    tidy_text_ += "\n";
  }
}

void SweepTables::flush(bool at_end) {
  if (!at_end && tidy_text_.size() < text_at_once) return;
  tidy_.append(tidy_text_);
  results_.append(results_text_);
  tidy_text_.clear();
  results_text_.clear();
}

void SweepTables::publish() {
  flush(true);
  tidy_.publish();
  results_.publish();
}

}  // namespace districtsim
