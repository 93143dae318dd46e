#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace districtsim {

/// SHA-256 (FIPS 180-4) of bytes fed in pieces, through OpenSSL.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(const void* bytes, std::size_t count);
  /// The 32 bytes of what was fed so far; more can be fed afterwards.
  [[nodiscard]] std::array<std::uint8_t, 32> bytes() const;
  /// The same as 64 lower-case hexadecimal digits.
  [[nodiscard]] std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Of a whole text, as 64 hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view text);

}  // namespace districtsim
