#pragma once

#include <cstdint>

#include "sim/record/hdf5_handles.hpp"

namespace districtsim::hdf5 {

/// An open file as HDF5's storage. The first error of the file system is kept here and hidden from HDF5, whose own
/// clean-up after a failed write leaves half-closed files that crash or complain at exit; later writes are dropped.
struct Storage {
  int descriptor = -1;      ///< open for reading and writing; closed by its owner
  int first_error = 0;      ///< errno; 0: all was written
  std::uint64_t bytes = 0;  ///< written so far
};

/// A new, empty HDF5 file in `storage`, which must outlive it: creation order tracked, readable by netCDF.
[[nodiscard]] Handle create_file(Storage& storage);

}  // namespace districtsim::hdf5
