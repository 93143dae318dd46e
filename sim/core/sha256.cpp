#include "sim/core/sha256.hpp"

#include <openssl/evp.h>

#include <string_view>

#include "sim/core/contracts.hpp"

namespace districtsim {

struct Sha256::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  promise(state_->context != nullptr && EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr) == 1,
          "OpenSSL offers SHA-256");
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(const void* bytes, std::size_t count) {
  promise(EVP_DigestUpdate(state_->context, bytes, count) == 1, "SHA-256 takes more bytes");
}

std::array<std::uint8_t, 32> Sha256::bytes() const {
  const State copy;  // finishing ends a context, so a copy is finished
  std::array<std::uint8_t, 32> digest{};
  promise(copy.context != nullptr && EVP_MD_CTX_copy_ex(copy.context, state_->context) == 1 &&
              EVP_DigestFinal_ex(copy.context, digest.data(), nullptr) == 1,
          "SHA-256 can be finished");
  return digest;
}

std::string Sha256::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes()) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

std::string sha256_hex(std::string_view text) {
  Sha256 digest;
  digest.update(text.data(), text.size());
  return digest.hex();
}

}  // namespace districtsim
