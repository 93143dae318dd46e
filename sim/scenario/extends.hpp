#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/scenario/document.hpp"

namespace districtsim {

/// A scenario's text with everything it inherits. Every node keeps the place of the file that writes it.
struct MergedDocument {
  Node root;
  std::vector<std::shared_ptr<const TextSource>> sources;  ///< the file itself first, then what it extends
  std::string layer;  ///< "framework" or "context" where the file is a layer; empty for a scenario
  std::vector<Complaint> complaints;
  bool complete = true;  ///< false: some text could not be read, so missing keys mean nothing
};

constexpr int longest_chain = 16;  ///< files that extend each other
constexpr int most_files = 64;     ///< of one scenario

/// Reads `path` and, through `extends`, what it differs from: one file, or several from left to right. Maps are merged
/// key by key; scalars and lists replace what is inherited, and so does another way to give the district. `name`,
/// `description` and `layer` are not inherited. Then `layers` are laid over it, in their order; the scenario takes
/// their names and descriptions.
[[nodiscard]] MergedDocument read_with_extends(const std::filesystem::path& path,
                                               const std::vector<std::filesystem::path>& layers = {});

/// What `layer` says in a file, before anything is checked; empty for a scenario and for what cannot be read.
[[nodiscard]] std::string layer_of(const std::filesystem::path& path);

/// Puts `over` on top of `base`.
void merge_over(Node& base, Node over);

/// Writes nested parameters as dotted names: {coaching: {gain_rate: 1}} becomes {coaching.gain_rate: 1}.
void flatten_parameters(Node& root, std::vector<Complaint>& complaints);

/// What messages say of a file that a key names but that cannot be read, with a file of a like name if there is one.
[[nodiscard]] std::string unreadable_file(const std::string& key, const std::string& written,
                                          const std::filesystem::path& resolved, const std::string& why);

}  // namespace districtsim
