#pragma once

#include <cstddef>
#include <functional>

#include "sim/record/result_file.hpp"

namespace districtsim {

/// Number of values in a block of this shape; 1 for a single value (no dimensions).
[[nodiscard]] std::size_t volume(const Extents& shape);

/// A chunk of about 64 KiB for a variable of this shape, where `unlimited` dimensions have no end: whole trailing
/// dimensions as far as they fit, so that 16 chunks fill HDF5's cache for one dataset.
[[nodiscard]] Extents default_chunk(const Extents& shape, std::size_t value_bytes);

/// Calls `visit(start, count)` for consecutive blocks that together cover `shape` in storage order, each of at most
/// `most_values` values (and at least one).
void for_slabs(const Extents& shape, std::size_t most_values,
               const std::function<void(const Extents& start, const Extents& count)>& visit);

}  // namespace districtsim
