// A real race in the body of a loop: ThreadSanitizer must report it in spite of cmake/tsan.supp.
#include <cstdio>

#include "sim/core/parallel.hpp"

int main() {
  long counted = 0;
  districtsim::with_threads(4, [&counted] {
    for (int repeat = 0; repeat < 50; ++repeat) {
      districtsim::for_blocks(10000, 16, [&counted](districtsim::Rows rows) { counted += rows.end > 0 ? 1 : 0; });
    }
  });
  std::printf("%ld\n", counted);
  return 0;
}
