#include "analysis/hours_table.hpp"

#include <algorithm>
#include <cstdint>

#include "sim/core/failure.hpp"
#include "sim/record/year_record.hpp"
#include "sim/scenario/interactions.hpp"

namespace districtsim {

namespace {

constexpr std::int64_t lowest_need_band = 0;
constexpr std::int64_t highest_need_band = 3;

/// Sums that become weekly amounts: over years and replicates, by schools of the two bands.
class HoursReader {
 public:
  HoursReader(const SavedResult& result, std::size_t scenario)
      : result_(result), scenario_(scenario), bands_(result.read<std::int64_t>("school_need_band")) {
    years_ = size_of("year");
    replicates_ = size_of("replicate");
    weeks_ = size_of("time") / std::max<std::size_t>(1, years_);
  }

  [[nodiscard]] std::size_t size_of(const std::string& dimension) const {
    return result_.find(dimension)->shape.front();
  }
  [[nodiscard]] std::size_t schools_in(std::int64_t band) const {
    return static_cast<std::size_t>(std::count(bands_.begin(), bands_.end(), band));
  }

  /// Adds a variable of schools (year, scenario, replicate, ...), whose place `at` belongs to amount `row(at)` and
  /// school `school(at)`.
  template <class Row, class School>
  void add_schools(const std::string& variable, const Row& row, const School& school,
                   std::vector<WeeklyAmount>& amounts) const {
    const double lowest = part(schools_in(lowest_need_band));
    const double highest = part(schools_in(highest_need_band));
    each_run(variable, [&](const std::vector<float>& values) {
      for (std::size_t at = 0; at < values.size(); ++at) {
        WeeklyAmount& amount = amounts[row(at)];
        const auto value = static_cast<double>(values[at]);
        amount.district += part(1) * value;
        if (bands_[school(at)] == lowest_need_band) amount.lowest_need += lowest * value;
        if (bands_[school(at)] == highest_need_band) amount.highest_need += highest * value;
      }
    });
  }
  /// Adds a variable of the central office (year, scenario, replicate, ...), one value for each amount.
  void add_central(const std::string& variable, std::vector<WeeklyAmount>& amounts) const {
    each_run(variable, [&](const std::vector<float>& values) {
      for (std::size_t at = 0; at < values.size(); ++at) {
        amounts[at].central_office += part(1) * static_cast<double>(values[at]);
        amounts[at].district += part(1) * static_cast<double>(values[at]);
      }
    });
  }

  /// Posts of a yearly variable of schools, which a week has as many of as a year.
  [[nodiscard]] WeeklyAmount posts(Yearly measure) const {
    std::vector<WeeklyAmount> amounts(1);
    add_schools(
        std::string(yearly_measures[static_cast<std::size_t>(measure)].name),
        [](std::size_t) { return std::size_t{0}; }, [](std::size_t at) { return at; }, amounts);
    const auto weeks = static_cast<double>(weeks_);
    return {weeks * amounts[0].lowest_need, weeks * amounts[0].highest_need, 0.0, weeks * amounts[0].district};
  }

 private:
  [[nodiscard]] double part(std::size_t schools) const {
    return schools == 0 ? 0.0 : 1.0 / static_cast<double>(schools * years_ * replicates_ * weeks_);
  }
  template <class Visit>
  void each_run(const std::string& variable, const Visit& visit) const {
    const StoredDataset* const stored = result_.find(variable);
    if (stored == nullptr) {
      throw Failure(ExitCode::bad_input_data, result_.path().string() + ": it has no ledger of hours");
    }
    Extents start(stored->shape.size(), 0);
    Extents count = stored->shape;
    std::fill_n(count.begin(), 3, std::size_t{1});
    start[1] = scenario_;
    for (start[0] = 0; start[0] < years_; ++start[0]) {
      for (start[2] = 0; start[2] < replicates_; ++start[2]) visit(result_.read<float>(variable, start, count));
    }
  }

