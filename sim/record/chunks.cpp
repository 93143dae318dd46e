#include "sim/record/chunks.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace districtsim {

std::size_t volume(const Extents& shape) {
  return std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
}

Extents default_chunk(const Extents& shape, std::size_t value_bytes, const std::vector<bool>& written_apart) {
  std::size_t left = 65536 / value_bytes;
  Extents chunk(shape.size(), 1);
  for (const bool apart : {false, true}) {
    for (std::size_t axis = shape.size(); axis-- > 0;) {
      if (written_apart[axis] != apart) continue;
      chunk[axis] = std::min(shape[axis], left);
      if (shape[axis] > left && shape[axis] != unlimited) {
        const std::size_t pieces = (shape[axis] + left - 1) / left;
        chunk[axis] = (shape[axis] + pieces - 1) / pieces;  // of equal size, for the last is stored whole
      }
      chunk[axis] = std::max<std::size_t>(1, chunk[axis]);
      left = std::max<std::size_t>(1, left / chunk[axis]);
    }
  }
  return chunk;
}

void for_slabs(const Extents& shape, std::size_t most_values,
               const std::function<void(const Extents& start, const Extents& count)>& visit) {
  if (volume(shape) == 0) return;
  // Dimensions after `axis` are taken whole, `axis` in steps, those before it one index at a time.
  std::size_t axis = shape.size();
  std::size_t whole = 1;
  while (axis > 0 && whole * shape[axis - 1] <= most_values) whole *= shape[--axis];
  if (axis == 0) return visit(Extents(shape.size(), 0), shape);
  --axis;
  const std::size_t step = std::max<std::size_t>(1, most_values / whole);
  Extents start(shape.size(), 0);
  Extents count = shape;
  std::fill_n(count.begin(), axis, std::size_t{1});
  while (true) {
    count[axis] = std::min(step, shape[axis] - start[axis]);
    visit(start, count);
    start[axis] += count[axis];
    for (std::size_t turn = axis; start[turn] == shape[turn]; --turn) {
      if (turn == 0) return;
      start[turn] = 0;
      ++start[turn - 1];
    }
  }
}

}  // namespace districtsim
