#pragma once

#include <string>
#include <vector>

#include "analysis/bundle.hpp"

namespace districtsim {

/// Description of the program as CodeMeta 2.0, from the facts of CITATION.cff.
[[nodiscard]] std::string codemeta_json();

/// README.md of a bundle with these entries.
[[nodiscard]] std::string bundle_readme(const std::vector<BundleEntry>& entries, const std::vector<std::string>& notes);

/// reproduce.sh with the steps of the bundle.
[[nodiscard]] std::string reproduce_script(const std::string& steps);

/// A name for files: small letters, digits and '-' only, never empty.
[[nodiscard]] std::string plain_name(const std::string& name);

/// The words that a POSIX shell makes of a line of as_command_line.
[[nodiscard]] std::vector<std::string> words_of(const std::string& command_line);

/// The words as a shell takes them.
[[nodiscard]] std::string shell_words(const std::vector<std::string>& words);

}  // namespace districtsim
