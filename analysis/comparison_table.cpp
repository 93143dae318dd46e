#include "analysis/comparison_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "analysis/comparison_block.hpp"
#include "analysis/comparison_matrix.hpp"
#include "analysis/headline_text.hpp"
#include "analysis/number_text.hpp"
#include "analysis/regret_text.hpp"
#include "analysis/winners_text.hpp"

namespace districtsim {

namespace {

constexpr std::size_t page_width = 100;
constexpr std::size_t most_notes = 4;

std::string opening(const Comparison& comparison, const RunsMade& runs) {
  return wrapped(fmt::format("{}: differences from \"{}\" in year {} of {}", comparison.district, comparison.baseline,
                             comparison.years, comparison.years),
                 page_width, 0) +
         fmt::format("{} paired replicate{}, seed {}\n", comparison.replicates, comparison.replicates == 1 ? "" : "s",
                     runs.seed) +
         (runs.branch.empty()
              ? ""
              : wrapped(fmt::format("Branched: every alternative has the baseline's history and rules until {}, and "
                                    "its own from there on. What acts only before that has no effect.",
                                    runs.branch),
                        page_width, 0)) +
         (runs.equal_cost
              ? wrapped("Equal cost: at the start schools and central office cost what they cost in the "
                        "baseline, to the cent. A partner, stipends and one-time costs of new posts come on "
                        "top; the reserve and other services pay them, and the costs below hold them.",
                        page_width, 0)
              : "");
}

std::string reading_guide(const Comparison& comparison, const RunsMade& runs, std::string_view blocks) {
  std::string text = "\nHow to read this\n";
  if (comparison.replicates < 2) {
    return text + "  One replicate has no ranges: use --replicates 20 or more.\n";
  }
  if (blocks.empty()) return "";  // the matrix says how to read it
  text += wrapped(fmt::format("in 8 of 10 districts: in 8 of 10 districts like this one, each with its own luck{}, the "
                              "difference lies in this range. More runs do not narrow it.",
                              runs.parameters_drawn ? " and its own draw of what research leaves uncertain"
                                                    : " (parameters held at their values)"),
                  page_width, 2);
  text +=
      wrapped(fmt::format("mean: the mean difference of {} runs and how well they know it (95 % interval). More runs "
                          "narrow it.",
                          comparison.replicates),
              page_width, 2);
  text += wrapped(
      "better, worse, more, less: beyond noise. unclear: no difference larger than noise. same: equal in every "
      "run, to the last bit. SD: standard deviations, of teachers for practice, of students for achievement.",
      page_width, 2);
  return text;
}

std::string proofs_text(const std::vector<Proof>& proofs) {
  std::string text = "\nChecked with real runs, bit by bit\n";
  for (const Proof& proof : proofs) {
    const std::string teachers = proof.teachers > 0 ? fmt::format(", {} teachers", proof.teachers) : "";
    text += wrapped(fmt::format("{} {}: {} ({} values{})", proof.passed ? "passed" : "FAILED", proof.name,
                                proof.promise, proof.values, teachers),
                    page_width, 2);
  }
  return text;
}

std::string notes_text(const Comparison& comparison) {
  const std::vector<std::string>& notes = comparison.district_notes;
  if (notes.empty()) return "";
  std::string text = "\nAbout the district's data\n";
  for (std::size_t i = 0; i < std::min(notes.size(), most_notes); ++i) text += wrapped(notes[i], page_width, 2);
  if (notes.size() > most_notes) {
    text += fmt::format("  and {} more notes, in the result file\n", notes.size() - most_notes);
  }
  return text;
}

}  // namespace

std::string comparison_table(const Comparison& comparison, const std::vector<Proof>& proofs, const RunsMade& runs) {
  std::string text = opening(comparison, runs);
  if (runs.rounds) text += rounds_text(comparison, *runs.rounds);
  const bool many = comparison.alternatives.size() >= fewest_of_a_matrix;
  if (many) text += comparison_matrix(comparison) + winners_table(comparison);
  std::string blocks;
  if (!many || runs.details) {
    for (const AlternativeResult& alternative : comparison.alternatives) {
      blocks += comparison_block(alternative, comparison, runs);
    }
  }
  std::string states;
  if (comparison.replicates > 1 && (comparison.alternatives.size() > 1 || runs.details)) {
    states = regret_section(comparison) + robustness_section(comparison, runs.parameters_drawn);
  }
  return text + blocks + states + reading_guide(comparison, runs, blocks) + proofs_text(proofs) +
         notes_text(comparison);
}

}  // namespace districtsim
