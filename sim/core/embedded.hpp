#pragma once

#include <string_view>

namespace districtsim {

/// The text of a file built into the program: "scenario.schema.json", "design.schema.json", "parameters.yaml",
/// "mechanisms.yaml", "interactions.yaml", "matters.yaml", "deflators.yaml", "ODD.md", "CITATION.cff", "LICENSE",
/// "reproduce.sh" (of bundles) or "sweep.slurm".
/// Valid for the whole run. An unknown name is a ContractViolation.
[[nodiscard]] std::string_view embedded_file(std::string_view name);

}  // namespace districtsim
