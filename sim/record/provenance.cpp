#include "sim/record/provenance.hpp"

#include <gnu/libc-version.h>

#include <array>
#include <charconv>
#include <ctime>
#include <fstream>
#include <string_view>

#include "sim/core/build_info.hpp"
#include "sim/core/sha256.hpp"

namespace districtsim {
namespace {

std::string cpu_model() {
  std::ifstream description("/proc/cpuinfo");
  for (std::string line; std::getline(description, line);) {
    if (line.rfind("model name", 0) != 0) continue;
    const std::size_t value = line.find_first_not_of(" \t", line.find(':') + 1);
    return value == std::string::npos ? "unknown" : line.substr(value);
  }
  return "unknown";
}

std::string instruction_set() {
  std::string set =
#if defined(__x86_64__)
      "x86-64";
#elif defined(__aarch64__)
      "aarch64";
#else
      "unknown";
#endif
#if defined(__AVX2__)
  set += " avx2";
#endif
#if defined(__FMA__)
  set += " fma";
#endif
#if defined(__AVX512F__)
  set += " avx512f";
#endif
  return set;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

std::string scenario_attribute(std::size_t index, const char* part) {
  return "scenario_" + std::to_string(index + 1) + "_" + part;
}

/// The attributes that are one text of Provenance each.
struct TextAttribute {
  const char* name;
  std::string Provenance::*text;
};
constexpr std::array<TextAttribute, 11> text_attributes{{
    {"title", &Provenance::title},
    {"program_version", &Provenance::program_version},
    {"git_commit", &Provenance::git_commit},
    {"compiler", &Provenance::compiler},
    {"compiler_flags", &Provenance::compiler_flags},
    {"instruction_set", &Provenance::instruction_set},
    {"cpu_model", &Provenance::cpu_model},
    {"libc_version", &Provenance::libc_version},
    {"date", &Provenance::date},
    {"command_line", &Provenance::command_line},
    {"input_hash", &Provenance::input_hash},
}};

}  // namespace

Provenance provenance_here() {
  const BuildInfo& build = build_info();
  Provenance here;
  here.program_version = build.version;
  here.git_commit = build.git_commit;
  here.compiler = build.compiler;
  here.compiler_flags = build.flags;
  here.instruction_set = instruction_set();
  here.cpu_model = cpu_model();
  here.libc_version = std::string("glibc ") + gnu_get_libc_version();
  here.date = utc_now();
  return here;
}

std::string as_command_line(const std::vector<std::string>& words) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+@%^";
  std::string line;
  for (const std::string& word : words) {
    if (!line.empty()) line += ' ';
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) {
      line += word;
      continue;
    }
    line += '\'';
    for (const char letter : word) line += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    line += '\'';
  }
  return line;
}

void write_provenance(ResultFile& file, const Provenance& provenance) {
  for (const TextAttribute& attribute : text_attributes) file.attribute(attribute.name, provenance.*attribute.text);
  file.attribute("seed", std::to_string(provenance.seed));
  for (std::size_t at = 0; at < provenance.scenarios.size(); ++at) {
    const ResolvedScenario& scenario = provenance.scenarios[at];
    file.attribute(scenario_attribute(at, "name"), scenario.name);
    file.attribute(scenario_attribute(at, "sha256"), sha256_hex(scenario.text));
    file.attribute(scenario_attribute(at, "text"), scenario.text);
  }
}

Provenance read_provenance(const SavedResult& result) {
  const auto text = [&result](const std::string& name) { return result.text_attribute("", name).value_or(""); };
  Provenance read;
  for (const TextAttribute& attribute : text_attributes) read.*attribute.text = text(attribute.name);
  const std::string seed = text("seed");
  std::from_chars(seed.data(), seed.data() + seed.size(), read.seed);
  for (std::size_t at = 0; result.text_attribute("", scenario_attribute(at, "text")); ++at) {
    read.scenarios.push_back({text(scenario_attribute(at, "name")), text(scenario_attribute(at, "text")),
                              text(scenario_attribute(at, "sha256"))});
  }
  return read;
}

}  // namespace districtsim
