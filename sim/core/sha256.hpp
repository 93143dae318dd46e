#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace districtsim {

/// SHA-256 (FIPS 180-4) of bytes fed in pieces, through OpenSSL.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(const void* bytes, std::size_t count);
  /// 64 lower-case hexadecimal digits of what was fed so far; more can be fed afterwards.
  [[nodiscard]] std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace districtsim
