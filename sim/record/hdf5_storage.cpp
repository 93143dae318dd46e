#include "sim/record/hdf5_storage.hpp"

#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <limits>

namespace districtsim::hdf5 {
namespace {

/// How HDF5 hands the storage on, by copying.
struct Passed {
  Storage* storage;
};

constexpr haddr_t largest_address = std::numeric_limits<off_t>::max();

/// What HDF5 sees of an open file; it requires its own part to come first.
struct OpenStorage {
  H5FD_t base;
  Storage* storage;
  haddr_t end_of_allocation;
};

const OpenStorage& opened(const H5FD_t* file) { return *reinterpret_cast<const OpenStorage*>(file); }
OpenStorage& opened(H5FD_t* file) { return *reinterpret_cast<OpenStorage*>(file); }

H5FD_t* open_storage(const char*, unsigned flags, hid_t access, haddr_t) {
  const auto* passed = static_cast<const Passed*>(H5Pget_driver_info(access));
  if (passed == nullptr) return nullptr;
  Storage& storage = *passed->storage;
  if ((flags & H5F_ACC_TRUNC) != 0 && ftruncate(storage.descriptor, 0) != 0) storage.first_error = errno;
  return &(new OpenStorage{{}, &storage, 0})->base;
}

herr_t close_storage(H5FD_t* file) {
  delete &opened(file);
  return 0;
}

int compare(const H5FD_t* left, const H5FD_t* right) {
  const int a = opened(left).storage->descriptor;
  const int b = opened(right).storage->descriptor;
  return a < b ? -1 : (a > b ? 1 : 0);
}

herr_t query(const H5FD_t*, unsigned long* features) {
  *features = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE |
              H5FD_FEAT_AGGREGATE_SMALLDATA | H5FD_FEAT_DEFAULT_VFD_COMPATIBLE;
  return 0;
}

haddr_t end_of_allocation(const H5FD_t* file, H5FD_mem_t) { return opened(file).end_of_allocation; }

herr_t set_end_of_allocation(H5FD_t* file, H5FD_mem_t, haddr_t address) {
  opened(file).end_of_allocation = address;
  return 0;
}

haddr_t end_of_file(const H5FD_t* file, H5FD_mem_t) { return opened(file).storage->bytes; }

herr_t read_bytes(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, void* buffer) {
  auto* bytes = static_cast<char*>(buffer);
  while (size > 0) {
    const ssize_t got = pread(opened(file).storage->descriptor, bytes, size, static_cast<off_t>(address));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) {
      std::memset(bytes, 0, size);
      return 0;
    }
    bytes += got;
    address += static_cast<haddr_t>(got);
    size -= static_cast<std::size_t>(got);
  }
  return 0;
}

herr_t write_bytes(H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t size, const void* buffer) {
  Storage& storage = *opened(file).storage;
  storage.bytes = std::max<std::uint64_t>(storage.bytes, address + size);
  const auto* bytes = static_cast<const char*>(buffer);
  while (size > 0 && storage.first_error == 0) {
    const ssize_t put = pwrite(storage.descriptor, bytes, size, static_cast<off_t>(address));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) {
      storage.first_error = put < 0 ? errno : EIO;
      break;
    }
    bytes += put;
    address += static_cast<haddr_t>(put);
    size -= static_cast<std::size_t>(put);
  }
  return 0;
}

herr_t truncate_storage(H5FD_t* file, hid_t, hbool_t) {
  Storage& storage = *opened(file).storage;
  const haddr_t size = opened(file).end_of_allocation;
  if (storage.bytes == size) return 0;
  if (storage.first_error == 0 && ftruncate(storage.descriptor, static_cast<off_t>(size)) != 0) {
    storage.first_error = errno;
  }
  storage.bytes = size;
  return 0;
}

hid_t driver() {
  static const hid_t registered = [] {
    H5FD_class_t driver_class{};
    driver_class.name = "districtsim";
    driver_class.maxaddr = largest_address;
    driver_class.fc_degree = H5F_CLOSE_STRONG;
    driver_class.fapl_size = sizeof(Passed);
    driver_class.open = open_storage;
    driver_class.close = close_storage;
    driver_class.cmp = compare;
    driver_class.query = query;
    driver_class.get_eoa = end_of_allocation;
    driver_class.set_eoa = set_end_of_allocation;
    driver_class.get_eof = end_of_file;
    driver_class.read = read_bytes;
    driver_class.write = write_bytes;
    driver_class.truncate = truncate_storage;
    const H5FD_mem_t map[H5FD_MEM_NTYPES] = H5FD_FLMAP_DICHOTOMY;
    std::copy(std::begin(map), std::end(map), std::begin(driver_class.fl_map));
    return H5FDregister(&driver_class);
  }();
  return registered;
}

}  // namespace

Handle create_file(Storage& storage) {
  const auto held = lock();
  const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  const Passed passed{&storage};
  H5Pset_driver(access.get(), driver(), &passed);
  H5Pset_libver_bounds(access.get(), H5F_LIBVER_EARLIEST, H5F_LIBVER_V18);
  H5Pset_fclose_degree(access.get(), H5F_CLOSE_STRONG);
  const Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose);
  H5Pset_link_creation_order(creation.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
  H5Pset_attr_creation_order(creation.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
  return {H5Fcreate("result", H5F_ACC_TRUNC, creation.get(), access.get()), H5Fclose};
}

}  // namespace districtsim::hdf5
