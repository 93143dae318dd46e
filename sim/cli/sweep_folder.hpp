#pragma once

#include <filesystem>
#include <string>

#include "analysis/sweep_plan.hpp"

namespace districtsim {

/// What a folder is to a sweep: nothing yet, a sweep, or somebody else's.
enum class FolderState { empty, sweep, other };
[[nodiscard]] FolderState folder_state(const std::filesystem::path& folder);

/// Where a sweep keeps its runs.
[[nodiscard]] inline std::filesystem::path store_of(const std::filesystem::path& folder) { return folder / "store"; }

/// The copy of the design in a sweep's folder, with its scenarios and data beside it. Failure(bad_input_data) if the
/// folder is no sweep or another version of this program made it.
[[nodiscard]] std::filesystem::path design_of_folder(const std::filesystem::path& folder);

/// Why the runs in a folder are not those of a plan; "" if they are, or the plan extends them: more rows at the end,
/// replicates, measures or alternatives, or fewer. Failure(bad_input_data) if the folder is no sweep.
[[nodiscard]] std::string why_another_sweep(const std::filesystem::path& folder, const SweepPlan& plan);

/// Makes a folder hold a sweep: sweep.json (what it is), inputs/ (the design and every file it is read from),
/// design.csv (its rows). What is there already and equal stays as it is, so several processes may do so at once.
void fill_sweep_folder(const std::filesystem::path& folder, const std::filesystem::path& design, const SweepPlan& plan);

/// Files that a design reads by an absolute path: a folder with such a design cannot be moved to another machine.
[[nodiscard]] std::size_t files_outside(const std::filesystem::path& folder);

}  // namespace districtsim
