#pragma once

namespace districtsim {

/// Formal evaluation of teachers (Portin et al. 2009, chapter 2).
struct EvaluationParameters {
  double accountability_start = 0.0;  ///< [1] 0 to 1, internal accountability at the start
};

}  // namespace districtsim
