#include "sim/record/run_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/contracts.hpp"
#include "sim/core/failure.hpp"
#include "sim/core/sha256.hpp"
#include "sim/district/journal.hpp"

namespace districtsim {

namespace {

constexpr std::size_t cells_of_a_school = 4;  ///< groups x subjects

}  // namespace

void require_alike(const Scenario& first, const Scenario& other) {
  const auto fail = [&](const std::string& difference) {
    throw Failure(ExitCode::invalid_scenario,
                  fmt::format("scenarios {} and {} cannot share a result file: {}; they must have the same schools and "
                              "calendar",
                              first.name, other.name, difference));
  };
  const CalendarPlan& a = first.calendar;
  const CalendarPlan& b = other.calendar;
  if (a.years != b.years) fail(fmt::format("calendar.years is {} and {}", a.years, b.years));
  if (a.weeks_per_year != b.weeks_per_year) {
    fail(fmt::format("calendar.weeks_per_year is {} and {}", a.weeks_per_year, b.weeks_per_year));
  }
  if (a.start != b.start) fail(fmt::format("calendar.start is {} and {}", a.start, b.start));
  const auto& schools = first.district.schools;
  const auto& others = other.district.schools;
  if (schools.size() != others.size()) fail(fmt::format("they have {} and {} schools", schools.size(), others.size()));
  for (std::size_t row = 0; row < schools.size(); ++row) {
    if (schools[row].id != others[row].id) {
      fail(fmt::format("school {} is {} and {}", row + 1, schools[row].id, others[row].id));
    }
  }
}

namespace {

ResultFile created(const std::filesystem::path& path, const std::vector<const Scenario*>& scenarios) {
  promise(!scenarios.empty(), "a result file is of some scenario");
  for (const Scenario* other : scenarios) require_alike(*scenarios.front(), *other);
  return ResultFile::create(path, {.compression = scenarios.front()->record.compression});
}

/// The hash of the only scenario's data, of all scenarios' if they read the same, or else of their hashes.
std::string shared_input_hash(const std::vector<const Scenario*>& scenarios) {
  const std::string& first = scenarios.front()->input_hash;
  const bool same = std::all_of(scenarios.begin(), scenarios.end(),
                                [&](const Scenario* scenario) { return scenario->input_hash == first; });
  if (same) return first;
  Sha256 all;
  for (const Scenario* scenario : scenarios) all.update(scenario->input_hash.data(), scenario->input_hash.size());
  return all.hex();
}

void complete(Provenance& provenance, const std::vector<const Scenario*>& scenarios) {
  std::vector<std::string> names;
  for (const Scenario* scenario : scenarios) names.push_back(scenario->name);
  names = distinct(names, {});
  for (std::size_t row = 0; row < scenarios.size(); ++row) {
    provenance.scenarios.push_back({names[row], scenarios[row]->resolved_text, ""});
  }
  if (provenance.title.empty()) {
    provenance.title = fmt::format("{}: {}", scenarios.front()->district.name, fmt::join(names, ", "));
  }
  provenance.input_hash = shared_input_hash(scenarios);
}

/// Puts one replicate's values [outer][inner] into [outer][replicate][inner].
template <class Source, class T>
void put_between(const Source& own, std::size_t inner, std::size_t slot, std::size_t slots, std::vector<T>& all) {
  all.resize(own.size() * slots);
  for (std::size_t outer = 0; outer * inner < own.size(); ++outer) {
    const auto from = own.begin() + static_cast<std::ptrdiff_t>(outer * inner);
    std::copy_n(from, inner, all.begin() + static_cast<std::ptrdiff_t>((outer * slots + slot) * inner));
  }
}

/// Writes each variable its part of the block, all parts of the same shape.
template <class T>
void write_parts(ResultFile& file, const std::vector<Variable<T>>& variables, const Extents& start,
                 const Extents& count, const T* values) {
  std::size_t size = 1;
  for (const std::size_t extent : count) size *= extent;
  for (std::size_t at = 0; at < variables.size(); ++at) {
    file.write(variables[at], start, count, std::span(values + at * size, size));
  }
}

template <class Records>
bool any_records(const std::vector<const Scenario*>& scenarios, const Records& records) {
  return std::any_of(scenarios.begin(), scenarios.end(),
                     [&](const Scenario* scenario) { return records(scenario->record); });
}

std::string joined_notes(const DistrictProfile& district) { return fmt::format("{}", fmt::join(district.notes, "\n")); }

}  // namespace

RunFile::RunFile(const std::filesystem::path& path, const std::vector<const Scenario*>& scenarios,
                 ReplicateRange replicates, Provenance provenance)
    : scenarios_(scenarios),
      replicates_(static_cast<std::size_t>(replicates.count)),
      next_number_(replicates.first + replicates.count),
      file_(created(path, scenarios)),
      with_agents_(any_records(scenarios, [](const RecordPlan& plan) { return plan.agents != AgentsRecorded::none; })),
      with_interactions_(any_records(
          scenarios, [](const RecordPlan& plan) { return plan.interactions != InteractionsRecorded::none; })) {
  const Scenario& first = *scenarios.front();
  years_ = static_cast<std::size_t>(first.calendar.years);
  weeks_ = static_cast<std::size_t>(first.calendar.weeks_per_year);
  schools_ = first.district.schools.size();
  together_ = replicates_together(first, replicates.count);
  const std::vector<std::string> funds = fund_names(scenarios);
  funds_ = funds.size();
  for (const Scenario* scenario : scenarios) {
    std::vector<std::size_t>& rows = fund_rows_.emplace_back(1, 0);
    for (const Fund& fund : scenario->context.funds) {
      rows.push_back(static_cast<std::size_t>(std::find(funds.begin(), funds.end(), fund.name) - funds.begin()));
    }
  }
  complete(provenance, scenarios);
  write_provenance(file_, provenance);
  file_.attribute("district", first.district.name);
  file_.attribute("district_id", first.district.id);
  file_.attribute("district_notes", joined_notes(first.district));
  variables_ = define_run_variables(file_, scenarios, replicates, together_);
}

void RunFile::write(RunPlace place, const YearRecord& record) {
  promise(place.scenario < scenarios_.size() && place.replicate < replicates_, "a record belongs to a run of the file");
  promise(record.schools == schools_ && static_cast<std::size_t>(record.weeks) == weeks_,
          "a record has the schools and weeks of its file");
  promise(record.support.size() == support_measures.size() * schools_ * interaction_count &&
              record.hours.size() == person_kind_count * activity_count * schools_,
          "a record has its ledger of support");
  promise(record.need.size() == need_measures.size() * need_quarter_count, "a record has its quarters of need");
  promise(record.ledger_dollars.size() == (schools_ + 1) * ledger_line_count * fund_rows_[place.scenario].size() &&
              record.ledger_posts.size() == record.ledger_dollars.size(),
          "a record has its ledger of money");
  promise(record.year >= 1 && static_cast<std::size_t>(record.year) <= years_, "a record is of a year of its file");
  const auto year = static_cast<std::size_t>(record.year) - 1;
  if (with_agents_ || with_interactions_) take_rows(place, year, record);
  const std::size_t first = place.replicate - (place.replicate - first_of_round_) % together_;
  const BlockPlace at{place.scenario, first, std::min(together_, replicates_ - first), year};
  ++taken_;
  if (at.replicates == 1) {
    const std::vector<double> dollars = with_all_funds(place.scenario, record.ledger_dollars);
    const std::vector<float> posts = with_all_funds(place.scenario, record.ledger_posts);
    BlockValues values = values_of(record);
    values.ledger_dollars = dollars.data();
    values.ledger_posts = posts.data();
    write_block(at, values);
    return;
  }
  YearBlock full;
  {
    const std::lock_guard<std::mutex> held(blocks_mutex_);
    const auto key = std::tuple(at.scenario, at.first_replicate, at.year);
    YearBlock& block = blocks_[key];
    fill(block, at, place.replicate - first, record);
    if (++block.filled < at.replicates) return;
    full = std::move(block);
    blocks_.erase(key);
  }
  write_block(at, values_of(full));
}

template <class Source>
RunFile::BlockValues RunFile::values_of(const Source& source) {
  return {source.weekly.data(),        source.district.data(),        source.yearly.data(),
          source.groups.data(),        source.district_year.data(),   source.need.data(),
          source.support.data(),       source.central_support.data(), source.hours.data(),
          source.central_hours.data(), source.ledger_dollars.data(),  source.ledger_posts.data()};
}

template <class T>
std::vector<T> RunFile::with_all_funds(std::size_t scenario, const std::vector<T>& own) const {
  const std::vector<std::size_t>& rows = fund_rows_[scenario];
  std::vector<T> all(own.size() / rows.size() * funds_);
  for (std::size_t at = 0; at < own.size(); ++at) {
    all[at / rows.size() * funds_ + rows[at % rows.size()]] = own[at];
  }
  return all;
}

void RunFile::fill(YearBlock& block, const BlockPlace& place, std::size_t replicate, const YearRecord& record) const {
  put_between(record.weekly, schools_, replicate, place.replicates, block.weekly);
  put_between(record.district, 1, replicate, place.replicates, block.district);
  put_between(record.yearly, schools_, replicate, place.replicates, block.yearly);
  put_between(record.groups, schools_ * cells_of_a_school, replicate, place.replicates, block.groups);
  put_between(record.district_year, 1, replicate, place.replicates, block.district_year);
  put_between(record.need, need_quarter_count, replicate, place.replicates, block.need);
  put_between(record.support, schools_ * interaction_count, replicate, place.replicates, block.support);
  put_between(record.central_support, interaction_count, replicate, place.replicates, block.central_support);
  put_between(record.hours, record.hours.size(), replicate, place.replicates, block.hours);
  put_between(record.central_hours, record.central_hours.size(), replicate, place.replicates, block.central_hours);
  const std::vector<double> dollars = with_all_funds(place.scenario, record.ledger_dollars);
  const std::vector<float> posts = with_all_funds(place.scenario, record.ledger_posts);
  put_between(dollars, dollars.size(), replicate, place.replicates, block.ledger_dollars);
  put_between(posts, posts.size(), replicate, place.replicates, block.ledger_posts);
}

void RunFile::write_block(const BlockPlace& place, const BlockValues& values) {
  const std::size_t week = place.year * weeks_;
  const std::size_t scenario = place.scenario;
  const std::size_t first = place.first_replicate;
  const std::size_t slots = place.replicates;
  write_parts(file_, variables_.weekly, {week, scenario, first, 0}, {weeks_, 1, slots, schools_}, values.weekly);
  write_parts(file_, variables_.district, {week, scenario, first}, {weeks_, 1, slots}, values.district);
  write_parts(file_, variables_.yearly, {place.year, scenario, first, 0}, {1, 1, slots, schools_}, values.yearly);
  write_parts(file_, variables_.groups, {place.year, scenario, first, 0, 0, 0}, {1, 1, slots, schools_, 2, 2},
              values.groups);
  write_parts(file_, variables_.district_year, {place.year, scenario, first}, {1, 1, slots}, values.district_year);
  write_parts(file_, variables_.need, {place.year, scenario, first, 0}, {1, 1, slots, need_quarter_count}, values.need);
  write_parts(file_, variables_.support, {place.year, scenario, first, 0, 0},
              {1, 1, slots, schools_, interaction_count}, values.support);
  write_parts(file_, variables_.central_support, {place.year, scenario, first, 0}, {1, 1, slots, interaction_count},
              values.central_support);
  write_parts(file_, variables_.hours, {place.year, scenario, first, 0, 0, 0},
              {1, 1, slots, person_kind_count, activity_count, schools_}, values.hours);
  write_parts(file_, variables_.central_hours, {place.year, scenario, first, 0, 0},
              {1, 1, slots, person_kind_count, activity_count}, values.central_hours);
  const Extents start = {place.year, scenario, first, 0, 0, 0};
  const Extents count = {1, 1, slots, schools_ + 1, ledger_line_count, funds_};
  write_parts(file_, variables_.ledger_dollars, start, count, values.ledger_dollars);
  write_parts(file_, variables_.ledger_posts, start, count, values.ledger_posts);
}

void RunFile::take_rows(RunPlace place, std::size_t year, const YearRecord& record) {
  const Turn turn{place.replicate * scenarios_.size() + place.scenario, year};
  const auto step = [this] {
    next_ = next_.second + 1 < years_ ? Turn{next_.first, next_.second + 1} : Turn{next_.first + 1, 0};
  };
  const std::lock_guard<std::mutex> held(tables_mutex_);
  if (turn != next_) {
    waiting_[turn] = {record.agents, record.interactions};
    return;
  }
  append_rows(turn, record.agents, record.interactions);
  step();
  for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_; first = waiting_.begin()) {
    append_rows(first->first, first->second.agents, first->second.interactions);
    waiting_.erase(first);
    step();
  }
}