  const SavedResult& result_;
  std::size_t scenario_;
  std::vector<std::int64_t> bands_;
  std::size_t years_ = 1;
  std::size_t replicates_ = 1;
  std::size_t weeks_ = 1;
};

std::string name_in_file(SupportMeasure measure) {
  return std::string(support_measures[static_cast<std::size_t>(measure)].name);
}

void add_to(WeeklyAmount& sum, const WeeklyAmount& more) {
  sum.lowest_need += more.lowest_need;
  sum.highest_need += more.highest_need;
  sum.central_office += more.central_office;
  sum.district += more.district;
}

HoursTable table_of(const SavedResult& result, std::size_t scenario) {
  const HoursReader reader(result, scenario);
  HoursTable table;
  table.scenario = result.read<std::string>("scenario")[scenario];
  table.people = result.read<std::string>("person_kind");
  table.activities = result.read<std::string>("activity");
  table.interactions = result.read<std::string>("interaction");
  table.lowest_need_schools = reader.schools_in(lowest_need_band);
  table.highest_need_schools = reader.schools_in(highest_need_band);
  const std::size_t schools = reader.size_of("school");
  const std::size_t activities = table.activities.size();
  const std::size_t kinds = table.interactions.size();

  std::vector<WeeklyAmount> hours(table.people.size() * activities);
  reader.add_schools(
      "hours", [&](std::size_t at) { return at / schools; }, [&](std::size_t at) { return at % schools; }, hours);
  reader.add_central("central_hours", hours);
  for (auto first = hours.begin(); first != hours.end(); first += static_cast<std::ptrdiff_t>(activities)) {
    table.hours.emplace_back(first, first + static_cast<std::ptrdiff_t>(activities));
  }

  const WeeklyAmount principals{1.0, 1.0, 0.0, static_cast<double>(schools)};
  table.school_leaders = reader.posts(Yearly::assistant_principals);
  add_to(table.school_leaders, principals);
  table.teacher_leaders = reader.posts(Yearly::coaches);

  std::vector<WeeklyAmount> contacts(kinds);
  std::vector<WeeklyAmount> spent(kinds);
  const auto add = [&](SupportMeasure measure, std::vector<WeeklyAmount>& amounts) {
    reader.add_schools(
        name_in_file(measure), [&](std::size_t at) { return at % kinds; }, [&](std::size_t at) { return at / kinds; },
        amounts);
    reader.add_central("central_" + name_in_file(measure), amounts);
  };
  add(SupportMeasure::contacts, contacts);
  add(SupportMeasure::hours_given, spent);
  add(SupportMeasure::hours_received, spent);
  for (std::size_t kind = 0; kind < kinds; ++kind) table.kinds.push_back({contacts[kind], spent[kind]});
  return table;
}

/// Sums over kinds by the tags that `tags_of` gives each, in the order in which tags first occur.
template <class TagsOf>
std::vector<TagAmount> by_tag(const HoursTable& table, const TagsOf& tags_of) {
  std::vector<TagAmount> sums;
  for (const InteractionDescription& description : interaction_descriptions()) {
    const auto found = std::find(table.interactions.begin(), table.interactions.end(), name_of(description.kind));
    for (const std::string& tag : tags_of(description)) {
      auto sum = std::find_if(sums.begin(), sums.end(), [&](const TagAmount& one) { return one.tag == tag; });
      if (sum == sums.end()) sum = sums.insert(sums.end(), TagAmount{tag, {}});
      if (found == table.interactions.end()) continue;
      const HoursTable::Kind& kind = table.kinds[static_cast<std::size_t>(found - table.interactions.begin())];
      add_to(sum->amount.contacts, kind.contacts);
      add_to(sum->amount.hours, kind.hours);
    }
  }
  return sums;
}

}  // namespace

std::vector<HoursTable> hours_tables(const SavedResult& result) {
  if (result.find("hours") == nullptr || result.find("scenario") == nullptr) {
    throw Failure(ExitCode::bad_input_data, result.path().string() + ": it has no ledger of hours");
  }
  std::vector<HoursTable> tables;
  const std::size_t scenarios = result.find("scenario")->shape.front();
  for (std::size_t scenario = 0; scenario < scenarios; ++scenario) tables.push_back(table_of(result, scenario));
  return tables;
}

std::vector<TagAmount> by_practice(const HoursTable& table) {
  return by_tag(table, [](const InteractionDescription& kind) { return kind.practices; });
}

std::vector<TagAmount> by_support(const HoursTable& table) {
  return by_tag(table, [](const InteractionDescription& kind) { return kind.supports; });
}

}  // namespace districtsim
