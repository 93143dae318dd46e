#include "sim/record/digest.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "sim/core/sha256.hpp"
#include "sim/record/chunks.hpp"
#include "sim/record/read_result.hpp"

namespace districtsim {
namespace {

static_assert(std::endian::native == std::endian::little, "the digest feeds numbers as they lie in memory");

constexpr std::size_t most_values_at_once = 262144;

void feed(Sha256& digest, std::uint64_t number) { digest.update(&number, sizeof number); }

void feed(Sha256& digest, const std::string& text) { digest.update(text.c_str(), text.size() + 1); }

/// Which NaN a calculation gives depends on the compiler; what is missing does not.
template <class T>
void unify_nan(std::vector<unsigned char>& bytes) {
  constexpr T quiet = std::numeric_limits<T>::quiet_NaN();
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(T)) {
    T value;
    std::memcpy(&value, &bytes[at], sizeof(T));
    if (std::isnan(value)) std::memcpy(&bytes[at], &quiet, sizeof(T));
  }
}

void feed_numbers(Sha256& digest, const SavedResult& result, const StoredDataset& dataset, const Extents& start,
                  const Extents& count) {
  std::vector<unsigned char> bytes = result.read_bytes(dataset, start, count);
  if (dataset.type == ValueType::float32) unify_nan<float>(bytes);
  if (dataset.type == ValueType::float64) unify_nan<double>(bytes);
  digest.update(bytes.data(), bytes.size());
}

void feed_texts(Sha256& digest, const SavedResult& result, const StoredDataset& dataset, const Extents& start,
                const Extents& count) {
  for (const std::string& text : result.read<std::string>(dataset.path, start, count)) {
    feed(digest, std::uint64_t{text.size()});
    digest.update(text.data(), text.size());
  }
}

}  // namespace

std::string digest_of(const std::filesystem::path& result_path) {
  const SavedResult result = SavedResult::open(result_path);
  Sha256 digest;
  for (const StoredDataset& dataset : result.datasets()) {
    if (dataset.dimension_only) continue;
    feed(digest, dataset.path);
    feed(digest, name_of(dataset.type));
    feed(digest, std::uint64_t{dataset.shape.size()});
    for (const std::size_t size : dataset.shape) feed(digest, std::uint64_t{size});
    for_slabs(dataset.shape, most_values_at_once, [&](const Extents& start, const Extents& count) {
      if (dataset.type == ValueType::text) {
        feed_texts(digest, result, dataset, start, count);
      } else {
        feed_numbers(digest, result, dataset, start, count);
      }
    });
    result.release(dataset.path);
  }
  return digest.hex();
}

}  // namespace districtsim
