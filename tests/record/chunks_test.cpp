#include "sim/record/chunks.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace districtsim {
namespace {

TEST(Chunks, SlabsCoverAShapeOnceAndInStorageOrder) {
  const std::vector<Extents> shapes = {{}, {1}, {7}, {3, 5}, {4, 1, 6}, {2, 3, 4, 5}, {0}, {3, 0, 2}};
  for (const Extents& shape : shapes) {
    for (const std::size_t most : std::vector<std::size_t>{1, 2, 3, 5, 7, 20, 1000}) {
      std::size_t covered = 0;
      for_slabs(shape, most, [&](const Extents& start, const Extents& count) {
        std::size_t first = 0;
        for (std::size_t axis = 0; axis < shape.size(); ++axis) {
          EXPECT_LE(start[axis] + count[axis], shape[axis]);
          first = first * shape[axis] + start[axis];
        }
        EXPECT_EQ(first, covered) << "begins where the one before ends";
        EXPECT_LE(volume(count), most);
        EXPECT_GT(volume(count), 0U);
        covered += volume(count);
      });
      EXPECT_EQ(covered, volume(shape));
    }
  }
}

TEST(Chunks, AreOfAtMost64KiBAndLeaveRunsApart) {
  EXPECT_EQ(default_chunk({180, 2, 200, 20}, 4, {false, true, true, false}), (Extents{180, 1, 4, 20}));
  EXPECT_EQ(default_chunk({180, 2, 200}, 4, {false, true, true}), (Extents{180, 1, 67}));
  EXPECT_EQ(default_chunk({unlimited, 1, 20000}, 4, {false, true, false}), (Extents{1, 1, 10000}));
  EXPECT_EQ(default_chunk({unlimited}, 8, {false}), (Extents{8192}));
  EXPECT_EQ(default_chunk({0, 3}, 8, {false, false}), (Extents{1, 3}));
}

}  // namespace
}  // namespace districtsim
