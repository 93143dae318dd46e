#include "sim/cli/slurm_job.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <sstream>

#include "sim/core/contracts.hpp"
#include "sim/core/embedded.hpp"
#include "sim/record/provenance.hpp"

namespace districtsim {

namespace {

/// Replaces the line of the job file that begins so.
void set_line(std::string& text, const std::string& begins, const std::string& line) {
  const std::size_t at = text.find("\n" + begins);
  promise(at != std::string::npos, "sweep.slurm has a line for everything that is filled in");
  const std::size_t end = text.find('\n', at + 1);
  text.replace(at + 1, end - at - 1, line);
}

}  // namespace

std::optional<std::size_t> max_array_size_in(const std::string& configuration) {
  std::istringstream lines(configuration);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string key;
    std::string equals;
    std::size_t size = 0;
    if (words >> key >> equals >> size && key == "MaxArraySize" && equals == "=") return size;
  }
  return std::nullopt;
}

std::optional<std::size_t> max_array_size_here() {
  FILE* said = popen("scontrol show config 2>/dev/null", "r");
  if (said == nullptr) return std::nullopt;
  std::string configuration;
  std::array<char, 4096> block{};
  for (std::size_t got = 0; (got = std::fread(block.data(), 1, block.size(), said)) > 0;) {
    configuration.append(block.data(), got);
  }
  pclose(said);
  return max_array_size_in(configuration);
}

std::string array_text(const std::vector<std::size_t>& tasks) {
  std::string text;
  for (std::size_t first = 0; first < tasks.size();) {
    std::size_t last = first;
    while (last + 1 < tasks.size() && tasks[last + 1] == tasks[last] + 1) ++last;
    text += text.empty() ? "" : ",";
    text += last == first ? std::to_string(tasks[first]) : fmt::format("{}-{}", tasks[first], tasks[last]);
    first = last + 1;
  }
  return text;
}

std::string slurm_job_text(const SlurmJob& job) {
  std::string text(embedded_file("sweep.slurm"));
  const auto word = [](const std::string& plain) { return as_command_line({plain}); };
  set_line(text, "#SBATCH --array=",
           job.tasks.empty() ? "# Every shard is done: nothing is left but to merge."
                             : "#SBATCH --array=" + array_text(job.tasks));
  set_line(text, "program=", "program=" + word(job.program));
  set_line(text, "design=", "design=" + word(job.design));
  set_line(text, "folder=", "folder=" + word(job.folder));
  set_line(text, "shards=", fmt::format("shards={}", job.shards));
  if (job.tasks.empty()) set_line(text, "tasks=", "tasks=no");
  return text;
}

}  // namespace districtsim
