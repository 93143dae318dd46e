#pragma once

#include <stdexcept>
#include <string>

namespace districtsim {

/// A broken promise inside the program (a defect, not a user's mistake).
class ContractViolation : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// Checks a promise in every build type. Not for inner loops.
inline void promise(bool holds, const char* what) {
  if (!holds) throw ContractViolation(std::string("promise broken: ") + what);
}

}  // namespace districtsim
