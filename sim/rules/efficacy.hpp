#pragma once

namespace districtsim {

/// Teachers' sense of efficacy (Bandura 1997).
struct EfficacyParameters {
  double start = 0.0;  ///< [1] 0 to 1
};

}  // namespace districtsim
