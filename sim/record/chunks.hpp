#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "sim/record/result_file.hpp"

namespace districtsim {

/// Number of values in a block of this shape; 1 for a single value (no dimensions).
[[nodiscard]] std::size_t volume(const Extents& shape);

/// A chunk of at most 64 KiB for a variable of this shape, where `unlimited` dimensions have no end, so that 16 of them
/// fill HDF5's cache for one dataset. Dimensions are taken whole, last first, as far as they fit; those whose indices
/// are written one at a time (`written_apart`) come after all others, since a chunk written in two goes may have to be
/// compressed twice.
[[nodiscard]] Extents default_chunk(const Extents& shape, std::size_t value_bytes,
                                    const std::vector<bool>& written_apart);

/// Calls `visit(start, count)` for consecutive blocks that together cover `shape` in storage order, each of at most
/// `most_values` values (and at least one).
void for_slabs(const Extents& shape, std::size_t most_values,
               const std::function<void(const Extents& start, const Extents& count)>& visit);

}  // namespace districtsim
