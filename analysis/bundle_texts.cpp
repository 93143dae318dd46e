#include "analysis/bundle_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "sim/core/build_info.hpp"
#include "sim/core/contracts.hpp"
#include "sim/core/embedded.hpp"
#include "sim/record/provenance.hpp"
#include "sim/scenario/document.hpp"

namespace districtsim {

namespace {

using nlohmann::json;

std::string scalar_of(const Node& map, const char* key) {
  const Node* node = map.find(key);
  promise(node != nullptr && node->is_scalar(), "CITATION.cff says what CodeMeta needs");
  return node->text;
}

json authors_of(const Node& citation) {
  json authors = json::array();
  for (const Node& author : citation.find("authors")->children) {
    if (author.find("family-names") != nullptr) {
      authors.push_back({{"@type", "Person"},
                         {"givenName", scalar_of(author, "given-names")},
                         {"familyName", scalar_of(author, "family-names")}});
    } else {
      authors.push_back({{"@type", "Organization"}, {"name", scalar_of(author, "name")}});
    }
  }
  return authors;
}

/// What the files of a bundle are, by how their names begin.
struct BundleGuide {
  const char* begins;
  const char* meaning;
};
constexpr BundleGuide bundle_guide[] = {
    {"reproduce.sh", "repeats a sample in minutes, everything with `--all`, and compares with what is here"},
    {"ODD.md", "the model as an ODD text: purpose, the patterns it is judged by, entities, submodels, sources"},
    {"parameters.yaml", "every parameter with value, unit, distribution, source and grade of evidence"},
    {"mechanisms.yaml", "every mechanism with its source and grade"},
    {"results/",
     "one folder for each result file: `figures/` (tidy tables, columns.csv explains the columns; "
     "comparisons: differences by year with their ranges), the scenarios complete as they were run, the data "
     "they read, `sample/` for reproduce.sh"},
    {"sweep/",
     "the sweep: `inputs/` (design, scenarios), design.csv (inputs of every row), results.csv (measures of every "
     "row), sweep.csv (both, tidy), `store/` (every run), `resolved/` (scenarios complete)"},
    {"written/", "scenarios as people wrote them, with what they extend and the data they name"},
    {"provenance.json", "program, commit, compiler, seeds, command lines, hashes of scenarios, data and results"},
    {"codemeta.json", "the program as software, in CodeMeta 2.0"},
    {"CITATION.cff", "how to cite the program"},
    {"LICENSE", "licence of the program"},
};

}  // namespace

std::string codemeta_json() {
  const Document document = parse_document(embedded_file("CITATION.cff"), {"CITATION.cff", "."});
  const Node& citation = document.root;
  json keywords = json::array();
  for (const Node& keyword : citation.find("keywords")->children) keywords.push_back(keyword.text);
  const json meta = {{"@context", "https://doi.org/10.5063/schema/codemeta-2.0"},
                     {"@type", "SoftwareSourceCode"},
                     {"name", "districtsim"},
                     {"description", scalar_of(citation, "abstract")},
                     {"version", build_info().version},
                     {"softwareVersion", build_info().version},
                     {"license", "https://spdx.org/licenses/" + scalar_of(citation, "license")},
                     {"author", authors_of(citation)},
                     {"keywords", keywords},
                     {"programmingLanguage", "C++"},
                     {"operatingSystem", "Linux"},
                     {"applicationCategory", "Simulation"}};
  return meta.dump(2) + "\n";
}

std::string bundle_readme(const std::vector<BundleEntry>& entries, const std::vector<std::string>& notes) {
  std::string text = fmt::format(
      "# Simulation results to check and repeat\n\nMade by districtsim {} ({}), an agent-based simulation of a school "
      "district.\n\n    sh reproduce.sh          repeats a sample\n    sh reproduce.sh --all    repeats everything\n\n"
      "needs the program `districtsim`, best of the same version and commit, on PATH or named by the environment "
      "variable DISTRICTSIM.\n\n| file | what it is |\n| --- | --- |\n",
      build_info().version, build_info().git_commit);
  for (const BundleGuide& row : bundle_guide) {
    const auto is_it = [&row](const BundleEntry& entry) { return entry.name.rfind(row.begins, 0) == 0; };
    if (std::any_of(entries.begin(), entries.end(), is_it)) {
      text += fmt::format("| `{}` | {} |\n", row.begins, row.meaning);
    }
  }
  if (!notes.empty()) text += "\n## Notes\n\n";
  for (const std::string& note : notes) text += "- " + note + "\n";
  return text;
}

std::string reproduce_script(const std::string& steps) {
  std::string script(embedded_file("reproduce.sh"));
  const std::string place = "\nSTEPS\n";
  const std::size_t at = script.find(place);
  promise(at != std::string::npos, "reproduce.sh has a place for its steps");
  return script.replace(at + 1, place.size() - 1, steps);
}

std::string plain_name(const std::string& name) {
  std::string plain;
  for (const char letter : name) {
    const auto code = static_cast<unsigned char>(letter);
    if (std::isalnum(code) != 0 && code < 128) {
      plain += static_cast<char>(std::tolower(code));
    } else if (!plain.empty() && plain.back() != '-') {
      plain += '-';
    }
  }
  while (!plain.empty() && plain.back() == '-') plain.pop_back();
  return plain.empty() ? "unnamed" : plain;
}

std::vector<std::string> words_of(const std::string& command_line) {
  std::vector<std::string> words;
  bool in_word = false;
  bool quoted = false;
  for (std::size_t at = 0; at < command_line.size(); ++at) {
    const char letter = command_line[at];
    if (letter == ' ' && !quoted) {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (letter == '\'') {
      quoted = !quoted;
    } else if (letter == '\\' && !quoted && at + 1 < command_line.size()) {
      words.back() += command_line[++at];
    } else {
      words.back() += letter;
    }
  }
  return words;
}

std::string shell_words(const std::vector<std::string>& words) { return as_command_line(words); }

}  // namespace districtsim