void RunFile::append_rows(const Turn& turn, const AgentColumns& agents, const InteractionColumns& interactions) {
  if (with_agents_ && agents.size() > 0) append_agents(turn, agents);
  if (with_interactions_ && interactions.size() > 0) append_interactions(turn, interactions);
}

void RunFile::append_agents(const Turn& turn, const AgentColumns& agents) {
  const AgentVariables& columns = variables_.agents;
  const auto scenario = static_cast<std::int32_t>(turn.first % scenarios_.size());
  const auto replicate = static_cast<std::int32_t>(turn.first / scenarios_.size());
  file_.append(columns.scenario, std::vector<std::int32_t>(agents.size(), scenario));
  file_.append(columns.replicate, std::vector<std::int32_t>(agents.size(), replicate));
  file_.append(columns.time, agents.week);
  file_.append(columns.school, agents.school);
  file_.append(columns.person, agents.person);
  file_.append(columns.post, agents.post);
  file_.append(columns.holder, agents.holder);
  file_.append(columns.experience, agents.experience);
  for (std::size_t d = 0; d < agents.practice.size(); ++d) file_.append(columns.practice[d], agents.practice[d]);
  file_.append(columns.strain, agents.strain);
  file_.append(columns.trust_in_coach, agents.trust_in_coach);
  file_.append(columns.trust_in_principal, agents.trust_in_principal);
  file_.append(columns.coached, agents.coached);
}

