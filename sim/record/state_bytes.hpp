#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/core/contracts.hpp"
#include "sim/core/fields.hpp"
#include "sim/core/ids.hpp"

namespace districtsim {

/// Values that are their bytes: numbers, enumerations, ids, arrays of them.
template <class T>
inline constexpr bool is_plain_value = std::is_arithmetic_v<T> || std::is_enum_v<T>;
template <class Tag>
inline constexpr bool is_plain_value<Id<Tag>> = true;
template <class T, std::size_t count>
inline constexpr bool is_plain_value<std::array<T, count>> = is_plain_value<T>;

/// Puts state into bytes: numbers as they lie in memory, lists with their length before them, plain structs member by
/// member (DISTRICTSIM_FIELDS). A type that it does not know does not compile.
class StateWriter {
 public:
  template <class T>
  void put(const T& value) {
    if constexpr (is_plain_value<T>) {
      raw(&value, sizeof value);
    } else {
      static_assert(FieldsOf<T>::listed, "list the members with DISTRICTSIM_FIELDS");
      each_field(value, [this](std::string_view /*name*/, const auto& member) { this->put(member); });
    }
  }
  template <class T, std::size_t count>
  void put(const std::array<T, count>& values) {
    put_each(values.data(), count);
  }
  template <class T, class Allocator>
  void put(const std::vector<T, Allocator>& values) {
    put(std::uint64_t{values.size()});
    put_each(values.data(), values.size());
  }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  template <class T>
  void put_each(const T* values, std::size_t count) {
    if constexpr (is_plain_value<T>) {
      raw(values, count * sizeof(T));
    } else {
      for (std::size_t at = 0; at < count; ++at) put(values[at]);
    }
  }
  void raw(const void* first, std::size_t count) { bytes_.append(static_cast<const char*>(first), count); }

  std::string bytes_;
};

/// Takes state out of bytes that a StateWriter of the same program put there; ContractViolation if they do not fit.
class StateReader {
 public:
  explicit StateReader(std::string_view bytes) : rest_(bytes) {}

  template <class T>
  void take(T& value) {
    if constexpr (is_plain_value<T>) {
      raw(&value, sizeof value);
    } else {
      static_assert(FieldsOf<T>::listed, "list the members with DISTRICTSIM_FIELDS");
      each_field(value, [this](std::string_view /*name*/, auto& member) { this->take(member); });
    }
  }
  template <class T, std::size_t count>
  void take(std::array<T, count>& values) {
    take_each(values.data(), count);
  }
  template <class T, class Allocator>
  void take(std::vector<T, Allocator>& values) {
    std::uint64_t count = 0;
    take(count);
    promise(count <= rest_.size(), "a list in stored state is no longer than its bytes");
    values.resize(count);
    take_each(values.data(), values.size());
  }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  template <class T>
  void take_each(T* values, std::size_t count) {
    if constexpr (is_plain_value<T>) {
      raw(values, count * sizeof(T));
    } else {
      for (std::size_t at = 0; at < count; ++at) take(values[at]);
    }
  }
  void raw(void* first, std::size_t count) {
    promise(count <= rest_.size(), "stored state has all its bytes");
    if (count > 0) std::memcpy(first, rest_.data(), count);
    rest_.remove_prefix(count);
  }

  std::string_view rest_;
};

/// A whole value as bytes, and back.
template <class T>
[[nodiscard]] std::string bytes_of(const T& value) {
  StateWriter writer;
  writer.put(value);
  return writer.bytes();
}
template <class T>
[[nodiscard]] T value_of(std::string_view bytes) {
  T value;
  StateReader reader(bytes);
  reader.take(value);
  promise(reader.at_end(), "stored state has no more bytes than are read");
  return value;
}

}  // namespace districtsim
