#pragma once

#include <hdf5.h>

#include <cstdint>
#include <mutex>
#include <string>
#include <type_traits>
#include <utility>

namespace districtsim::hdf5 {

/// HDF5 as packaged is not thread-safe, even across files: whoever calls it holds this. Also keeps HDF5 from printing
/// its errors.
[[nodiscard]] inline std::unique_lock<std::recursive_mutex> lock() {
  static std::recursive_mutex mutex;
  std::unique_lock<std::recursive_mutex> held(mutex);
  static const bool silenced = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
  static_cast<void>(silenced);
  return held;
}

/// An HDF5 identifier and the function that closes it.
class Handle {
 public:
  using CloseFunction = herr_t (*)(hid_t);

  Handle() = default;
  Handle(hid_t id, CloseFunction close_function) : id_(id), close_(close_function) {}
  Handle(Handle&& other) noexcept
      : id_(std::exchange(other.id_, hid_t{H5I_INVALID_HID})), close_(std::exchange(other.close_, nullptr)) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      close();
      id_ = std::exchange(other.id_, hid_t{H5I_INVALID_HID});
      close_ = std::exchange(other.close_, nullptr);
    }
    return *this;
  }
  ~Handle() { close(); }

  [[nodiscard]] hid_t get() const { return id_; }
  [[nodiscard]] bool valid() const { return id_ >= 0; }

  /// False when HDF5 could not close it.
  bool close() noexcept {
    if (!valid()) return true;
    const auto held = lock();
    return close_(std::exchange(id_, hid_t{H5I_INVALID_HID})) >= 0;
  }

 private:
  hid_t id_ = H5I_INVALID_HID;
  CloseFunction close_ = nullptr;
};

/// Variable-length UTF-8 text. Never fixed-length: Debian's libnetcdf 4.9.0 corrupts the heap on such datasets.
[[nodiscard]] inline Handle text_type() {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
  H5Tset_size(type.get(), H5T_VARIABLE);
  H5Tset_cset(type.get(), H5T_CSET_UTF8);
  return type;
}

/// The little-endian type of T, in memory and in files; std::string as text_type().
template <class T>
[[nodiscard]] Handle type_of() {
  if constexpr (std::is_same_v<T, std::string>) {
    return text_type();
  } else if constexpr (std::is_same_v<T, float>) {
    return {H5Tcopy(H5T_IEEE_F32LE), H5Tclose};
  } else if constexpr (std::is_same_v<T, double>) {
    return {H5Tcopy(H5T_IEEE_F64LE), H5Tclose};
  } else if constexpr (std::is_same_v<T, std::int8_t>) {
    return {H5Tcopy(H5T_STD_I8LE), H5Tclose};
  } else if constexpr (std::is_same_v<T, std::int32_t>) {
    return {H5Tcopy(H5T_STD_I32LE), H5Tclose};
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return {H5Tcopy(H5T_STD_I64LE), H5Tclose};
  } else {
    static_assert(std::is_same_v<T, std::uint32_t>, "no such type in result files");
    return {H5Tcopy(H5T_STD_U32LE), H5Tclose};
  }
}

}  // namespace districtsim::hdf5