void RunFile::append_interactions(const Turn& turn, const InteractionColumns& interactions) {
  const InteractionVariables& columns = variables_.interactions;
  const auto scenario = static_cast<std::int32_t>(turn.first % scenarios_.size());
  const auto replicate = static_cast<std::int32_t>(turn.first / scenarios_.size());
  file_.append(columns.scenario, std::vector<std::int32_t>(interactions.size(), scenario));
  file_.append(columns.replicate, std::vector<std::int32_t>(interactions.size(), replicate));
  file_.append(columns.time, interactions.week);
  file_.append(columns.school, interactions.school);
  file_.append(columns.kind, interactions.kind);
  file_.append(columns.giver, interactions.giver);
  file_.append(columns.receiver, interactions.receiver);
  file_.append(columns.minutes, interactions.minutes);
  file_.append(columns.outcome, interactions.outcome);
  file_.append(columns.effect, interactions.effect);
}

bool RunFile::is_complete() const {
  return taken_ == scenarios_.size() * replicates_ * years_ && blocks_.empty() && waiting_.empty();
}

void RunFile::extend(int replicates) {
  promise(is_complete(), "every year of every run is in a file before it is extended");
  file_.append(variables_.replicate, counted(next_number_, replicates));
  first_of_round_ = replicates_;
  replicates_ += static_cast<std::size_t>(replicates);
  next_number_ += replicates;
}

void RunFile::publish() {
  promise(is_complete(), "every year of every run is in a file before it is published");
  file_.publish();
}

bool rows_may_wait(const std::vector<const Scenario*>& scenarios, int replicates) {
  constexpr double bytes_of_a_row = 60.0;
  constexpr double interactions_of_a_teacher = 200.0;  // in a year, at most
  constexpr double most_bytes = 1e9;
  double rows = 0.0;
  for (const Scenario* scenario : scenarios) {
    const RecordPlan& record = scenario->record;
    if (record.interactions == InteractionsRecorded::all) return false;
    double teachers = 0.0;
    for (const SchoolProfile& school : scenario->district.schools) teachers += school.teachers;
    double of_a_teacher = 0.0;  // rows a year
    if (record.agents == AgentsRecorded::weekly) of_a_teacher += scenario->calendar.weeks_per_year;
    if (record.agents == AgentsRecorded::yearly) of_a_teacher += 1.0;
    if (record.interactions == InteractionsRecorded::sample) {
      of_a_teacher += interactions_of_a_teacher * Journal::sampled_share;
    }
    rows += teachers * of_a_teacher * scenario->calendar.years;
  }
  return rows * replicates * bytes_of_a_row <= most_bytes;
}

}  // namespace districtsim
