#include "sim/record/observe_support.hpp"

#include <algorithm>

#include "sim/core/parallel.hpp"

namespace districtsim {

namespace {

constexpr std::size_t schools_of_a_block = 64;

float hours_of(Minutes minutes) { return static_cast<float>(in_hours(minutes)); }

/// The four measures of one kind, in their order, each `stride` values from the one before.
void put_kind(const KindTally& tally, std::size_t stride, float* first) {
  first[0] = static_cast<float>(tally.kept);
  first[stride] = static_cast<float>(tally.refused);
  first[2 * stride] = hours_of(tally.given);
  first[3 * stride] = hours_of(tally.received);
}

/// Hours of every person kind and activity, each `stride` values from the one before.
void put_hours(const PlaceTally& place, std::size_t stride, float* first) {
  for (const auto& activities : place.hours) {
    for (const Minutes minutes : activities) {
      *first = hours_of(minutes);
      first += stride;
    }
  }
}

}  // namespace

void observe_support(const District& district, YearRecord& record) {
  const std::size_t schools = record.schools;
  const std::size_t kinds_of_schools = schools * interaction_count;
  const SupportTally& ledger = district.support;
  record.support.resize(support_measures.size() * kinds_of_schools);
  record.central_support.resize(support_measures.size() * interaction_count);
  record.hours.resize(person_kind_count * activity_count * schools);
  record.central_hours.resize(person_kind_count * activity_count);
  for_blocks(schools, schools_of_a_block, [&](Rows rows) {
    for (std::size_t school = rows.begin; school < rows.end; ++school) {
      const PlaceTally& place = ledger.places[school];
      for (std::size_t kind = 0; kind < interaction_count; ++kind) {
        put_kind(place.kinds[kind], kinds_of_schools, &record.support[school * interaction_count + kind]);
      }
      put_hours(place, schools, &record.hours[school]);
    }
  });
  const PlaceTally& central = ledger.places[ledger.central_office()];
  for (std::size_t kind = 0; kind < interaction_count; ++kind) {
    put_kind(central.kinds[kind], interaction_count, &record.central_support[kind]);
  }
  put_hours(central, 1, record.central_hours.data());
}

void observe_interactions(const CalendarPlan& calendar, const Journal& journal, YearRecord& record) {
  if (!journal.open()) return;
  const auto start = static_cast<int>(week_at(calendar, calendar.warm_up_years + record.year - 1, 0).index);
  InteractionColumns& rows = record.interactions;
  std::int32_t school = 0;
  for (const auto& list : journal.by_school()) {
    for (const Interaction& one : list) {
      // What happens in the summers before and after counts to the first and the last week.
      const int week = std::clamp(static_cast<int>(one.week) - start, 0, record.weeks - 1);
      rows.week.push_back((record.year - 1) * record.weeks + week);
      rows.school.push_back(school);
      rows.kind.push_back(static_cast<std::int8_t>(one.kind));
      rows.giver.push_back(one.giver);
      rows.receiver.push_back(one.receiver);
      rows.minutes.push_back(one.minutes);
      rows.outcome.push_back(static_cast<std::int8_t>(one.outcome));
      rows.effect.push_back(one.effect);
    }
    ++school;
  }
}

}  // namespace districtsim
