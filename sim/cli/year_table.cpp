#include "sim/cli/year_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace districtsim {

namespace {

constexpr double dollars_of_a_million = 1e6;
constexpr std::size_t practice_measures = 4;  ///< the first of the weekly ones

struct YearColumn {
  std::string_view name;
  std::string_view heading;
  double DistrictYear::*value;
  double unit;   ///< of the printed number
  int decimals;  ///< of the printed number
};
constexpr std::array<YearColumn, 7> year_columns = {{
    {"practice", "practice SD", &DistrictYear::practice, 1.0, 3},
    {"achievement_low_income", "low-income SD", &DistrictYear::achievement_low_income, 1.0, 3},
    {"achievement_other", "other SD", &DistrictYear::achievement_other, 1.0, 3},
    {"retention", "retention %", &DistrictYear::retention, 0.01, 1},
    {"instruction_share", "instruction %", &DistrictYear::instruction_share, 0.01, 1},
    {"coach_hours_per_teacher", "coach h/teacher", &DistrictYear::coach_hours_per_teacher, 1.0, 2},
    {"spending", "spending M$", &DistrictYear::spending, dollars_of_a_million, 2},
}};

double total(const YearRecord& record, Yearly measure) {
  const double* values = record.yearly_of(measure);
  return std::accumulate(values, values + record.schools, 0.0);
}

double achievement_of(const YearRecord& record, Group group) {
  double students = 0.0;
  double sum = 0.0;
  for (std::size_t school = 0; school < record.schools; ++school) {
    for (const Subject subject : {Subject::reading, Subject::mathematics}) {
      const double own = record.group(GroupMeasure::tested_students, school, group, subject);
      if (own <= 0.0) continue;
      students += own;
      sum += own * record.group(GroupMeasure::achievement, school, group, subject);
    }
  }
  return sum / students;
}

double money_of(const YearRecord& record, DistrictYearly line) {
  return record.district_year[static_cast<std::size_t>(line)];
}

}  // namespace

DistrictYear district_year(const YearRecord& record) {
  DistrictYear year;
  const auto values = static_cast<std::size_t>(record.weeks) * practice_measures;
  year.practice =
      std::accumulate(record.district.begin(), record.district.begin() + static_cast<std::ptrdiff_t>(values), 0.0,
                      [](double sum, float value) { return sum + static_cast<double>(value); }) /
      static_cast<double>(values);
  year.achievement_low_income = achievement_of(record, Group::low_income);
  year.achievement_other = achievement_of(record, Group::other);
  const double stayed = total(record, Yearly::stayed);
  year.retention = stayed / (stayed + total(record, Yearly::moved) + total(record, Yearly::left));
  year.instruction_share = total(record, Yearly::year_instruction_hours) / total(record, Yearly::year_leader_hours);
  year.coach_hours_per_teacher = total(record, Yearly::year_coach_hours) / total(record, Yearly::teachers);
  year.spending = money_of(record, DistrictYearly::schools) - money_of(record, DistrictYearly::unspent_restricted) +
                  money_of(record, DistrictYearly::central) + money_of(record, DistrictYearly::other_services);
  return year;
}

YearTable::YearTable(std::size_t replicates, std::size_t years) : years_(years), rows_(replicates * years) {}

void YearTable::take(std::size_t replicate, const YearRecord& record) {
  rows_[replicate * years_ + static_cast<std::size_t>(record.year) - 1] = district_year(record);
}

DistrictYear YearTable::mean(std::size_t year) const {
  const std::size_t replicates = rows_.size() / years_;
  DistrictYear mean;
  for (const YearColumn& column : year_columns) {
    for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
      mean.*column.value += rows_[replicate * years_ + year].*column.value / static_cast<double>(replicates);
    }
  }
  return mean;
}

std::string YearTable::text(const std::vector<std::string>& labels) const {
  std::string text = fmt::format("{:<8}", "year");
  for (const YearColumn& column : year_columns) text += fmt::format("  {}", column.heading);
  text += '\n';
  for (std::size_t year = 0; year < years_; ++year) {
    const DistrictYear row = mean(year);
    text += fmt::format("{:<8}", labels[year]);
    for (const YearColumn& column : year_columns) {
      const double value = row.*column.value / column.unit;
      const std::string cell = std::isfinite(value) ? fmt::format("{:.{}f}", value, column.decimals) : "-";
      text += fmt::format("  {:>{}}", cell, column.heading.size());
    }
    text += '\n';
  }
  return text;
}

nlohmann::json YearTable::json() const {
  nlohmann::json list = nlohmann::json::array();
  for (std::size_t year = 0; year < years_; ++year) {
    const DistrictYear row = mean(year);
    nlohmann::json object = {{"year", year + 1}};
    for (const YearColumn& column : year_columns) {
      const double value = row.*column.value;
      object[std::string(column.name)] = std::isfinite(value) ? nlohmann::json(value) : nlohmann::json();
    }
    list.push_back(object);
  }
  return list;
}

}  // namespace districtsim
