#include "analysis/proofs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "analysis/record_difference.hpp"
#include "sim/core/contracts.hpp"
#include "sim/core/failure.hpp"
#include "sim/scenario/school_posts.hpp"

namespace districtsim {

namespace {

constexpr std::size_t arms_of_locality = 2;
constexpr const char* pool_of_coaches = "coaching.applicants";

/// Adds what one record's comparison found to a proof.
void add_finding(const BitComparison& found, std::size_t replicate, Proof& proof) {
  proof.values += found.values;
  proof.teachers += found.teachers;
  if (!found.identical() && proof.first_mismatch.empty()) {
    proof.first_mismatch = fmt::format("replicate {}, {}", replicate + 1, found.first);
  }
}

/// The baseline and its placebo against the years seen, each year compared when it comes.
void prove_identity(const Scenario& baseline, const KeptYears& seen, const RunArms& run, Proof& null, Proof& placebo) {
  const Scenario touched = placebo_of(baseline);
  const std::size_t years = static_cast<std::size_t>(baseline.calendar.years);
  std::vector<BitComparison> findings(2 * seen.replicates() * years);
  std::vector<char> came(findings.size(), 0);
  run({&baseline, &touched}, seen.replicates(), [&](RunPlace place, const YearRecord& record) {
    const std::size_t at =
        (place.scenario * seen.replicates() + place.replicate) * years + static_cast<std::size_t>(record.year - 1);
    findings[at] = compare_all(seen.record(place.replicate, record.year), record, baseline.district);
    came[at] = 1;
  });
  for (std::size_t at = 0; at < findings.size(); ++at) {
    const std::size_t replicate = at / years % seen.replicates();
    if (came[at] == 0) findings[at].first = fmt::format("year {} is missing", at % years + 1);
    add_finding(findings[at], replicate, at / years / seen.replicates() == 0 ? null : placebo);
  }
}

void prove_locality(const Scenario& baseline, const KeptYears& seen, const RunArms& run, Proof& proof) {
  const LocalityArms arms = locality_arms(baseline);
  std::vector<YearRecord> records(arms_of_locality * seen.replicates());
  run({&arms.before, &arms.after}, seen.replicates(), [&](RunPlace place, const YearRecord& record) {
    records[place.scenario * seen.replicates() + place.replicate] = record;
  });
  for (std::size_t replicate = 0; replicate < seen.replicates(); ++replicate) {
    const YearRecord& before = records[replicate];
    const YearRecord& after = records[seen.replicates() + replicate];
    BitComparison found = compare_elsewhere(before, after, arms.school, baseline.district);
    const bool added = after.agents.size() == before.agents.size() + 1;
    if (found.identical() && !(added && school_differs(before, after, arms.school))) {
      found.first =
          fmt::format("the post added in {} made no difference there", baseline.district.schools[arms.school].name);
    }
    add_finding(found, replicate, proof);
  }
}

/// First school whose post numbers have room for one more: everybody else's row moves.
std::size_t school_for_one_more(const DistrictProfile& district) {
  const auto has_room = [](const SchoolProfile& school) { return school.teachers < most_teachers; };
  const auto found = std::find_if(district.schools.begin(), district.schools.end(), has_room);
  return found == district.schools.end() ? 0 : static_cast<std::size_t>(found - district.schools.begin());
}

/// Posts as the staffing rules give them, so that a teacher more moves no other post.
void fix_posts(const Framework& framework, DistrictProfile& district) {
  const std::vector<int> coaches = coach_posts(district, framework.teachers_per_coach);
  const std::vector<int> assistants = assistant_principal_posts(district);
  for (std::size_t row = 0; row < district.schools.size(); ++row) {
    district.schools[row].coaches = coaches[row];
    district.schools[row].assistant_principals = assistants[row];
  }
}

}  // namespace

KeptYears::KeptYears(std::size_t replicates, int years)
    : replicates_(replicates), years_(static_cast<std::size_t>(years)), records_(replicates_ * years_) {}

void KeptYears::take(std::size_t replicate, const YearRecord& record) {
  if (replicate >= replicates_) return;
  YearRecord& kept = records_[replicate * years_ + static_cast<std::size_t>(record.year - 1)];
  kept = record;
  kept.agents = {};
  kept.interactions = {};
}

const YearRecord& KeptYears::record(std::size_t replicate, int year) const {
  return records_[replicate * years_ + static_cast<std::size_t>(year - 1)];
}

Scenario placebo_of(const Scenario& baseline) {
  Scenario placebo = baseline;
  placebo.name += " (placebo)";
  placebo.description += " With levers that touch nothing.";
  Reallocation no_posts;
  no_posts.place = "placebo";
  Reallocation no_dollars = no_posts;
  no_dollars.what = Resource::dollars;
  placebo.reallocations.push_back(no_posts);
  placebo.reallocations.push_back(no_dollars);
  placebo.events.push_back({Event::Kind::revenue_change, 1, 0.0, {}, 0});
  placebo.events.push_back({Event::Kind::enrolment_change, 1, 0.0, {}, 0});
  placebo.mechanisms.turn(Mechanism::reallocations, baseline.mechanisms.on(Mechanism::reallocations));
  placebo.record.agents =
      baseline.record.agents == AgentsRecorded::none ? AgentsRecorded::yearly : AgentsRecorded::none;
  placebo.record.interactions = baseline.record.interactions == InteractionsRecorded::none
                                    ? InteractionsRecorded::sample
                                    : InteractionsRecorded::none;
  return placebo;
}

LocalityArms locality_arms(const Scenario& baseline) {
  LocalityArms arms{baseline, {}, 0};
  Scenario& before = arms.before;
  before.calendar.years = 1;
  before.calendar.warm_up_years = 0;
  before.record.agents = AgentsRecorded::yearly;
  before.record.interactions = InteractionsRecorded::none;
  before.reallocations.clear();
  before.events.clear();
  for (const MechanismRecord& record : mechanism_records()) {
    if (record.links_schools) before.mechanisms.turn(record.mechanism, false);
  }
  before.mechanisms.turn(Mechanism::discretion, false);
  before.framework.allocation = Allocation::staffing_ratios;  // the same dollars for every student links schools
  before.framework.hold_harmless = 0.0;
  fix_posts(before.framework, before.district);
  // Coach posts are filled from the applicants of all schools: without applicants each post has a luck of its own.
  double* const applicants = find_parameter(before.parameters, pool_of_coaches);
  promise(applicants != nullptr, "applicants for coach posts are a parameter");
  *applicants = 0.0;
  before.parameters_set.emplace_back(pool_of_coaches);
  arms.after = before;
  arms.school = school_for_one_more(before.district);
  arms.after.district.schools[arms.school].teachers += 1;
  return arms;
}

std::vector<Proof> prove(const Scenario& baseline, const KeptYears& seen, const RunArms& run) {
  std::vector<Proof> proofs(3);
  proofs[0].name = "null";
  proofs[0].promise = "the same scenario run twice gives the same bits";
  proofs[1].name = "placebo";
  proofs[1].promise = "levers that touch nothing change no bit";
  proofs[2].name = "locality";
  proofs[2].promise = "one teaching post more in one school changes nobody's luck elsewhere";
  prove_identity(baseline, seen, run, proofs[0], proofs[1]);
  prove_locality(baseline, seen, run, proofs[2]);
  for (Proof& proof : proofs) {
    proof.replicates = seen.replicates();
    proof.passed = proof.first_mismatch.empty();
  }
  return proofs;
}

std::size_t years_of_proofs(const Scenario& baseline, std::size_t replicates) {
  const int years_of_run = baseline.calendar.years + baseline.calendar.warm_up_years;
  const auto years = static_cast<std::size_t>(years_of_run);
  return replicates * (2 * years + arms_of_locality);
}

void require_all(const std::vector<Proof>& proofs) {
  std::string failed;
  for (const Proof& proof : proofs) {
    if (proof.passed) continue;
    failed += fmt::format("\n  {}: not true that {}: {}", proof.name, proof.promise, proof.first_mismatch);
  }
  if (failed.empty()) return;
  throw Failure(
      ExitCode::run_time_failure,
      "the comparison failed its own checks, so nothing is written; this is a defect of the program" + failed);
}

}  // namespace districtsim
