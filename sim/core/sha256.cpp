#include "sim/core/sha256.hpp"

#include <openssl/evp.h>

#include <array>
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

std::string Sha256::hex() const {
  const State copy;  // finishing ends a context, so a copy is finished
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  promise(copy.context != nullptr && EVP_MD_CTX_copy_ex(copy.context, state_->context) == 1 &&
              EVP_DigestFinal_ex(copy.context, digest.data(), &size) == 1,
          "SHA-256 can be finished");
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text += digits[digest[i] >> 4U];
    text += digits[digest[i] & 15U];
  }
  return text;
}

}  // namespace districtsim
